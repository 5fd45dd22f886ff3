import ArgumentParser
import Documents
import Glibc
import ReportModel
import Wording

/// `nianbao tally`: a register of requests counted into the table of requests.
struct TallyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "tally", abstract: Wording.ofProcess.help(.tally))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.registerArgument))) var register: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.mapOption), valueName: "word=id"))
  var map: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.columnOption), valueName: "role=name"))
  var column: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.sheetOption), valueName: "name"))
  var sheet: [String] = []
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.explainOption), valueName: "address"))
  var explain: String?
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.dryRunFlag))) var dryRun = false
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.partialFlag))) var partial = false
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  /// Ends with 1 where a line found no place, whatever was written.
  func run() throws {
    let wording = Wording.ofProcess
    guard register != "-" || draft != "-" else {
      throw Failure.usage(wording.registerAndDraftFromStandardInput)
    }
    let canAsk =
      register != "-" && draft != "-" && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    var counting = try Counting(
      RegisterFile(at: register, sheets: sheet), at: register,
      options: RegisterOptions(maps: map, columns: column), canAsk: canAsk)
    if let explain { return try tell(explain, &counting) }
    if dryRun { return try show(&counting) }
    try fill(&counting)
  }

  private func tell(_ text: String, _ counting: inout Counting) throws {
    let wording = Wording.ofProcess
    let draft = try Workspace.draft(at: draft, form: form)
    guard let cell = Address(text).flatMap(draft.form.cell(at:)) else {
      throw Failure.usage(wording.unknownAddress(text))
    }
    let counted = try counting.count(for: draft)
    let printer = TallyPrinter(counted, for: draft, at: register)
    guard let lines = printer.lines(of: cell) else {
      throw Failure.usage(wording.notCounted(text))
    }
    Output.error(printer.heading(of: cell))
    try Output.text(lines)
    if !counted.isWhole(for: draft) { throw ExitCode(1) }
  }

  private func show(_ counting: inout Counting) throws {
    let draft = try Workspace.draft(at: draft, form: form)
    let counted = try counting.count(for: draft)
    let printer = TallyPrinter(counted, for: draft, at: register)
    Output.error(printer.text(replacing: counted.tally.changes(of: draft)))
    try Output.result(printer.changes)
    if !counted.isWhole(for: draft) { throw ExitCode(1) }
  }

  private func fill(_ counting: inout Counting) throws {
    // Told once, however often the change is made anew.
    var found: (text: String, isWhole: Bool)?
    defer { if let found { Output.error(found.text) } }
    try Workspace.changeDraft(at: draft, form: form) { opened in
      let counted = try counting.count(for: opened)
      let printer = TallyPrinter(counted, for: opened, at: register)
      guard counted.isWhole(for: opened) || partial else {
        let refusal = Wording.ofProcess.tallyRefused
        found = (printer.text(replacing: []) + "\n" + refusal, false)
        throw ExitCode(1)
      }
      let changes = counted.tally.changes(of: opened)
      found = (printer.text(replacing: changes), counted.isWhole(for: opened))
      var changed = opened
      for change in changes { changed[change.cell] = change.to }
      return changed
    }
    if let found, !found.isWhole { throw ExitCode(1) }
  }
}
