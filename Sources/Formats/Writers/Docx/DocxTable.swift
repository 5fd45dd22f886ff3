import Documents

/// A table with its grid, its merged cells, and a small distance below it.
///
/// What Word opens has at least one row and one column; a table without is left out.
func docxTable(_ table: DocumentTable) -> String {
  let grid = TableGrid(table)
  guard grid.width > 0 else { return "" }
  // 五号, or 小五 where many columns share the page.
  let size = grid.width > 6 ? 18 : 21
  let widths = grid.columnWidths(total: docxTextWidth, unit: size * 5, padding: 100)
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
      xml += docxCell(place, widths: widths, size: size, keepsNext: keepsNext)
    }
    xml += "</w:tr>\n"
  }
  // Without a paragraph between them two tables become one.
  return xml + "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"TableGap\"/></w:pPr></w:p>\n"
}

private func docxCell(
  _ place: TableGrid.Place, widths: [Int], size: Int, keepsNext: Bool
) -> String {
  let width = widths[place.column..<place.column + place.columnSpan].reduce(0, +)
  var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
  if place.columnSpan > 1 { properties += "<w:gridSpan w:val=\"\(place.columnSpan)\"/>" }
  var run = ""
  var alignment = "center"
  switch place.content {
  case .cell(let cell):
    if place.rowSpan > 1 { properties += "<w:vMerge w:val=\"restart\"/>" }
    run = docxRun(cell.text, .table, size: size)
    if cell.role == .header(.row) || cell.role == .words { alignment = "left" }
  case .continued: properties += "<w:vMerge/>"
  case .gap: break
  }
  return """
    <w:tc><w:tcPr>\(properties)<w:vAlign w:val="center"/></w:tcPr>\
    <w:p><w:pPr><w:pStyle w:val="TableText"/>\(keepsNext ? "<w:keepNext/>" : "")<w:jc w:val="\(alignment)"/></w:pPr>\(run)</w:p></w:tc>
    """
}
