import CellGrid
import ReportModel
import Wording

/// A block of cells of one table, counted through the form.
struct CellRange: Equatable, Sendable {
  var table: Int
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  var isSingle: Bool { rows.count == 1 && columns.count == 1 }
}

extension Editor {
  /// The cells that are selected together; nil where at most the one under the cursor is.
  var selectedRange: CellRange? {
    guard case .cell(let start)? = anchor, let cell, start != cell else { return nil }
    let (first, second) = (draft.form.place(of: start), draft.form.place(of: cell))
    guard first.table.id == second.table.id else { return nil }
    return CellRange(
      table: draft.form.tableNumber(of: cell),
      rows: min(first.row, second.row)...max(first.row, second.row),
      columns: min(first.column, second.column)...max(first.column, second.column))
  }

  /// What a command on cells works on: the selection, or else the cell under the cursor.
  var targetRange: CellRange? {
    if let selectedRange { return selectedRange }
    guard let cell else { return nil }
    let (_, row, column) = draft.form.place(of: cell)
    return CellRange(
      table: draft.form.tableNumber(of: cell), rows: row...row, columns: column...column)
  }

  /// The cells of a block, row by row.
  func cells(in range: CellRange) -> [[CellIndex]] {
    let table = draft.form.tables[range.table]
    return range.rows.map { row in
      range.columns.map { table.cell(row: row, column: $0) }
    }
  }

  /// Moves the end of the selection; it stays within the table in which it began.
  mutating func extendSelection(by motion: Command) {
    guard let cell else { return }
    let start = anchor ?? .cell(cell)
    let table = draft.form.tableNumber(of: cell)
    moveInGrid(motion)
    if let reached = self.cell, draft.form.tableNumber(of: reached) != table {
      let cells = draft.form.tables[table].cells
      let isBelow = reached.position >= cells.upperBound
      let columns = draft.form.tables[table].columns.count
      let column = draft.form.place(of: cell).column
      let edge =
        isBelow ? cells.upperBound - columns + column : cells.lowerBound + column
      spots[entry] = .cell(CellIndex(edge))
    }
    anchor = start
  }

  /// Selects the table that the cursor is in, and leaves the cursor at its first cell.
  mutating func selectTable() {
    guard let cell else { return }
    let cells = draft.form.tables[draft.form.tableNumber(of: cell)].cells
    anchor = .cell(CellIndex(cells.upperBound - 1))
    spots[entry] = .cell(CellIndex(cells.lowerBound))
  }

  /// Draws the selected cells that show, and tells how much is selected.
  func drawSelection(into grid: inout Grid) {
    guard pane == .main, let range = selectedRange, let sheet,
      geometries.count == sheet.tables.count
    else { return }
    let columns = geometries[range.table - sheet.tables.lowerBound].columns
      .filter { range.columns.contains($0.index) }
    let area = sheetArea
    let top = scrolls[entry].line
    for number in sheet.lines.indices.dropFirst(top).prefix(area.height) {
      guard case .row(range.table, let row, _) = sheet.lines[number], range.rows.contains(row)
      else { continue }
      for column in columns {
        let box = Rect(
          x: column.x, y: area.y + number - top, width: column.width, height: 1)
        grid.restyle(box, style: .selected)
      }
    }
    let separator = Frame(size: size).separator
    guard separator.height > 0 else { return }
    let text = " " + selectionSummary(range) + " "
    let width = metrics.width(text)
    guard width < separator.width - 2 else { return }
    grid.write(text, x: separator.maxX - width - 1, y: separator.y, style: .muted, in: separator)
  }

  private func selectionSummary(_ range: CellRange) -> String {
    var sum: Int128 = 0
    var count = 0
    for row in cells(in: range) {
      for case let value? in row.map({ draft[$0] }) {
        sum += value.micros
        count += 1
      }
    }
    return wording.selection(
      rows: range.rows.count, columns: range.columns.count,
      sum: count > 0 ? Quantity(micros: sum) : nil)
  }
}
