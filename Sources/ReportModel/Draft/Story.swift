/// What one save did to one place.
package struct Happening<Change: Equatable & Sendable>: Equatable, Sendable {
  /// Who saved; empty where that is not known.
  package var by: String
  /// The local time with its offset; empty where it is not known.
  package var on: String
  package var change: Change

  package init(by: String, on: String, change: Change) {
    self.by = by
    self.on = on
    self.change = change
  }

  /// The same save, its change put in another way.
  package func map<Other>(_ put: (Change) -> Other) -> Happening<Other> {
    Happening<Other>(by: by, on: on, change: put(change))
  }
}

extension Draft {
  /// What the saves did to a cell, the newest first.
  ///
  /// - Precondition: the cell belongs to the draft's form.
  package func story(of cell: CellIndex) -> [Happening<Revision.Change<Quantity>>] {
    let address = form.address(of: cell).description
    return story { $0.cells.first { $0.key == address } }
  }

  /// What the saves did to the text of a section, the newest first.
  package func story(ofText section: String) -> [Happening<[Revision.Hunk]>] {
    story { $0.texts.first { $0.section == section }?.hunks }
  }

  /// What the saves did to a piece of the organ's data, or to the year for nil; the newest first.
  package func story(of key: Organ.Key?) -> [Happening<Revision.Change<String>>] {
    story { revision in
      guard let key else { return revision.year?.asText }
      return revision.organ.first { $0.key == key.rawValue }
    }
  }

  private func story<Change>(_ change: (Revision) -> Change?) -> [Happening<Change>] {
    revisions.reversed().compactMap { revision in
      change(revision).map { Happening(by: revision.by, on: revision.on, change: $0) }
    }
  }
}

extension Revision.Change<Int> {
  /// The same with the numbers written out.
  package var asText: Revision.Change<String> {
    Revision.Change<String>(
      key, from: from.map { String($0) }, to: to.map { String($0) }, unknown: unknown)
  }
}
