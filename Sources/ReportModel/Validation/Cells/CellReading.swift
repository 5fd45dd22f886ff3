/// What the rules over cells know of a draft's figures, kept up to date edit by edit.
struct CellReading: Equatable, Sendable {
  /// The positions of the figures that last year's make doubtful, or that are too large for their
  /// unit.
  private(set) var outOfProportion: Positions
  /// How many cells are blank or hold something else than 0.
  private(set) var otherThanZero = 0
  /// How many cells are blank in the rows that an earlier form did not have, and in the row it had.
  private var addedBlanks = 0
  private var keptBlanks = 0
  private let previous: PreviousYear?

  /// The cells of the rows that an earlier form did not have, by position.
  private let added: Set<Int>
  private let kept: Set<Int>

  init(_ draft: Draft) {
    outOfProportion = Positions(below: draft.form.cellCount)
    previous = draft.lastYear
    let split = draft.form.checks.cells.superseded?.parameters.splitRow
    added = Set(split?.added.map(\.position) ?? [])
    kept = Set(split?.kept.map(\.position) ?? [])
    let checks = draft.form.checks.cells
    let asksForProportion = checks.unit != nil || checks.jump != nil
    for position in 0..<draft.form.cellCount {
      let cell = CellIndex(position)
      count(draft[cell], at: cell, by: 1)
      if asksForProportion { judge(draft[cell], at: cell, on: draft.form) }
    }
  }

  /// Whether the rows that an earlier form did not have are wholly blank beside the row it had.
  var hasOneRowForSeveral: Bool {
    !added.isEmpty && addedBlanks == added.count && keptBlanks == 0
  }

  /// Last year's figure for a cell, where it is known.
  func previousFigure(at cell: CellIndex) -> Quantity? { previous?[cell] }

  mutating func note(_ cell: CellIndex, from old: Quantity?, to new: Quantity?, on form: Form) {
    count(old, at: cell, by: -1)
    count(new, at: cell, by: 1)
    judge(new, at: cell, on: form)
  }

  private mutating func count(_ value: Quantity?, at cell: CellIndex, by sign: Int) {
    if value?.isZero != true { otherThanZero += sign }
    guard value == nil else { return }
    if added.contains(cell.position) { addedBlanks += sign }
    if kept.contains(cell.position) { keptBlanks += sign }
  }

  private mutating func judge(_ value: Quantity?, at cell: CellIndex, on form: Form) {
    outOfProportion[cell.position] =
      value.map { isOutOfProportion($0, at: cell, on: form) } ?? false
  }

  private func isOutOfProportion(_ value: Quantity, at cell: CellIndex, on form: Form) -> Bool {
    let checks = form.checks.cells
    let previous = previousFigure(at: cell)
    if checks.unit?.parameters.doubts(value, at: cell, previous: previous) != nil { return true }
    guard let previous, let jump = checks.jump?.parameters, form.kind(of: cell) != .change else {
      return false
    }
    return jump.isJump(from: previous, to: value)
  }
}
