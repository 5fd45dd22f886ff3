import CellGrid
import ReportModel

/// Draws the lines of a sheet.
///
/// Functions of the editor itself: a copy of it for each screen would cost more than the drawing.
extension Editor {
  private var form: Form { draft.form }
  private var symbols: Symbols { Symbols(metrics) }

  /// The header above the scrolling lines; what has no room is cut from the top.
  func drawFrozenHeader(
    of number: Int, _ geometry: SheetGeometry, in area: Rect, into grid: inout Grid
  ) {
    guard area.height > 0 else { return }
    let table = form.tables[number]
    let ruleHeight = area.height > geometry.headerHeight ? 1 : 0
    let top = area.maxY - ruleHeight - geometry.headerHeight
    for header in geometry.header { draw(header, top: top, in: area, into: &grid) }
    if let first = geometry.columns.first {
      edge(x: first.x - 1, lines: area.y..<area.maxY - ruleHeight, in: area, into: &grid)
    }
    drawCorner(geometry, y: top, in: area, into: &grid)
    if ruleHeight == 1 { drawRule(geometry, y: area.maxY - 1, in: area, into: &grid) }
    drawScrollMarks(geometry, table: table, y: area.maxY - 1 - ruleHeight, in: area, into: &grid)
  }

  private func draw(
    _ header: SheetGeometry.HeaderBox, top: Int, in area: Rect, into grid: inout Grid
  ) {
    let box = header.box
    let firstLine = top + box.y + (box.height - header.lines.count) / 2
    for (offset, line) in header.lines.enumerated() {
      let indent = max(0, (box.width - grid.metrics.width(line)) / 2)
      grid.write(line, x: box.x + indent, y: firstLine + offset, style: .header, in: area)
    }
    edge(x: box.x - 1, lines: top + box.y..<top + box.maxY, in: area, into: &grid)
  }

  private func drawCorner(
    _ geometry: SheetGeometry, y: Int, in area: Rect, into grid: inout Grid
  ) {
    let box = Rect(
      x: area.x + SheetGeometry.gutter, y: max(y, area.y), width: geometry.labelWidth,
      height: area.maxY - max(y, area.y) - 1)
    guard geometry.corner.count <= box.height else { return }
    for (offset, line) in geometry.corner.enumerated() {
      grid.write(line, x: box.x, y: box.y + offset, style: .muted, in: box)
    }
  }

  /// Draws the line left of a column, or before the cells of a table.
  private func edge(x: Int, lines: Range<Int>, in area: Rect, into grid: inout Grid) {
    let shown = lines.clamped(to: area.y..<area.maxY)
    guard area.x..<area.maxX ~= x else { return }
    let line = Rect(x: x, y: shown.lowerBound, width: 1, height: shown.count)
    grid.fill(line, style: .line, with: symbols.vertical)
  }

  /// Draws the lines left of all columns.
  func drawEdges(_ geometry: SheetGeometry, lines: Range<Int>, in area: Rect, into grid: inout Grid)
  {
    for column in geometry.columns {
      edge(x: column.x - 1, lines: lines, in: area, into: &grid)
    }
  }

  private func drawRule(_ geometry: SheetGeometry, y: Int, in area: Rect, into grid: inout Grid) {
    guard let last = geometry.columns.last else { return }
    let start = area.x + SheetGeometry.gutter
    let rule = Rect(x: start, y: y, width: last.x + last.width - start, height: 1)
    grid.fill(rule, style: .line, with: symbols.horizontal)
    for column in geometry.columns {
      let crossing = Rect(x: column.x - 1, y: y, width: 1, height: 1)
      grid.fill(crossing, style: .line, with: symbols.cross)
    }
  }

  /// Says that columns are scrolled out on a side.
  private func drawScrollMarks(
    _ geometry: SheetGeometry, table: Table, y: Int, in area: Rect, into grid: inout Grid
  ) {
    guard let first = geometry.columns.first, let last = geometry.columns.last else { return }
    if first.index > 0 {
      grid.write("<", x: first.x - 1, y: y, style: .suggestion, in: area)
    }
    if last.index < table.columns.count - 1 {
      grid.write(
        ">", x: min(last.x + last.width, area.maxX - 1), y: y, style: .suggestion, in: area)
    }
  }

  func draw(
    _ line: Sheet.Line, label: String, _ geometry: SheetGeometry, in area: Rect,
    into grid: inout Grid
  ) {
    let labelArea = Rect(
      x: area.x + SheetGeometry.gutter, y: area.y, width: geometry.labelWidth, height: 1)
    let shown = grid.metrics.truncate(label, width: geometry.labelWidth)
    switch line {
    case .heading(let table):
      grid.write(
        form.tables[table].heading ?? "", x: labelArea.x, y: area.y, style: .header, in: area)
    case .header(_, let level):
      drawHeaderLine(level: level, geometry, in: area, into: &grid)
      grid.write(shown, x: labelArea.x, y: area.y, style: .header, in: labelArea)
    case .group:
      grid.write(shown, x: labelArea.x, y: area.y, style: .muted, in: labelArea)
    case .row(let table, let row, _):
      drawRow(form.tables[table], row, geometry, in: area, into: &grid)
      grid.write(shown, x: labelArea.x, y: area.y, style: .normal, in: labelArea)
    case .previous(let table, let row, _):
      drawPreviousRow(form.tables[table], row, geometry, in: area, into: &grid)
      grid.write(shown, x: labelArea.x, y: area.y, style: .muted, in: labelArea)
    }
  }

  /// Last year's figures of a row, stepping back behind this year's above them.
  private func drawPreviousRow(
    _ table: Table, _ row: Int, _ geometry: SheetGeometry, in area: Rect, into grid: inout Grid
  ) {
    for column in geometry.columns {
      let box = Rect(x: column.x, y: area.y, width: column.width, height: 1)
      let value = draft.previous?[table.cell(row: row, column: column.index)]
      draw(value, in: box, style: .muted, into: &grid)
    }
  }

  /// One line of the header of a table among others; a heading stands in the last line it spans.
  private func drawHeaderLine(
    level: Int, _ geometry: SheetGeometry, in area: Rect, into grid: inout Grid
  ) {
    for header in geometry.header where header.box.y..<header.box.maxY ~= level {
      edge(x: header.box.x - 1, lines: area.y..<area.maxY, in: area, into: &grid)
      guard level == header.box.maxY - 1, let label = header.lines.first else { continue }
      let indent = max(0, (header.box.width - grid.metrics.width(label)) / 2)
      grid.write(label, x: header.box.x + indent, y: area.y, style: .header, in: area)
    }
  }

  private func drawRow(
    _ table: Table, _ row: Int, _ geometry: SheetGeometry, in area: Rect, into grid: inout Grid
  ) {
    if let mark = mark(ofRow: row, of: table) {
      grid.write(symbols.sign(of: mark), x: area.x, y: area.y, style: mark.style, in: area)
    }
    for column in geometry.columns {
      let box = Rect(x: column.x, y: area.y, width: column.width, height: 1)
      drawCell(table.cell(row: row, column: column.index), in: box, into: &grid)
    }
  }

  /// The gravest mark of a row's cells.
  private func mark(ofRow row: Int, of table: Table) -> Problems.Mark? {
    let marks = problems.cellMarks
    guard !marks.isEmpty else { return nil }
    return table.columns.indices.compactMap { marks[table.cell(row: row, column: $0)] }.max()
  }

  /// Draws a cell as it is where the cursor is not.
  private func drawCell(_ cell: CellIndex, in box: Rect, into grid: inout Grid) {
    drawFigure(of: cell, in: box, style: style(of: cell) ?? .normal, into: &grid)
  }

  /// How a cell is drawn that something is open about.
  private func style(of cell: CellIndex) -> Style? {
    guard let mark = problems.cellMarks[cell], mark > .accepted else { return nil }
    return mark.style
  }

  /// Draws the cell under the cursor over what stands there.
  func drawCursor(on cell: CellIndex, in box: Rect, into grid: inout Grid) {
    guard pane == .main else {
      let style = style(of: cell) ?? .current
      grid.fill(box, style: style)
      return drawFigure(of: cell, in: box, style: style, into: &grid)
    }
    if let typing = typing {
      return typing.input.draw(in: box, of: &grid, style: .editing)
    }
    grid.fill(box, style: .focused)
    drawFigure(of: cell, in: box, style: .focused, into: &grid)
    grid.caret = Point(x: box.maxX - 1, y: box.y)
  }

  private func drawFigure(
    of cell: CellIndex, in box: Rect, style: Style, into grid: inout Grid
  ) {
    draw(draft[cell], in: box, style: style, into: &grid)
  }

  private func draw(_ value: Quantity?, in box: Rect, style: Style, into grid: inout Grid) {
    guard let value else { return }
    let text = value.description
    let shown = text.utf8.count <= box.width ? text : String(repeating: "#", count: box.width)
    grid.write(shown, x: box.maxX - shown.utf8.count, y: box.y, style: style, in: box)
  }
}
