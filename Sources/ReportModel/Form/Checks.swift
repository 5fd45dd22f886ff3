/// The built-in rules that a form asks for, with what each needs to know of the form.
///
/// A rule that a form does not name is not run on it.
package struct Checks: Equatable, Sendable {
  package var cells: CellChecks
  package var figures: FigureChecks
  package var words: WordChecks

  package init(
    cells: CellChecks = CellChecks(), figures: FigureChecks = FigureChecks(),
    words: WordChecks = WordChecks()
  ) {
    self.cells = cells
    self.figures = figures
    self.words = words
  }
}

/// One built-in rule as a form asks for it.
package struct Check<Parameters: Equatable & Sendable>: Equatable, Sendable {
  package var severity: Severity
  /// Where the rule stands in law; empty where it stands nowhere.
  package var basis: String
  package var parameters: Parameters

  package init(severity: Severity, basis: String, parameters: Parameters) {
    self.severity = severity
    self.basis = basis
    self.parameters = parameters
  }
}
