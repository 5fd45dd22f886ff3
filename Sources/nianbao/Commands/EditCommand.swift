import ArgumentParser
import Editor
import FormCatalog
import Glibc
import ReportModel
import Storage
import Terminal
import Wording

/// Options of the commands that take the terminal.
struct ScreenOptions: ParsableArguments {
  enum AmbiguousWidth: String, ExpressibleByArgument, CaseIterable, Sendable {
    case ask, narrow, wide
  }

  @Option(help: ArgumentHelp(Wording.ofProcess.help(.ambiguousOption), valueName: "width"))
  var ambiguous: AmbiguousWidth?

  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.plainFlag)))
  var plain = false

  /// How the editor is to be used.
  func manner(color: ColorChoice?) -> EditorSession.Manner {
    plain ? .lineByLine : .onScreen(options(color: color))
  }

  /// What the screen is to be like: by the options first, then by the config.
  func options(color: ColorChoice?) -> Screen.Options {
    let config = Config.ofProcess
    let width: Screen.Options.AmbiguousWidth =
      switch ambiguous ?? config.ambiguous ?? .ask {
      case .ask: .ask
      case .narrow: .narrow
      case .wide: .wide
      }
    return Screen.Options(
      usesColor: ColorChoice.usesColor(color), usesMouse: true, ambiguousWidth: width,
      styles: config.styles)
  }
}

/// `nianbao edit`: the editor.
struct EditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .quick("edit", .edit)
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToEdit))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.previousOption), valueName: "file"))
  var previous: String?
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try EditorSession.requireFile(draft)
    if let previous { try EditorSession.refuseStandardInput(previous) }
    let manner = screen.manner(color: common.color)
    guard Workspace.exists(draft) else {
      try Workspace.requireFolder(of: draft)
      return switch manner {
      case .onScreen(let options): try makeAndEdit(options)
      case .lineByLine: try beginLineByLine()
      }
    }
    Workspace.announceReading(of: draft)
    let content = try Workspace.bytes(at: draft)
    let reading = try Workspace.reading(content, at: draft, form: form)
    let stored = reading.draft
    var opened = stored
    if let lastYear = try LastYear.named(previous, by: stored.form, year: stored.year - 1) {
      opened.compare(with: lastYear)
      opened.noteForeignYear(at: draft)
    }
    let session = try EditorSession(
      path: draft, content: content, stored: stored, opened: opened,
      upgradedFrom: reading.upgradedFrom)
    try session.run(access: .editing, manner)
  }

  /// Asks what the new draft is to be, makes it and opens it.
  private func makeAndEdit(_ options: Screen.Options) throws {
    let named = try form.map { try Workspace.form(named: $0) }
    let year = NewDraftSession.yearToReport()
    let lastYear = try LastYear.named(previous, by: named, year: year - 1)
    var stage = try Stage(options)
    let reports =
      Folder.lastChanged(endings: ["json"])
      + Folder.lastChanged(endings: LastYear.endings)
    var page = try NewDraftSession(
      file: draft, form: form, reports: reports, on: stage)
    if let lastYear { page.take(lastYear) }
    guard let made = page.run(on: &stage) else { return }
    let session = try EditorSession(
      path: made.path, content: made.content, stored: made.draft)
    let wording = Wording.ofProcess
    try session.run(
      access: .editing, on: &stage,
      greeting: wording.draftCreated(wording.shown(made.path)))
  }

  /// Opens a draft for the year to report, or for the year after the report that it follows; its
  /// file is made by the first save.
  private func beginLineByLine() throws {
    let named = try form.map { try Workspace.form(named: $0) }
    let yearToReport = NewDraftSession.yearToReport()
    let lastYear = try LastYear.named(previous, by: named, year: yearToReport - 1)
    let year = lastYear.map { $0.draft.year + 1 } ?? yearToReport
    var new = try NewCommand.emptyDraft(organ: "", year: year, form: form)
    if let lastYear { new.follow(lastYear) }
    let session = try EditorSession(newFile: draft, new)
    try session.run(access: .editing, .lineByLine)
  }
}

/// `nianbao review`: the editor, read-only for values.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "review", abstract: Wording.ofProcess.help(.review))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToReview))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.againstOption), valueName: "file"))
  var against: String?
  // A text, because the parser answers one that is no number with the version of the program.
  @Option(help: ArgumentHelp(Wording.ofProcess.versionToCompareHelp, valueName: "number"))
  var version: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try EditorSession.requireFile(draft)
    Workspace.announceReading(of: draft)
    let content = try Workspace.bytes(at: draft)
    let stored = try Workspace.draft(in: content, at: draft, form: form)
    let name = try acting.name()
    let session = try EditorSession(
      path: draft, content: content, stored: stored, person: name,
      comparison: try comparison(of: stored))
    try session.run(access: .reviewing, screen.manner(color: common.color))
  }

  /// The draft that is named, else the same one as it was at the last review.
  private func comparison(of draft: Draft) throws -> Editor.Comparison? {
    let wording = Wording.ofProcess
    if let version {
      guard against == nil else { throw Failure.usage(wording.againstOneOnly) }
      let kept = try KeptVersions.draft(version, of: self.draft, form: form)
      return Editor.Comparison(draft: kept.draft, name: wording.against(kept.name))
    }
    if let against {
      try EditorSession.refuseStandardInput(against)
      return Editor.Comparison(
        draft: try Workspace.draft(at: against, form: form), name: wording.against(against))
    }
    return draft.atLastReview.map { Editor.Comparison(draft: $0, name: wording.sinceLastReview) }
  }
}

/// `nianbao demo`: the editor on a copy of the bundled sample.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "demo", abstract: Wording.ofProcess.help(.demo))
  }

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard screen.plain || isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else {
      throw Failure.file(Wording.ofProcess.needsTerminal)
    }
    let (path, draft) = try Self.sample()
    Output.error(Wording.ofProcess.demoFolder(path))
    let session = try EditorSession(
      path: path, content: PackageResources.demo_json, stored: draft)
    try session.run(access: .editing, screen.manner(color: common.color))
    Output.error(Wording.ofProcess.demoFolder(path))
  }

  /// Puts a copy of the sample into a temporary folder of its own.
  static func sample() throws(Failure) -> (path: String, draft: Draft) {
    let path = try PrivateFolder.make("nianbao-demo") + "/sample.json"
    try Workspace.replace(PackageResources.demo_json, at: path)
    return (path, try Workspace.draft(in: PackageResources.demo_json, at: path))
  }
}
