import SafeText

extension Document {
  /// Reads a plain text.
  ///
  /// Lines with tabs or `|` become rows of tables, empty fields kept; every other line with
  /// anything on it is a paragraph. Page numbers are taken out and listed. Any text can be read.
  package init(plainText text: String) {
    var reader = PlainTextReader()
    var number = 0
    var rest = text.unicodeScalars[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(where: \.endsLine) ?? rest.endIndex
      reader.read(String(rest[..<end].filter { !$0.isDropped }), number: number)
      guard end < rest.endIndex else { break }
      let next = rest.index(after: end)
      let isPair = rest[end] == "\r" && next < rest.endIndex && rest[next] == "\n"
      rest = rest[(isPair ? rest.index(after: next) : next)...]
    }
    reader.closeTable()
    self.init(title: "", blocks: reader.blocks, furniture: reader.furniture)
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool {
    0x0A...0x0D ~= value || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Whether the scalar is dropped when a text is read: an unsafe one other than a tab, or a mark
  /// without a width, as pages that were copied from have between words and figures.
  fileprivate var isDropped: Bool {
    (isUnsafe && value != 0x09) || 0x200B...0x200D ~= value || value == 0xFEFF
  }
}

/// What has been read so far of a plain text.
private struct PlainTextReader {
  var blocks: [Document.Block] = []
  var furniture: [Paragraph] = []
  private var rows: [DocumentTable.Row] = []
  private var origin = DocumentTable.Origin.text

  mutating func read(_ line: String, number: Int) {
    let text = line.trimmed
    let marker = extractorMarker(text)
    if text.isEmpty {
      closeTable()
    } else if let marker {
      closeTable()
      origin = marker
      furniture.append(Paragraph(text, line: number))
    } else if let fields = fields(of: line) {
      guard !fields.allSatisfy(isRule) else { return }
      let cells = fields.map { DocumentTable.Cell($0, role: .figure(nil)) }
      rows.append(DocumentTable.Row(cells, line: number))
    } else if isPageNumber(text) {
      furniture.append(Paragraph(text, line: number))
    } else if origin == .extract {
      let cell = DocumentTable.Cell(text, role: .figure(nil))
      rows.append(DocumentTable.Row([cell], line: number))
    } else {
      closeTable()
      blocks.append(.paragraph(Paragraph(text, line: number)))
    }
  }

  mutating func closeTable() {
    guard !rows.isEmpty else { return }
    blocks.append(.table(DocumentTable(rows: rows, origin: origin)))
    rows = []
  }

  /// The lines that extractors of PDF text put between a page's text and its tables.
  private func extractorMarker(_ text: String) -> DocumentTable.Origin? {
    if text.hasPrefix("--- table") { return .extract }
    return text.hasPrefix("=== page") ? .text : nil
  }

  /// The fields of a line with tabs or bars; nil for any other line.
  private func fields(of line: String) -> [String]? {
    if line.utf8.contains(UInt8(ascii: "\t")) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
      // A paragraph set in with a tab is no row.
      return fields.dropFirst().count { !$0.isEmpty } + (fields.count > 2 ? 1 : 0) > 1
        || fields.first?.isEmpty == false ? fields : nil
    }
    guard line.utf8.contains(UInt8(ascii: "|")) else { return nil }
    let text = line.trimmed
    guard text.hasPrefix("|") || line.contains(" | ") else { return nil }
    var fields = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    // Outer bars frame the row; without them a leading bar follows an empty first field.
    let isFramed = line.hasPrefix("|") || (text.hasPrefix("|") && line.hasSuffix("|"))
    if isFramed {
      fields.removeFirst()
      if text.hasSuffix("|") { fields.removeLast() }
    }
    return fields
  }

  /// Whether a field is part of the line that Markdown draws under a header.
  private func isRule(_ field: String) -> Bool {
    field.utf8.count >= 3 && field.allSatisfy { $0 == "-" || $0 == ":" }
  }
}

/// Whether a line is a page number, such as - 3 -, — 1 — or 第 3 页.
func isPageNumber(_ line: String) -> Bool {
  guard line.utf8.count <= 60 else { return false }
  let text = line.narrowedWithoutBlanks
  let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "―", "·", "−", "~", "•"]
  if let first = text.first, let last = text.last, dashes.contains(first), dashes.contains(last) {
    let inner = text.drop { dashes.contains($0) }.reversed().drop { dashes.contains($0) }
    return 1...4 ~= inner.count && inner.allSatisfy(\.isASCIIDigit)
  }
  guard text.first == "第", text.contains("页"), text.last == "页" else { return false }
  return text.contains(where: \.isASCIIDigit)
    && text.allSatisfy { $0.isASCIIDigit || "第页共,/()".unicodeScalars.contains($0) }
}
