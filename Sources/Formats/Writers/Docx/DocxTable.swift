import Documents

/// The styles of what stands in tables, in the middle of its cell.
enum DocxTableStyle: String, CaseIterable {
  /// 五号.
  case usual = "TableText"
  /// 小五, where many columns share the page.
  case small = "TableTextSmall"

  /// In halves of a point.
  var size: Int {
    switch self {
    case .usual: 21
    case .small: 18
    }
  }

  var name: String {
    switch self {
    case .usual: "Table Text"
    case .small: "Table Text Small"
    }
  }
}

/// A table with its grid, its merged cells, and a small distance below it.
///
/// What Word opens has at least one row and one column; a table without is left out.
func docxTable(_ table: DocumentTable) -> String {
  let grid = TableGrid(table)
  guard grid.width > 0 else { return "" }
  let style: DocxTableStyle = grid.width > 6 ? .small : .usual
  let widths = grid.columnWidths(total: docxTextWidth, unit: style.size * 5, padding: 100)
  let border = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\""
  let borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map { "<w:\($0) \(border)/>" }.joined()
  let caption =
    table.label.isEmpty ? "" : "<w:tblCaption w:val=\"\(xmlEscaped(table.label))\"/>"
  var xml = """
    <w:tbl><w:tblPr><w:tblW w:w="\(docxTextWidth)" w:type="dxa"/><w:jc w:val="center"/>\
    <w:tblBorders>\(borders)</w:tblBorders><w:tblLayout w:type="fixed"/>\
    <w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>\
    \(caption)</w:tblPr><w:tblGrid>
    """
  xml += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>\n"
  for (number, row) in grid.rows.enumerated() {
    let header = number < table.headerRowCount ? "<w:tblHeader/>" : ""
    xml += "<w:tr><w:trPr><w:cantSplit/>\(header)</w:trPr>"
    let keepsNext = table.rows.indices.contains(number) && table.rows[number].isHeadings
    for place in row {
      xml += docxCell(place, widths: widths, style, keepsNext: keepsNext)
    }
    xml += "</w:tr>\n"
  }
  // Without a paragraph between them two tables become one.
  return xml + "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>\n"
}

private func docxCell(
  _ place: TableGrid.Place, widths: [Int], _ style: DocxTableStyle, keepsNext: Bool
) -> String {
  let width = widths[place.column..<place.column + place.columnSpan].reduce(0, +)
  var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
  if place.columnSpan > 1 { properties += "<w:gridSpan w:val=\"\(place.columnSpan)\"/>" }
  var run = ""
  var alignment = ""
  switch place.content {
  case .cell(let cell):
    if place.rowSpan > 1 { properties += "<w:vMerge w:val=\"restart\"/>" }
    run = docxRun(cell.text, .table)
    if cell.role == .header(.row) || cell.role == .words { alignment = "<w:jc w:val=\"left\"/>" }
  case .continued: properties += "<w:vMerge/>"
  case .gap: break
  }
  return """
    <w:tc><w:tcPr>\(properties)<w:vAlign w:val="center"/></w:tcPr>\
    <w:p><w:pPr><w:pStyle w:val="\(style.rawValue)"/>\(keepsNext ? "<w:keepNext/>" : "")\
    \(alignment)</w:pPr>\(run)</w:p></w:tc>
    """
}
