/// `text-organ`: another organ's name where the organ itself is meant.
///
/// A name is only doubted where a sentence says by its form that the reporting organ is meant: who
/// compiled the report, whose report it is, to whom requests were made.
package struct OtherOrgans: WordRule {
  package static let id = "text-organ"

  /// Words by which organs of one kind speak of themselves.
  package struct SelfWord: Equatable, Sendable {
    let words: [String]
    let exceptions: [String]
    /// What the name of such an organ contains.
    let kind: [UInt32]

    package init(words: [String], except exceptions: [String], kind: String) {
      self.words = words
      self.exceptions = exceptions
      self.kind = WordScan.folded(kind)
    }
  }

  /// The words by which names are found and compared.
  package struct Words: Equatable, Sendable {
    /// What the name of an organ ends with: 局, 人民政府.
    package var endings: WordList
    /// What stands after an organ's name without changing whose it is: 办公室, 管委会.
    package var offices: WordList
    /// What the name of a government ends with.
    package var governments: WordList
    /// What no organ's name contains: 关于, 各.
    package var noName: WordList
    /// What stands before the organ whose report it is: 编制, 现将.
    package var presenting: WordList
    /// What the report is called.
    package var reportNames: WordList
    /// What stands after the organ that compiled the report: 编制, 根据.
    package var compiling: WordList
    /// What stands after the organ to which requests were made: 提出, 申请公开.
    package var asking: WordList
    /// What stands after an organ that tells of its year: 共收到, 受理.
    package var reporting: WordList
    /// What stands after an organ at the head of a sentence about its work: 坚持, 成立了.
    package var telling: WordList
    /// What stands after the organ that answers questions: 联系.
    package var contacting: WordList
    /// What the name of a place ends with, each one scalar.
    package var places: WordList
    /// Longer words in which that is no end of a place: 市场.
    package var noPlaces: WordList

    package init(
      endings: WordList, offices: WordList, governments: WordList, noName: WordList,
      presenting: WordList, reportNames: WordList, compiling: WordList, asking: WordList,
      reporting: WordList, telling: WordList, contacting: WordList, places: WordList,
      noPlaces: WordList
    ) {
      self.endings = endings
      self.offices = offices
      self.governments = governments
      self.noName = noName
      self.presenting = presenting
      self.reportNames = reportNames
      self.compiling = compiling
      self.asking = asking
      self.reporting = reporting
      self.telling = telling
      self.contacting = contacting
      self.places = places
      self.noPlaces = noPlaces
    }
  }

  private let presentedIn: [String]
  private let kinds: [[UInt32]]
  private let selfWords: WordGroups
  private let words: Words

  /// The rule; the sections `presentedIn` say whose report it is.
  package init(presentedIn: [String], selfWords: [SelfWord], words: Words) {
    self.presentedIn = presentedIn
    kinds = selfWords.map(\.kind)
    self.selfWords = WordGroups(selfWords.map(\.words), except: selfWords.flatMap(\.exceptions))
    self.words = words
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    let name = WordScan.folded(draft.organ.name)
    guard !name.isEmpty else { return [] }
    var faults = selfFaults(in: scan, of: name)
    let reading = OrganReading(scan, name, words)
    let isPresenting = presentedIn.contains(scan.text.section)
    for sentence in scan.sentences {
      var ranges = isPresenting ? reading.presented(in: sentence) : reading.asked(in: sentence)
      if isPresenting { ranges += reading.contacts(in: sentence) }
      // A sentence in which the organ speaks of itself may tell what others did.
      if !selfWords.occurs(in: scan.scalars, sentence) {
        if !isPresenting { ranges += reading.reporting(in: sentence) }
        ranges += reading.subjects(in: sentence, presenting: isPresenting)
      }
      faults += reading.distinct(ranges).map { WordFault(scan.original($0), .otherOrgan) }
    }
    return faults
  }

  /// The first use of each kind of words by which this organ cannot speak of itself.
  private func selfFaults(in scan: WordScan, of name: [UInt32]) -> [WordFault] {
    var isTold = Array(repeating: false, count: kinds.count)
    var faults: [WordFault] = []
    for match in selfWords.matches(in: scan) where !isTold[match.group] {
      isTold[match.group] = true
      guard !WordScan.contains(kinds[match.group], in: name) else { continue }
      faults.append(WordFault(scan.original(match.range), .otherSelf))
    }
    return faults
  }
}
