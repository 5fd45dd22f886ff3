/// The cells of a table at the places where they stand.
package struct TableGrid: Equatable {
  /// What a place shows.
  package enum Content: Equatable {
    case cell(DocumentTable.Cell)
    /// What a cell in a row above still covers.
    case continued
    /// A place that no cell covers.
    case gap
  }

  package struct Place: Equatable {
    package var content: Content
    package var column: Int
    package var columnSpan: Int
    /// How many rows the cell covers from here down.
    package var rowSpan: Int
  }

  /// No cell spans more columns than a spreadsheet has.
  private static let spanLimit = 16_384

  package let width: Int
  /// Each row covers every column exactly once, from left to right.
  package let rows: [[Place]]

  package init(_ table: DocumentTable) {
    var layout = Layout()
    var rows = table.rows.enumerated().map { number, row in
      layout.places(of: row, rowsLeft: table.rows.count - number)
    }
    let width = rows.map { $0.last.map { $0.column + $0.columnSpan } ?? 0 }.max() ?? 0
    for index in rows.indices {
      let end = rows[index].last.map { $0.column + $0.columnSpan } ?? 0
      guard end < width else { continue }
      rows[index].append(
        Place(content: .gap, column: end, columnSpan: width - end, rowSpan: 1))
    }
    self.width = width
    self.rows = rows
  }

  /// What the rows so far still cover below them.
  private struct Layout {
    /// A cell that goes on below, by its first column.
    private var open: [Int: (rowsLeft: Int, columnSpan: Int)] = [:]

    mutating func places(of row: DocumentTable.Row, rowsLeft: Int) -> [Place] {
      var places: [Place] = []
      var column = 0
      let covered = open
      for cell in row.cells {
        passCovered(&places, &column, covered)
        let next = covered.keys.filter { $0 > column }.min() ?? column + spanLimit
        let columnSpan = max(1, min(cell.columnSpan, next - column))
        let rowSpan = max(1, min(cell.rowSpan, rowsLeft))
        places.append(
          Place(
            content: .cell(cell), column: column, columnSpan: columnSpan, rowSpan: rowSpan))
        if rowSpan > 1 { open[column] = (rowSpan - 1, columnSpan) }
        column += columnSpan
      }
      while let next = covered.keys.filter({ $0 >= column }).min() {
        if next > column {
          places.append(
            Place(content: .gap, column: column, columnSpan: next - column, rowSpan: 1))
        }
        column = next
        passCovered(&places, &column, covered)
      }
      return places
    }

    private mutating func passCovered(
      _ places: inout [Place], _ column: inout Int,
      _ covered: [Int: (rowsLeft: Int, columnSpan: Int)]
    ) {
      while let above = covered[column] {
        places.append(
          Place(
            content: .continued, column: column, columnSpan: above.columnSpan,
            rowSpan: above.rowsLeft))
        open[column] = above.rowsLeft > 1 ? (above.rowsLeft - 1, above.columnSpan) : nil
        column += above.columnSpan
      }
    }
  }
}
