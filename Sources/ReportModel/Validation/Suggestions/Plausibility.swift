extension Validation {
  /// How hard it is to believe that a cell should hold another value: the less, the likelier.
  func doubt(about change: Fix.Change, in draft: Draft) -> Int {
    guard let stored = draft[change.cell] else { return 0 }
    let isTotal = form.isTotal(change.cell)
    if isTotal, stored.isZero { return 1 }
    if Slip.couldTurn(change.value, into: stored) { return 2 }
    if !stored.isZero, isNeighbour(stored, of: change.cell, in: draft) { return 2 }
    return isTotal ? 3 : 4
  }

  /// Whether the cell to the left or right holds the same figure, which then was typed twice.
  private func isNeighbour(_ value: Quantity, of cell: CellIndex, in draft: Draft) -> Bool {
    let (table, _, column) = form.place(of: cell)
    return [(-1, column > 0), (1, column + 1 < table.columns.count)].contains { offset, exists in
      exists && draft[CellIndex(cell.position + offset)]?.micros == value.micros
    }
  }
}

/// The slips that fingers make with a figure.
enum Slip {
  /// Whether a figure becomes another by one digit dropped, doubled or swapped with the next, or
  /// by one more or less.
  ///
  /// Only whole figures are compared; leading zeros do not count.
  static func couldTurn(_ meant: Quantity, into typed: Quantity) -> Bool {
    guard meant.isWhole, typed.isWhole, meant.isNegative == typed.isNegative || meant.isZero else {
      return false
    }
    let meant = (meant.micros / 1_000_000).magnitude
    let typed = (typed.micros / 1_000_000).magnitude
    if meant == typed + 1 || typed == meant + 1 { return true }
    // The digit at `place` and the one above it, for each place.
    var place: UInt128 = 1
    while place <= meant {
      let below = meant % place
      let digit = meant / place % 10
      let above = meant / place / 10
      let isDropped = meant >= 10 && typed == above * place + below
      let isDoubled = typed == ((above * 10 + digit) * 10 + digit) * place + below
      let next = above % 10
      let isSwapped =
        above > 0 && typed == ((above / 10 * 10 + digit) * 10 + next) * place + below
      if isDropped || isDoubled || isSwapped { return true }
      place *= 10
    }
    return false
  }
}
