import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Fills every blank total of the table that its parts tell, as one step.
  ///
  /// Totals of totals are filled, too. A total with blank parts, or with sums that differ, stays
  /// blank, and the person is told how many.
  mutating func fillTotals() {
    guard canChange(), let cell else { return }
    let table = draft.form.tables[draft.form.tableNumber(of: cell)]
    let blanks = table.cells.map { CellIndex($0) }
      .filter { draft[$0] == nil && draft.form.isTotal($0) && !validation.isAssumedZero($0) }
    let edits = totals(of: blanks, after: [])
    perform(edits)
    let left = blanks.count - edits.count
    if blanks.isEmpty {
      tell(wording.noBlankTotal, .good)
    } else {
      tell(
        wording.filledTotals(edits.count, left: left), left > 0 ? .warning : .good)
    }
  }

  /// Asks before the blank cells of the selection, or else of the table, are filled with 0.
  mutating func askToFillZeros() {
    guard canChange(), let cell else { return }
    let table = draft.form.tables[draft.form.tableNumber(of: cell)]
    let all = selectedRange.map { cells(in: $0).flatMap(\.self) } ?? table.cells.map(CellIndex.init)
    let blanks = all.filter { draft[$0] == nil }
    guard !blanks.isEmpty else {
      tell(wording.noBlankCell, .good)
      return
    }
    overlay = .question(
      .fillZeros(
        blanks, isSelection: selectedRange != nil,
        hasTotals: blanks.contains(where: draft.form.isTotal), wording))
  }

  /// Fills cells that are blank with 0, and totals among them with the sum of their parts, as one
  /// step: a 0 is never put where the parts say otherwise.
  mutating func fillZeros(_ blanks: [CellIndex]) {
    let zeros = blanks.filter { !draft.form.isTotal($0) }
      .map { Edit.cell($0, from: nil, to: .zero) }
    let totals = blanks.filter { draft.form.isTotal($0) }
    let edits = zeros + self.totals(of: totals, after: zeros)
    perform(edits)
    let left = blanks.count - edits.count
    tell(wording.filledZeros(edits.count, left: left), left > 0 ? .warning : .good)
  }

  /// The edits that fill blank totals once other edits have been made, each after its parts.
  private func totals(of blanks: [CellIndex], after edits: [Edit]) -> [Edit] {
    var (draft, validation) = (draft, validation)
    func make(_ edit: Edit) {
      draft.apply(edit)
      validation.note(edit, madeTo: draft)
    }
    edits.forEach(make)
    var made: [Edit] = []
    var waiting = blanks
    while !waiting.isEmpty {
      var rest: [CellIndex] = []
      for cell in waiting {
        if case .value(let value) = validation.proposal(forTotal: cell, in: draft) {
          let edit = Edit.cell(cell, from: nil, to: value)
          make(edit)
          made.append(edit)
        } else {
          rest.append(cell)
        }
      }
      if rest.count == waiting.count { break }
      waiting = rest
    }
    return made
  }
}
