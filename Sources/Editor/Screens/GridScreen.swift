import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The part of the main pane below the section's title.
  private var sectionArea: Rect {
    let main = Frame(size: size).main
    let titleHeight = main.height >= 8 ? 1 : 0
    return Rect(
      x: main.x, y: main.y + titleHeight, width: main.width - 1, height: main.height - titleHeight)
  }

  /// How much of a frozen header has room: at least three lines stay for the rows.
  private func headerHeight(_ geometry: SheetGeometry, in area: Rect) -> Int {
    let rule = area.height >= 10 ? 1 : 0
    return min(geometry.headerHeight + rule, max(0, area.height - 3))
  }

  /// The part of the main pane in which lines of the sheet scroll.
  var sheetArea: Rect {
    let area = sectionArea
    guard let sheet, sheet.hasFrozenHeader, let geometry = geometries.first else { return area }
    let height = headerHeight(geometry, in: area)
    return Rect(x: area.x, y: area.y + height, width: area.width, height: area.height - height)
  }

  /// Where the columns of a table of the current sheet stand, with `first` as the first to show.
  ///
  /// What was worked out for the last screen is used again while nothing it depends on changed.
  private mutating func geometry(of number: Int, first: Int) -> SheetGeometry {
    let table = draft.form.tables[number]
    let isShort = size.columns < SheetGeometry.wideScreen
    let widths = figureWidths(of: number)
    let inputs = SheetGeometry.Inputs(
      table: table.id, area: sectionArea,
      labelWidth: (isShort ? sheet?.shortLabelWidth : sheet?.labelWidth) ?? 0, first: first,
      figureWidths: widths, usesShortLabels: isShort, isStacked: !(sheet?.hasFrozenHeader ?? true),
      metrics: metrics)
    if let known = geometries.first(where: { $0.inputs == inputs }) { return known }
    geometryRevision += 1
    return SheetGeometry(of: table, inputs)
  }

  /// The widest figure of each column, measured anew only after a change.
  private mutating func figureWidths(of number: Int) -> [Int] {
    let table = draft.form.tables[number]
    let rows = measuredRows(of: table)
    if let known = measuredWidths[number], known.revision == revision, known.rows == rows,
      known.showsPrevious == showsPrevious
    {
      return known.widths
    }
    let widths = SheetGeometry.figureWidths(
      of: table, rows: rows, in: draft, showsPrevious: showsPrevious)
    measuredWidths[number] = MeasuredWidths(
      revision: revision, rows: rows, showsPrevious: showsPrevious, widths: widths)
    return widths
  }

  /// The rows whose figures decide how wide columns are: all, but where there are very many.
  private func measuredRows(of table: Table) -> Range<Int> {
    guard table.rows.count > 500, let cell, table.cells.contains(cell.position) else {
      return 0..<min(table.rows.count, 500)
    }
    let row = draft.form.position(of: cell).row
    return max(0, row - 100)..<min(table.rows.count, row + 100)
  }

  /// Scrolls so that the cell under the cursor shows, with the groups above it where they fit, and
  /// works out where everything stands.
  mutating func scrollSheetIntoView() {
    guard let sheet, let cell else { return }
    let (number, row, column) = draft.form.position(of: cell)
    let first = firstColumn(toShow: column, of: number)
    scrolls[entry].column = first
    var shown: [SheetGeometry] = []
    for table in sheet.tables {
      shown.append(geometry(of: table, first: table == number ? first : 0))
    }
    if shown.count != geometries.count { geometryRevision += 1 }
    geometries = shown

    let height = sheetArea.height
    guard height > 0 else { return }
    let line = sheet.line(table: number, row: row)
    var top = scrolls[entry].line
    let lead = sheet.lead(of: line)
    let end = min(sheet.end(of: line), line + height - 1)
    // A view that follows line by line is sent anew with each key; one that moves on by a third of
    // its height is sent once, and shows what comes next.
    let ahead = height / 3
    if end >= top + height { top = min(end + ahead, sheet.lines.count - 1) - height + 1 }
    if lead < top { top = max(min(lead - ahead, line), end - height + 1) }
    top = min(max(top, end - height + 1), lead >= end - height + 1 ? lead : end)
    scrolls[entry].line = max(0, min(top, sheet.lines.count - height))
  }

  /// The first column to show so that `column` shows, moving no further than needed.
  private mutating func firstColumn(toShow column: Int, of number: Int) -> Int {
    var first = min(scrolls[entry].column, column)
    while first < column {
      let shown = geometry(of: number, first: first).columns.map(\.index)
      if shown.contains(column) { break }
      first += 1
    }
    // Space that became free is used again for columns scrolled out to the left.
    while first > 0 {
      let shown = geometry(of: number, first: first - 1).columns.map(\.index)
      guard shown.last == draft.form.tables[number].columns.count - 1 else { break }
      first -= 1
    }
    return first
  }

  /// The cell that shows at a point.
  func cell(at point: Point) -> CellIndex? {
    let area = sheetArea
    guard let sheet, area.contains(point) else { return nil }
    let number = scrolls[entry].line + point.y - area.y
    guard sheet.lines.indices.contains(number),
      let (table, row) = sheet.lines[number].row,
      geometries.indices.contains(table - sheet.tables.lowerBound)
    else { return nil }
    let columns = geometries[table - sheet.tables.lowerBound].columns
    guard let column = columns.first(where: { $0.x..<$0.x + $0.width ~= point.x }) else {
      return nil
    }
    return draft.form.tables[table].cell(row: row, column: column.index)
  }

  /// The gravest marked cell of the row whose sign shows at a point.
  func markedCell(at point: Point) -> CellIndex? {
    let area = sheetArea
    guard let sheet, area.contains(point), point.x < area.x + SheetGeometry.gutter else {
      return nil
    }
    let number = scrolls[entry].line + point.y - area.y
    guard sheet.lines.indices.contains(number),
      case .row(let table, let row, _) = sheet.lines[number]
    else { return nil }
    let definition = draft.form.tables[table]
    let marked = definition.columns.indices.map { definition.cell(row: row, column: $0) }
      .filter { problems.cellMarks[$0] != nil }
    return marked.max { problems.cellMarks[$0] ?? .accepted < problems.cellMarks[$1] ?? .accepted }
  }

  /// Where a cell of the current sheet shows; nil where it is scrolled out.
  private func box(of cell: CellIndex) -> Rect? {
    guard let sheet, geometries.count == sheet.tables.count else { return nil }
    let (number, row, column) = draft.form.position(of: cell)
    guard
      let shown = geometries[number - sheet.tables.lowerBound].columns
        .first(where: { $0.index == column })
    else { return nil }
    let area = sheetArea
    let y = area.y + sheet.line(table: number, row: row) - scrolls[entry].line
    guard area.y..<area.maxY ~= y else { return nil }
    return Rect(x: shown.x, y: y, width: shown.width, height: 1)
  }

  func drawSheetCursor(into grid: inout Grid) {
    drawSelection(into: &grid)
    guard let cell, let box = box(of: cell) else { return }
    drawCursor(on: cell, in: box, into: &grid)
  }

  /// Draws the tables of the current entry, without the cursor.
  func drawSheet(into grid: inout Grid) {
    guard let sheet else { return }
    drawSectionTitle(sheet, into: &grid)
    let area = sheetArea
    if sheet.hasFrozenHeader, let geometry = geometries.first {
      let header = Rect(
        x: area.x, y: sectionArea.y, width: area.width, height: area.y - sectionArea.y)
      drawFrozenHeader(
        of: sheet.tables.lowerBound, geometry, in: header, into: &grid)
    }
    guard geometries.count == sheet.tables.count else { return }
    let isShort = size.columns < SheetGeometry.wideScreen
    let top = scrolls[entry].line
    if sheet.hasFrozenHeader, let geometry = geometries.first {
      let shown = min(area.height, sheet.lines.count - top)
      drawEdges(geometry, lines: area.y..<area.y + max(0, shown), in: area, into: &grid)
    }
    for number in sheet.lines.indices.dropFirst(top).prefix(area.height) {
      let line = sheet.lines[number]
      let place = Rect(x: area.x, y: area.y + number - top, width: area.width, height: 1)
      let geometry = geometries[line.table - sheet.tables.lowerBound]
      if !sheet.hasFrozenHeader, line.isRow {
        drawEdges(geometry, lines: place.y..<place.maxY, in: place, into: &grid)
      }
      let label = isShort ? sheet.shortLabels[number] : sheet.labels[number]
      draw(line, label: label, geometry, in: place, into: &grid)
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
  /// Whether cells or their groups stand in the line.
  var isRow: Bool {
    switch self {
    case .row, .previous, .group: true
    case .heading, .header: false
    }
  }

  /// The table and the row whose figures stand in the line.
  var row: (table: Int, row: Int)? {
    switch self {
    case .row(let table, let row, _), .previous(let table, let row, _): (table, row)
    case .heading, .header, .group: nil
    }
  }

  /// Whether figures stand in the line.
  var hasFigures: Bool { row != nil }

  /// The table that the line belongs to, counted through the form.
  var table: Int {
    switch self {
    case .heading(let table), .header(let table, _), .group(let table, _, _),
      .row(let table, _, _), .previous(let table, _, _):
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
