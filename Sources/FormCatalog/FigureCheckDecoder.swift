import ReportModel

extension FigureChecks {
  /// The ids of the rules read here.
  static let ids: [String] = []

  /// Reads one check; false where its id is none of these.
  mutating func read(
    _ id: String, from node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Bool {
    false
  }
}
