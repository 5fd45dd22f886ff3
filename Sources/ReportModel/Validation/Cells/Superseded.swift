extension Validation {
  /// The draft's form is not the one of its year, or nothing.
  func editionFindings(in draft: Draft) -> [Finding] {
    guard let check = form.checks.cells.superseded, !form.isFor(draft.year) else { return [] }
    return [
      Finding(
        rule: BuiltInRule.superseded, severity: check.severity,
        detail: .cells(.otherEdition(year: draft.year)), basis: check.basis)
    ]
  }

  /// The report has one row of an earlier form where this form has several, or nothing.
  func splitRowFindings(in draft: Draft) -> [Finding] {
    guard assumesZeros, let check = form.checks.cells.superseded,
      let split = check.parameters.splitRow
    else { return [] }
    return [
      Finding(
        rule: BuiltInRule.superseded, severity: check.severity, at: split.added,
        detail: .cells(.splitRow), fixes: [Fix(split.added.map { Fix.Change($0, .zero) })],
        basis: check.basis)
    ]
  }

  /// The blank cells that are judged as if they were 0, because the report was made on a form that
  /// does not have their rows.
  var assumedZeros: [CellIndex] {
    assumesZeros ? form.checks.cells.superseded?.parameters.splitRow?.added ?? [] : []
  }

  /// Whether a cell is one of them.
  package func isAssumedZero(_ cell: CellIndex) -> Bool {
    assumesZeros && assumedZeros.contains(cell)
  }
}

extension Form {
  /// Whether the form is the one for reports of a year.
  package func isFor(_ year: Int) -> Bool {
    (firstYear ?? .min)...(lastYear ?? .max) ~= year
  }
}
