/// A number as a text writes it, with its value.
struct WrittenNumber: Equatable, Sendable {
  /// How exactly the number is meant.
  enum Exactness: Equatable, Sendable {
    case exact
    /// 约, 左右.
    case about
    /// 余, 多, 超, 逾, 以上.
    case more
    /// 近, 不足.
    case less
  }

  /// Where the digits and 万 stand.
  var range: Range<Int>
  /// The value in millionths.
  var micros: Int128
  /// One of the last digit that is written, in millionths.
  var step: Int128
  var exactness: Exactness = .exact
  /// Whether it is written in 万 or 亿, which rounds.
  var isScaled = false

  /// The values that the words allow, both ends included.
  var bounds: ClosedRange<Int128> {
    switch exactness {
    case .exact: isScaled ? (micros - step)...(micros + step) : micros...micros
    case .about: (micros - slack)...(micros + slack)
    case .more: micros...(micros + slack)
    case .less: (micros - slack)...micros
    }
  }

  /// What a rounded number leaves open: one of its last digit that is not 0, at least a tenth.
  private var slack: Int128 {
    var grain = step
    while micros != 0, grain <= micros, micros % (grain * 10) == 0 { grain *= 10 }
    return max(grain, micros / 10)
  }
}

/// Reads numbers where they begin; every method is total and looks at each scalar once.
struct NumberReader {
  let scalars: [UInt32]
  let end: Int

  /// The most digits of a number that is a figure.
  private static let digitLimit = 15
  private static let one: Int128 = 1_000_000
  private static let limit: Int128 = 1_000_000_000_000_000 * one

  /// The digit that a scalar is, in either width.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar) - 0x30
    case 0xFF10...0xFF19: Int(scalar) - 0xFF10
    default: nil
    }
  }

  /// The value of a Chinese digit, 两 included.
  static func chineseDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x96F6, 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// The value of 十, 百, 千, 万, 亿.
  static func chinesePower(_ scalar: UInt32) -> Int128? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    case 0x4E07: 10_000
    case 0x4EBF: 100_000_000
    default: nil
    }
  }

  /// A number in digits, and where reading goes on; no number where it is none that counts.
  func digits(at start: Int) -> (number: WrittenNumber?, next: Int) {
    var offset = start
    var value: Int128 = 0
    var count = 0
    var groups = 0
    var step = Self.one
    while offset < end {
      if let digit = Self.digit(scalars[offset]) {
        count += 1
        if count <= Self.digitLimit { value = value * 10 + Int128(digit) }
        offset += 1
      } else if isGrouping(at: offset, digitsBefore: count, groups: groups) {
        groups += 1
        offset += 1
      } else {
        break
      }
    }
    guard offset < end, isPoint(scalars[offset]), isDigit(offset + 1) else {
      return (written(start..<offset, value, step, count), offset)
    }
    offset += 1
    while offset < end, let digit = Self.digit(scalars[offset]) {
      count += 1
      if count <= Self.digitLimit, step > 1 {
        value = value * 10 + Int128(digit)
        step /= 10
      }
      offset += 1
    }
    guard offset < end, isPoint(scalars[offset]), isDigit(offset + 1) else {
      return (written(start..<offset, value, step, count), offset)
    }
    // 1.2.3 numbers something.
    while offset < end, isPoint(scalars[offset]) || isDigit(offset) { offset += 1 }
    return (nil, offset)
  }

  private func written(
    _ range: Range<Int>, _ value: Int128, _ step: Int128, _ count: Int
  ) -> WrittenNumber? {
    guard count <= Self.digitLimit else { return nil }
    return WrittenNumber(range: range, micros: value * step, step: step)
  }

  /// A comma with three digits and no fourth after it, and at most three before the first.
  private func isGrouping(at offset: Int, digitsBefore: Int, groups: Int) -> Bool {
    guard scalars[offset] == 0x2C || scalars[offset] == 0xFF0C else { return false }
    return (groups > 0 || 1...3 ~= digitsBefore) && hasThreeDigits(after: offset)
  }

  private func hasThreeDigits(after offset: Int) -> Bool {
    guard isDigit(offset + 1), isDigit(offset + 2), isDigit(offset + 3), !isDigit(offset + 4)
    else { return false }
    // 67，100% are two numbers.
    return offset + 4 >= end || !Self.isPercentSign(scalars[offset + 4])
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < end && Self.digit(scalars[offset]) != nil
  }

  private func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0xFF0E }

  static func isPercentSign(_ scalar: UInt32) -> Bool { scalar == 0x25 || scalar == 0xFF05 }

  /// A number in Chinese numerals, and where reading goes on.
  ///
  /// Digits alone, as in 二〇二三, are read one by one.
  func chinese(at start: Int) -> (number: WrittenNumber?, next: Int) {
    var offset = start
    var total: Int128 = 0
    var section: Int128 = 0
    var digit: Int128?
    var plain: Int128 = 0
    var count = 0
    var hasPower = false
    while offset < end {
      if let next = Self.chineseDigit(scalars[offset]) {
        digit = Int128(next)
        if count < Self.digitLimit { plain = plain * 10 + Int128(next) }
      } else if let power = Self.chinesePower(scalars[offset]) {
        hasPower = true
        if power >= 10_000 {
          section += digit ?? 0
          if power == 100_000_000 {
            total = min((total + section) * power, Self.limit)
          } else {
            total += min(section, Self.limit) * power
          }
          section = 0
        } else {
          section += (digit ?? 1) * power
        }
        digit = nil
      } else {
        break
      }
      count += 1
      offset += 1
    }
    guard 1...Self.digitLimit ~= count else { return (nil, offset) }
    let value = hasPower ? total + section + (digit ?? 0) : plain
    guard value < Self.limit / Self.one else { return (nil, offset) }
    return (WrittenNumber(range: start..<offset, micros: value * Self.one, step: Self.one), offset)
  }

  /// The number times the 百, 千, 万, 亿 that follow it, if any.
  func scaled(_ number: WrittenNumber) -> WrittenNumber? {
    var number = number
    var offset = number.range.upperBound
    // 752.45 万元: a space stands before 万 as it may before a unit.
    while offset < end, offset < number.range.upperBound + 2, scalars[offset] == 0x20 {
      offset += 1
    }
    if offset < end, Self.chinesePower(scalars[offset]) == nil { offset = number.range.upperBound }
    while offset < end, let power = Self.chinesePower(scalars[offset]), power > 10 {
      guard number.micros < Self.limit / power else { return nil }
      number.micros *= power
      number.step *= power
      number.isScaled = true
      offset += 1
    }
    number.range = number.range.lowerBound..<offset
    return number
  }
}
