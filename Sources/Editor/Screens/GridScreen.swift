import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The part of the main pane below the section's title.
  private var sectionArea: Rect {
    let main = Frame(size: size).main
    let titleHeight = main.height >= 8 ? 1 : 0
    return Rect(
      x: main.x, y: main.y + titleHeight, width: main.width, height: main.height - titleHeight)
  }

  /// How much of a frozen header has room: at least three lines stay for the rows.
  private func headerHeight(_ geometry: SheetGeometry, in area: Rect) -> Int {
    let rule = area.height >= 10 ? 1 : 0
    return min(geometry.headerHeight + rule, max(0, area.height - 3))
  }

  /// The part of the main pane in which lines of the sheet scroll.
  var sheetArea: Rect {
    let area = sectionArea
    guard let sheet, sheet.hasFrozenHeader else { return area }
    let height = headerHeight(geometry(of: sheet.tables.lowerBound), in: area)
    return Rect(x: area.x, y: area.y + height, width: area.width, height: area.height - height)
  }

  /// Where the columns of a table of the current sheet stand.
  private func geometry(of number: Int) -> SheetGeometry {
    let table = draft.form.tables[number]
    let isCurrent = cell.map { table.cells.contains($0.position) } ?? false
    return geometry(of: number, first: isCurrent ? scrolls[entry].column : 0)
  }

  private func geometry(of number: Int, first: Int) -> SheetGeometry {
    let table = draft.form.tables[number]
    let isStacked = !(sheet?.hasFrozenHeader ?? true)
    let isShort = size.columns < SheetGeometry.wideScreen
    return SheetGeometry(
      table: table, draft: draft, visibleRows: measuredRows(of: table), area: sectionArea,
      labelWidth: labelWidth(isShort: isShort), first: first, usesShortLabels: isShort,
      isStacked: isStacked, metrics: metrics)
  }

  /// The rows whose figures decide how wide columns are: all, but where there are very many.
  private func measuredRows(of table: Table) -> Range<Int> {
    guard table.rows.count > 500, let cell, table.cells.contains(cell.position) else {
      return 0..<min(table.rows.count, 500)
    }
    let row = draft.form.place(of: cell).row
    return max(0, row - 100)..<min(table.rows.count, row + 100)
  }

  /// The width that the longest label of the section wants.
  private func labelWidth(isShort: Bool) -> Int {
    guard let sheet else { return 0 }
    var widest = 0
    for line in sheet.lines.prefix(500) {
      widest = max(widest, metrics.width(label(of: line, isShort: isShort)))
    }
    return widest
  }

  /// The label of a line with its indent.
  private func label(of line: Sheet.Line, isShort: Bool) -> String {
    switch line {
    case .heading: return ""
    case .header(let table, _): return draft.form.tables[table].shortCorner
    case .group(_, let label, let depth): return String(repeating: " ", count: depth) + label
    case .row(let table, let row, let depth):
      let line = draft.form.tables[table].rows[row]
      let text = isShort || line.label.isEmpty ? line.short ?? line.label : line.label
      return String(repeating: " ", count: depth) + text
    }
  }

  /// Scrolls so that the cell under the cursor shows, with the groups above it where they fit.
  mutating func scrollSheetIntoView() {
    guard let sheet, let cell else { return }
    let (table, row, column) = draft.form.place(of: cell)
    let number = draft.form.tables[sheet.tables].firstIndex { $0.id == table.id }
    let height = sheetArea.height
    guard let number, height > 0 else { return }
    let line = sheet.line(table: number, row: row)
    var top = scrolls[entry].line
    let lead = sheet.lead(of: line)
    if line >= top + height { top = line - height + 1 }
    if lead < top { top = max(lead, line - height + 1) }
    scrolls[entry].line = max(0, min(top, sheet.lines.count - height))

    var first = min(scrolls[entry].column, column)
    while first < column {
      let shown = geometry(of: number, first: first).columns.map(\.index)
      if shown.contains(column) { break }
      first += 1
    }
    // Space that became free is used again for columns scrolled out to the left.
    while first > 0 {
      let shown = geometry(of: number, first: first - 1).columns.map(\.index)
      guard shown.last == table.columns.count - 1 else { break }
      first -= 1
    }
    scrolls[entry].column = first
  }

  func drawSheet(into grid: inout Grid) {
    guard let sheet else { return }
    drawSectionTitle(sheet, into: &grid)
    let area = sheetArea
    let painter = SheetPainter(editor: self, symbols: Symbols(metrics))
    if sheet.hasFrozenHeader {
      let header = Rect(
        x: area.x, y: sectionArea.y, width: area.width, height: area.y - sectionArea.y)
      painter.drawFrozenHeader(
        of: sheet.tables.lowerBound, geometry(of: sheet.tables.lowerBound), in: header,
        into: &grid)
    }
    let geometries = sheet.tables.map { geometry(of: $0) }
    let isShort = size.columns < SheetGeometry.wideScreen
    for (offset, line) in sheet.lines.dropFirst(scrolls[entry].line).prefix(area.height).enumerated()
    {
      let place = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
      let geometry = geometries[line.table - sheet.tables.lowerBound]
      painter.draw(
        line, label: label(of: line, isShort: isShort), geometry, in: place, into: &grid)
    }
  }

  private func drawSectionTitle(_ sheet: Sheet, into grid: inout Grid) {
    let main = Frame(size: size).main
    guard main.height >= 8, let section else { return }
    let tables = draft.form.tables[sheet.tables]
    let units = Set(tables.compactMap(\.unit))
    let unit = units.count == 1 ? units.first : nil
    let count = wording.rowCount(sheet.rowCount, unit: unit)
    let countX = main.maxX - metrics.width(count) - 1
    grid.write(section.title, x: main.x + 1, y: main.y, style: .header, in: main)
    if countX > main.x + metrics.width(section.title) + 2 {
      grid.write(count, x: countX, y: main.y, style: .muted, in: main)
    }
  }
}

extension Sheet.Line {
  /// The table that the line belongs to, counted through the form.
  var table: Int {
    switch self {
    case .heading(let table), .header(let table, _), .group(let table, _, _),
      .row(let table, _, _):
      table
    }
  }
}

extension Table {
  /// The corner where it is a caption such as 信息内容; a sentence in the corner has no room there.
  var shortCorner: String {
    guard let corner, corner.count <= 8 else { return "" }
    return corner
  }
}
