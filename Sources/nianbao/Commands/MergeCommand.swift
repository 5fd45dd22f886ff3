import ArgumentParser
import ReportModel
import Storage
import Wording

/// `nianbao merge`: puts the changes of two people into one draft, also as a merge driver of git.
struct MergeCommand: ParsableCommand {
  /// Whose content is taken where both sides changed the same.
  enum Favor: String, ExpressibleByArgument, CaseIterable {
    case ours, theirs

    var choice: Choice {
      switch self {
      case .ours: .ours
      case .theirs: .theirs
      }
    }
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "merge", abstract: Wording.ofProcess.help(.merge))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.mergeBase))) var base: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.mergeOurs))) var ours: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.mergeTheirs))) var theirs: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Wording.ofProcess.help(.mergeOutput), valueName: "file"))
  var output: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.mergeFavor))) var favor: Favor?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.mergeName))) var name: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.forceFlag))) var force = false
  @OptionGroup var common: CommonOptions

  /// Ends with 1 where somebody must still choose; the draft that is written then has ours there.
  func run() throws {
    guard [base, ours, theirs].count(where: { $0 == "-" }) <= 1 else {
      throw Failure.usage(Wording.ofProcess.mergeStandardInputTwice)
    }
    let merge = try merged()
    let choices = merge.conflicts.map { _ in favor?.choice ?? .ours }
    try write(merge.draft(choosing: choices))
    guard !merge.conflicts.isEmpty else { return }
    let (wording, shownName) = (Wording.ofProcess, name ?? output ?? ours)
    let count = merge.conflicts.count
    if let favor { return Output.error(wording.mergeFavored(shownName, count, favor.choice)) }
    Output.error(wording.mergeConflicts(shownName, count))
    for conflict in merge.conflicts { tell(conflict, in: merge.draft.form) }
    throw ExitCode(1)
  }

  private func merged() throws -> Merge {
    let bytes = try Workspace.bytes(at: base)
    // Where both sides made the file git has nothing in common to give but an empty one.
    let common = try bytes.isEmpty ? nil : Workspace.draft(in: bytes, at: base, form: form)
    let ours = try Workspace.draft(at: ours, form: form)
    let theirs = try Workspace.draft(at: theirs, form: form)
    do throws(MergeError) {
      return try Merge(base: common, ours: ours, theirs: theirs)
    } catch {
      switch error {
      case .differentForms(let ids):
        let wording = Wording.ofProcess
        throw Failure.file(
          wording.complaint(about: name ?? self.ours, cause: wording.differentForms(ids)))
      }
    }
  }

  /// Writes in the place of ours, or as a new file where another is named.
  private func write(_ draft: Draft) throws {
    guard let output, output != ours else {
      return try Workspace.replace(Workspace.draftBytes(of: draft, for: ours), at: ours)
    }
    try Workspace.create(draft, at: output, force: force)
  }

  /// Says where a conflict is and what the three drafts have there.
  private func tell(_ conflict: Conflict, in form: Form) {
    let wording = Wording.ofProcess
    let contents = wording.contents(of: conflict)
    let head = "\(form.address(of: conflict))\t\(wording.place(of: conflict, in: form))"
    Output.error(wording.shownField(head))
    Output.error(wording.mergeSide(wording.commonValue, contents.base))
    Output.error(wording.mergeSide(wording.name(of: .ours), contents.ours))
    Output.error(wording.mergeSide(wording.name(of: .theirs), contents.theirs))
  }
}
