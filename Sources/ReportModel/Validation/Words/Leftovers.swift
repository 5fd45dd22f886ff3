/// `leftover`: what was left over from typing, from a template or from a web page.
package struct Leftovers: WordRule {
  package static let id = "leftover"

  /// The words by which leftovers are known.
  package struct Words: Equatable, Sendable {
    /// What asks to be replaced: 待补充.
    package var placeholders: WordList
    /// What makes a bracket 【】 a prompt: 填写.
    package var prompts: WordList
    /// What counts something that is then not there: 发布.
    package var verbs: WordList
    /// What would stand after a figure: 条.
    package var units: WordList
    /// Units that no verb stands before without a figure.
    package var clearUnits: WordList
    /// What the blank form says in a section.
    package var formPrompts: WordList

    package init(
      placeholders: WordList, prompts: WordList, verbs: WordList, units: WordList,
      clearUnits: WordList, formPrompts: WordList
    ) {
      self.placeholders = placeholders
      self.prompts = prompts
      self.verbs = verbs
      self.units = units
      self.clearUnits = clearUnits
      self.formPrompts = formPrompts
    }
  }

  private let words: Words

  package init(words: Words) {
    self.words = words
  }

  /// The most findings of one kind in one text.
  private static let most = 3

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard !scan.sentences.isEmpty else { return [] }
    let scalars = scan.text.scalars
    var found: [(Leftover, [Range<Int>])] = []
    found.append((.placeholder, letterPlaceholders(in: scalars)))
    found.append((.placeholder, places(of: words.placeholders, in: scan)))
    found.append((.formPrompt, places(of: words.formPrompts, in: scan)))
    found.append((.promptBracket, promptBrackets(in: scan)))
    found.append((.markup, markup(in: scalars)))
    found.append((.halfBracket, halfBrackets(in: scalars)))
    found.append((.gap, gaps(in: scan)))
    return found.flatMap { kind, ranges in
      ranges.prefix(Self.most).map { WordFault($0, .leftover(kind)) }
    }
  }

  private func places(of list: WordList, in scan: WordScan) -> [Range<Int>] {
    list.matches(in: scan.scalars, 0..<scan.scalars.count).map { scan.original($0.range) }
  }

  /// 【】 with nothing or a prompt in it.
  private func promptBrackets(in scan: WordScan) -> [Range<Int>] {
    let longest = 40
    var found: [Range<Int>] = []
    var start: Int?
    for (offset, scalar) in scan.scalars.enumerated() {
      let typed = scan.text.scalars[scan.origins[offset]]
      if typed == 0x3010 { start = offset }
      guard scalar == 0x5D, typed == 0x3011, let first = start else { continue }
      start = nil
      let content = first + 1..<offset
      if content.isEmpty
        || content.count <= longest && words.prompts.occurs(in: scan.scalars, content)
      {
        found.append(scan.original(first..<offset + 1))
      }
    }
    return found
  }

  /// A unit without its figure: a verb, blanks, 条.
  private func gaps(in scan: WordScan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in words.units.matches(in: scan.scalars, 0..<scan.scalars.count) {
      let start = match.range.lowerBound
      guard start > 0, WordScan.isIdeograph(scan.scalars[start - 1]) else { continue }
      let blanks = scan.origins[start] - scan.origins[start - 1] - 1
      let next = scan.scalar(at: match.range.upperBound)
      let ends = !WordScan.isIdeograph(next)
      let hasVerb = words.verbs.ends(in: scan.scalars, at: start, from: 0)
      let isGap =
        switch blanks {
        case 0:
          ends && hasVerb
            && words.clearUnits.begins(in: scan.scalars, at: start, before: scan.scalars.count)
        case 1: ends && hasVerb
        default: ends || hasVerb
        }
      if isGap { found.append(scan.original(start - 1..<match.range.upperBound)) }
    }
    return found + emptyBrackets(in: scan) + openDates(in: scan)
  }

  /// （） and “” with nothing in them.
  private func emptyBrackets(in scan: WordScan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var last: UInt32 = 0
    for (offset, scalar) in scan.scalars.enumerated() {
      switch (last, scalar) {
      case (0x28, 0x29), (0x201C, 0x201D), (0x300A, 0x300B):
        found.append(scan.original(offset - 1..<offset + 1))
      default: break
      }
      last = scalar
    }
    return found
  }

  /// 年 月 and 月 日 without figures.
  private func openDates(in scan: WordScan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for offset in scan.scalars.indices.dropFirst() {
      let isDate =
        scan.scalars[offset - 1] == Mark.year && scan.scalars[offset] == Mark.month
        || scan.scalars[offset - 1] == Mark.month && scan.scalars[offset] == 0x65E5
      guard isDate, scan.origins[offset] - scan.origins[offset - 1] > 1 else { continue }
      found.append(scan.original(offset - 1..<offset + 1))
    }
    return found
  }
}

/// Something that was left over from typing.
package enum Leftover: Equatable, Sendable {
  /// ××, 待补充: what stands there in place of words still to come.
  case placeholder
  /// 【填写单位名称】
  case promptBracket
  /// `**`, `&nbsp;`, `<br>`: signs of another format.
  case markup
  /// A bracket or quotation mark without its other half.
  case halfBracket
  /// A figure that was never filled in.
  case gap
  /// What the blank form says at this place.
  case formPrompt
}
