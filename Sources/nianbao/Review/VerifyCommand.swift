import ArgumentParser
import Editor
import Glibc
import ReportModel
import Storage
import Wording

/// `nianbao verify`: a second person types figures again without seeing them.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: Wording.ofProcess.help(.verify))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToReview))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.verifyTable), valueName: "table"))
  var table: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.verifyPlace), valueName: "place"))
  var at: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let wording = Wording.ofProcess
    try EditorSession.requireFile(draft)
    let name = try acting.name()
    guard !name.isEmpty else { throw Failure.usage(wording.message(of: .noName)) }
    let read = try Workspace.draft(at: draft, form: form)
    for table in table where !read.form.tables.contains(where: { $0.id == table }) {
      throw Failure.usage(wording.unknownAddress(table))
    }
    let task = try RekeyingTask(of: read, at: draft, form: form, scope: table + at, person: name)
    let path = try task.sheetPath()
    let content = Workspace.isNothing(path) ? nil : try Workspace.bytes(at: path)
    let sheet = try content.map { try kept(in: $0, at: path, for: task) } ?? task.blank
    let session = try EditorSession(
      path: path, content: content, stored: sheet, person: name, task: task)
    try session.requireAlone()
    try session.run(access: .editing, screen.manner(color: common.color))
    guard let result = session.recorded else { return }
    unlink(path)
    Output.error(wording.typedAgain(result.count, differing: result.differences.count))
    let lines = result.differences.map { difference in
      difference.address + "　"
        + wording.sideBySide(
          wording.placeName(difference.address, in: read.form), stored: difference.stored,
          typed: difference.typed)
    }
    try Output.text(lines.map { $0 + "\n" }.joined())
    if !result.differences.isEmpty { throw ExitCode(1) }
  }

  /// What was typed before; it must be on the form of these figures.
  private func kept(
    in content: [UInt8], at path: String, for task: RekeyingTask
  ) throws(Failure) -> Draft {
    let wording = Wording.ofProcess
    let sheet: Draft
    do throws(Failure) {
      sheet = try Workspace.draft(in: content, at: path)
    } catch {
      throw .file(wording.sheetUnreadable(path, error.message))
    }
    guard sheet.form == task.blank.form else {
      throw .file(wording.sheetUnreadable(path, wording.notTheSheet(path)))
    }
    return sheet
  }
}
