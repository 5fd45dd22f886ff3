import SafeText

extension StringProtocol {
  /// The text without blanks at its ends, with one blank for several, and without what has no width
  /// or is unsafe.
  var cleaned: String {
    var text = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.isBlank {
        isPending = !text.isEmpty
      } else if !scalar.isUnsafe, !(0x200B...0x200D ~= scalar.value), scalar.value != 0xFEFF {
        if isPending { text.append(" ") }
        isPending = false
        text.append(scalar)
      }
    }
    return String(text)
  }
}
