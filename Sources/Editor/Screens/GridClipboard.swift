import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Copies the selected cells, or the one under the cursor, to the program's own clipboard and to
  /// the terminal's.
  mutating func copyCells() -> [Effect] {
    guard let range = targetRange else { return [] }
    let values = cells(in: range).map { row in row.map { draft[$0] } }
    clipboard = .cells(values)
    tell(wording.copiedCells(rows: range.rows.count, columns: range.columns.count))
    return [.copy(Self.tabSeparated(values))]
  }

  /// Copies the selected cells and blanks them as one step.
  mutating func cutCells() -> [Effect] {
    guard canChange() else { return [] }
    let effects = copyCells()
    blankCells()
    if let range = targetRange {
      tell(wording.cutCells(rows: range.rows.count, columns: range.columns.count))
    }
    return effects
  }

  /// Blanks the selected cells, or the one under the cursor, as one step.
  mutating func blankCells() {
    guard let range = targetRange else { return }
    setCells(cells(in: range).flatMap { $0.map { ($0, nil) } })
  }

  /// Puts what was copied last where the cursor is.
  mutating func pasteCells() {
    guard canChange() else { return }
    switch clipboard {
    case nil: tell(wording.nothingCopied)
    case .text(let text): pasteInGrid(text)
    case .cells(let values): put(values)
    }
  }

  /// Puts a block with its upper left corner at the selection's; one figure fills all of it.
  private mutating func put(_ values: [[Quantity?]]) {
    guard let range = targetRange, let first = values.first else { return }
    let table = draft.form.tables[range.table]
    if values.count == 1, first.count == 1 {
      setCells(cells(in: range).flatMap { $0.map { ($0, first[0]) } })
      return
    }
    let (row, column) = (range.rows.lowerBound, range.columns.lowerBound)
    guard row + values.count <= table.rows.count, column + first.count <= table.columns.count
    else {
      tell(wording.blockDoesNotFit(rows: values.count, columns: first.count), .warning)
      return
    }
    var changes: [(CellIndex, Quantity?)] = []
    for (down, line) in values.enumerated() {
      for (across, value) in line.enumerated() {
        changes.append((table.cell(row: row + down, column: column + across), value))
      }
    }
    setCells(changes)
    let end = table.cell(row: row + values.count - 1, column: column + first.count - 1)
    anchor = .cell(end)
    spots[entry] = .cell(table.cell(row: row, column: column))
  }

  /// Fills the selection from its first row or column; where there is only one, from the one
  /// beside it.
  mutating func fill(_ direction: Command) {
    guard canChange(), let range = targetRange else { return }
    let isDown = direction == .fillDown
    let table = draft.form.tables[range.table]
    var (rows, columns) = (range.rows, range.columns)
    if isDown, rows.count == 1, rows.lowerBound > 0 { rows = rows.lowerBound - 1...rows.upperBound }
    if !isDown, columns.count == 1, columns.lowerBound > 0 {
      columns = columns.lowerBound - 1...columns.upperBound
    }
    guard isDown ? rows.count > 1 : columns.count > 1 else {
      tell(wording.nothingToFillFrom)
      return
    }
    var changes: [(CellIndex, Quantity?)] = []
    for row in isDown ? rows.dropFirst() : rows[...] {
      for column in isDown ? columns[...] : columns.dropFirst() {
        let source = table.cell(
          row: isDown ? rows.lowerBound : row, column: isDown ? column : columns.lowerBound)
        changes.append((table.cell(row: row, column: column), draft[source]))
      }
    }
    setCells(changes)
  }

  /// Sets cells as one step, as far as they change; the selection and the cursor stay.
  mutating func setCells(_ changes: [(cell: CellIndex, value: Quantity?)]) {
    guard canChange() else { return }
    let edits = changes.compactMap { cell, value -> Edit? in
      let kept = value.map { draft.form.kind(of: cell).normalized($0) }
      return draft[cell] == kept ? nil : .cell(cell, from: draft[cell], to: kept)
    }
    perform(edits)
  }

  /// Rows of figures as spreadsheets exchange them.
  static func tabSeparated(_ values: [[Quantity?]]) -> String {
    values.map { row in row.map { $0?.description ?? "" }.joined(separator: "\t") }
      .joined(separator: "\n")
  }
}
