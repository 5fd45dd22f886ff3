extension Leftovers {
  /// ××, XX and xx, and a single one before a unit or after 20.
  ///
  /// - Complexity: O(*n*), as all functions of this file.
  func letterPlaceholders(in scalars: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = 0
    while offset < scalars.count {
      guard let sign = placeholderSign(scalars[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < scalars.count, placeholderSign(scalars[offset]) == sign { offset += 1 }
      let before = start > 0 ? WordScan.folded(scalars[start - 1]) : 0
      let after = offset < scalars.count ? WordScan.folded(scalars[offset]) : 0
      let isDigitMask = WordScan.isDigit(before) && WordScan.isDigit(after)
      let isInWord =
        WordScan.isLetter(before) || WordScan.isWordLike(after)
        || isPathSign(before) && !isOfNumber(start - 2, in: scalars, sign: before)
        || isPathSign(after) && !isOfNumber(offset + 1, in: scalars, sign: after)
      let isWritten =
        offset - start >= 2 || WordScan.isIdeograph(before) && isUnitOfFigures(after)
        || WordScan.isDigit(before) && after == Mark.year
      if isWritten, !isDigitMask, !isInWord { found.append(start..<offset) }
    }
    return found
  }

  /// × and its like, or X in either case and width, each as one sign.
  private func placeholderSign(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xD7, 0x2573, 0x2715, 0x2716, 0x2A09: 0xD7
    case 0x58, 0x78, 0xFF38, 0xFF58: 0x58
    default: nil
    }
  }

  /// Whether beyond a hyphen a number goes on, written or held open: 0319-XXXX, XXXX-XXXX.
  private func isOfNumber(_ offset: Int, in scalars: [UInt32], sign: UInt32) -> Bool {
    guard sign == 0x2D, scalars.indices.contains(offset) else { return false }
    return WordScan.isDigit(WordScan.folded(scalars[offset]))
      || placeholderSign(scalars[offset]) != nil
  }

  /// Whether a scalar belongs to web addresses and the like.
  private func isPathSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x40, 0x5F, 0x2D, 0x2E, 0x3D, 0x26: true
    default: false
    }
  }

  /// Whether a scalar counts or dates what a figure would stand before.
  private func isUnitOfFigures(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6761, 0x4EF6, 0x6B21, 0x7BC7, 0x4EFD, 0x4E2A, 0x671F, 0x573A, 0x9879, 0x4E07, 0x5E74,
      0x6708, 0x65E5:
      true
    default: false
    }
  }

  /// Signs of Markdown and HTML.
  func markup(in scalars: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isLineStart = true
    var offset = 0
    while offset < scalars.count {
      let scalar = scalars[offset]
      let range: Range<Int>? =
        switch scalar {
        case 0x2A, 0x5F, 0x60: signRun(at: offset, in: scalars)
        case 0x23: isLineStart ? heading(at: offset, in: scalars) : nil
        case 0x26: characterReference(at: offset, in: scalars)
        case 0x3C: tag(at: offset, in: scalars)
        case 0x5D: link(at: offset, in: scalars)
        default: nil
        }
      isLineStart = WordScan.isLineEnd(scalar) || isLineStart && WordScan.isBlank(scalar)
      if let range {
        found.append(range)
        offset = range.upperBound
        isLineStart = false
      } else {
        offset += 1
        // A run that was refused is passed over whole.
        while offset < scalars.count, scalars[offset] == scalar, isRunSign(scalar) { offset += 1 }
      }
    }
    return found
  }

  private func isRunSign(_ scalar: UInt32) -> Bool {
    scalar == 0x2A || scalar == 0x5F || scalar == 0x60 || scalar == 0x23
  }

  /// `**`, `__` and three backquotes; not 138****1234 and not a_b__c.
  private func signRun(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    var end = start
    while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
    guard end - start >= (scalars[start] == 0x60 ? 3 : 2) else { return nil }
    let before = start > 0 ? scalars[start - 1] : 0
    let after = end < scalars.count ? scalars[end] : 0
    let isMask =
      WordScan.isWordLike(before) && (WordScan.isWordLike(after) || end - start > 2)
    return isMask ? nil : start..<end
  }

  /// One to six # and a blank or an ideograph.
  private func heading(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    var end = start
    while end < scalars.count, scalars[end] == 0x23 { end += 1 }
    guard end - start <= 6, end < scalars.count,
      WordScan.isBlank(scalars[end]) || WordScan.isIdeograph(scalars[end])
    else { return nil }
    return start..<end
  }

  /// `&nbsp;`, `&#160;`, `&#xA0;`, and `&nbsp` without its semicolon.
  private func characterReference(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    let longest = 10
    var end = start + 1
    if end < scalars.count, scalars[end] == 0x23 { end += 1 }
    let first = end
    while end < scalars.count, end - first < longest, WordScan.isWordLike(scalars[end]) { end += 1 }
    guard end > first else { return nil }
    if end < scalars.count, scalars[end] == 0x3B { return start..<end + 1 }
    return scalars[first..<end] == Self.blankName[...] ? start..<end : nil
  }

  private static let blankName = WordScan.folded("nbsp")

  /// `<br>`, `</p>`, `<p style="…">`, `<!--`; not a web address in angle brackets.
  private func tag(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    let longest = 200
    var end = start + 1
    guard end < scalars.count else { return nil }
    if scalars[end] == 0x21 { return start..<end + 1 }
    if scalars[end] == 0x2F { end += 1 }
    let first = end
    while end < scalars.count, end - first < 12, WordScan.isWordLike(scalars[end]) { end += 1 }
    guard end > first, WordScan.isLetter(scalars[first]), end < scalars.count else { return nil }
    guard scalars[end] == 0x3E || scalars[end] == 0x2F || WordScan.isBlank(scalars[end]) else {
      return nil
    }
    while end < scalars.count, end - start < longest, !WordScan.isLineEnd(scalars[end]) {
      if scalars[end] == 0x3E { return start..<end + 1 }
      if scalars[end] == 0x3C { return nil }
      end += 1
    }
    return nil
  }

  /// `](`, the middle of a Markdown link.
  private func link(at start: Int, in scalars: [UInt32]) -> Range<Int>? {
    guard start + 2 < scalars.count, scalars[start + 1] == 0x28 else { return nil }
    let next = scalars[start + 2]
    return WordScan.isWordLike(next) || next == 0x2F || next == 0x23 ? start..<start + 2 : nil
  }
}

extension Leftovers {
  /// The kinds of brackets, both widths of one kind as one.
  private enum Bracket: Int {
    case round, quotation, title, innerTitle, tortoise, lenticular

    static let count = 6
  }

  /// Brackets and quotation marks without their other half, paragraph by paragraph.
  ///
  /// What a page break tore, the next paragraph may close.
  func halfBrackets(in scalars: [UInt32]) -> [Range<Int>] {
    var half: [Int] = []
    var open: [[Int]] = Array(repeating: [], count: Bracket.count)
    var last: UInt32 = 0x3002
    for (offset, scalar) in scalars.enumerated() {
      if scalar == 0x0A {
        if endsParagraph(last) { close(&open, into: &half) }
        continue
      }
      if !WordScan.isBlank(scalar) { last = scalar }
      if let kind = opened(by: scalar) {
        open[kind.rawValue].append(offset)
      } else if let kind = closed(by: scalar) {
        let isMatched = open[kind.rawValue].popLast() != nil
        if !isMatched, kind != .round || !isListNumber(before: offset, in: scalars) {
          half.append(offset)
        }
      } else if scalar == 0x3E || scalar == 0xFF1E, isTornAngle(at: offset, in: scalars) {
        half.append(offset)
      }
    }
    close(&open, into: &half)
    return half.sorted().map { $0..<$0 + 1 }
  }

  private func close(_ open: inout [[Int]], into half: inout [Int]) {
    for kind in open.indices {
      half += open[kind]
      open[kind].removeAll()
    }
  }

  /// Whether > ends a name and begins nothing: 首页>公开 leads somewhere, and <名称> is whole.
  private func isTornAngle(at offset: Int, in scalars: [UInt32]) -> Bool {
    let reach = 60
    guard offset > 0, WordScan.isIdeograph(scalars[offset - 1]) else { return false }
    let next = offset + 1 < scalars.count ? scalars[offset + 1] : 0x0A
    guard !WordScan.isIdeograph(next), !WordScan.isBlank(next) else { return false }
    return !scalars[max(0, offset - reach)..<offset].contains { $0 == 0x3C || $0 == 0xFF1C }
  }

  private func opened(by scalar: UInt32) -> Bracket? {
    switch scalar {
    case 0xFF08, 0x28: .round
    case 0x201C: .quotation
    case 0x300A: .title
    case 0x3008: .innerTitle
    case 0x3014: .tortoise
    case 0x3010: .lenticular
    default: nil
    }
  }

  private func closed(by scalar: UInt32) -> Bracket? {
    switch scalar {
    case 0xFF09, 0x29: .round
    case 0x201D: .quotation
    case 0x300B: .title
    case 0x3009: .innerTitle
    case 0x3015: .tortoise
    case 0x3011: .lenticular
    default: nil
    }
  }

  /// 。！？； and closing marks: after them a paragraph is at its end and not torn.
  private func endsParagraph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x3B, 0x2E, 0x201D, 0xFF09: true
    default: false
    }
  }

  /// Whether 1） or 一) stands at the beginning of something: a number of a list has no first half.
  private func isListNumber(before offset: Int, in scalars: [UInt32]) -> Bool {
    var start = offset
    while start > 0, offset - start < 3, isListNumeral(WordScan.folded(scalars[start - 1])) {
      start -= 1
    }
    guard start < offset else { return false }
    guard start > 0 else { return true }
    let before = scalars[start - 1]
    return WordScan.isBlank(before) || WordScan.isLineEnd(before)
      || !WordScan.isIdeograph(before) && !WordScan.isWordLike(WordScan.folded(before))
  }

  private func isListNumeral(_ scalar: UInt32) -> Bool {
    WordScan.isWordLike(scalar) || WordScan.chineseDigit(scalar) != nil || scalar == 0x5341
  }
}
