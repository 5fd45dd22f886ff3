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

    package init(
      endings: WordList, offices: WordList, governments: WordList, noName: WordList,
      presenting: WordList, reportNames: WordList, compiling: WordList, asking: WordList,
      reporting: WordList
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
    for sentence in scan.sentences {
      let ranges =
        presentedIn.contains(scan.text.section)
        ? reading.presented(in: sentence) : reading.reporting(in: sentence)
      faults += ranges.map { WordFault(scan.original($0), .otherOrgan) }
    }
    return faults
  }

  /// The first use of each kind of words by which this organ cannot speak of itself.
  private func selfFaults(in scan: WordScan, of name: [UInt32]) -> [WordFault] {
    var isTold = kinds.map { name.contains($0) }
    var faults: [WordFault] = []
    for match in selfWords.matches(in: scan) where !isTold[match.group] {
      isTold[match.group] = true
      faults.append(WordFault(scan.original(match.range), .otherSelf))
    }
    return faults
  }
}

/// The names of organs in one text, compared with the organ's own.
private struct OrganReading {
  private let scan: WordScan
  private let words: OtherOrgans.Words
  private let name: [UInt32]
  private let core: [UInt32]
  private let isGovernment: Bool

  /// The longest name that is read.
  private static let longest = 30

  init(_ scan: WordScan, _ name: [UInt32], _ words: OtherOrgans.Words) {
    self.scan = scan
    self.words = words
    self.name = name
    core = Self.core(of: name, words)
    isGovernment = words.governments.ends(in: name, at: name.count, from: 0)
  }

  /// Other organs that a sentence says the report is of, or was compiled by.
  func presented(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in words.reportNames.matches(in: scan.scalars, sentence) {
      let end = beforeYear(match.range.lowerBound, from: sentence.lowerBound)
      let start = startOfName(endingAt: end, from: sentence.lowerBound)
      let begins = words.presenting.matches(in: scan.scalars, start..<end).last
      found += other(in: (begins?.range.upperBound ?? start)..<end, exemptsOffices: false)
    }
    for offset in sentence where scan.scalars[offset] == 0x7531 {
      let reach = min(sentence.upperBound, offset + 1 + Self.longest)
      guard let match = words.compiling.first(in: scan.scalars, offset + 1..<reach) else {
        continue
      }
      found += other(in: offset + 1..<match.range.lowerBound, exemptsOffices: true)
    }
    return distinct(found)
  }

  /// Other organs that a sentence says requests were made to, or whose year it tells.
  func reporting(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for offset in sentence where scan.scalars[offset] == 0x5411 {
      let reach = min(sentence.upperBound, offset + 1 + Self.longest)
      guard let match = words.asking.first(in: scan.scalars, offset + 1..<reach) else { continue }
      found += other(in: offset + 1..<match.range.lowerBound, exemptsOffices: true)
    }
    guard !isGovernment else { return distinct(found) }
    for match in words.reporting.matches(in: scan.scalars, sentence) {
      let end = beforeYear(match.range.lowerBound, from: sentence.lowerBound)
      let start = startOfName(endingAt: end, from: sentence.lowerBound)
      guard isHead(start, of: sentence) else { continue }
      found += other(in: start..<end, exemptsOffices: true)
    }
    return distinct(found)
  }

  private func distinct(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var distinct: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where range.lowerBound >= distinct.last?.upperBound ?? 0 {
      distinct.append(range)
    }
    return distinct
  }

  /// The offset before a year, 年度 and a comma that stand before an offset.
  private func beforeYear(_ offset: Int, from start: Int) -> Int {
    var end = offset
    if end > start, scan.scalars[end - 1] == 0x2C { end -= 1 }
    let withComma = end
    if end > start, scan.scalars[end - 1] == 0x5EA6 { end -= 1 }
    guard end > start, scan.scalars[end - 1] == Mark.year else {
      return withComma == offset ? offset : withComma + 1
    }
    end -= 1
    while end > start, WordScan.isDigit(scan.scalars[end - 1]) { end -= 1 }
    return end
  }

  /// Where the words that end at an offset begin: after a mark.
  private func startOfName(endingAt end: Int, from start: Int) -> Int {
    var first = end
    while first > start, end - first < Self.longest, isNameScalar(scan.scalars[first - 1]),
      scan.scalars[first - 1] != Mark.year
    {
      first -= 1
    }
    // What follows 年 may begin with the rest of 年度.
    let isRest = first < end && scan.scalar(at: first - 1) == Mark.year
    return isRest && scan.scalars[first] == 0x5EA6 ? first + 1 : first
  }

  private func isNameScalar(_ scalar: UInt32) -> Bool { WordScan.isIdeograph(scalar) }

  /// Whether only a number or a bullet stands before an offset.
  private func isHead(_ offset: Int, of sentence: Range<Int>) -> Bool {
    offset - sentence.lowerBound <= 6
      && scan.scalars[sentence.lowerBound..<offset].allSatisfy {
        !isNameScalar($0) || isNumeral($0)
      }
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    WordScan.chineseDigit(scalar) != nil || scalar == 0x5341
  }

  /// A range of one or more names, if none of them is the organ's own.
  ///
  /// Where offices are exempt one may stand for its government, as it may where the government's
  /// report is compiled.
  private func other(in range: Range<Int>, exemptsOffices: Bool) -> [Range<Int>] {
    guard !range.isEmpty, range.count <= Self.longest,
      range.allSatisfy({ isNameScalar(scan.scalars[$0]) || scan.scalars[$0] == 0x3001 }),
      !words.noName.occurs(in: scan.scalars, range)
    else { return [] }
    let whole = Array(scan.scalars[range])
    guard words.endings.ends(in: whole, at: whole.count, from: 0), !isOwn(whole) else { return [] }
    if exemptsOffices, isGovernment, !isOffice(ofGovernment: whole) { return [] }
    // 及, 和, 、
    let pieces = whole.split { $0 == 0x53CA || $0 == 0x548C || $0 == 0x3001 }
    let namesOwn = pieces.contains { piece in
      words.endings.ends(in: Array(piece), at: piece.count, from: 0) && isOwn(Array(piece))
    }
    return namesOwn ? [] : [range]
  }

  /// Whether a name is a government's or that of its office, as 市政府办公室 is.
  private func isOffice(ofGovernment piece: [UInt32]) -> Bool {
    var end = piece.count
    while !words.governments.ends(in: piece, at: end, from: 0) {
      guard let length = words.offices.length(endingAt: end, in: piece, from: 0) else {
        return false
      }
      end -= length
    }
    return true
  }

  /// Whether a name is the organ's own, whole, shortened or with an office of it.
  ///
  /// A short form leaves out scalars and ends as the name does: 县人社局 is
  /// 某县人力资源和社会保障局.
  private func isOwn(_ other: [UInt32]) -> Bool {
    let otherCore = Self.core(of: other, words)
    guard let last = otherCore.last, !core.isEmpty else { return true }
    if other.contains(name) || otherCore.contains(core) { return true }
    return last == core.last && otherCore.isSubsequence(of: core)
  }

  /// A name without the offices at its end and with its committees shortened.
  private static func core(of name: [UInt32], _ words: OtherOrgans.Words) -> [UInt32] {
    var core = name
    while let length = words.offices.length(endingAt: core.count, in: core, from: 0) {
      core.removeLast(length)
    }
    let committee = WordScan.folded("委员会")
    if core.count > 3, core.suffix(3) == committee[...] { core.removeLast(2) }
    return core
  }
}

extension [UInt32] {
  fileprivate func isSubsequence(of other: [UInt32]) -> Bool {
    var rest = other[...]
    for scalar in self {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
