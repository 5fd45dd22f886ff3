extension Grid {
  /// Calls `body` for each run of cells in a row that differs from `old`.
  ///
  /// A run never begins or ends inside a wide character. Where the sizes differ every row is one
  /// run.
  package func forEachChange(from old: Grid, _ body: (_ y: Int, _ x: Range<Int>) -> Void) {
    guard old.size == size, old.metrics == metrics, size.columns > 0 else {
      if size.columns > 0 { for y in 0..<size.rows { body(y, 0..<size.columns) } }
      return
    }
    let marked = !marks.isEmpty || !old.marks.isEmpty
    for y in 0..<size.rows {
      let row = y * size.columns..<(y + 1) * size.columns
      // Most rows of most screens stay as they are.
      if !marked, hasRow(y, equalTo: y, of: old) { continue }
      var index = row.lowerBound
      while index < row.upperBound {
        if isSame(index, as: old, marked: marked) {
          index += 1
          continue
        }
        let start = cells[index].width == 0 ? max(row.lowerBound, index - 1) : index
        index += 1
        while index < row.upperBound,
          cells[index].width == 0 || !isSame(index, as: old, marked: marked)
        {
          index += 1
        }
        body(y, start - row.lowerBound..<index - row.lowerBound)
      }
    }
  }

  private func isSame(_ index: Int, as old: Grid, marked: Bool) -> Bool {
    cells[index] == old.cells[index] && (!marked || marks[index] == old.marks[index])
  }

  /// Whether a row looks as another row does in a grid of the same width, marks left aside.
  func hasRow(_ y: Int, equalTo row: Int, of other: Grid) -> Bool {
    let (here, there) = (cells, other.cells)
    var (index, otherIndex) = (y * size.columns, row * size.columns)
    let end = index + size.columns
    while index < end {
      if here[index] != there[otherIndex] { return false }
      index += 1
      otherIndex += 1
    }
    return true
  }
}
