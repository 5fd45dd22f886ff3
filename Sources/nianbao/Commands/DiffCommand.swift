import ArgumentParser
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao diff`: what differs between two drafts, or between a version of one and the file.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "diff", abstract: Wording.ofProcess.help(.diff))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var first: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var second: String?
  // A text, because the parser answers one that is no number with the version of the program.
  @Option(help: ArgumentHelp(Wording.ofProcess.versionToCompareHelp, valueName: "number"))
  var version: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.diffFormat))) var format: Format = .text
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (old, new) = try drafts()
    let difference = Difference(from: old, to: new)
    switch format {
    case .text: try Output.text(text(of: difference, old, new))
    case .json: try Output.result(json(of: difference, old, new).canonicalText)
    }
    if !difference.isEmpty { throw ExitCode(1) }
  }

  private func drafts() throws(Failure) -> (old: Draft, new: Draft) {
    let wording = Wording.ofProcess
    switch (second, version) {
    case (let second?, nil):
      return (
        try Workspace.draft(at: first, form: form), try Workspace.draft(at: second, form: form)
      )
    case (nil, let version?):
      if first == "-" { throw Failure.usage(wording.noVersionsOfStandardInput) }
      return (
        try KeptVersions.draft(version, of: first, form: form).draft,
        try Workspace.draft(at: first, form: form)
      )
    case (nil, nil), (_?, _?): throw Failure.usage(wording.secondDraftOrVersion)
    }
  }

  private func label(of address: Address, _ old: Draft, _ new: Draft) -> String {
    for form in [old.form, new.form] {
      if let cell = form.cell(at: address) {
        return Wording.ofProcess.fullName(of: cell, in: form)
      }
    }
    return ""
  }

  private func words(of text: Difference.Text) -> WordDifference {
    WordDifference(from: text.from ?? Prose(""), to: text.to ?? Prose(""))
  }

  private func text(of difference: Difference, _ old: Draft, _ new: Draft) -> String {
    let wording = Wording.ofProcess
    var lines: [String] = []
    for field in difference.organ {
      let key = field.key == "year" || field.key == "form" ? field.key : "organ." + field.key
      lines.append("\(key)\t\(field.from ?? "") → \(field.to ?? "")")
    }
    for cell in difference.cells {
      let from = cell.from?.description ?? wording.blankValue
      let to = cell.to?.description ?? wording.blankValue
      lines.append("\(cell.address)\t\(from) → \(to)\t\(label(of: cell.address, old, new))")
    }
    for text in difference.texts {
      let from = wording.characterCount(text.from?.characterCount ?? 0)
      let to = wording.characterCount(text.to?.characterCount ?? 0)
      let note = from == to ? "\t" + wording.sameLength : ""
      lines.append("\(text.section)\t\(from) → \(to)\(note)")
      for passage in words(of: text).passages {
        lines += wording.lines(of: passage).map { "  " + $0 }
      }
    }
    return lines.map { wording.shownField($0) + "\n" }.joined()
  }

  private func json(of difference: Difference, _ old: Draft, _ new: Draft) -> JSON {
    func text(_ text: String?) -> JSON { text.map { .text($0) } ?? JSON(.null) }
    func figure(_ value: Quantity?) -> JSON {
      value.map { JSON(.number($0.description)) } ?? JSON(.null)
    }
    return .make([
      "cells": .list(
        difference.cells.map { cell in
          .make([
            "at": .text(cell.address.description),
            "label": .text(label(of: cell.address, old, new)), "from": figure(cell.from),
            "to": figure(cell.to),
          ])
        }),
      "texts": .list(
        difference.texts.map { section in
          .make([
            "section": .text(section.section), "from": text(section.from?.text),
            "to": text(section.to?.text),
            "words": .list(
              words(of: section).pieces.map {
                .make(["op": .text($0.operation.rawValue), "text": .text($0.text)])
              }),
          ])
        }),
      "organ": .list(
        difference.organ.map { field in
          .make(["key": .text(field.key), "from": text(field.from), "to": text(field.to)])
        }),
    ])
  }
}
