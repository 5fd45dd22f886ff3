package import CellGrid

/// How a style looks: attributes, and colours where the terminal has them.
package struct Look: Equatable, Sendable {
  package struct Attributes: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  package var attributes: Attributes = []
  /// A colour of the terminal's palette; nil is the terminal's own.
  package var foreground: UInt8?
  package var background: UInt8?

  /// Takes over what a person wants, but for colours that there are not.
  mutating func take(_ change: StyleChange, colorCount: Int) {
    if let color = change.foreground, color < colorCount { foreground = color }
    if let color = change.background, color < colorCount { background = color }
    let wishes: [(Bool?, Attributes)] = [
      (change.bold, .bold), (change.dim, .dim), (change.underline, .underline),
      (change.reverse, .reverse),
    ]
    for (isWanted, attribute) in wishes {
      switch isWanted {
      case true?: attributes.insert(attribute)
      case false?: attributes.remove(attribute)
      case nil: break
      }
    }
  }
}

/// The colours that a terminal has.
package enum ColorDepth: CaseIterable, Sendable {
  case none, eight, many

  init(count: Int) {
    self = count >= 256 ? .many : count >= 8 ? .eight : .none
  }
}

/// Which look each style has.
///
/// Quiet, and readable on whatever background a terminal has, which nobody tells: no colour has
/// enough contrast with dark grey and with white at once, so what must be read has the terminal's
/// own colours or brings its own background. Only lines and what steps back are grey on the
/// terminal's own. Without colours the attributes tell apart what must be told apart.
package struct Palette: Sendable {
  let depth: ColorDepth

  package init(depth: ColorDepth) {
    self.depth = depth
  }

  package func look(of style: Style) -> Look {
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
    case .keyName, .header, .current, .error, .warning, .changed: Look(attributes: .bold)
    case .line, .muted: Look(attributes: .dim)
    case .editing: Look(attributes: [.bold, .underline])
    case .selected: Look(attributes: [.reverse, .underline])
    case .suggestion, .marked: Look(attributes: .underline)
    case .markedHere: Look(attributes: [.bold, .reverse, .underline])
    }
  }

  /// Sixteen colours count as eight: the upper ones are what themes redefine most.
  private static func eight(_ style: Style) -> Look {
    switch style {
    // Bold makes the white of the old consoles bright enough.
    case .error: Look(attributes: .bold, foreground: 7, background: 1)
    case .warning: Look(foreground: 0, background: 3)
    case .selected: Look(attributes: .bold, foreground: 7, background: 4)
    case .markedHere: Look(attributes: .underline, foreground: 0, background: 3)
    case .normal, .title, .keys, .keyName, .header, .line, .muted, .current, .focused, .editing,
      .hint, .good, .suggestion, .marked, .changed, .dialog, .dialogFocused:
      plain(style)
    }
  }

  private static func many(_ style: Style) -> Look {
    switch style {
    case .title: Look(attributes: .bold, foreground: 231, background: 24)
    case .line: Look(foreground: 245)
    case .muted: Look(foreground: 244)
    case .current: Look(foreground: 231, background: 240)
    case .editing: Look(foreground: 16, background: 222)
    case .selected: Look(foreground: 231, background: 25)
    case .error: Look(attributes: .bold, foreground: 231, background: 124)
    case .warning: Look(foreground: 231, background: 94)
    case .markedHere: Look(attributes: .underline, foreground: 16, background: 222)
    case .normal, .keys, .keyName, .header, .focused, .hint, .good, .suggestion, .marked, .changed,
      .dialog, .dialogFocused:
      plain(style)
    }
  }
}
