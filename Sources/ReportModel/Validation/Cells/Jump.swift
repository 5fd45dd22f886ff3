extension CellChecks.Jump {
  /// Whether a figure is out of proportion to last year's; negative ones are not compared.
  func isJump(from previous: Quantity, to value: Quantity) -> Bool {
    guard !previous.isNegative, !value.isNegative else { return false }
    let smaller = min(previous.micros, value.micros)
    let larger = max(previous.micros, value.micros)
    guard larger >= Int128(least) * 1_000_000 else { return false }
    return smaller == 0 || larger > smaller * Int128(factor)
  }
}

extension Validation {
  /// What is doubtful about the proportion of a figure to last year's, or its size.
  ///
  /// A figure in another unit is a jump too; only the unit is told.
  func proportionFinding(at cell: CellIndex, in draft: Draft) -> Finding? {
    guard let value = draft[cell] else { return nil }
    let previous = cells.previousFigure(at: cell)
    if let finding = unitFinding(value, at: cell, previous: previous) { return finding }
    guard let check = form.checks.cells.jump, let previous,
      check.parameters.isJump(from: previous, to: value)
    else { return nil }
    return Finding(
      rule: BuiltInRule.jump, severity: check.severity, at: [cell], previous: [cell],
      detail: .cells(.jump(value, previous: previous)), basis: check.basis)
  }
}
