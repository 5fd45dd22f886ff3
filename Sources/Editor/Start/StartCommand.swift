import CellGrid
import Wording

/// What a person can do on the start screen.
enum StartCommand: CaseIterable {
  case up, down, pageUp, pageDown, first, last
  case open, new, demo, reread
  case help, redraw, suspend, quit

  /// The commands that the line of keys shows, the most needed first.
  static let shownKeys: [StartCommand] = [.help, .open, .new, .demo, .reread, .quit]

  /// The keys of the start screen's own; capitals do the same.
  private static let ownKeys: [(key: Key, command: StartCommand)] = [
    (.character("n"), .new), (.character("d"), .demo), (.function(5), .reread),
    (.character("r"), .reread), (.character("q"), .quit),
  ]

  /// What a key does here: one of this screen's own, or what it does in the editor's contents.
  static func command(for key: Key, _ keymap: Keymap) -> StartCommand? {
    var plain = key
    if case .character(let character) = key.code, key.modifiers.subtracting(.shift).isEmpty {
      plain = .character(Character(character.lowercased()))
    }
    if let own = ownKeys.first(where: { $0.key == plain }) { return own.command }
    let command = keymap.command(for: key, in: .contents)
    return allCases.first { start in command.map(start.inEditor.contains) ?? false }
  }

  /// The keys to show, the first one before all.
  func keys(_ keymap: Keymap) -> [Key] {
    let own = Self.ownKeys.filter { $0.command == self }.map(\.key)
    return own + inEditor.flatMap { keymap.keys(for: $0, in: .contents) }
  }

  /// The commands of the editor's contents that mean the same here.
  private var inEditor: [Command] {
    switch self {
    case .up: [.up]
    case .down: [.down]
    case .pageUp: [.pageUp]
    case .pageDown: [.pageDown]
    case .first: [.lineStart, .first]
    case .last: [.lineEnd, .last]
    case .open: [.open, .right]
    case .new, .demo, .reread: []
    case .help: [.help]
    case .redraw: [.redraw]
    case .suspend: [.suspend]
    case .quit: [.quit, .cancel]
    }
  }
}

extension Wording {
  /// A command of the start screen for the line of keys.
  func shortName(_ command: StartCommand) -> String {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: shortName(Command.up)
    case .open: openDraft
    case .new: newDraft
    case .demo: openDemo
    case .reread: rereadFolder
    case .help: shortName(Command.help)
    case .redraw: shortName(Command.redraw)
    case .suspend: shortName(Command.suspend)
    case .quit: shortName(Command.quit)
    }
  }

  /// A command of the start screen in a sentence for its help page.
  func longName(_ command: StartCommand) -> String {
    switch command {
    case .up: longName(Command.up)
    case .down: longName(Command.down)
    case .pageUp: longName(Command.pageUp)
    case .pageDown: longName(Command.pageDown)
    case .first: longName(Command.first)
    case .last: longName(Command.last)
    case .open: openDraftHere
    case .new: newDraftHere
    case .demo: openDemoHere
    case .reread: rereadFolderHere
    case .help: longName(Command.help)
    case .redraw: longName(Command.redraw)
    case .suspend: longName(Command.suspend)
    case .quit: leaveProgram
    }
  }
}
