import SafeText

/// The text as it stands between tags or in quotes: no markup, and nothing that XML cannot hold.
func xmlEscaped(_ text: String) -> String {
  let text = harmless(text)
  guard text.utf8.contains(where: "&<>\"".utf8.contains) else { return text }
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// The text in one line, without the scalars that steer, turn or hide what stands around them.
func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.isUnsafe || $0.endsLine }) else { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.endsLine {
      kept.append(" ")
    } else if !scalar.isUnsafe {
      kept.append(scalar)
    }
  }
  return String(kept)
}

extension Unicode.Scalar {
  /// Whether the scalar ends a line or a field.
  fileprivate var endsLine: Bool {
    switch self {
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
