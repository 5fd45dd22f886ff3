/// A number with its unit.
struct CountedFigure: Equatable, Sendable {
  var number: WrittenNumber
  /// The index of the unit among `FigureUnits.all`; nil for a percentage.
  var unit: Int?
  /// Where the number and its unit stand, with 近 before it.
  var range: Range<Int>

  var value: Int128 { number.micros }
}

/// A piece of text that means something to the figure rules.
struct FigureToken: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case word(Int)
    case figure(Int)
    case year(Int)
    /// ，：and what else ends a clause.
    case comma
    case colon
    case open
    case close
    /// ；
    case semicolon
    case sentenceEnd
    case paragraphEnd
  }

  var kind: Kind
  var range: Range<Int>
}

/// The units that figures have in reports.
enum FigureUnits {
  /// The first is money; a longer unit stands before one that begins it.
  static let all = [
    "元", "人次", "件次", "件", "条", "篇", "份", "宗", "起", "项", "个", "则", "例", "期", "次", "场", "部", "页",
    "批", "户", "名", "家", "人", "幅", "卷", "封", "通",
  ]
  static let scalars = all.map { $0.unicodeScalars.map(\.value) }
  static let byFirst: [UInt32: [Int]] = {
    var byFirst: [UInt32: [Int]] = [:]
    for (index, unit) in scalars.enumerated() { byFirst[unit[0], default: []].append(index) }
    return byFirst
  }()

  /// 条: news and other pieces of information.
  static let piece = 4

  /// 条, 篇 and 则 count the same things.
  static func counts(_ left: Int?, sameAs right: Int?) -> Bool {
    guard let left, let right else { return false }
    return left == right || isPiece(left) && isPiece(right)
  }

  private static func isPiece(_ unit: Int) -> Bool {
    unit == piece || unit == 5 || unit == 11
  }
}

/// A text cut into what the figure rules look at; everything else is left out.
struct FigureTokens {
  private(set) var tokens: [FigureToken] = []
  private(set) var figures: [CountedFigure] = []
  private let scalars: [UInt32]
  private let lexicon: FigureLexicon

  init(_ scalars: [UInt32], _ lexicon: FigureLexicon) {
    self.scalars = scalars
    self.lexicon = lexicon
    read()
  }

  private mutating func read() {
    var offset = 0
    var isInTitle = false
    while offset < scalars.count {
      let scalar = scalars[offset]
      if let kind = Self.mark(scalar) {
        tokens.append(FigureToken(kind: kind, range: offset..<offset + 1))
        if kind == .sentenceEnd || kind == .paragraphEnd { isInTitle = false }
        offset += 1
      } else if isInTitle {
        isInTitle = scalar != 0x300B && scalar != 0x3009
        offset += 1
      } else if scalar == 0x300A || scalar == 0x3008 {
        isInTitle = true
        offset += 1
      } else {
        offset = readWordOrNumber(at: offset)
      }
    }
  }

  private mutating func readWordOrNumber(at offset: Int) -> Int {
    let scalar = scalars[offset]
    if NumberReader.digit(scalar) != nil { return readDigits(at: offset) }
    if NumberReader.chineseDigit(scalar) != nil || NumberReader.chinesePower(scalar) != nil {
      if let next = readPercentWords(at: offset) { return next }
      let reader = NumberReader(scalars: scalars, end: scalars.count)
      let (number, next) = reader.chinese(at: offset)
      // 百, 千 and 万 with nothing before them count nothing.
      let isBare = NumberReader.chinesePower(scalar).map { $0 > 10 } == true
      if let number, !isBare, !isPartOfName(number.range), readFigure(number, isChinese: true) {
        return max(next, tokens.last?.range.upperBound ?? next)
      }
      // A word may begin with a numeral; what follows the numerals is looked at anyway.
      if let match = lexicon.match(in: scalars, at: offset, before: scalars.count) {
        tokens.append(FigureToken(kind: .word(match.word), range: offset..<match.end))
        return match.end
      }
      return next
    }
    guard let match = lexicon.match(in: scalars, at: offset, before: scalars.count) else {
      return offset + 1
    }
    tokens.append(FigureToken(kind: .word(match.word), range: offset..<match.end))
    return match.end
  }

  private mutating func readDigits(at offset: Int) -> Int {
    let reader = NumberReader(scalars: scalars, end: scalars.count)
    let (number, next) = reader.digits(at: offset)
    guard let number else { return next }
    if isYear(number) {
      let year = Int(number.micros / 1_000_000)
      tokens.append(FigureToken(kind: .year(year), range: number.range))
      return afterSpaces(next) + 1
    }
    if !isPartOfName(number.range), let scaled = reader.scaled(number),
      readFigure(scaled, isChinese: false)
    {
      return max(next, tokens.last?.range.upperBound ?? next)
    }
    return next
  }

  /// 百分之 and the numerals after it, as a percentage.
  private mutating func readPercentWords(at offset: Int) -> Int? {
    guard offset + 3 < scalars.count, scalars[offset] == 0x767E, scalars[offset + 1] == 0x5206,
      scalars[offset + 2] == 0x4E4B
    else { return nil }
    let reader = NumberReader(scalars: scalars, end: scalars.count)
    let isDigits = NumberReader.digit(scalars[offset + 3]) != nil
    let (number, next) =
      isDigits ? reader.digits(at: offset + 3) : reader.chinese(at: offset + 3)
    guard var number else { return nil }
    number.range = offset..<next
    append(number, unit: nil, end: next)
    return next
  }

  /// Four digits and 年.
  private func isYear(_ number: WrittenNumber) -> Bool {
    guard number.range.count == 4, (1_900...2_200) ~= number.micros / 1_000_000 else {
      return false
    }
    let next = afterSpaces(number.range.upperBound)
    return next < scalars.count && scalars[next] == 0x5E74
  }

  /// Whether digits belong to a name, a range or a numbering: after 第, 〔, a letter or a dash.
  private func isPartOfName(_ range: Range<Int>) -> Bool {
    var before = range.lowerBound
    while before > 0, before > range.lowerBound - 3, scalars[before - 1] == 0x20 { before -= 1 }
    guard before > 0 else { return false }
    return switch scalars[before - 1] {
    case 0x7B2C, 0x3014, 0x2D, 0x2010...0x2015, 0x7E, 0xFF5E, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2F:
      true
    // 数十, 几十, 上百 are no figures.
    case 0x6570, 0x51E0, 0x4E0A: NumberReader.digit(scalars[range.lowerBound]) == nil
    default: false
    }
  }

  private func afterSpaces(_ offset: Int) -> Int {
    var offset = offset
    let limit = min(scalars.count, offset + 4)
    while offset < limit, scalars[offset] == 0x20 || scalars[offset] == 0x3000 { offset += 1 }
    return offset
  }

  /// Takes a number as a figure where a unit or a percent sign follows.
  private mutating func readFigure(_ number: WrittenNumber, isChinese: Bool) -> Bool {
    var number = number
    var next = afterSpaces(number.range.upperBound)
    guard next < scalars.count else { return false }
    if NumberReader.isPercentSign(scalars[next]), !isChinese {
      append(number, unit: nil, end: next + 1)
      return true
    }
    let isMore = scalars[next] == 0x4F59 || scalars[next] == 0x591A
    if isMore {
      number.exactness = .more
      next = afterSpaces(next + 1)
      if next < scalars.count, !number.isScaled,
        let power = NumberReader.chinesePower(scalars[next]),
        power >= 10_000, number.micros < 1_000_000_000_000
      {
        number.micros *= power
        number.step *= power
        number.isScaled = true
        next += 1
      }
    }
    guard let unit = unit(at: next) else { return false }
    let end = next + FigureUnits.scalars[unit].count
    guard isCounting(unit, end: end, isChinese: isChinese) else { return false }
    append(number, unit: unit, end: end)
    return true
  }

  private mutating func append(_ number: WrittenNumber, unit: Int?, end: Int) {
    var number = number
    var start = number.range.lowerBound
    let before = exactness(before: start)
    if let before {
      start = before.start
      number.exactness =
        number.exactness == .more && before.exactness == .less ? .about : before.exactness
    }
    if let after = exactness(after: end), number.exactness == .exact { number.exactness = after }
    let token = FigureToken(kind: .figure(figures.count), range: start..<end)
    figures.append(CountedFigure(number: number, unit: unit, range: start..<end))
    tokens.append(token)
  }

  private func unit(at offset: Int) -> Int? {
    guard offset < scalars.count, let candidates = FigureUnits.byFirst[scalars[offset]] else {
      return nil
    }
    return candidates.first { candidate in
      let unit = FigureUnits.scalars[candidate]
      guard offset + unit.count <= scalars.count else { return false }
      return unit.indices.allSatisfy { scalars[offset + $0] == unit[$0] }
    }
  }

  /// Whether a unit counts things here: 一件事, 20个工作日, 5个百分点 count nothing.
  private func isCounting(_ unit: Int, end: Int, isChinese: Bool) -> Bool {
    guard end < scalars.count else { return true }
    let next = scalars[end]
    if FigureUnits.all[unit] == "个" {
      return Self.mark(next) != nil || [0x7533, 0x4F9D, 0x653F, 0x4FE1, 0x3001].contains(next)
    }
    guard isChinese else { return true }
    // 事, 龙, 例: 一件事, 一条龙, 两条例.
    return ![0x4E8B, 0x9F99, 0x4F8B, 0x7EBF].contains(next)
  }

  /// 约, 近 and their like that end at an offset.
  private func exactness(before offset: Int) -> (exactness: WrittenNumber.Exactness, start: Int)? {
    var end = offset
    while end > 0, end > offset - 3, scalars[end - 1] == 0x20 { end -= 1 }
    guard end > 0 else { return nil }
    let last = scalars[end - 1]
    let previous = end > 1 ? scalars[end - 2] : 0
    return switch last {
    case 0x7EA6: (.about, end - (previous == 0x5927 ? 2 : 1))
    case 0x8FD1: (.less, end - ([0x5C06, 0x903C].contains(previous) ? 2 : 1))
    case 0x8D85, 0x903E: (.more, end - 1)
    case 0x8FC7 where previous == 0x8D85: (.more, end - 2)
    case 0x51FA where previous == 0x8D85: (.more, end - 2)
    case 0x8DB3, 0x5230: previous == 0x4E0D ? (.less, end - 2) : nil
    case 0x5C11 where previous == 0x81F3: (.more, end - 2)
    case 0x7834 where previous == 0x7A81: (.more, end - 2)
    default: nil
    }
  }

  /// 左右, 上下, 以上 that begin at an offset.
  private func exactness(after offset: Int) -> WrittenNumber.Exactness? {
    guard offset + 1 < scalars.count else { return nil }
    return switch (scalars[offset], scalars[offset + 1]) {
    case (0x5DE6, 0x53F3), (0x4E0A, 0x4E0B): .about
    case (0x4EE5, 0x4E0A): .more
    case (0x4F59, _), (0x591A, _): .more
    default: nil
    }
  }

  /// The mark that a scalar is, in either width.
  static func mark(_ scalar: UInt32) -> FigureToken.Kind? {
    switch scalar {
    case 0xFF0C, 0x2C: .comma
    case 0xFF1A, 0x3A: .colon
    case 0xFF08, 0x28, 0x5B, 0x3010: .open
    case 0xFF09, 0x29, 0x5D, 0x3011: .close
    case 0xFF1B, 0x3B: .semicolon
    case 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F, 0x2026: .sentenceEnd
    case 0x0A, 0x0D: .paragraphEnd
    default: nil
    }
  }
}
