import SafeText

extension Document {
  /// The document as a page of HTML that needs no other file, on screen and on paper.
  ///
  /// The same document always gives the same bytes. Whatever stands in the texts is shown as text;
  /// `language` tells browsers what they are written in, after BCP 47.
  package func html(_ edition: Edition, language: String = "zh-CN") -> String {
    var html = HTMLWriter()
    html.open(title: title, language: language, edition: edition)
    for block in blocks { html.write(block) }
    if let signature { html.write(signature) }
    html.close()
    return html.text
  }
}

/// The page as far as it is written.
private struct HTMLWriter {
  private(set) var text = ""

  mutating func open(title: String, language: String, edition: Edition) {
    text += """
      <!DOCTYPE html>
      <html lang="\(escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <style>
      \(htmlStyle)\(edition == .draft ? htmlDraftStyle : "")</style>
      </head>
      <body>
      <main>

      """
    if edition == .draft { text += "<p class=\"draft\">草稿</p>\n" }
  }

  mutating func close() {
    text += "</main>\n</body>\n</html>\n"
  }

  mutating func write(_ block: Document.Block) {
    switch block {
    case .heading(let level, let paragraph):
      let tag = "h\(min(max(level, 1), 6))"
      text += "<\(tag)>\(escaped(paragraph.text))</\(tag)>\n"
    case .paragraph(let paragraph):
      text += "<p>\(escaped(paragraph.text))</p>\n"
    case .table(let table):
      write(table)
    }
  }

  mutating func write(_ signature: Signature) {
    text += "<div class=\"signature\">\n"
    for (line, indent) in [
      (signature.organ, signature.organIndent), (signature.date, signature.dateIndent),
    ] where !line.isEmpty {
      let width = "\(indent / 2)\(indent % 2 == 0 ? "" : ".5")em"
      text += "<p style=\"margin-right: \(width)\">\(escaped(line))</p>\n"
    }
    text += "</div>\n"
  }

  private mutating func write(_ table: DocumentTable) {
    let grid = TableGrid(table)
    let manner = grid.width > 6 ? " class=\"wide\"" : ""
    let label = table.label.isEmpty ? "" : " aria-label=\"\(escaped(table.label))\""
    text += "<table\(manner)\(label)>\n"
    write(grid)
    write(table.rows.prefix(table.headerRowCount), in: "thead")
    write(table.rows.dropFirst(table.headerRowCount), in: "tbody")
    text += "</table>\n"
  }

  /// How wide the columns are: left to itself a program gives the labels all, and breaks what stands
  /// over the figures after each letter.
  private mutating func write(_ grid: TableGrid) {
    guard 1...Self.columnLimit ~= grid.width else { return }
    // Half a letter of 9 points, or of 10.5, in twentieths of a point.
    let widths = grid.columnWidths(
      total: Self.textWidth, unit: grid.width > 6 ? 90 : 105, padding: 145)
    text += "<colgroup>\n"
    for width in widths {
      let tenths = width * 1000 / Self.textWidth
      text += "<col style=\"width: \(tenths / 10).\(tenths % 10)%\">\n"
    }
    text += "</colgroup>\n"
  }

  /// 156 mm in twentieths of a point.
  private static let textWidth = 8844
  private static let columnLimit = 100

  private mutating func write(_ rows: ArraySlice<DocumentTable.Row>, in group: String) {
    guard !rows.isEmpty else { return }
    text += "<\(group)>\n"
    for row in rows {
      // What stands beside several rows may be higher than the first of them.
      let begins =
        row.isHeadings || row.cells.contains { $0.role == .header(.rowGroup) && $0.rowSpan > 1 }
      text += begins ? "<tr class=\"begins\">\n" : "<tr>\n"
      for cell in row.cells { write(cell) }
      text += "</tr>\n"
    }
    text += "</\(group)>\n"
  }

  private mutating func write(_ cell: DocumentTable.Cell) {
    var attributes = ""
    if cell.rowSpan > 1 { attributes += " rowspan=\"\(cell.rowSpan)\"" }
    if cell.columnSpan > 1 { attributes += " colspan=\"\(cell.columnSpan)\"" }
    switch cell.role {
    case .header(let scope):
      text += "<th scope=\"\(scope.rawValue)\"\(attributes)>\(escaped(cell.text))</th>\n"
    case .figure(let address):
      if let address { attributes = " data-address=\"\(escaped("\(address)"))\"" + attributes }
      text += "<td\(attributes)>\(escaped(cell.text))</td>\n"
    case .words: text += "<td class=\"words\"\(attributes)>\(escaped(cell.text))</td>\n"
    }
  }
}

/// The text as it stands between tags or in quotes: no markup, no control characters.
private func escaped(_ text: String) -> String {
  // Nearly every text stays as it is.
  guard text.unicodeScalars.contains(where: { $0.isMarkup || $0.isUnsafe }) else { return text }
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
    case "\t", "\n", "\r": escaped.append(" ")
    case "\u{2028}", "\u{2029}": escaped.append(" ")
    default:
      // Marks that turn the direction of writing could make a figure look like another.
      if !scalar.isUnsafe { escaped.append(scalar) }
    }
  }
  return String(escaped)
}

extension Unicode.Scalar {
  /// Whether the scalar means something in HTML, or breaks a line.
  fileprivate var isMarkup: Bool {
    switch self {
    case "&", "<", ">", "\"", "\t", "\n", "\r", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
