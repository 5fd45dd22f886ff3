package import Documents
package import ReportModel

extension Draft {
  /// The report as a workbook: a sheet of the texts, and one for each table as it is printed.
  ///
  /// The same draft always gives the same bytes.
  ///
  /// - Throws: `FormatError.missingLibrary` where libxlsxwriter is not installed.
  package func xlsx(_ edition: Edition) throws(FormatError) -> [UInt8] {
    try workbook(edition).bytes()
  }

  /// The workbook, before it is written.
  func workbook(_ edition: Edition) -> Workbook {
    let document = Document(report: self)
    var names = SheetNames()
    var sheets = [textSheet(name: names.name("文字部分"), of: document, edition)]
    let totals = Totals(self)
    for case .table(let table) in document.blocks {
      var sheet = TableSheet(table, name: names.name(table.label), draft: self)
      sheet.write(totals)
      sheets.append(sheet.sheet)
    }
    return Workbook(
      title: title, organ: organ.name, isDraft: edition == .draft, sheets: sheets)
  }

  /// The texts: a section's title in the first column, its paragraphs below in the second.
  ///
  /// Read in this order they are the report, so that an import finds everything again.
  private func textSheet(name: String, of document: Document, _ edition: Edition) -> Workbook.Sheet
  {
    var sheet = Workbook.Sheet(name: name, isLandscape: false, columnWidths: [6, 84])
    var row = 0
    func add(_ text: String, column: Int, _ style: Workbook.Style, size: Double) {
      let width = sheet.columnWidths[column...].reduce(0, +)
      sheet.cells.append(
        Workbook.Cell(
          place: Workbook.Place(row: row, column: column), columnSpan: 2 - column,
          content: .text(text), style: style))
      let lines = max(1, (text.halfWidths + width - 5) / (width - 4))
      // No row is higher than 409 points.
      sheet.rowHeights[row] = min(409, Double(lines) * size * 1.35 + 4)
      row += 1
    }
    if edition == .draft { add("草稿", column: 0, .mark, size: 16) }
    add(harmless(title), column: 0, .title, size: 16)
    for section in form.textSections {
      if !section.title.isEmpty { add(harmless(section.title), column: 0, .heading, size: 11) }
      for paragraph in text(of: section.id).paragraphs where !paragraph.isEmpty {
        for piece in pieces(of: harmless(paragraph)) { add(piece, column: 1, .text, size: 11) }
      }
    }
    return sheet
  }

  /// A paragraph in pieces that cells can hold: at most 32,767 units of UTF-16.
  private func pieces(of paragraph: String) -> [String] {
    guard paragraph.utf16.count > 32_000 else { return [paragraph] }
    var pieces: [String] = []
    var rest = paragraph[...]
    while !rest.isEmpty {
      // No character is left out, however long: one of 32,000 marks is a paragraph of its own.
      pieces.append(String(rest.prefix(8_000)))
      rest = rest.dropFirst(8_000)
    }
    return pieces
  }
}
