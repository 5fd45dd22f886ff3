import ReportModel
import Wording

extension PlainSession {
  /// The places that words can mean: the number of a section, an address, words of labels or
  /// the pinyin initials of these.
  func places(named words: String) -> [Place] {
    if let number = PlainInput.number(words) {
      return editor.spots.indices.contains(number) ? [place(ofEntry: number)] : []
    }
    if let place = place(atAddress: words) { return [place] }
    let parts = words.split(whereSeparator: \.isWhitespace).map { Search(String($0)) }
    guard !parts.isEmpty else { return [] }
    let places = entries(named: parts) + fields(named: parts) + cells(named: parts, inGroups: false)
    return places.isEmpty ? cells(named: parts, inGroups: true) : places
  }

  private func place(ofEntry entry: Int) -> Place {
    Place(entry: entry, spot: editor.spots[entry])
  }

  private func place(of cell: CellIndex) -> Place {
    Place(entry: 1 + draft.form.sectionNumber(of: cell), spot: .cell(cell))
  }

  /// A cell, or the first of a row or a table, or a section, by its id.
  private func place(atAddress text: String) -> Place? {
    if let cell = Address(text).flatMap({ draft.form.cell(at: $0) }) { return place(of: cell) }
    if let number = draft.form.sections.firstIndex(where: { $0.id == text }) {
      return place(ofEntry: number + 1)
    }
    let parts = text.split(separator: ".").map(String.init)
    guard let table = draft.form.tables.first(where: { $0.id == parts.first }) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? first(of: table, row: 0) : nil }
    return table.rowIndex[parts[1]].flatMap { first(of: table, row: $0) }
  }

  private func first(of table: Table, row: Int) -> Place? {
    guard !table.cells.isEmpty else { return nil }
    return place(of: table.cell(row: row, column: 0))
  }

  private func entries(named words: [Search]) -> [Place] {
    let names =
      [wording.organEntry + wording.organTitle]
      + draft.form.sections.map { $0.title + " " + $0.short }
    return names.indices.filter { Self.holds(names[$0], words) }.map(place(ofEntry:))
  }

  private func fields(named words: [Search]) -> [Place] {
    OrganField.all.indices.filter { Self.holds(name(of: OrganField.all[$0]), words) }
      .map { Place(entry: 0, spot: .field($0)) }
  }

  /// The cells whose row, or row and column, have all the words.
  ///
  /// Those of the current section come first; words of a column alone mean the current row.
  private func cells(named words: [Search], inGroups: Bool) -> [Place] {
    var found: [Place] = []
    for table in draft.form.tables {
      for (number, row) in table.rows.enumerated() {
        let own = row.label + " " + (row.short ?? "")
        let label = inGroups ? ((table.heading ?? "") + row.groups.joined() + own) : own
        let rest = words.filter { $0.rank(of: label) == nil }
        if rest.isEmpty {
          found.append(contentsOf: first(of: table, row: number).map { [$0] } ?? [])
        } else if rest.count < words.count || isHere(table, row: number) {
          let columns = table.columns.indices.filter { column in
            let line = table.columns[column]
            return Self.holds(PlainNames.column(column, of: table) + (line.short ?? ""), rest)
          }
          found += columns.map { place(of: table.cell(row: number, column: $0)) }
        }
      }
    }
    return found.filter { $0.entry == editor.entry } + found.filter { $0.entry != editor.entry }
  }

  private func isHere(_ table: Table, row: Int) -> Bool {
    guard let cell = editor.cell, table.cells ~= cell.position else { return false }
    return draft.form.place(of: cell).row == row
  }

  private static func holds(_ text: String, _ words: [Search]) -> Bool {
    words.allSatisfy { $0.rank(of: text) != nil }
  }
}
