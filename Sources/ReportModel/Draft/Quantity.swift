/// An exact decimal as it stands in a cell: at most 15 digits, at most 6 of them after the point.
///
/// It keeps the digits that were given: 1.50 stays 1.50. Two quantities are equal when they are
/// written alike; compare `micros` to compare their values.
package struct Quantity: Hashable, Sendable {
  /// All digits as one whole number, with the sign.
  package let digits: Int64

  /// How many of the digits stand after the point, 0 … 6.
  package let fractionCount: UInt8

  /// The most digits a quantity may have.
  package static let digitLimit = 15

  /// The most bytes of a number as people type it: room for full-width digits and leading zeros.
  private static let typedLimit = 120

  /// The most digits after the point.
  package static let fractionLimit = 6

  private static let digitsLimit: Int64 = 1_000_000_000_000_000

  /// A whole number, or nil beyond 15 digits.
  package init?(whole: Int64) {
    guard whole.magnitude < Self.digitsLimit.magnitude else { return nil }
    digits = whole
    fractionCount = 0
  }

  private init?(digits: Int64, fractionCount: Int) {
    guard digits.magnitude < Self.digitsLimit.magnitude else { return nil }
    guard 0...Self.fractionLimit ~= fractionCount else { return nil }
    self.digits = digits
    self.fractionCount = UInt8(fractionCount)
  }

  package static let zero = Quantity(wholeDigits: 0)

  private init(wholeDigits: Int64) {
    digits = wholeDigits
    fractionCount = 0
  }

  /// The value in millionths; exact, and sums of these are exact.
  package var micros: Int128 {
    Int128(digits) * Int128(Self.powerOfTen(Self.fractionLimit - Int(fractionCount)))
  }

  /// The quantity of a value in millionths without needless digits, or nil beyond the limits.
  package init?(micros: Int128) {
    let (whole, rest) = micros.quotientAndRemainder(dividingBy: 1_000_000)
    var (digits, fractionCount) = rest == 0 ? (whole, 0) : (micros, Self.fractionLimit)
    while fractionCount > 0, digits % 10 == 0 {
      digits /= 10
      fractionCount -= 1
    }
    guard let exact = Int64(exactly: digits) else { return nil }
    self.init(digits: exact, fractionCount: fractionCount)
  }

  /// 1 with so many zeros, as far as digits after the point go.
  private static func powerOfTen(_ zeros: Int) -> Int64 {
    switch zeros {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    default: 1_000_000
    }
  }

  /// Whether the value is a whole number, as 3 and 3.0 are.
  package var isWhole: Bool {
    fractionCount == 0 || digits % Self.powerOfTen(Int(fractionCount)) == 0
  }

  package var isNegative: Bool { digits < 0 }

  /// Whether the value is 0, however it is written.
  package var isZero: Bool { digits == 0 }

  /// The same value without digits after the point where it is whole: 1.0 becomes 1.
  ///
  /// Counts are kept so; amounts keep the digits they were given.
  package var withoutEmptyFraction: Quantity {
    fractionCount > 0 && isWhole ? Quantity(micros: micros) ?? self : self
  }
}

extension Quantity: CustomStringConvertible {
  /// The digits with an ASCII point and sign, as a draft file and a published table have them.
  package var description: String {
    let magnitude = String(digits.magnitude)
    let fraction = Int(fractionCount)
    let sign = digits < 0 ? "-" : ""
    guard fraction > 0 else { return sign + magnitude }
    let padded = String(repeating: "0", count: max(0, fraction + 1 - magnitude.count)) + magnitude
    return sign + padded.dropLast(fraction) + "." + padded.suffix(fraction)
  }
}

extension Quantity {
  /// Reads a number by the grammar of JSON, exponents included; nil beyond the limits.
  ///
  /// A number written with an exponent, or as -0, comes back as the plain number it is.
  package init?(json text: String) {
    if let whole = Quantity(digits: text) {
      self = whole
      return
    }
    let parts = Substring(text).split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first else { return nil }
    guard parts.count == 2 else {
      self.init(plain: mantissa)
      return
    }
    guard let exponent = Int(parts[1]), exponent.magnitude <= 400 else {
      // Only zero survives an exponent of any size.
      guard mantissa.allSatisfy({ "-0.".contains($0) }) else { return nil }
      self = .zero
      return
    }
    self.init(mantissa: mantissa, exponent: exponent)
  }

  /// The value of a text of digits alone, as nearly all figures are written; nil for what takes more
  /// reading.
  package init?(digits text: some StringProtocol) {
    guard 1...Self.digitLimit ~= text.utf8.count else { return nil }
    var value: Int64 = 0
    for byte in text.utf8 {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    self.init(wholeDigits: value)
  }

  private init?(mantissa: some StringProtocol, exponent: Int) {
    var digits: [UInt8] = []
    var shift = exponent
    var afterPoint = false
    for character in mantissa where character != "-" {
      if character == "." {
        afterPoint = true
      } else if let digit = character.wholeNumberValue {
        digits.append(UInt8(digit))
        if afterPoint { shift -= 1 }
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      shift += 1
    }
    let significant = digits.drop { $0 == 0 }
    guard !significant.isEmpty else {
      self = .zero
      return
    }
    guard significant.count <= Self.digitLimit, shift >= -Self.fractionLimit,
      significant.count + max(0, shift) <= Self.digitLimit
    else { return nil }
    var value: Int64 = 0
    for digit in significant { value = value * 10 + Int64(digit) }
    for _ in 0..<max(0, shift) { value *= 10 }
    if mantissa.first == "-" { value = -value }
    self.init(digits: value, fractionCount: max(0, -shift))
  }

  /// Reads plain digits with an optional sign and point.
  private init?(plain text: some StringProtocol) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty || parts.count == 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    let digits = whole.drop { $0 == "0" } + fraction
    guard digits.utf8.count <= Self.digitLimit,
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    var value: Int64 = 0
    for byte in digits.utf8 { value = value * 10 + Int64(byte - UInt8(ascii: "0")) }
    self.init(digits: isNegative ? -value : value, fractionCount: fraction.utf8.count)
  }
}

extension Quantity {
  /// Reads what a person typed or a report shows: full-width digits and signs count, blanks
  /// around are ignored, a comma is dropped where it groups thousands.
  ///
  /// - Returns: nil for what is no number within the limits; an empty text is no number either.
  package init?(typed text: some StringProtocol) {
    if let plain = Quantity(digits: text) {
      self = plain
      return
    }
    let trimmed = Self.trimmed(text)
    guard trimmed.utf8.count <= Self.typedLimit else { return nil }
    var plain = ""
    var groups: [Int] = []
    var count = 0
    for character in trimmed {
      switch character {
      case "0"..."9": plain.append(character)
      case "０"..."９":
        guard let digit = character.wholeNumberValue else { return nil }
        plain += String(digit)
      case "-", "－", "−", "﹣": plain.append("-")
      case "+", "＋": plain.append("+")
      case ".", "．", "。": plain.append(".")
      case ",", "，":
        groups.append(count)
        count = 0
        continue
      default: return nil
      }
      count = plain.contains(".") ? count : count + 1
    }
    if !groups.isEmpty {
      // 1,234,567: the first group has one to three digits (a sign beside), every other three.
      let sign = plain.first == "-" || plain.first == "+" ? 1 : 0
      let first = groups[0] - sign
      let wholeCount = plain.prefix { $0 != "." }.count
      guard 1...3 ~= first, groups.dropFirst().allSatisfy({ $0 == 3 }),
        wholeCount - groups.reduce(0, +) == 3
      else { return nil }
    }
    let unsigned = plain.first == "-" || plain.first == "+" ? plain.dropFirst() : plain[...]
    guard let start = unsigned.first, start.isWholeNumber || start == "." else { return nil }
    self.init(plain: plain)
  }

  private static func trimmed(_ text: some StringProtocol) -> Substring {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
