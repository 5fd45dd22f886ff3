package import Documents

extension Document {
  /// The most bytes that a plain text may have: that of a long report has a tenth of it.
  package static let textLimit = 2 << 20
  /// How many lines and fields of tables it may have, all together.
  package static let textPieceLimit = 250_000

  /// Reads a plain text in UTF-8, UTF-16 or GB18030.
  ///
  /// - Throws: `FormatError.tooLarge`, `.tooMany` and `.notText`.
  package init(text bytes: [UInt8], markup: Markup = .none) throws(FormatError) {
    guard bytes.count <= Self.textLimit else { throw .tooLarge(part: "", limit: Self.textLimit) }
    let pieces = bytes.count { byte in
      switch byte {
      case 0x09, 0x0A, 0x0D, UInt8(ascii: "|"): true
      default: false
      }
    }
    guard pieces <= Self.textPieceLimit else {
      throw .tooMany(part: "", limit: Self.textPieceLimit)
    }
    self.init(plainText: try decodedText(bytes), markup: markup)
  }
}
