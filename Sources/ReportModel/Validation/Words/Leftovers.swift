/// `leftover`: what was left over from typing, from a template or from a web page.
package struct Leftovers: WordRule {
  package static let id = "leftover"

  /// The words by which leftovers are known.
  package struct Words: Equatable, Sendable {
    /// What asks to be replaced: 待补充.
    package var placeholders: [String]
    /// Longer words in which a placeholder or a unit is not meant.
    package var exceptions: [String]
    /// What makes a bracket 【】 a prompt: 填写.
    package var prompts: WordList
    /// What counts something that is then not there: 发布.
    package var verbs: WordList
    /// What would stand after a figure: 条.
    package var units: [String]
    /// Units that no verb stands before without a figure.
    package var clearUnits: WordList
    /// What stands before a colon and something to reach people by: 电话.
    package var contacts: WordList
    /// What the blank form says in a section.
    package var formPrompts: [String]

    package init(
      placeholders: [String], except exceptions: [String], prompts: WordList, verbs: WordList,
      units: [String], clearUnits: WordList, contacts: WordList, formPrompts: [String]
    ) {
      self.placeholders = placeholders
      self.exceptions = exceptions
      self.prompts = prompts
      self.verbs = verbs
      self.units = units
      self.clearUnits = clearUnits
      self.contacts = contacts
      self.formPrompts = formPrompts
    }
  }

  private let words: Words
  /// Placeholders, prompts of the form, units.
  private let groups: WordGroups

  package init(words: Words) {
    self.words = words
    groups = WordGroups(
      [words.placeholders, words.formPrompts, words.units], except: words.exceptions)
  }

  /// The most findings of one kind in one text.
  private static let most = 3

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard !scan.sentences.isEmpty else { return [] }
    let scalars = scan.text.scalars
    var places: [[Range<Int>]] = [[], [], []]
    for match in groups.matches(in: scan) { places[match.group].append(match.range) }
    let gaps = places[2].filter { isGap(beforeUnit: $0, in: scan) }.map {
      scan.original($0.lowerBound - 1..<$0.upperBound)
    }
    // ____ is a line to write on, not a sign of another format.
    func isLine(_ mark: Range<Int>) -> Bool { mark.count > 2 && scalars[mark.lowerBound] == 0x5F }
    let marks = markup(in: scalars)
    let found: [(Leftover, [Range<Int>])] = [
      (.placeholder, letterPlaceholders(in: scalars)),
      (.placeholder, places[0].map { scan.original($0) }),
      (.formPrompt, places[1].map { scan.original($0) }),
      (.promptBracket, promptBrackets(in: scan)),
      (.markup, marks.filter { !isLine($0) }),
      (.halfBracket, halfBrackets(in: scalars)),
      (.gap, gaps + openPairs(in: scan) + marks.filter(isLine) + emptyContacts(in: scan)),
    ]
    return found.flatMap { kind, ranges in
      ranges.prefix(Self.most).map { WordFault($0, .leftover(kind)) }
    }
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

  /// Whether a unit stands without its figure: a verb, blanks, 条.
  private func isGap(beforeUnit unit: Range<Int>, in scan: WordScan) -> Bool {
    let start = unit.lowerBound
    guard start > 0, WordScan.isIdeograph(scan.scalars[start - 1]) else { return false }
    let blanks = scan.origins[start] - scan.origins[start - 1] - 1
    let ends = !WordScan.isIdeograph(scan.scalar(at: unit.upperBound))
    guard blanks > 1 || ends else { return false }
    if blanks == 0, isBetweenCounts(unit, in: scan) { return true }
    let hasVerb = words.verbs.ends(in: scan.scalars, at: start, from: 0)
    return switch blanks {
    case 0: hasVerb && words.clearUnits.begins(in: scan.scalars, at: start, before: unit.upperBound)
    case 1: hasVerb
    default: ends || hasVerb
    }
  }

  /// Whether the things before and after are counted with the same unit: 公告3条、预算条、政策5条.
  private func isBetweenCounts(_ unit: Range<Int>, in scan: WordScan) -> Bool {
    let longest = 16
    let scalars = scan.scalars
    // 头条 and 多条 count nothing that is missing.
    let last = scalars[unit.lowerBound - 1]
    guard WordScan.chineseDigit(last) == nil, !Self.isVague(last),
      Self.isListMark(scan.scalar(at: unit.upperBound))
    else { return false }
    var start = unit.lowerBound - 1
    while start > 0, unit.lowerBound - start < longest, WordScan.isIdeograph(scalars[start]) {
      start -= 1
    }
    guard start > unit.count, Self.isListMark(scalars[start]),
      scalars[start - unit.count..<start] == scalars[unit],
      WordScan.isDigit(scalars[start - unit.count - 1])
    else { return false }
    var end = unit.upperBound + 1
    while end < scalars.count, end - unit.upperBound < longest, WordScan.isIdeograph(scalars[end]) {
      end += 1
    }
    let figure = end
    while end < scalars.count, end - figure < longest, WordScan.isDigit(scalars[end]) { end += 1 }
    return end > figure && end + unit.count <= scalars.count
      && scalars[end..<end + unit.count] == scalars[unit]
  }

  private static func isListMark(_ scalar: UInt32) -> Bool { scalar == 0x3001 || scalar == 0x2C }

  /// 头, 链, 信, 多, 数, 几, 余, 各, 十, 两.
  private static func isVague(_ scalar: UInt32) -> Bool {
    [0x5934, 0x94FE, 0x4FE1, 0x591A, 0x6570, 0x51E0, 0x4F59, 0x5404, 0x5341, 0x4E24].contains(
      scalar)
  }

  /// 电话： and the like with nothing behind them.
  private func emptyContacts(in scan: WordScan) -> [Range<Int>] {
    words.contacts.matches(in: scan.scalars, 0..<scan.scalars.count).compactMap { match in
      let colon = match.range.upperBound
      guard scan.scalar(at: colon) == 0x3A else { return nil }
      switch scan.scalar(at: colon + 1) {
      // , ; ) 。
      case 0x2C, 0x3B, 0x29, 0x3002: return scan.original(match.range.lowerBound..<colon + 2)
      default: return nil
      }
    }
  }

  /// （） and “” with nothing in them, 年 月 and 月 日 without figures.
  private func openPairs(in scan: WordScan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var last: UInt32 = 0
    for (offset, scalar) in scan.scalars.enumerated() {
      switch (last, scalar) {
      case (0x28, 0x29), (0x201C, 0x201D), (0x300A, 0x300B):
        found.append(scan.original(offset - 1..<offset + 1))
      case (Mark.year, Mark.month), (Mark.month, 0x65E5):
        if scan.origins[offset] - scan.origins[offset - 1] > 1 {
          found.append(scan.original(offset - 1..<offset + 1))
        }
      default: break
      }
      last = scalar
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
