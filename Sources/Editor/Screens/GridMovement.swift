import CellGrid
import ReportModel
import Wording

extension Editor {
  /// A page is what shows of the rows, less one line to keep the eye's hold.
  var pageHeight: Int { max(1, sheetArea.height - 1) }

  /// Moves the cursor as a command says; false where the command is no movement.
  @discardableResult
  mutating func moveInGrid(_ command: Command) -> Bool {
    switch command {
    case .up: move(rows: -1)
    case .down, .nextLine: move(rows: 1)
    case .pageUp: move(rows: -pageHeight)
    case .pageDown: move(rows: pageHeight)
    case .left: move(columns: -1)
    case .right: move(columns: 1)
    case .lineStart: moveInRow { _, _ in 0 }
    case .lineEnd: moveInRow { table, _ in table.columns.count - 1 }
    case .first: moveToEdge { $0.lowerBound }
    case .last: moveToEdge { $0.upperBound - 1 }
    case .nextCell: step(by: 1)
    case .previousCell: step(by: -1)
    default: return false
    }
    return true
  }

  /// Moves up or down through all tables of the section, keeping the column as far as there is one.
  mutating func move(rows count: Int) {
    guard let cell, let sheet else { return }
    var (rank, row, column) = draft.form.position(of: cell)
    row += count
    while row < 0, rank > sheet.tables.lowerBound {
      rank -= 1
      row += draft.form.tables[rank].rows.count
    }
    while row >= draft.form.tables[rank].rows.count, rank < sheet.tables.upperBound - 1 {
      row -= draft.form.tables[rank].rows.count
      rank += 1
    }
    column = min(column, draft.form.tables[rank].columns.count - 1)
    row = min(max(row, 0), draft.form.tables[rank].rows.count - 1)
    spots[entry] = .cell(draft.form.tables[rank].cell(row: row, column: column))
  }

  mutating func move(columns count: Int) {
    moveInRow { _, column in column + count }
  }

  /// Moves within the row to the column that `target` makes of the table and the present column.
  mutating func moveInRow(_ target: (Table, Int) -> Int) {
    guard let cell else { return }
    let (table, row, column) = draft.form.place(of: cell)
    let reached = min(max(target(table, column), 0), table.columns.count - 1)
    spots[entry] = .cell(table.cell(row: row, column: reached))
  }

  /// Moves to the first or the last cell of the section.
  mutating func moveToEdge(_ position: (Range<Int>) -> Int) {
    guard let cells = sectionCells else { return }
    spots[entry] = .cell(CellIndex(position(cells)))
  }

  /// Moves to the next or previous cell, over the ends of rows and tables.
  mutating func step(by count: Int) {
    guard let cell, let cells = sectionCells else { return }
    let target = min(max(cell.position + count, cells.lowerBound), cells.upperBound - 1)
    spots[entry] = .cell(CellIndex(target))
  }

  /// The positions of all cells of the current section.
  private var sectionCells: Range<Int>? {
    guard let sheet else { return nil }
    let tables = draft.form.tables[sheet.tables]
    guard let first = tables.first, let last = tables.last else { return nil }
    return first.cells.lowerBound..<last.cells.upperBound
  }
}
