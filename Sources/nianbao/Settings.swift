import ArgumentParser
import Glibc
import Wording

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.languageOption), valueName: "zh|en"))
  var lang: String?

  @Option(help: ArgumentHelp(Wording.ofProcess.help(.colorOption), valueName: "when"))
  var color: ColorChoice?

  func validate() throws {
    if let lang, Language(name: lang) == nil {
      throw ValidationError(
        Wording.ofProcess.valueNotAllowed("--lang", lang, allowed: ["zh", "en"]))
    }
  }
}

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether colours are wanted: by `--color` first, then by `NO_COLOR`, then by the config.
  static func usesColor(_ option: ColorChoice?) -> Bool {
    let isForbidden = environment("NO_COLOR") != nil
    return switch option ?? (isForbidden ? .never : Config.ofProcess.color ?? .auto) {
    case .always: true
    case .never: false
    case .auto: !isForbidden
    }
  }
}

extension Wording {
  /// The sentences of this process: the language of `--lang`, then `NIANBAO_LANG`, then the config,
  /// then the locale.
  static let ofProcess = Wording(chosenLanguage)

  private static var chosenLanguage: Language {
    let arguments = CommandLine.arguments
    var candidates: [String?] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        candidates.append(arguments[index + 1])
      } else if argument.hasPrefix("--lang=") {
        candidates.append(String(argument.dropFirst("--lang=".count)))
      }
    }
    candidates.append(environment("NIANBAO_LANG"))
    for name in candidates.compactMap({ $0 }) {
      if let language = Language(name: name) { return language }
    }
    if let language = Config.ofProcess.language { return language }
    // The first of these that is set decides, as in every other program.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment($0) }
      .first { !$0.isEmpty }
    return locale.flatMap { Language(name: $0) } ?? .chinese
  }
}

/// A variable of the environment; nil where it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
