/// `parts`: what a section must consist of, and how many parts the report says it has.
package struct RequiredParts: WordRule {
  package static let id = "parts"

  /// One part that a section must have.
  package struct Part: Equatable, Sendable {
    let name: String
    let words: WordList

    /// A part with the other headings and words by which it is known.
    package init(name: String, words: [String]) {
      self.name = name
      self.words = WordList([name] + words)
    }
  }

  private let section: String
  private let parts: [Part]
  private let announcedIn: [String]
  private let announcing: WordList

  /// The rule for a section, and for those where the number of the report's parts may be announced
  /// in a sentence that speaks of it (本报告).
  package init(section: String, parts: [Part], announcedIn: [String], announcing: [String]) {
    self.section = section
    self.parts = parts
    self.announcedIn = announcedIn
    self.announcing = WordList(announcing)
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard !scan.sentences.isEmpty else { return [] }
    var faults: [WordFault] = []
    if scan.text.section == section {
      let missing = parts.filter { !$0.words.occurs(in: scan.scalars, 0..<scan.scalars.count) }
      if !missing.isEmpty {
        faults.append(WordFault(0..<0, .partsMissing(missing.map(\.name))))
      }
    }
    if announcedIn.contains(scan.text.section) {
      let expected = draft.form.sections.count { !$0.title.isEmpty }
      faults += announcements(in: scan).filter { $0.count != expected }.map {
        WordFault(
          scan.original($0.range), .partCount(stated: $0.count, expected: expected))
      }
    }
    return faults
  }

  /// Every 六个部分, 6部分 or 六大部分 of a sentence about the report.
  private func announcements(in scan: WordScan) -> [(count: Int, range: Range<Int>)] {
    var found: [(count: Int, range: Range<Int>)] = []
    for sentence in scan.sentences {
      let places = sentence.dropLast().filter {
        scan.scalars[$0] == 0x90E8 && scan.scalars[$0 + 1] == 0x5206
      }
      guard !places.isEmpty, announcing.occurs(in: scan.scalars, sentence) else { continue }
      for place in places {
        guard let number = number(before: place, from: sentence.lowerBound, in: scan) else {
          continue
        }
        found.append((number.value, number.range.lowerBound..<place + 2))
      }
    }
    return found
  }

  /// The count before 部分; nil for 第二部分, 一部分 and 前两部分, which count nothing whole.
  private func number(before place: Int, from start: Int, in scan: WordScan) -> WordScan.Number? {
    var end = place
    // 个 and 大 may stand between.
    if end > start, scan.scalars[end - 1] == 0x4E2A || scan.scalars[end - 1] == 0x5927 { end -= 1 }
    var first = end
    while first > start, end - first < 3, isNumeral(scan.scalars[first - 1]) { first -= 1 }
    guard first < end else { return nil }
    let before = first > start ? scan.scalars[first - 1] : 0
    // 第, 前, 后, 上, 下, 这, 各
    let isOrdinal = [0x7B2C, 0x524D, 0x540E, 0x4E0A, 0x4E0B, 0x8FD9, 0x5404].contains(before)
    guard !isOrdinal else { return nil }
    if end - first == 1, scan.scalars[first] == 0x4E24 {
      return WordScan.Number(value: 2, count: 1, range: first..<end)
    }
    guard let number = scan.number(at: first, before: end), number.range.upperBound == end,
      number.value >= 2
    else { return nil }
    return number
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    WordScan.isDigit(scalar) || WordScan.chineseDigit(scalar) != nil || scalar == 0x5341
      || scalar == 0x4E24
  }
}
