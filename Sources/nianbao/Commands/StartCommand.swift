import ArgumentParser
import Wording

/// Bare `nianbao`: the start screen.
struct StartCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "start", abstract: Wording.ofProcess.help(.start),
      usage: "nianbao [--lang zh|en] [--color when] [--ambiguous width]", shouldDisplay: false)
  }

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if screen.plain { throw Failure.usage(Wording.ofProcess.plainNeedsDraft) }
    try StartSession.run(screen.options(color: common.color))
  }
}
