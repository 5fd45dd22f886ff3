package import ReportModel

extension Draft {
  /// The draft with its blanks filled with 0 and every relation holding: what contradicts is
  /// mended as the validator suggests, and what it cannot mend by adding up the parts.
  ///
  /// - Returns: nil where some relation cannot be made to hold so.
  package func agreeing() -> Draft? {
    var draft = self
    for position in 0..<form.cellCount where draft[CellIndex(position)] == nil {
      draft[CellIndex(position)] = .zero
    }
    for _ in 0..<form.relations.count {
      let groups = Validation(draft).suggestions(in: draft).groups
      if groups.isEmpty { return draft }
      guard let fix = groups.lazy.compactMap(\.fixes.first).first else { break }
      for change in fix.changes { draft[change.cell] = change.value }
    }
    draft.addUpTotals()
    return Validation(draft).suggestions(in: draft).groups.isEmpty ? draft : nil
  }

  /// Sets every total to the sum of its parts, in the order of the relations, twice: a sum of
  /// totals comes after them.
  package mutating func addUpTotals() {
    for relation in form.relations + form.relations {
      guard let total = relation.total else { continue }
      let sum = relation.left.reduce(Int128(0)) { $0 + (self[$1]?.micros ?? 0) }
      self[total] = Quantity(micros: sum)
    }
  }
}
