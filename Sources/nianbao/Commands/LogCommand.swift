import ArgumentParser
import JSONText
import ReportModel
import Wording

/// `nianbao log`: who changed what, and when.
struct LogCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "log", abstract: Wording.ofProcess.help(.log))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var draft: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.logKeys), valueName: "key"))
  var keys: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.diffFormat))) var format: Format = .text
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let opened = try Workspace.draft(at: draft, form: form)
    let filter = try LogFilter(keys: keys, in: opened)
    let revisions = opened.revisions.reversed().compactMap(filter.part(of:))
    switch format {
    case .text:
      if revisions.isEmpty { return Output.error(Wording.ofProcess.noHistory(in: draft)) }
      try Output.text(
        revisions.map { LogEntry(revision: $0, form: opened.form).text }.joined(separator: "\n"))
    case .json:
      let entries = revisions.map { LogEntry(revision: $0, form: opened.form).json }
      try Output.result(JSON.make(["history": .list(entries)]).canonicalText)
    }
  }
}

/// A save, ready to be written.
private struct LogEntry {
  let revision: Revision
  let form: Form

  /// A head line, then a line for each figure, and three for each place of a text.
  var text: String {
    let wording = Wording.ofProcess
    var lines = [
      wording.logHead(on: revision.on, by: revision.by, count: revision.changeCount)
    ]
    for field in fields {
      let change = change(field.from.map(wording.shown), field.to.map(wording.shown))
      lines.append("  " + wording.logChange(of: key(of: field), name: name(of: field), change))
    }
    for cell in revision.cells {
      let change = change(cell.from?.description, cell.to?.description)
      lines.append("  " + wording.logChange(of: cell.key, name: label(of: cell.key), change))
    }
    for text in revision.texts {
      for hunk in text.hunks {
        let place = wording.logText(
          text.section, name: title(of: text.section), paragraph: hunk.start + 1)
        let (from, to) = hunk.excerpt()
        lines.append("  " + place)
        lines += [from.map(wording.removed), to.map(wording.added)].compactMap { $0 }
          .map { "    " + $0 }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  var json: JSON {
    func text(_ text: String?) -> JSON { text.map { .text($0) } ?? JSON(.null) }
    func figure(_ value: Quantity?) -> JSON {
      value.map { JSON(.number($0.description)) } ?? JSON(.null)
    }
    let texts = revision.texts.flatMap { text in
      text.hunks.map { hunk in
        JSON.make([
          "section": .text(text.section), "start": .whole(hunk.start),
          "removed": .list(hunk.removed.map { .text($0) }),
          "added": .list(hunk.added.map { .text($0) }),
        ])
      }
    }
    return .make([
      "on": text(revision.on.isEmpty ? nil : revision.on),
      "by": text(revision.by.isEmpty ? nil : revision.by),
      "cells": .list(
        revision.cells.map { cell in
          .make([
            "at": .text(cell.key), "label": .text(label(of: cell.key)), "from": figure(cell.from),
            "to": figure(cell.to),
          ])
        }),
      "texts": .list(texts),
      "organ": .list(
        fields.map { field in
          .make(["key": .text(field.key), "from": text(field.from), "to": text(field.to)])
        }),
    ])
  }

  /// The data of the organ, and the year with them.
  private var fields: [Revision.Change<String>] {
    revision.organ + [revision.year?.asText].compactMap { $0 }
  }

  private func change(_ from: String?, _ to: String?) -> String {
    let wording = Wording.ofProcess
    return wording.change(from: from ?? wording.blankValue, to: to ?? wording.blankValue)
  }

  /// A key as `set` takes it.
  private func key(of field: Revision.Change<String>) -> String {
    field.key == revision.year?.key ? field.key : "organ." + field.key
  }

  private func name(of field: Revision.Change<String>) -> String {
    if field.key == revision.year?.key { return Wording.ofProcess.name(of: nil as Organ.Key?) }
    return Organ.Key(rawValue: field.key).map { Wording.ofProcess.name(of: $0) } ?? ""
  }

  /// A cell's name; empty for one that the form does not have.
  private func label(of address: String) -> String {
    guard let cell = Address(address).flatMap({ form.cell(at: $0) }) else { return "" }
    return Wording.ofProcess.fullName(of: cell, in: form)
  }

  private func title(of section: String) -> String {
    guard let section = form.section(section) else { return "" }
    return section.title.isEmpty ? section.short : section.title
  }
}
