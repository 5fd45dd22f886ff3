extension Unicode.Scalar {
  /// Whether the scalar is white space, of whatever width.
  ///
  /// As `properties` has it; what most texts are made of is told without its tables.
  package var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x3000: true
    case 0..<0x80, 0x3001...0xFFFF: false
    default: properties.isWhitespace
    }
  }

  /// Whether the scalar is a letter, an ideograph, or stands for a number, in whatever script.
  ///
  /// As `properties` has it; what most texts are made of is told without its tables.
  package var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
    case 0..<0x80, 0x3000...0x3004, 0xFF00...0xFF0F: false
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }

  /// Whether the scalar is a digit above the line, as a note's number is.
  package var isRaisedDigit: Bool {
    switch value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }

  /// The digits above the line, from 0 to 9.
  private static let raisedDigits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

  /// The scalar above the line, where it is a digit.
  fileprivate var raised: Unicode.Scalar {
    0x30...0x39 ~= value ? Self.raisedDigits[Int(value - 0x30)] : self
  }
}

extension String {
  /// The text with its digits above the line: a file that only says how they look would join them to
  /// the number before.
  package var withRaisedDigits: String {
    String(UnicodeScalarView(unicodeScalars.map(\.raised)))
  }
}
