import ReportModel

extension Prose {
  /// Where a pattern stands, from the start on, none overlapping the one before.
  ///
  /// Width and case do not count: `ＡＢ１２` is found by `ab12`. A match lies in one paragraph.
  ///
  /// - Complexity: O(*n* + *p*) for *n* characters of text and *p* of the pattern.
  func matches(of pattern: String) -> [Range<Caret>] {
    let sought = pattern.map(\.foldedForSearch)
    guard !sought.isEmpty else { return [] }
    let fallback = Self.fallbacks(in: sought)
    var matches: [Range<Caret>] = []
    for (number, paragraph) in paragraphs.enumerated() {
      // How much of the pattern ends at the character read.
      var length = 0
      for (offset, character) in paragraph.enumerated() {
        let folded = character.foldedForSearch
        while length > 0, sought[length] != folded { length = fallback[length - 1] }
        if sought[length] == folded { length += 1 }
        guard length == sought.count else { continue }
        let end = Caret(paragraph: number, offset: offset + 1)
        matches.append(Caret(paragraph: number, offset: offset + 1 - length)..<end)
        length = 0
      }
    }
    return matches
  }

  /// For each beginning of a pattern, the length of the longest shorter one that it ends with.
  private static func fallbacks(in pattern: [Character]) -> [Int] {
    var fallbacks = [0]
    for character in pattern.dropFirst() {
      var length = fallbacks[fallbacks.count - 1]
      while length > 0, pattern[length] != character { length = fallbacks[length - 1] }
      fallbacks.append(pattern[length] == character ? length + 1 : 0)
    }
    return fallbacks
  }

  /// The characters between two carets, with a line feed between paragraphs.
  func text(in range: Range<Caret>) -> String {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start.paragraph < end.paragraph else {
      return String(paragraphs[start.paragraph].prefix(end.offset).dropFirst(start.offset))
    }
    let first = String(paragraphs[start.paragraph].dropFirst(start.offset))
    let last = String(paragraphs[end.paragraph].prefix(end.offset))
    let between = paragraphs[start.paragraph + 1..<end.paragraph]
    return ([first] + between + [last]).joined(separator: "\n")
  }
}

extension Character {
  /// The character in half width and lower case.
  fileprivate var foldedForSearch: Character {
    var view = unicodeScalars.makeIterator()
    guard let scalar = view.next() else { return self }
    // Nearly every character of these texts has neither case nor width.
    if 0x3001...0x9FFF ~= scalar.value { return self }
    let isSingle = view.next() == nil
    if isSingle, scalar.value == 0x3000 { return " " }
    if isSingle, 0xFF01...0xFF5E ~= scalar.value,
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return Character(half).foldedForSearch
    }
    let lower = lowercased()
    return lower.count == 1 ? Character(lower) : self
  }
}
