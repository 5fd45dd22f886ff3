import FormCatalog
import JSONText
import ReportModel

/// One reading of a draft file.
struct DraftReader {
  private let root: JSON

  init(bytes: [UInt8]) throws(DraftError) {
    do throws(JSONError) {
      root = try JSON(reading: bytes, limits: .draft)
    } catch {
      throw DraftError(.json(error.cause), offset: error.offset)
    }
  }

  func draft(on override: Form?) throws(DraftError) -> Draft {
    try checkSchema()
    let formID = try string(in: root, "form")
    let organ = try object(in: root, "organ")
    let name = try string(in: organ, "name", path: "organ.name")
    let year = try year()
    let form = if let override { override } else { try form(id: formID) }
    let isOverrideOwn = override.map { !FormCatalog.isShipped($0.id) }
    let carriesForm = isOverrideOwn ?? (root["formDefinition"] != nil)
    var draft = Draft(form: form, carriesForm: carriesForm, organ: Organ(name: name), year: year)
    for member in root.object ?? [] {
      switch member.key {
      case "schema", "form", "year", "formDefinition": break
      case "organ": try readOrgan(member.value, into: &draft)
      case "cells": try readCells(member.value, into: &draft)
      case "texts": try readTexts(member.value, into: &draft)
      default: keep(member.value, at: [member.key], in: &draft)
      }
    }
    // In the order they are written in, so that a draft that was saved equals the same one read.
    draft.unknown.sort { left, right in
      left.path.lexicographicallyPrecedes(right.path) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    return draft
  }

  private func keep(_ value: JSON, at path: [String], in draft: inout Draft) {
    draft.unknown.append(Draft.Unknown(path: path, value: value.withSortedKeys))
  }

  private func checkSchema() throws(DraftError) {
    guard root.object != nil, let value = root["schema"], let schema = value.string else {
      throw DraftError(.notADraft, offset: root.offset)
    }
    if schema == DraftFile.schema { return }
    let version = schema.dropFirst("nianbao/draft/".count)
    let isLater =
      schema.hasPrefix("nianbao/draft/") && !version.isEmpty && !version.hasPrefix("0")
      && version.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    throw DraftError(isLater ? .newerSchema(schema) : .notADraft, offset: value.offset)
  }

  private func form(id: String) throws(DraftError) -> Form {
    guard let definition = root["formDefinition"] else {
      guard let form = FormCatalog.form(id: id) else {
        throw DraftError(.unknownForm(id), offset: root["form"]?.offset ?? root.offset)
      }
      return form
    }
    let form: Form
    do throws(FormError) {
      form = try FormCatalog.form(definition: definition)
    } catch {
      throw DraftError(.badForm(error), offset: error.offset)
    }
    guard form.id == id else {
      throw DraftError(.formMismatch(form: id, definition: form.id), offset: definition.offset)
    }
    return form
  }

  private func year() throws(DraftError) -> Int {
    let value = try member(in: root, "year", path: "year")
    guard case .number(let text) = value.content else {
      throw wrongType(value, "year", .integer)
    }
    guard let year = value.integer else {
      // 20230000000000000000 is whole but no year; 2023.5 is not whole.
      let isWhole = !text.contains { ".eE".contains($0) }
      throw isWhole
        ? DraftError(.yearOutOfRange(text: text), offset: value.offset)
        : wrongType(value, "year", .integer)
    }
    guard 1...9999 ~= year else {
      throw DraftError(.yearOutOfRange(text: text), offset: value.offset)
    }
    return year
  }
}

extension DraftReader {
  private func readOrgan(_ organ: JSON, into draft: inout Draft) throws(DraftError) {
    for member in organ.object ?? [] {
      if let key = Organ.Key(rawValue: member.key) {
        guard let text = member.value.string else {
          throw wrongType(member.value, "organ.\(member.key)", .string)
        }
        draft.organ[key] = text
      } else {
        keep(member.value, at: ["organ", member.key], in: &draft)
      }
    }
  }

  private func readTexts(_ texts: JSON, into draft: inout Draft) throws(DraftError) {
    guard let members = texts.object else { throw wrongType(texts, "texts", .object) }
    let ids = draft.form.textSections.map(\.id)
    for member in members {
      guard ids.contains(where: { isSame($0, member.key) }) else {
        keep(member.value, at: ["texts", member.key], in: &draft)
        continue
      }
      guard let text = member.value.string else {
        throw wrongType(member.value, "texts.\(member.key)", .string)
      }
      draft.setText(Prose(text), of: member.key)
    }
  }

  private func readCells(_ cells: JSON, into draft: inout Draft) throws(DraftError) {
    guard let members = cells.object else { throw wrongType(cells, "cells", .object) }
    for member in members {
      guard let table = draft.form.tables.first(where: { isSame($0.id, member.key) }) else {
        keep(member.value, at: ["cells", member.key], in: &draft)
        continue
      }
      guard let rows = member.value.object else {
        throw wrongType(member.value, "cells.\(member.key)", .object)
      }
      for row in rows { try readRow(row, of: table, into: &draft) }
    }
  }

  private func readRow(_ member: JSON.Member, of table: Table, into draft: inout Draft)
    throws(DraftError)
  {
    guard let row = table.rowIndex[member.key], isSame(table.rows[row].id, member.key) else {
      keep(member.value, at: ["cells", table.id, member.key], in: &draft)
      return
    }
    guard let figures = member.value.object else {
      throw wrongType(member.value, "cells.\(table.id).\(member.key)", .object)
    }
    for figure in figures {
      guard let column = table.columnIndex[figure.key], isSame(table.columns[column].id, figure.key)
      else {
        keep(figure.value, at: ["cells", table.id, member.key, figure.key], in: &draft)
        continue
      }
      let path = "cells.\(table.id).\(member.key).\(figure.key)"
      let kind = table.rows[row].kind ?? table.columns[column].kind ?? .count
      draft[table.cell(row: row, column: column)] = try quantity(figure.value, kind, path: path)
    }
  }

  private func quantity(_ value: JSON, _ kind: FigureKind, path: String) throws(DraftError)
    -> Quantity
  {
    guard case .number(let text) = value.content else { throw wrongType(value, path, .number) }
    guard let quantity = Quantity(json: text) else {
      throw DraftError(.figureOutOfRange(path: path, text: text), offset: value.offset)
    }
    switch kind {
    case .count, .change: return quantity.withoutEmptyFraction
    case .amount: return quantity
    }
  }
}

extension DraftReader {
  /// Whether two keys are the same bytes; keys that only look the same are kept as unknown.
  private func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private func wrongType(_ value: JSON, _ path: String, _ expected: DraftError.Expected)
    -> DraftError
  {
    DraftError(.wrongType(path: path, expected: expected), offset: value.offset)
  }

  private func member(in object: JSON, _ key: String, path: String) throws(DraftError) -> JSON {
    guard let value = object[key] else {
      throw DraftError(.missing(path: path), offset: object.offset)
    }
    return value
  }

  private func object(in parent: JSON, _ key: String) throws(DraftError) -> JSON {
    let value = try member(in: parent, key, path: key)
    guard value.object != nil else { throw wrongType(value, key, .object) }
    return value
  }

  private func string(in parent: JSON, _ key: String, path: String? = nil) throws(DraftError)
    -> String
  {
    let value = try member(in: parent, key, path: path ?? key)
    guard let text = value.string else { throw wrongType(value, path ?? key, .string) }
    return text
  }
}
