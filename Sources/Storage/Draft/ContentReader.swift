import JSONText
import ReportModel

/// The figures and texts of one report in a draft file, while they are read: the draft's own, or
/// last year's in it.
struct ContentReader {
  private(set) var figures: [(cell: CellIndex, figure: Quantity)] = []
  private(set) var texts: [String: Prose] = [:]
  /// What has no place in the form, by the keys from the report's object down.
  private(set) var unknown: [Draft.Unknown] = []
  private let form: Form
  /// What leads to the report's object in messages, such as `previous.`.
  private let prefix: String

  init(form: Form, prefix: String) {
    self.form = form
    self.prefix = prefix
  }

  mutating func keep(_ value: JSON, at path: [String]) {
    unknown.append(Draft.Unknown(path: path, value: value.withSortedKeys))
  }

  mutating func readTexts(_ texts: JSON) throws(DraftError) {
    guard let members = texts.object else { throw wrongType(texts, "texts", .object) }
    let ids = form.textSections.map(\.id)
    for member in members {
      guard ids.contains(where: { isSame($0, member.key) }) else {
        keep(member.value, at: ["texts", member.key])
        continue
      }
      guard let text = member.value.string else {
        throw wrongType(member.value, "texts.\(member.key)", .string)
      }
      let prose = Prose(text)
      self.texts[member.key] = prose.isEmpty ? nil : prose
    }
  }

  mutating func readCells(_ cells: JSON) throws(DraftError) {
    guard let members = cells.object else { throw wrongType(cells, "cells", .object) }
    for member in members {
      guard let table = form.tables.first(where: { isSame($0.id, member.key) }) else {
        keep(member.value, at: ["cells", member.key])
        continue
      }
      guard let rows = member.value.object else {
        throw wrongType(member.value, "cells.\(member.key)", .object)
      }
      figures.reserveCapacity(
        figures.count + min(table.cells.count, rows.count * table.columns.count))
      for row in rows { try readRow(row, of: table) }
    }
  }

  private mutating func readRow(_ member: JSON.Member, of table: Table) throws(DraftError) {
    guard let row = table.rowIndex[member.key], isSame(table.rows[row].id, member.key) else {
      keep(member.value, at: ["cells", table.id, member.key])
      return
    }
    guard let members = member.value.object else {
      throw wrongType(member.value, "cells.\(table.id).\(member.key)", .object)
    }
    for figure in members {
      guard let column = table.columnIndex[figure.key], isSame(table.columns[column].id, figure.key)
      else {
        keep(figure.value, at: ["cells", table.id, member.key, figure.key])
        continue
      }
      let kind = table.rows[row].kind ?? table.columns[column].kind ?? .count
      figures.append(
        (
          table.cell(row: row, column: column),
          try quantity(figure.value, kind) { "cells.\(table.id).\(member.key).\(figure.key)" }
        ))
    }
  }

  /// A figure; the way to it is put into words only where something is wrong.
  private func quantity(
    _ value: JSON, _ kind: FigureKind, path: () -> String
  ) throws(DraftError) -> Quantity {
    guard case .number(let text) = value.content else { throw wrongType(value, path(), .number) }
    guard let quantity = Quantity(json: text) else {
      throw DraftError(.figureOutOfRange(path: prefix + path(), text: text), offset: value.offset)
    }
    return kind.normalized(quantity)
  }

  /// Whether two keys are the same bytes; keys that only look the same are kept as unknown.
  private func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private func wrongType(_ value: JSON, _ path: String, _ expected: DraftError.Expected)
    -> DraftError
  {
    DraftError(.wrongType(path: prefix + path, expected: expected), offset: value.offset)
  }
}

extension [Draft.Unknown] {
  /// In the order they are written in, so that a draft that was saved equals the same one read.
  var inFileOrder: [Draft.Unknown] {
    sorted { left, right in
      left.path.lexicographicallyPrecedes(right.path) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
  }
}
