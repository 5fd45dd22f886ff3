package import Documents

extension Document {
  /// The document as Markdown with the tables of GitHub, which know no cells that span: a place
  /// under one is empty.
  ///
  /// Texts come out as they are written, whatever they would mean in Markdown. The same document
  /// always gives the same bytes.
  package func markdown(_ edition: Edition) -> [UInt8] {
    var pieces = edition == .draft ? ["**草稿**"] : []
    for block in blocks {
      switch block {
      case .heading(let level, let paragraph):
        let signs = String(repeating: "#", count: min(max(level, 1), 6))
        pieces.append(signs + " " + markdownEscaped(paragraph.text))
      case .paragraph(let paragraph): pieces.append(markdownParagraph(paragraph.text))
      case .table(let table): pieces.append(table.markdown)
      }
    }
    if let signature {
      pieces += [signature.organ, signature.date].map(markdownParagraph)
    }
    return Array((pieces.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n").utf8)
  }
}

extension DocumentTable {
  fileprivate var markdown: String {
    let rows = expandedTexts
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return "" }
    var lines = rows.map { row in
      let cells = row + Array(repeating: "", count: width - row.count)
      return "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
    return lines.joined(separator: "\n")
  }
}

/// A paragraph, with a backslash also before what would make it an item of a list or a rule.
func markdownParagraph(_ text: String) -> String {
  var escaped = markdownEscaped(text)
  let number = escaped.utf8.prefix { 0x30...0x39 ~= $0 }
  let rest = escaped.unicodeScalars.dropFirst(number.count)
  guard let sign = rest.first else { return escaped }
  let isAlone = rest.dropFirst().first.map { $0 == " " } ?? true
  let beginsItem =
    number.isEmpty ? "-+=".unicodeScalars.contains(sign) : ".)".unicodeScalars.contains(sign)
  if beginsItem, number.isEmpty || isAlone {
    escaped.unicodeScalars.insert("\\", at: rest.startIndex)
  }
  return escaped
}

/// The text in one line, with a backslash before every sign that would be markup.
func markdownEscaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  let scalars = Array(harmless(text).unicodeScalars.drop { $0 == " " })
  for (index, scalar) in scalars.enumerated() {
    let isMarkup: Bool =
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "#": true
      // A name between colons is a picture.
      case ":": index + 1 < scalars.count && isNameStart(scalars[index + 1])
      default: false
      }
    if isMarkup { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}

private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "+" || scalar == "-")
}
