package import JSONText

/// Figures that a second person typed again without seeing them, and how they differed.
package struct Rekeying: Equatable, Sendable {
  /// A figure of the draft, and what was typed for it; nil is blank.
  package struct Difference: Equatable, Sendable {
    package var address: String
    package var stored: Quantity?
    package var typed: Quantity?
    /// Keys of the draft file that this version does not know, kept and written back.
    package var unknown: [JSON.Member]

    package init(
      _ address: String, stored: Quantity?, typed: Quantity?, unknown: [JSON.Member] = []
    ) {
      self.address = address
      self.stored = stored
      self.typed = typed
      self.unknown = unknown
    }
  }

  /// What was typed: ids of tables and rows, and addresses of cells.
  package var scope: [String]
  /// Who typed.
  package var by: String
  /// The local time with its offset; empty where it is not known.
  package var on: String
  /// How many figures were compared.
  package var count: Int
  package var differences: [Difference]
  /// Keys of the draft file that this version does not know, kept and written back.
  package var unknown: [JSON.Member]

  package init(
    scope: [String], by: String, on: String, count: Int, differences: [Difference],
    unknown: [JSON.Member] = []
  ) {
    self.scope = scope
    self.by = by
    self.on = on
    self.count = count
    self.differences = differences
    self.unknown = unknown
  }
}

extension Draft {
  /// Compares figures that were typed again with those of the draft, by value: 1.50 is 1.5.
  ///
  /// - Precondition: the cells belong to the draft's form.
  package func rekeying(
    of scope: [String], cells: some Sequence<CellIndex>, typed: (CellIndex) -> Quantity?,
    by: String, on: String
  ) -> Rekeying {
    var rekeying = Rekeying(scope: scope, by: by, on: on, count: 0, differences: [])
    for cell in cells {
      rekeying.count += 1
      let (stored, typed) = (self[cell], typed(cell))
      guard stored?.micros != typed?.micros else { continue }
      rekeying.differences.append(
        Rekeying.Difference(form.address(of: cell).description, stored: stored, typed: typed))
    }
    return rekeying
  }
}
