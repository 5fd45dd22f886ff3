import SafeText
import Testing

@Suite("Unsafe characters")
struct UnsafeTests {
  /// What each range is, and that it is unsafe as a whole.
  @Test(
    "are all that may steer, break, turn or hide",
    arguments: [
      ("C0", 0x00...0x1F), ("DEL and C1", 0x7F...0x9F), ("the Arabic mark", 0x61C...0x61C),
      ("the marks of direction", 0x200E...0x200F), ("line and paragraph", 0x2028...0x2029),
      ("embeddings and overrides", 0x202A...0x202E), ("isolates", 0x2066...0x2069),
      ("deprecated marks", 0x206A...0x206F), ("no characters", 0xFDD0...0xFDEF),
      ("annotations", 0xFFF9...0xFFFB), ("no characters", 0xFFFE...0xFFFF),
      ("no characters", 0x1FFFE...0x1FFFF), ("tags", 0xE0000...0xE007F),
      ("no characters", 0x10FFFE...0x10FFFF),
    ] as [(String, ClosedRange<UInt32>)])
  func unsafe(name: String, range: ClosedRange<UInt32>) {
    for scalar in range.compactMap(Unicode.Scalar.init) {
      #expect(scalar.isUnsafe, "\(name): \(scalar.value)")
      #expect("年\(scalar)".hasUnsafeScalars)
    }
    for value in [range.lowerBound &- 1, range.upperBound + 1] {
      guard let scalar = Unicode.Scalar(value), !Self.neighbours.contains(value) else { continue }
      #expect(!scalar.isUnsafe, "beside \(name): \(value)")
    }
  }

  /// Where one range begins right after another.
  static let neighbours: Set<UInt32> = [0x2028, 0x2029, 0x202A, 0x2069, 0x206A, 0xDFFFF]

  @Test("are nothing that is written with, the marks inside of emoji and names included")
  func safe() {
    let texts = [
      "示例县公安局（一）“公开”—…，㎡ 0123456789.-\u{A0}", "👩\u{200D}👩\u{200D}👧", "葛\u{E0100}", "❤\u{FE0F}",
      "می\u{200C}خواهم", "e\u{301}", "\u{200B}\u{2060}\u{FEFF}\u{AD}", "\u{20000}𠮷", "\u{FFFD}",
      "ｶ１Ａ￥", "\u{E000}",
    ]
    for text in texts { #expect(!text.hasUnsafeScalars, "\(text)") }
  }

  @Test("are known by the same property as Unicode's own controls and marks of direction")
  func agreesWithUnicode() {
    for scalar in (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: #expect(scalar.isUnsafe)
      default: break
      }
      if scalar.properties.isBidiControl { #expect(scalar.isUnsafe) }
      if scalar.properties.isNoncharacterCodePoint { #expect(scalar.isUnsafe) }
    }
  }
}
