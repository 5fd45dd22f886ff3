import CellGrid
import Terminal
import Testing

/// A generator that gives the same numbers in every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

private func isPlainCharacter(_ input: Input) -> Bool {
  guard case .key(let key) = input, case .character = key.code else { return false }
  return key.modifiers.isDisjoint(with: [.control, .alt])
}

@Suite("Noise")
struct KeyDecoderNoiseTests {
  /// A whole control sequence with any parameters and any final byte.
  private func sequence(using random: inout Seeded) -> [UInt8] {
    let isSingleShift = Int.random(in: 0..<4, using: &random) == 0
    var bytes: [UInt8] = [0x1B, UInt8(ascii: isSingleShift ? "O" : "[")]
    for _ in 0..<Int.random(in: isSingleShift ? 1...2 : 0...12, using: &random) {
      bytes.append(.random(in: 0x30...0x3F, using: &random))
    }
    if !isSingleShift, Int.random(in: 0..<4, using: &random) == 0 {
      bytes.append(.random(in: 0x20...0x2F, using: &random))
    }
    bytes.append(.random(in: 0x40...0x7E, using: &random))
    return bytes
  }

  @Test("types nothing, whatever the sequence")
  func typesNothing() {
    var random = Seeded(state: 2021)
    for _ in 0..<200_000 {
      var decoder = KeyDecoder()
      let bytes = sequence(using: &random)
      let inputs = decoder.decode(bytes) + decoder.timeOut()
      if inputs.contains(where: isPlainCharacter) { Issue.record("\(bytes) typed \(inputs)") }
    }
  }

  @Test("is survived, and what comes after a silence is heard")
  func isSurvived() {
    var random = Seeded(state: 7)
    var decoder = KeyDecoder(terminalKeys: [Array("\u{1B}[L".utf8): .function(1)])
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : [0x1B, 0x5B, 0x4F, 0x5D, 0x3B, 0x7E, 0x24].randomElement(using: &random) ?? 0x1B
      }
      _ = decoder.decode(bytes)
      _ = decoder.timeOut()
      #expect(!decoder.isPending)
    }
    #expect(decoder.decode([0x61]) == [.key(.character("a"))])
  }
}
