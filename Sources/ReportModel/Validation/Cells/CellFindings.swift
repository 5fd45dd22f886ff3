/// What a rule over cells found that no relation can say.
package enum CellProblem: Equatable, Sendable {
  /// Every cell is 0 while a text speaks of work done.
  case allZero
}

extension Validation {
  /// What the rules over cells find that are no relations.
  func cellFindings(in draft: Draft) -> [Finding] { [] }
}
