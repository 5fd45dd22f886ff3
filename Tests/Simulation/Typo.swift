package import ReportModel

/// A mistake that a person makes with one figure.
package enum Typo: CaseIterable, Sendable {
  case droppedDigit, doubledDigit, swappedDigits, neighbour, offByOne, zeroed, blanked

  /// What stands in a cell after the mistake; the same figure where it cannot happen there.
  package func applied(
    to cell: CellIndex, of draft: Draft, _ dice: inout Dice
  ) -> Quantity? {
    guard let value = draft[cell] else { return nil }
    switch self {
    case .droppedDigit, .doubledDigit, .swappedDigits:
      return changedDigits(of: value, &dice)
    case .neighbour:
      let (table, _, column) = draft.form.place(of: cell)
      let offset = Bool.random(using: &dice) ? 1 : -1
      guard table.columns.indices.contains(column + offset) else { return value }
      return draft[CellIndex(cell.position + offset)]
    case .offByOne:
      let offset: Int128 = Bool.random(using: &dice) ? 1_000_000 : -1_000_000
      return Quantity(micros: max(0, value.micros + offset))
    case .zeroed: return .zero
    case .blanked: return nil
    }
  }

  private func changedDigits(of value: Quantity, _ dice: inout Dice) -> Quantity? {
    var digits = Array(value.description)
    let place = Int.random(in: digits.indices, using: &dice)
    if self == .doubledDigit {
      digits.insert(digits[place], at: place)
    } else {
      guard digits.count > 1 else { return value }
      if self == .droppedDigit {
        digits.remove(at: place)
      } else {
        guard digits.indices.contains(place + 1) else { return value }
        digits.swapAt(place, place + 1)
      }
    }
    return Quantity(typed: String(digits)) ?? value
  }
}
