import CellGrid

/// Compares a screen with the one that was looked at and found good under this name.
func expect(_ grid: Grid, golden name: String) throws {
  let caret = grid.caret.map { "\($0.x),\($0.y)" } ?? "none"
  let rows = (0..<grid.size.rows).map { grid.text(row: $0) }
  try expectRecorded(rows.joined(separator: "\n") + "\ncaret \(caret)\n", as: name)
}
