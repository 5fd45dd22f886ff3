import ArgumentParser
import Glibc
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao versions`: what a draft held before, listed, shown or restored.
struct VersionsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "versions", abstract: Wording.ofProcess.help(.versions))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftOfVersions))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.diffFormat))) var format: Format = .text
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.showVersion), valueName: "number"))
  var show: Int?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.restoreVersion), valueName: "number"))
  var restore: Int?
  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.ofProcess.help(.restoreOutput)))
  var output: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let wording = Wording.ofProcess
    if draft == "-" { throw Failure.usage(wording.noVersionsOfStandardInput) }
    if show != nil, restore != nil { throw Failure.usage(wording.showOrRestore) }
    if output != nil, restore == nil { throw Failure.usage(wording.outputWithoutRestore) }
    let kept = try KeptVersions(of: draft)
    if let show { return try Output.bytes(try kept.content(number: show)) }
    if let restore { return try kept.restore(number: restore, to: output) }
    try list(kept)
  }

  private func list(_ kept: KeptVersions) throws {
    let wording = Wording.ofProcess
    switch format {
    case .text:
      try Output.text(kept.entries.map { $0.line(wording) + "\n" }.joined())
      if kept.entries.isEmpty { Output.error(wording.noVersions(of: draft)) }
    case .json:
      let entries = JSON.make(["versions": .list(kept.entries.map(\.json))])
      try Output.result(entries.canonicalText)
    }
  }
}
