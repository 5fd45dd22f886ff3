/// A number as a file writes it, digit by digit.
struct DecimalText: Equatable {
  private var isNegative: Bool
  /// The digits without leading zeros.
  private var digits: [UInt8]
  /// How many of the digits stand before the point; may be negative, or more than there are.
  private var pointPosition: Int

  /// Reads digits with a point and an exponent, each where it may stand; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard 1...2 ~= parts.count, let exponent = parts.count == 2 ? Int(parts[1]) : 0,
      -30...30 ~= exponent
    else { return nil }
    var mantissa = parts[0].utf8[...]
    isNegative = mantissa.first == UInt8(ascii: "-")
    if isNegative { mantissa = mantissa.dropFirst() }
    let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard 1...2 ~= halves.count, halves.joined().allSatisfy({ 0x30...0x39 ~= $0 }),
      !halves[0].isEmpty
    else { return nil }
    let all = halves.joined().map { $0 - 0x30 }
    let zeros = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(zeros))
    pointPosition = halves[0].count + exponent - zeros
  }

  /// The number with at most so many digits that count, half away from zero.
  func rounded(to count: Int) -> DecimalText {
    guard digits.count > count else { return self }
    var rounded = self
    rounded.digits = Array(digits.prefix(count))
    guard digits[count] >= 5 else { return rounded.withoutLastZeros }
    var place = count - 1
    while place >= 0, rounded.digits[place] == 9 {
      rounded.digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      rounded.digits[place] += 1
    } else {
      rounded.digits.insert(1, at: 0)
      rounded.pointPosition += 1
    }
    return rounded.withoutLastZeros
  }

  /// The number without zeros that only rounding put behind the point.
  private var withoutLastZeros: DecimalText {
    var shorter = self
    while shorter.digits.count > max(0, shorter.pointPosition), shorter.digits.last == 0 {
      shorter.digits.removeLast()
    }
    return shorter
  }

  /// The number without an exponent.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    let padded =
      Array(repeating: UInt8(0), count: max(0, 1 - pointPosition)) + digits
      + Array(repeating: UInt8(0), count: max(0, pointPosition - digits.count))
    let point = max(1, pointPosition)
    let letters = padded.map { Character(Unicode.Scalar($0 + 0x30)) }
    let whole = String(letters.prefix(point))
    let rest = String(letters.dropFirst(point))
    return (isNegative ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
  }
}
