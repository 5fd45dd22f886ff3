/// A text as the rules over words read it: one width, no blanks.
///
/// Blanks within a text are an accident of typing and of page layout (国务院令第 711 号), and so is
/// the width of brackets and digits. What is found is told in offsets of the text as it stands.
struct WordScan: Sendable {
  /// The text as it stands.
  let text: TextScan
  /// The text folded, one value a scalar.
  let scalars: [UInt32]
  /// For each folded scalar its offset in the text.
  let origins: [Int]
  /// The sentences of the folded text, without the mark that ends them.
  let sentences: [Range<Int>]

  init(_ text: TextScan) {
    self.text = text
    var scalars: [UInt32] = []
    var origins: [Int] = []
    scalars.reserveCapacity(text.scalars.count)
    origins.reserveCapacity(text.scalars.count)
    for (offset, scalar) in text.scalars.enumerated() {
      if Self.isBlank(scalar) {
        guard Self.separates(offset, in: text.scalars) else { continue }
        scalars.append(0x20)
      } else {
        scalars.append(Self.folded(scalar))
      }
      origins.append(offset)
    }
    self.scalars = scalars
    self.origins = origins
    var sentences: [Range<Int>] = []
    var start = 0
    for (offset, scalar) in scalars.enumerated() where Self.endsSentence(scalar) {
      if offset > start { sentences.append(start..<offset) }
      start = offset + 1
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    self.sentences = sentences
  }

  /// Where a folded range stands in the text.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, let first = range.first else { return 0..<0 }
    return origins[first]..<origins[last] + 1
  }

  /// The folded scalar at an offset; 0 outside the text.
  func scalar(at offset: Int) -> UInt32 {
    scalars.indices.contains(offset) ? scalars[offset] : 0
  }

  /// Whether a blank keeps two words or two numbers apart; digits that all stand alone are one
  /// number set wide.
  private static func separates(_ offset: Int, in scalars: [UInt32]) -> Bool {
    guard offset > 0, offset + 1 < scalars.count else { return false }
    let before = folded(scalars[offset - 1])
    let after = folded(scalars[offset + 1])
    guard isWordLike(before), isWordLike(after) else { return false }
    guard isDigit(before), isDigit(after) else { return true }
    let isAloneBefore = offset < 2 || !isDigit(folded(scalars[offset - 2]))
    let isAloneAfter = offset + 2 >= scalars.count || !isDigit(folded(scalars[offset + 2]))
    return !(isAloneBefore && isAloneAfter)
  }

  /// 。！？；… and line ends, folded.
  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0x21, 0x3F, 0x3B, 0x2026, 0x0A, 0x0D: true
    default: false
    }
  }
}

extension WordScan {
  /// A word as folded text has it.
  static func folded(_ word: String) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(word.utf8.count / 3 + 1)
    for scalar in word.unicodeScalars where !isBlank(scalar.value) {
      scalars.append(folded(scalar.value))
    }
    return scalars
  }

  /// Whether a word stands somewhere in a short text, such as a name.
  static func contains(_ word: [UInt32], in text: [UInt32]) -> Bool {
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { start in
      word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }

  /// Half width for what exists in full width, and one kind of square bracket.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x4E00...0x9FFF: scalar
    case 0x3014, 0x3010, 0xFE5D, 0xFF3B: 0x5B
    case 0x3015, 0x3011, 0xFE5E, 0xFF3D: 0x5D
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFE59: 0x28
    case 0xFE5A: 0x29
    default: scalar
    }
  }

  /// Whether nothing is to be seen: blanks of all widths, and what has no width.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x00AD, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isLineEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  static func isLetter(_ scalar: UInt32) -> Bool {
    0x41...0x5A ~= scalar || 0x61...0x7A ~= scalar
  }

  static func isWordLike(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }

  static func isIdeograph(_ scalar: UInt32) -> Bool {
    0x4E00...0x9FFF ~= scalar || 0x3400...0x4DBF ~= scalar || 0x20000...0x3FFFF ~= scalar
  }

  /// The value of a Chinese digit of one place, 〇 to 九.
  static func chineseDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0
    case 0x4E00: 1
    case 0x4E8C: 2
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
}
