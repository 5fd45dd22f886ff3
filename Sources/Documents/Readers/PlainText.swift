import SafeText

extension Document {
  /// Reads a plain text.
  ///
  /// Lines with tabs or `|` become rows of tables, empty fields kept; every other line with
  /// anything on it is a paragraph. Page numbers are taken out and listed. Any text can be read.
  package init(plainText text: String, markup: Markup = .none) {
    var reader = PlainTextReader(markup)
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

/// The signs that a plain text has for other things than letters.
package enum Markup: Equatable, Sendable {
  case none
  /// Paragraphs stand between blank lines, and a backslash makes a sign of any other sign.
  case markdown
}

/// What has been read so far of a plain text.
private struct PlainTextReader {
  var blocks: [Document.Block] = []
  var furniture: [Paragraph] = []
  private var rows: [DocumentTable.Row] = []
  private var origin = DocumentTable.Origin.text
  private let markup: Markup
  private var isBehindBlankLine = true

  init(_ markup: Markup) { self.markup = markup }

  mutating func read(_ line: String, number: Int) {
    let text = line.trimmed
    let marker = extractorMarker(text)
    defer { isBehindBlankLine = text.isEmpty }
    if text.isEmpty {
      closeTable()
    } else if let marker {
      closeTable()
      origin = marker
      furniture.append(Paragraph(text, line: number))
    } else if let fields = fields(of: line) {
      guard !fields.allSatisfy(isRule) else { return }
      let cells = fields.map { DocumentTable.Cell(plain($0), role: .figure(nil)) }
      rows.append(DocumentTable.Row(cells, line: number))
    } else if isPageNumber(text) {
      furniture.append(Paragraph(text, line: number))
    } else if origin == .extract {
      let cell = DocumentTable.Cell(text, role: .figure(nil))
      rows.append(DocumentTable.Row([cell], line: number))
    } else {
      closeTable()
      // A paragraph is set in by two letters; what goes on from the line before is not.
      let begins = markup == .markdown ? isBehindBlankLine : line.hasPrefix("\u{3000}\u{3000}")
      blocks.append(.paragraph(Paragraph(plain(text), line: number, begins: begins)))
    }
  }

  /// The text without backslashes that only say that the next sign is no markup.
  private func plain(_ text: String) -> String {
    guard markup == .markdown, text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      let isSign = scalar.isASCII && !scalar.isLetterOrDigit && scalar.value > 0x20
      if isEscaped, !isSign { plain.append("\\") }
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(scalar)
        isEscaped = false
      }
    }
    if isEscaped { plain.append("\\") }
    return String(plain)
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
    // What is set in by two letters is a paragraph, bars or not.
    guard line.utf8.contains(UInt8(ascii: "|")), !line.hasPrefix("\u{3000}\u{3000}") else {
      return nil
    }
    let text = line.trimmed
    guard text.hasPrefix("|") || line.contains(" | ") else { return nil }
    var fields = cells(of: line).map(\.trimmed)
    // Outer bars frame the row; without them a leading bar follows an empty first field.
    let isFramed = line.hasPrefix("|") || (text.hasPrefix("|") && line.hasSuffix("|"))
    if isFramed {
      fields.removeFirst()
      if text.hasSuffix("|") { fields.removeLast() }
    }
    return fields
  }

  /// What stands between the bars of a line.
  private func cells(of line: String) -> [Substring] {
    guard markup == .markdown, line.contains("\\|") else {
      return line.split(separator: "|", omittingEmptySubsequences: false)
    }
    var cells: [Substring] = []
    var (start, isEscaped) = (line.startIndex, false)
    for index in line.indices {
      if line[index] == "|", !isEscaped {
        cells.append(line[start..<index])
        start = line.index(after: index)
      }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    return cells + [line[start...]]
  }

  /// Whether a field is part of the line that Markdown draws under a header.
  private func isRule(_ field: String) -> Bool {
    field.utf8.count >= 3 && field.allSatisfy { $0 == "-" || $0 == ":" }
  }
}

private func isDash(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "-", "—", "–", "―", "·", "−", "~", "•": true
  default: false
  }
}

/// Whether a line is a page number, such as - 3 -, — 1 — or 第 3 页.
package func isPageNumber(_ line: String) -> Bool {
  guard line.utf8.count <= 60 else { return false }
  let text = line.narrowedWithoutBlanks
  if let first = text.first, let last = text.last, isDash(first), isDash(last) {
    let inner = text.drop(while: isDash).reversed().drop(while: isDash)
    return 1...4 ~= inner.count && inner.allSatisfy(\.isASCIIDigit)
  }
  guard text.first == "第", text.contains("页"), text.last == "页" else { return false }
  return text.contains(where: \.isASCIIDigit)
    && text.allSatisfy { $0.isASCIIDigit || "第页共,/()".unicodeScalars.contains($0) }
}
