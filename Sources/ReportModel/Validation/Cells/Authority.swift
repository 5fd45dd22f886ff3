extension Validation {
  /// Figures that an organ of the draft's level cannot have; nothing where no level is given.
  func authorityFindings(in draft: Draft) -> [Finding] {
    guard let check = form.checks.cells.authority, let level = draft.organ[.level],
      check.parameters.levels.contains(level)
    else { return [] }
    let doubtful = check.parameters.cells.filter { cell in
      draft[cell].map { !$0.isZero } ?? false
    }
    guard !doubtful.isEmpty else { return [] }
    return [
      Finding(
        rule: BuiltInRule.authority, severity: check.severity, at: doubtful,
        detail: .cells(.authority(level: level)), basis: check.basis)
    ]
  }
}
