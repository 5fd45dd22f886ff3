import SafeText
import Testing

@Suite("Kinds of characters")
struct ScalarKindTests {
  @Test("are what Unicode says, for every character there is")
  func agreesWithUnicode() {
    for scalar in (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let properties = scalar.properties
      if scalar.isBlank != properties.isWhitespace {
        Issue.record("U+\(String(scalar.value, radix: 16)) is a blank: \(scalar.isBlank)")
      }
      let isLetterOrDigit = properties.isAlphabetic || properties.numericType != nil
      if scalar.isLetterOrDigit != isLetterOrDigit {
        Issue.record("U+\(String(scalar.value, radix: 16)) is a letter: \(scalar.isLetterOrDigit)")
      }
    }
  }
}
