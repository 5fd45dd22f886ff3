/// `parts`: what a section must consist of, and how many parts the report says it has.
package struct RequiredParts: WordRule {
  package static let id = "parts"

  /// One part that a section must have.
  package struct Part: Equatable, Sendable {
    let name: String
    let words: WordList
    /// What people call it in short: the end of its name.
    let shortName: WordList

    /// A part with the other headings and words by which it is known.
    package init(name: String, words: [String]) {
      self.name = name
      self.words = WordList([name] + words)
      shortName = WordList([String(name.suffix(4))])
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
      let missing = missingParts(in: scan)
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

  /// The parts that the text does not tell.
  ///
  /// Where most parts have a heading of their own, one without is missing even if a word of it
  /// stands somewhere.
  private func missingParts(in scan: WordScan) -> [Part] {
    let whole = 0..<scan.scalars.count
    let headings = headings(in: scan)
    let headed = parts.filter { part in
      headings.contains { part.words.occurs(in: scan.scalars, $0) }
    }
    let isStructured = headings.count > parts.count / 2 && headed.count > parts.count / 2
    return parts.filter { part in
      if !part.words.occurs(in: scan.scalars, whole) { return true }
      return isStructured && !headed.contains(part)
        && !part.shortName.occurs(in: scan.scalars, whole)
    }
  }

  /// What stands after the numbers of headings: (一), 1., 二、.
  private func headings(in scan: WordScan) -> [Range<Int>] {
    let longest = 40
    return scan.sentences.compactMap { sentence in
      guard var start = afterNumber(at: sentence.lowerBound, before: sentence.upperBound, in: scan)
      else { return nil }
      while start < sentence.upperBound, WordScan.isBlank(scan.scalars[start]) { start += 1 }
      let end = min(sentence.upperBound, start + longest)
      // , : ;
      let mark = scan.scalars[start..<end].firstIndex { $0 == 0x2C || $0 == 0x3A || $0 == 0x3B }
      return start..<(mark ?? end)
    }
  }

  /// The offset after the number of a heading; nil where none stands.
  private func afterNumber(at start: Int, before end: Int, in scan: WordScan) -> Int? {
    guard start < end else { return nil }
    let isBracketed = scan.scalars[start] == 0x28
    guard let number = scan.number(at: start + (isBracketed ? 1 : 0), before: end) else {
      return nil
    }
    let next = number.range.upperBound
    guard next < end else { return nil }
    // ) after a bracket, else 、 or .
    let isNumber =
      isBracketed
      ? scan.scalars[next] == 0x29 : scan.scalars[next] == 0x3001 || scan.scalars[next] == 0x2E
    return isNumber ? next + 1 : nil
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
