import ArgumentParser
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao check`: what the validator finds, for people and for scripts.
struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Wording.ofProcess.help(.check))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftsArgument), valueName: "draft"))
  var drafts: [String]
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.checkFormat))) var format: Format = .text
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.strictFlag))) var strict = false
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.previousToCompare), valueName: "file"))
  var previous: String?
  @OptionGroup var common: CommonOptions

  /// Checks every draft, then ends with 2 if one could not be read, 1 if one has errors.
  func run() throws {
    if previous == "-", drafts.contains("-") {
      throw Failure.usage(Wording.ofProcess.previousFromStandardInputToo)
    }
    let form = try form.map { try Workspace.form(named: $0) }
    let lastYear = try LastYear.named(previous, by: form, year: nil)
    var checked: [CheckedDraft] = []
    var unreadable = false
    for file in try DraftPath.expanded(drafts) {
      let path = file.path
      do throws(Failure) {
        guard var draft = try file.draft(on: form) else { continue }
        if let lastYear { draft.compare(with: lastYear) }
        draft.noteForeignYear(at: path)
        checked.append(CheckedDraft(path: path, draft: draft))
      } catch {
        Output.error(error.message)
        unreadable = true
      }
    }
    try write(checked)
    if unreadable { throw ExitCode(2) }
    let fails = checked.contains { $0.errors > 0 || strict && $0.warnings > 0 }
    if fails { throw ExitCode(1) }
  }

  private func write(_ checked: [CheckedDraft]) throws {
    switch format {
    case .text: try Output.text(checked.map(\.text).joined())
    case .json:
      let drafts = JSON.make(["drafts": .list(checked.map(\.json))])
      try Output.result(drafts.canonicalText)
    case .ndjson:
      let lines = checked.flatMap(\.findingLines)
      try Output.result(lines.map { $0.compactText + "\n" }.joined())
    }
  }
}
