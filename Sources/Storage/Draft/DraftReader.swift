import FormCatalog
import JSONText
import ReportModel

/// One reading of a draft file.
struct DraftReader {
  private let root: JSON
  /// The `schema` of an older version, if the file came with one.
  let upgradedFrom: String?

  init(bytes: [UInt8], by upgrade: DraftUpgrade) throws(DraftError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(reading: bytes, limits: .draft)
    } catch {
      throw DraftError(.json(error.cause), offset: error.offset)
    }
    (root, upgradedFrom) = try upgrade.upgraded(json)
  }

  func draft(on override: Form?) throws(DraftError) -> Draft {
    let formID = try string(in: root, "form")
    let organ = try object(in: root, "organ")
    let name = try string(in: organ, "name", path: "organ.name")
    let year = try year(in: root, path: "year")
    let form = if let override { override } else { try form(id: formID) }
    let isOverrideOwn = override.map { !FormCatalog.isShipped($0.id) }
    let carriesForm = isOverrideOwn ?? (root["formDefinition"] != nil)
    var draft = Draft(form: form, carriesForm: carriesForm, organ: Organ(name: name), year: year)
    var content = ContentReader(form: form, prefix: "")
    for member in root.object ?? [] {
      switch member.key {
      case "schema", "form", "year", "formDefinition": break
      case "organ": try readOrgan(member.value, into: &draft)
      case "cells": try content.readCells(member.value)
      case "texts": try content.readTexts(member.value)
      case "previous": draft.previous = try previous(member.value, on: form)
      case "accepted": draft.acceptances = try AcceptanceFile.acceptances(reading: member.value)
      case "comments": draft.comments = try CommentFile.comments(reading: member.value)
      case "stages": draft.review.stages = try ReviewFile.stages(reading: member.value)
      case "review": draft.review.steps = try ReviewFile.steps(reading: member.value)
      case "rekeyed": draft.review.rekeyings = try ReviewFile.rekeyings(reading: member.value)
      case "history": draft.revisions = try HistoryFile.revisions(reading: member.value)
      default: content.keep(member.value, at: [member.key])
      }
    }
    for (cell, figure) in content.figures { draft[cell] = figure }
    draft.texts = content.texts
    draft.unknown = (draft.unknown + content.unknown).inFileOrder
    return draft
  }

  /// Last year's report in a draft.
  private func previous(_ value: JSON, on form: Form) throws(DraftError) -> PreviousYear {
    guard let members = value.object else { throw wrongType(value, "previous", .object) }
    var previous = PreviousYear(
      year: try year(in: value, path: "previous.year"),
      form: try string(in: value, "form", path: "previous.form"),
      organ: try string(in: value, "organ", path: "previous.organ"),
      source: try string(in: value, "source", path: "previous.source"), comparedOn: form)
    var content = ContentReader(form: form, prefix: "previous.")
    for member in members {
      switch member.key {
      case "year", "form", "organ", "source": break
      case "cells": try content.readCells(member.value)
      case "texts": try content.readTexts(member.value)
      default: content.keep(member.value, at: [member.key])
      }
    }
    for (cell, figure) in content.figures { previous[cell] = figure }
    previous.texts = content.texts
    previous.unknown = content.unknown.inFileOrder
    return previous
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

  private func year(in parent: JSON, path: String) throws(DraftError) -> Int {
    let value = try member(in: parent, "year", path: path)
    guard case .number(let text) = value.content else {
      throw wrongType(value, path, .integer)
    }
    guard let year = value.integer else {
      // 20230000000000000000 is whole but no year; 2023.5 is not whole.
      let isWhole = !text.contains { ".eE".contains($0) }
      throw isWhole
        ? DraftError(.yearOutOfRange(path: path, text: text), offset: value.offset)
        : wrongType(value, path, .integer)
    }
    guard 1...9999 ~= year else {
      throw DraftError(.yearOutOfRange(path: path, text: text), offset: value.offset)
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
        draft.unknown.append(
          Draft.Unknown(path: ["organ", member.key], value: member.value.withSortedKeys))
      }
    }
  }
}

extension DraftReader {
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
