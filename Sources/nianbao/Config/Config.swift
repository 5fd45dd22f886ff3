import CellGrid
import Editor
import Terminal
import Wording

/// What a person has set once for all their drafts.
struct Config: Equatable, Sendable {
  /// Who is at work.
  var name: String?
  var language: Language?
  var color: ColorChoice?
  var ambiguous: ScreenOptions.AmbiguousWidth?
  /// The stages of review that a new draft gets.
  var stages: [String] = []
  var styles: [Style: StyleChange] = [:]
  /// The keys where some are others; most commands never ask for any.
  private var changedKeymap: Keymap?
  var keymap: Keymap {
    get { changedKeymap ?? .standard }
    set { changedKeymap = newValue }
  }

  /// What the config file of this process says, read once; a missing file says nothing.
  static let reading: Result<Config, ConfigError> = Result { () throws(ConfigError) in
    try read()
  }

  /// The config of this process; nothing is set where it could not be read.
  ///
  /// `requireReadable` has said so before any command runs.
  static var ofProcess: Config {
    switch reading {
    case .success(let config): config
    case .failure: Config()
    }
  }

  /// Refuses to go on with a config file that is wrong.
  static func requireReadable() throws {
    guard case .failure(let error) = reading else { return }
    throw Failure.file(error.message)
  }
}
