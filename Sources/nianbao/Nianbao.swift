import ArgumentParser
import FormCatalog
import Formats
import ReportModel
import Wording

@main
struct Nianbao: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "nianbao", abstract: Wording.ofProcess.help(.nianbao),
      usage: "nianbao <draft>\nnianbao <subcommand>", version: "0.1.0",
      subcommands: [
        EditCommand.self, ReviewCommand.self, DemoCommand.self, NewCommand.self, ImportCommand.self,
        SetCommand.self, AcceptCommand.self, TallyCommand.self,
        ShowCommand.self, CheckCommand.self, ExportCommand.self, DiffCommand.self,
        MergeCommand.self, VersionsCommand.self, LogCommand.self, SubmitCommand.self,
        ReturnCommand.self, SignCommand.self, StatusCommand.self, VerifyCommand.self,
        CommentsCommand.self,
        FormsCommand.self, StartCommand.self,
      ], defaultSubcommand: StartCommand.self)
  }

  static func main() {
    requireReadableArguments()
    let arguments = CommandName.completed(Array(CommandLine.arguments.dropFirst()))
    beginAhead(arguments)
    do {
      do {
        var command = try alone(arguments) ?? (try parseAsRoot(arguments))
        if !asksForHelp(arguments) { try Config.requireReadable() }
        try command.run()
      } catch let failure as Failure {
        throw failure
      } catch {
        try tell(error)
      }
    } catch let failure as Failure {
      Output.error(failure.message)
      exit(withError: failure.code)
    } catch {
      exit(withError: error)
    }
  }

  /// Begins what a command that should not wait will ask for.
  private static func beginAhead(_ arguments: [String]) {
    guard let command = arguments.first, ["edit", "export", "import"].contains(command) else {
      return
    }
    @Sendable func open() {
      for argument in arguments {
        openLibraries(forFileNamed: argument, isWritten: command == "export")
      }
    }
    Ahead.begin {
      // An import begins with the file, which may be on either form; with a draft comes first its
      // form, most often the newest, and then it is judged.
      guard command != "import" else {
        open()
        for id in FormCatalog.shippedIDs { _ = FormCatalog.form(id: id) }
        return
      }
      let form = FormCatalog.form(id: FormCatalog.shippedIDs[0])
      open()
      _ = form?.checks.words
    }
  }

  /// A command that should not wait, parsed without laying out all the others, which takes longer
  /// than reading a draft; nil for any other command, and for arguments about which the parser has
  /// something to say.
  private static func alone(_ arguments: [String]) -> (any ParsableCommand)? {
    guard !asksForHelp(arguments) else { return nil }
    let rest = Array(arguments.dropFirst())
    do {
      switch arguments.first {
      case "edit": return try EditCommand.parseAsRoot(rest)
      case "export": return try ExportCommand.parseAsRoot(rest)
      case "import": return try ImportCommand.parseAsRoot(rest)
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// Refuses arguments that are not UTF-8: the name that they would be taken for is another file's.
  private static func requireReadableArguments() {
    let arguments = UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    for argument in arguments.dropFirst().compactMap({ $0 })
    where String(validatingCString: argument) == nil {
      Output.error(Wording.ofProcess.argumentNotUTF8(String(cString: argument)))
      exit(withError: ExitCode(2))
    }
  }

  /// Whether help or the version is asked for, which is given whatever the config says.
  private static func asksForHelp(_ arguments: [String]) -> Bool {
    // To `diff` a version is one of a draft.
    let words = ["--help", "-h"] + (arguments.first == "diff" ? [] : ["--version"])
    return arguments.first == "help" || arguments.contains(where: words.contains)
  }

  /// Ends with what the parser says, without what could steer the terminal in the arguments that
  /// it repeats, be it the end of a line.
  private static func tell(_ error: any Error) throws -> Never {
    let code = exitCode(for: error)
    // A script for a shell is nobody's to read.
    guard !(error is ExitCode), !asksForScript else { exit(withError: error) }
    guard code.rawValue != 0 else {
      try Output.text(Wording.ofProcess.ofParser(fullMessage(for: error)) + "\n")
      exit(withError: code)
    }
    var message = fullMessage(for: error)
    for argument in CommandLine.arguments.dropFirst() {
      // The parser repeats an option's name without its value, or its value without its name.
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      for text in [argument] + parts {
        let shown = Wording.ofProcess.shown(text)
        if shown != text { message.replace(text, with: shown) }
      }
    }
    Output.error(Wording.ofProcess.ofParser(message))
    exit(withError: code)
  }

  private static var asksForScript: Bool {
    CommandLine.arguments.contains { $0.hasPrefix("--generate-completion-script") }
  }
}

/// A command that ended without doing its job: one line, and an exit code of the contract.
struct Failure: Error {
  var message: String
  var code: ExitCode

  /// Something is wrong with a file.
  static func file(_ message: String) -> Failure { Failure(message: message, code: ExitCode(2)) }

  /// The command was used wrongly.
  static func usage(_ message: String) -> Failure {
    Failure(message: message, code: .validationFailure)
  }
}

/// What the first word of the command line means.
enum CommandName {
  private static let names = [
    "edit", "review", "demo", "new", "import", "set", "accept", "tally", "show", "check", "export",
    "diff", "merge", "log", "versions", "submit", "return", "sign", "status", "comments", "verify",
    "forms", "help", "start",
  ]

  /// The arguments with `edit` in front where they begin with a draft.
  ///
  /// A word close to a command is left as it is: the parser then refuses it, and a typo does not
  /// make a draft of that name.
  static func completed(_ arguments: [String]) -> [String] {
    guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else {
      return arguments
    }
    let near = names.map { (name: $0, distance: distance(from: first, to: $0)) }
      .filter { $0.distance <= 2 }
    if let meant = near.min(by: { $0.distance < $1.distance })?.name {
      Output.error(Wording.ofProcess.mistypedCommand(first, meant: meant))
      Nianbao.exit(withError: ExitCode.validationFailure)
    }
    return ["edit"] + arguments
  }

  /// How many letters must be added, dropped or changed to make one word of the other.
  private static func distance(from first: String, to second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    guard abs(first.count - second.count) <= 2 else { return 3 }
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
