package import Documents

extension Document {
  /// The document as plain text: a line a paragraph, set in by two letters, and tables as rows with
  /// tabs.
  ///
  /// An import reads it back. The same document always gives the same bytes.
  package func plainText(
    _ edition: Edition, encoding: TextEncoding = .utf8
  ) throws(FormatError) -> [UInt8] {
    var text = edition == .draft ? "草稿\n\n" : ""
    for block in blocks {
      switch block {
      case .heading(1, let paragraph): text += harmless(paragraph.text) + "\n\n"
      case .heading(_, let paragraph): text += "\n" + harmless(paragraph.text) + "\n"
      case .paragraph(let paragraph): text += "　　" + harmless(paragraph.text) + "\n"
      case .table(let table): text += table.tabbed
      }
    }
    if let signature {
      text += "\n\(harmless(signature.organ))\n\(harmless(signature.date))\n"
    }
    return try encoding.bytes(of: text)
  }
}

extension DocumentTable {
  /// The rows with a tab between the cells; a place under a cell that spans is empty.
  fileprivate var tabbed: String {
    expandedTexts.map { row in
      // A single cell without a tab would be a paragraph.
      row.map(harmless).joined(separator: "\t") + (row.count == 1 ? "\t\n" : "\n")
    }.joined()
  }
}
