internal import CellGrid

/// How a style looks: attributes, and colours where the terminal has them.
struct Look: Equatable {
  struct Attributes: OptionSet {
    let rawValue: UInt8
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
  }

  var attributes: Attributes = []
  /// A colour of the terminal's palette; nil is the terminal's own.
  var foreground: UInt8?
  var background: UInt8?
}

/// The colours that a terminal has.
enum ColorDepth: CaseIterable {
  case none, eight, many

  init(count: Int) {
    self = count >= 256 ? .many : count >= 8 ? .eight : .none
  }
}

/// Which look each style has.
///
/// Quiet, and readable on a light and on a dark background: a colour stands on the terminal's own
/// background only where both contrast with it, else it brings its own. Without colours the
/// attributes tell apart what must be told apart.
struct Palette {
  let depth: ColorDepth

  func look(of style: Style) -> Look {
    switch depth {
    case .none: Self.plain(style)
    case .eight: Self.eight(style)
    case .many: Self.many(style)
    }
  }

  private static func plain(_ style: Style) -> Look {
    switch style {
    case .normal, .keys, .hint, .good, .dialog: Look()
    case .title, .focused, .dialogFocused: Look(attributes: .reverse)
    case .keyName, .header, .current, .error, .warning: Look(attributes: .bold)
    case .line, .muted: Look(attributes: .dim)
    case .editing: Look(attributes: [.bold, .underline])
    case .selected: Look(attributes: [.reverse, .underline])
    case .suggestion, .marked: Look(attributes: .underline)
    case .markedHere: Look(attributes: [.bold, .reverse, .underline])
    }
  }

  private static func eight(_ style: Style) -> Look {
    switch style {
    case .error: Look(attributes: .bold, foreground: 1)
    case .warning: Look(foreground: 3)
    case .hint: Look(foreground: 6)
    case .good: Look(foreground: 2)
    case .suggestion: Look(foreground: 5)
    case .selected: Look(attributes: .bold, foreground: 7, background: 4)
    case .marked: Look(attributes: .underline, foreground: 3)
    case .markedHere: Look(attributes: .underline, foreground: 0, background: 3)
    case .normal, .title, .keys, .keyName, .header, .line, .muted, .current, .focused, .editing,
      .dialog, .dialogFocused:
      plain(style)
    }
  }

  private static func many(_ style: Style) -> Look {
    switch style {
    case .title: Look(attributes: .bold, foreground: 231, background: 24)
    case .line: Look(foreground: 245)
    case .muted: Look(foreground: 243)
    case .current: Look(foreground: 231, background: 240)
    case .editing: Look(foreground: 16, background: 222)
    case .selected: Look(foreground: 231, background: 25)
    case .error: Look(attributes: .bold, foreground: 160)
    case .warning: Look(foreground: 130)
    case .hint: Look(foreground: 31)
    case .good: Look(foreground: 28)
    case .suggestion: Look(foreground: 133)
    case .marked: Look(attributes: .underline, foreground: 130)
    case .markedHere: Look(attributes: .underline, foreground: 16, background: 222)
    case .normal, .keys, .keyName, .header, .focused, .dialog, .dialogFocused: plain(style)
    }
  }
}
