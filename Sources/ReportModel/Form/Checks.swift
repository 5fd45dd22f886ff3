/// The built-in rules that a form asks for, with what each needs to know of the form.
///
/// A rule that a form does not name is not run on it.
///
/// Those over texts are much longer than all else in a form, and what only reads and writes tables
/// never asks for them: they are made when they are first asked for.
package struct Checks: Sendable {
  /// The rules over what stands in texts.
  package struct OfTexts: Sendable {
    package var figures: FigureChecks
    package var words: WordChecks

    package init(figures: FigureChecks = FigureChecks(), words: WordChecks = WordChecks()) {
      self.figures = figures
      self.words = words
    }
  }

  package let cells: CellChecks
  private let ofTexts: Deferred<OfTexts>

  package init(
    cells: CellChecks = CellChecks(), ofTexts: @escaping @Sendable () -> OfTexts = { OfTexts() }
  ) {
    self.cells = cells
    self.ofTexts = Deferred(ofTexts)
  }

  package var figures: FigureChecks { ofTexts.value.figures }
  package var words: WordChecks { ofTexts.value.words }
}

/// One built-in rule as a form asks for it.
///
/// It asks nothing of its parameters but where it must: the runtime would search for each kind of
/// parameters through all conformances of the program at every start.
package struct Check<Parameters> {
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

extension Check: Equatable where Parameters: Equatable {}
extension Check: Sendable where Parameters: Sendable {}
