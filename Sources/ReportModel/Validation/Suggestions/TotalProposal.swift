/// What a total's parts say about it.
package enum TotalProposal: Equatable, Sendable {
  /// The sum of the parts.
  case value(Quantity)
  /// The sum has more digits than a cell holds.
  case tooLarge
  /// Some parts are blank, so there is no sum yet.
  case partsBlank([CellIndex])
  /// Two sums that both should give this total differ: the first by row, the second by column.
  case contradictory(Quantity, Quantity)
  /// No relation makes this cell a total.
  case notATotal
}

extension Validation {
  /// What the parts of a total add up to.
  package func proposal(forTotal cell: CellIndex, in draft: Draft) -> TotalProposal {
    var sums: [Quantity] = []
    var blanks: [CellIndex] = []
    var isTotal = false
    for index in form.memberships(of: cell).map(\.relation)
    where form.relations[index].total == cell {
      isTotal = true
      if tallies[index].leftBlanks > 0 {
        blanks += form.relations[index].left.filter { draft[$0] == nil }
      } else if let sum = Quantity(micros: tallies[index].left) {
        sums.append(sum)
      } else {
        return .tooLarge
      }
    }
    guard isTotal else { return .notATotal }
    guard let first = sums.first else { return .partsBlank(blanks) }
    if let other = sums.first(where: { $0.micros != first.micros }) {
      return .contradictory(first, other)
    }
    return .value(first)
  }

  /// The values that relations ask of a blank cell that is their only blank, with the relation.
  ///
  /// A total's own sum stands before what a longer relation says.
  func demands(onBlank cell: CellIndex) -> [(value: Quantity, relation: Int)] {
    var demands: [(value: Quantity, relation: Int)] = []
    for index in form.memberships(of: cell).map(\.relation)
    where nearlyFilled[index] && tallies[index].blankPositions == cell.position {
      guard let value = demandedValue(of: index) else { continue }
      if form.relations[index].total == cell {
        demands.insert((value, index), at: 0)
      } else {
        demands.append((value, index))
      }
    }
    return demands
  }

  /// The value that an equation asks of its only blank; nil where it has not just one, or where
  /// the cell could not hold it.
  func demandedValue(of relation: Int) -> Quantity? {
    let tally = tallies[relation]
    guard tally.blanks == 1, form.relations[relation].comparison == .equal else { return nil }
    let missing = tally.leftBlanks > 0 ? tally.right - tally.left : tally.left - tally.right
    guard let value = Quantity(micros: missing),
      form.kind(of: CellIndex(tally.blankPositions)).accepts(value)
    else { return nil }
    return value
  }
}
