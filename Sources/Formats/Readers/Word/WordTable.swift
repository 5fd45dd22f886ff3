import Documents

/// A table of a Word file while it is read: every cell has its column, and one merged with the cell
/// above is there once more.
struct WordTable {
  struct Cell {
    var blocks: [Document.Block] = []
    var columnSpan = 1
    /// Whether it is part of the cell above.
    var continues = false
    /// Whether it is part of the cell before.
    var isMergedLeft = false
  }

  private var rows: [[RawTable.Cell]] = []
  /// For each column the cell that began there last, as row and place in it.
  private var open: [Int: (row: Int, index: Int)] = [:]
  private var column = 0

  var raw: RawTable { RawTable(rows: rows) }

  mutating func beginRow() {
    rows.append([])
    column = 0
  }

  mutating func skipColumns(_ count: Int) {
    guard !rows.isEmpty, count > 0 else { return }
    add(Cell(columnSpan: min(count, RawTable.columnSpanLimit)))
  }

  mutating func add(_ cell: Cell) {
    guard let row = rows.indices.last else { return }
    defer { column += cell.columnSpan }
    if cell.isMergedLeft, let last = rows[row].indices.last {
      rows[row][last].columnSpan += cell.columnSpan
      return
    }
    if cell.continues, let above = open[column] {
      rows[above.row][above.index].rowSpan = row - above.row + 1
      rows[above.row][above.index].blocks += cell.blocks
      return
    }
    open[column] = (row, rows[row].count)
    rows[row].append(RawTable.Cell(blocks: cell.blocks, columnSpan: cell.columnSpan))
  }
}
