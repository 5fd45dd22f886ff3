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
    for index in form.relationsOfCell[cell.position].map(Int.init)
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
    for index in form.relationsOfCell[cell.position].map(Int.init)
    where nearlyFilled.contains(index) && tallies[index].blankPositions == cell.position {
      guard form.relations[index].comparison == .equal else { continue }
      let tally = tallies[index]
      let missing =
        tally.leftBlanks > 0 ? tally.right - tally.left : tally.left - tally.right
      guard let value = Quantity(micros: missing), form.kind(of: cell).accepts(value) else {
        continue
      }
      if form.relations[index].total == cell {
        demands.insert((value, index), at: 0)
      } else {
        demands.append((value, index))
      }
    }
    return demands
  }

  /// The one-cell changes that mend a broken relation without breaking one that holds.
  ///
  /// Among them only those that mend the most relations at once; ranked: a total of 0 under parts
  /// that are not, then another total, then the rest in form order. At most nine.
  func oneCellFixes(ofBroken index: Int, in draft: Draft) -> [Fix] {
    let relation = form.relations[index]
    let tally = tallies[index]
    guard tally.blanks == 0, relation.comparison == .equal else { return [] }
    let difference = tally.left - tally.right
    var candidates: [(change: Fix.Change, mended: Int, rank: Int)] = []
    for (side, sign) in [(relation.right, Int128(1)), (relation.left, Int128(-1))] {
      for cell in side.prefix(Self.candidateLimit) {
        guard let old = draft[cell],
          let value = Quantity(micros: old.micros + sign * difference),
          form.kind(of: cell).accepts(value),
          let mended = relationsMended(by: value.micros - old.micros, in: cell)
        else { continue }
        let isTotal = isTotal(cell)
        let rank = isTotal && old.isZero ? 0 : isTotal ? 1 : 2
        candidates.append((Fix.Change(cell, value), mended, rank))
      }
    }
    let best = candidates.map(\.mended).max() ?? 0
    return candidates.filter { $0.mended == best }
      .sorted { ($0.rank, $0.change.cell) < ($1.rank, $1.change.cell) }
      .prefix(9).map { Fix([$0.change]) }
  }

  /// How many cells of one side are tried: in a sum of thousands no single one stands out, and the
  /// next key does not wait.
  private static let candidateLimit = 200

  private func isTotal(_ cell: CellIndex) -> Bool {
    form.relationsOfCell[cell.position].contains { form.relations[Int($0)].total == cell }
  }

  /// How many broken relations a change of one cell would mend; nil if it breaks one that holds.
  private func relationsMended(by delta: Int128, in cell: CellIndex) -> Int? {
    var mended = 0
    for number in form.relationsOfCell[cell.position] {
      let index = Int(number)
      var tally = tallies[index]
      if form.relations[index].left.contains(cell) { tally.left += delta }
      if form.relations[index].right.contains(cell) { tally.right += delta }
      switch (broken.contains(index), isBroken(index, tally)) {
      case (true, false): mended += 1
      case (false, true): return nil
      case (true, true), (false, false): break
      }
    }
    return mended
  }
}
