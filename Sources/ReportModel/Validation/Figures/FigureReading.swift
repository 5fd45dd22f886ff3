/// What a figure in a text contradicts.
package enum FigureProblem: Equatable, Sendable {
  /// A part is larger than its whole.
  case partExceedsWhole
}

/// The figures that one text states, read once and compared with the cells whenever asked.
struct FigureReading: Equatable, Sendable {
  init(_ scan: TextScan, of draft: Draft) {}

  /// What contradicts the cells as they are now, or the text itself, in the order of the text.
  func findings(in draft: Draft) -> [Finding] { [] }
}
