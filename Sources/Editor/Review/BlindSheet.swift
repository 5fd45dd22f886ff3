package import ReportModel

/// What a draft has where its figures are typed again by somebody who does not see them.
///
/// The editor's own draft is the blank sheet they are typed on. Until the result is recorded the
/// screen tells at most where the two differ, and that once.
package struct BlindSheet: Equatable, Sendable {
  /// How far it is.
  enum Stage: Sendable { case typing, told, recorded }

  /// What the draft has, by the positions of the sheet's cells.
  private var stored: [Quantity?]
  private(set) var stage = Stage.typing
  /// The cells that were told to differ and were not typed again since.
  private(set) var told: Set<CellIndex> = []

  /// A sheet for a form that has as many cells.
  package init(stored: [Quantity?]) {
    self.stored = stored
  }

  /// Takes note of what was typed since it was told what differs: whether it is right now is not
  /// told, or one could guess.
  mutating func note(_ edit: Edit) {
    if case .cell(let cell, _, _) = edit { told.remove(cell) }
  }

  /// The cells in which a sheet that was typed differs by value, in form order.
  func differing(from typed: Draft) -> [CellIndex] {
    stored.indices.map(CellIndex.init).filter { stored[$0.position]?.micros != typed[$0]?.micros }
  }

  /// What the draft has in a cell; nil, too, as long as that is not to be seen.
  func shown(_ cell: CellIndex) -> Quantity? { stage == .recorded ? stored[cell.position] : nil }

  /// Tells once where the two differ.
  mutating func tell(_ cells: [CellIndex]) {
    stage = .told
    told = Set(cells)
  }

  /// Takes over what the draft had when the result was recorded, which may be seen from now on.
  mutating func close(stored: [Quantity?]) {
    self.stored = stored
    stage = .recorded
    told = []
  }
}
