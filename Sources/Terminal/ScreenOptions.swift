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

    package init(
      usesColor: Bool = true, usesMouse: Bool = true, ambiguousWidth: AmbiguousWidth = .ask
    ) {
      self.usesColor = usesColor
      self.usesMouse = usesMouse
      self.ambiguousWidth = ambiguousWidth
    }
  }
}
