import JSONText
package import ReportModel

/// Some cells of a form as a form of their own: the same rows and columns under the same headings,
/// with nothing to check.
package struct FormExcerpt: Sendable {
  package let form: Form
  /// For each cell of `form`, by position, the cell of the whole form that it stands for.
  package let cells: [CellIndex]

  /// The excerpt with these cells; neighbours of a table with the same columns stay one table.
  ///
  /// - Precondition: the cells belong to `whole`, and there is at least one.
  /// - Throws: nothing for a form that was decoded; `FormError` is what decoding throws.
  package init(of whole: Form, cells chosen: Set<CellIndex>) throws(FormError) {
    let definition = whole.definition
    let sections = definition["sections"]?.array ?? []
    var excerpt: [JSON] = []
    var cells: [CellIndex] = []
    var taken = Set(whole.sections.map(\.id) + whole.tables.map(\.id))
    for (section, source) in zip(whole.sections, sections) {
      var tables: [JSON] = []
      for (table, source) in zip(whole.tables(of: section), source["tables"]?.array ?? []) {
        for (number, piece) in Self.pieces(of: table, chosen).enumerated() {
          let id = number == 0 ? table.id : Self.free(table.id, &taken)
          tables.append(Self.cut(piece, from: source, id: id))
          for row in piece.rows {
            cells += piece.columns.map { table.cell(row: row, column: $0) }
          }
        }
      }
      if !tables.isEmpty {
        excerpt.append(Self.with(["tables": .list(tables)], in: source, without: []))
      }
    }
    form = try Form(
      definition: Self.with(
        ["id": .text(whole.id + "-excerpt"), "sections": .list(excerpt)], in: definition,
        without: ["rules", "checks", "register"]))
    self.cells = cells
  }

  /// Rows of a table, none other that is wanted between them, that want the same columns, both as indices in order.
  private struct Piece {
    var rows: [Int]
    var columns: [Int]
  }

  private static func pieces(of table: Table, _ chosen: Set<CellIndex>) -> [Piece] {
    var pieces: [Piece] = []
    for row in table.rows.indices {
      let columns = table.columns.indices.filter {
        chosen.contains(table.cell(row: row, column: $0))
      }
      if columns.isEmpty { continue }
      if let last = pieces.indices.last, pieces[last].columns == columns {
        pieces[last].rows.append(row)
      } else {
        pieces.append(Piece(rows: [row], columns: columns))
      }
    }
    return pieces
  }

  /// An id for a further piece of a table, which nothing else has.
  private static func free(_ id: String, _ taken: inout Set<String>) -> String {
    var number = 2
    while !taken.insert("\(id)-\(number)").inserted { number += 1 }
    return "\(id)-\(number)"
  }

  private static func cut(_ piece: Piece, from table: JSON, id: String) -> JSON {
    with(
      [
        "id": .text(id), "rows": lines(piece.rows, under: "rows", of: table),
        "columns": lines(piece.columns, under: "columns", of: table),
      ], in: table, without: [])
  }

  /// The tree of rows or columns with these lines alone, and the groups that have any.
  private static func lines(_ kept: [Int], under key: String, of table: JSON) -> JSON {
    var next = 0
    return .list(children(of: table, under: key, Set(kept), &next))
  }

  private static func children(
    of node: JSON, under key: String, _ kept: Set<Int>, _ next: inout Int
  ) -> [JSON] {
    (node[key]?.array ?? []).compactMap { child in
      guard child[key] != nil else {
        defer { next += 1 }
        return kept.contains(next) ? child : nil
      }
      let below = children(of: child, under: key, kept, &next)
      return below.isEmpty ? nil : with([key: .list(below)], in: child, without: [])
    }
  }

  /// An object with other values for some of its keys, and without others.
  private static func with(
    _ values: [String: JSON], in object: JSON, without keys: Set<String>
  ) -> JSON {
    JSON(
      .object(
        (object.object ?? []).filter { !keys.contains($0.key) }
          .map { JSON.Member($0.key, values[$0.key] ?? $0.value) }))
  }
}
