/// An amount that stands in one cell and belongs into another of the same row or column.
package struct Transfer: Equatable, Sendable {
  package var amount: Quantity
  package var from: CellIndex
  package var to: CellIndex
  /// Whether the two cells share their row; otherwise they share their column.
  package var isWithinRow: Bool
}

extension Fix {
  /// What this moves, if moving is all it does: one cell gets less, another of its row or column
  /// just as much more.
  package func transfer(in draft: Draft) -> Transfer? {
    guard changes.count == 2, let first = draft[changes[0].cell],
      let second = draft[changes[1].cell]
    else { return nil }
    let gain = changes[1].value.micros - second.micros
    guard gain != 0, changes[0].value.micros - first.micros == -gain,
      let amount = Quantity(micros: gain < 0 ? -gain : gain)
    else { return nil }
    let from = changes[gain > 0 ? 0 : 1].cell
    let to = changes[gain > 0 ? 1 : 0].cell
    let (places, otherPlaces) = (draft.form.place(of: from), draft.form.place(of: to))
    guard places.table.id == otherPlaces.table.id else { return nil }
    let isWithinRow = places.row == otherPlaces.row
    guard isWithinRow || places.column == otherPlaces.column else { return nil }
    return Transfer(amount: amount, from: from, to: to, isWithinRow: isWithinRow)
  }
}
