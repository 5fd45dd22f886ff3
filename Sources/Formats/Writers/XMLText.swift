import SafeText

/// The text as it stands between tags or in quotes: no markup, and nothing that XML cannot hold.
func xmlEscaped(_ text: String) -> String {
  var escaped = ""
  for scalar in harmless(text).unicodeScalars {
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
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": kept.append(" ")
    default: if !scalar.isUnsafe { kept.append(scalar) }
    }
  }
  return String(kept)
}
