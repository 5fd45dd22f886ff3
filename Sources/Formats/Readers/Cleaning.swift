import SafeText

extension StringProtocol {
  /// The text without blanks at its ends, with one blank for several, and without what has no width
  /// or is unsafe.
  var cleaned: String {
    // Nearly every text is clean.
    if unicodeScalars.allSatisfy({ !$0.isBlank && $0.isSeen }) { return String(self) }
    var text = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isBlank {
        isPending = !text.isEmpty
      } else if scalar.isSeen {
        if isPending { text.append(" ") }
        isPending = false
        text.append(scalar)
      }
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar has a width and is safe.
  fileprivate var isSeen: Bool {
    !isUnsafe && !(0x200B...0x200D ~= value) && value != 0xFEFF
  }
}
