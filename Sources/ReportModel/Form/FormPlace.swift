/// A place of a form as people name it: a cell, a row, a table, a section.
package enum FormPlace: Equatable, Sendable {
  case cell(CellIndex)
  /// A row of a table, by their numbers.
  case row(table: Int, row: Int)
  /// A table, by its number.
  case table(Int)
  /// A section, by its id.
  case section(String)
}

extension Form {
  /// The place that a name means: `TABLE.ROW.COLUMN`, `TABLE.ROW`, or the id of a section or table;
  /// nil where the form has none.
  package func place(named name: String) -> FormPlace? {
    if let address = Address(name) { return cell(at: address).map(FormPlace.cell) }
    if section(name) != nil { return .section(name) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let table = tables.firstIndex(where: { $0.id == first }) else {
      return nil
    }
    if parts.count == 1 { return .table(table) }
    guard parts.count == 2, let row = tables[table].rowIndex[parts[1]] else { return nil }
    return .row(table: table, row: row)
  }

  /// The cells at a place, in form order; none for a section of text.
  package func cells(at place: FormPlace) -> [CellIndex] {
    switch place {
    case .cell(let cell): [cell]
    case .row(let table, let row):
      tables[table].columns.indices.map { tables[table].cell(row: row, column: $0) }
    case .table(let table): tables[table].cells.map(CellIndex.init)
    case .section(let id):
      section(id).map { section in
        tables(of: section).flatMap { $0.cells.map(CellIndex.init) }
      } ?? []
    }
  }
}
