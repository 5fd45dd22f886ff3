extension Unicode.Scalar {
  /// Whether a scalar may steer a terminal, end a line, turn the direction of writing, or hide text.
  ///
  /// The one list of what never reaches a terminal or a page from a file, an argument or the
  /// environment. Each place that writes decides what it shows instead: an escape, a stand-in or
  /// nothing. The draft itself keeps them, as it keeps whatever it was given.
  ///
  /// Left out on purpose: joiners and other marks without a width of their own (U+200B to U+200D,
  /// U+2060, U+FEFF) and variation selectors. Emoji, several scripts and rare ideographs of names
  /// are made with them, and they neither move nor hide what stands around them.
  package var isUnsafe: Bool {
    // Nearly every scalar is told by one or two comparisons: this is asked for each cell drawn.
    if value < 0x2000 {
      return value < 0x20 || 0x7F...0x9F ~= value || value == 0x61C
    }
    if value < 0x2070 {
      return switch value {
      // The direction of what follows.
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      // The ends of a line and of a paragraph.
      case 0x2028, 0x2029: true
      // Deprecated marks that swap brackets and the shapes of digits.
      case 0x206A...0x206F: true
      default: false
      }
    }
    if value < 0xFDD0 { return false }
    return switch value {
    // Annotations: what stands between them may not be shown.
    case 0xFFF9...0xFFFB: true
    // Tags: whole sentences in characters that nobody sees.
    case 0xE0000...0xE007F: true
    // What never is a character, and what no page can hold.
    case 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}

extension String {
  /// Whether a scalar of the text is unsafe.
  ///
  /// Nearly every text is nothing but plain letters, ideographs and their signs, which the bytes that
  /// scalars begin with tell.
  package var hasUnsafeScalars: Bool {
    for byte in utf8 {
      switch byte {
      case 0x20..<0x7F, 0x80..<0xC0, 0xE3...0xE9: continue
      default: return self[...].hasUnsafeScalars
      }
    }
    return false
  }
}

extension StringProtocol {
  /// Whether a scalar of the text is unsafe.
  package var hasUnsafeScalars: Bool {
    // `contains(where:)` would be made for each kind of text when it is first asked.
    for scalar in unicodeScalars where scalar.isUnsafe { return true }
    return false
  }
}
