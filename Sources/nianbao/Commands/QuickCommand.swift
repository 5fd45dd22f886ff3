import ArgumentParser
import Wording

extension CommandConfiguration {
  /// A command that should not wait.
  ///
  /// With a name before its own, the parser does not first try its arguments as those of two
  /// commands that print completion scripts, which takes it as long as the command itself.
  static func quick(_ name: String, _ topic: CommandLineTopic) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, _superCommandName: "nianbao", abstract: Wording.ofProcess.help(topic))
  }
}
