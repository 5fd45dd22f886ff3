/// What differs between two drafts, cell by cell and section by section.
package struct Difference: Equatable, Sendable {
  /// A cell with different figures; nil is blank, or not in that form.
  package struct Cell: Equatable, Sendable {
    package var address: Address
    package var from: Quantity?
    package var to: Quantity?
  }

  /// A section with different texts; nil is none.
  package struct Text: Equatable, Sendable {
    package var section: String
    package var from: Prose?
    package var to: Prose?
  }

  /// A piece of the organ's data, or the year or the form, that differs.
  package struct Field: Equatable, Sendable {
    package var key: String
    package var from: String?
    package var to: String?
  }

  package var cells: [Cell] = []
  package var texts: [Text] = []
  package var organ: [Field] = []

  package var isEmpty: Bool { cells.isEmpty && texts.isEmpty && organ.isEmpty }

  /// Compares two drafts; figures by value, so that 1.50 and 1.5 are the same.
  ///
  /// Cells stand in the order of the first draft's form, then those that only the second has.
  package init(from old: Draft, to new: Draft) {
    compareOrgans(old, new)
    for position in 0..<old.form.cellCount {
      let address = old.form.address(of: CellIndex(position))
      note(address, old[CellIndex(position)], new[address])
    }
    for position in 0..<new.form.cellCount {
      let address = new.form.address(of: CellIndex(position))
      if old.form.cell(at: address) == nil { note(address, nil, new[CellIndex(position)]) }
    }
    var sections = old.form.textSections.map(\.id)
    sections += new.form.textSections.map(\.id).filter { !sections.contains($0) }
    for section in sections where old.texts[section] != new.texts[section] {
      texts.append(Text(section: section, from: old.texts[section], to: new.texts[section]))
    }
  }

  private mutating func note(_ address: Address, _ from: Quantity?, _ to: Quantity?) {
    guard from?.micros != to?.micros else { return }
    cells.append(Cell(address: address, from: from, to: to))
  }

  private mutating func compareOrgans(_ old: Draft, _ new: Draft) {
    for key in Organ.Key.allCases where old.organ[key] != new.organ[key] {
      organ.append(Field(key: key.rawValue, from: old.organ[key], to: new.organ[key]))
    }
    if old.year != new.year {
      organ.append(Field(key: "year", from: String(old.year), to: String(new.year)))
    }
    if old.form.id != new.form.id {
      organ.append(Field(key: "form", from: old.form.id, to: new.form.id))
    }
  }
}
