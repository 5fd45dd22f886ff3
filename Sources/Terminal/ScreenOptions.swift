package import CellGrid

/// What a person wants different about how a style looks; nil leaves it as it is.
package struct StyleChange: Equatable, Sendable {
  /// A colour of the terminal's palette of 256; one that the terminal does not have is left out.
  package var foreground: UInt8?
  package var background: UInt8?
  package var bold: Bool?
  package var dim: Bool?
  package var underline: Bool?
  package var reverse: Bool?

  package init() {}
}

extension Screen {
  /// What the user wishes of the screen.
  package struct Options: Equatable, Sendable {
    /// How it is found out what East Asian ambiguous characters take.
    package enum AmbiguousWidth: Sendable {
      case ask, narrow, wide
    }

    package var usesColor: Bool
    package var usesMouse: Bool
    package var ambiguousWidth: AmbiguousWidth
    /// The styles that are to look otherwise than they would.
    package var styles: [Style: StyleChange]

    package init(
      usesColor: Bool = true, usesMouse: Bool = true, ambiguousWidth: AmbiguousWidth = .ask,
      styles: [Style: StyleChange] = [:]
    ) {
      self.styles = styles
      self.usesColor = usesColor
      self.usesMouse = usesMouse
      self.ambiguousWidth = ambiguousWidth
    }
  }
}
