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
    for (path, isNamed) in try paths() {
      do throws(Failure) {
        guard var draft = try draft(at: path, on: form, isNamed: isNamed) else { continue }
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

  /// Every file to check, and whether it was named itself or stands in a folder that was.
  private func paths() throws -> [(path: String, isNamed: Bool)] {
    try drafts.flatMap { path -> [(path: String, isNamed: Bool)] in
      guard path != "-", Workspace.isFolder(path) else { return [(path, true)] }
      let files = try Self.draftFiles(in: path)
      if files.isEmpty { Output.error(Wording.ofProcess.noDrafts(in: path)) }
      return files.map { ($0, false) }
    }
  }

  /// The draft in a file; nil for a file of a folder that is no draft, which is said and skipped.
  private func draft(at path: String, on form: Form?, isNamed: Bool) throws(Failure) -> Draft? {
    let bytes = try Workspace.bytes(at: path)
    do throws(DraftError) {
      return try DraftFile.draft(reading: bytes, form: form)
    } catch {
      if !isNamed, case .notADraft = error.cause {
        Output.error(Wording.ofProcess.skippedNoDraft(Wording.ofProcess.shown(path)))
        return nil
      }
      throw Failure.file(error.message(about: path, in: bytes))
    }
  }

  /// The `*.json` directly in a folder, in the order of their names.
  private static func draftFiles(in folder: String) throws -> [String] {
    try Folder.names(in: folder, endings: ["json"]).map { "\(folder)/\($0)" }
      .filter { path in
        if Workspace.isRegularFile(path) { return true }
        Output.error(Wording.ofProcess.skippedNoDraft(Wording.ofProcess.shown(path)))
        return false
      }
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
