/// A key with its modifiers, however the terminal spelled it.
package struct Key: Hashable, Sendable {
  /// What was pressed.
  package enum Code: Hashable, Sendable {
    /// A character that stands for itself.
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, tab, backspace, delete, insert, escape
    /// F1 … F12.
    case function(Int)
  }

  /// The modifiers that a terminal can tell of.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A character without modifiers.
  package static func character(_ character: Character) -> Key { Key(.character(character)) }

  /// Control and a letter, such as `.control("s")`; the letter is lower case.
  package static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }

  /// Alt and a character.
  package static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

  /// A function key without modifiers.
  package static func function(_ number: Int) -> Key { Key(.function(number)) }
}

/// What the mouse did, in cells from (0, 0).
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  package var action: Action
  package var point: Point
  package var modifiers: Key.Modifiers
  /// How often in quick succession the button was pressed here: 2 is a double click.
  package var count: Int

  package init(
    _ action: Action, at point: Point, modifiers: Key.Modifiers = [], count: Int = 1
  ) {
    self.action = action
    self.point = point
    self.modifiers = modifiers
    self.count = count
  }
}

/// Everything a terminal can tell the program.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// The text between the brackets of a bracketed paste, as it came.
  case paste(String)
  /// Several lines or tabbed fields that came at once from a terminal that does not bracket pastes:
  /// as a text, and as the keys they would be.
  case burst(String, [Key])
  case mouse(Mouse)
  case resize(Size)
  /// How wide the terminal draws ambiguous characters; comes at most once.
  case metrics(Metrics)
  /// The terminal is gone, or the process was asked to end (SIGHUP, SIGTERM, SIGINT).
  case hangUp
}
