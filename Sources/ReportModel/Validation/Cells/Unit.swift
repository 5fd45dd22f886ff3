extension CellChecks.Unit {
  /// Why an amount seems to be in another unit.
  enum Doubt: Equatable {
    /// It is out of proportion to last year's as another unit would make it, and so much larger
    /// or smaller.
    case ratio(isLarger: Bool)
    /// No organ has so much.
    case size
  }

  /// What speaks for another unit, if anything.
  func doubts(_ value: Quantity, at cell: CellIndex, previous: Quantity?) -> Doubt? {
    guard cells.contains(cell), !value.isNegative else { return nil }
    if let previous, !previous.isNegative, !previous.isZero, !value.isZero {
      let smaller = min(previous.micros, value.micros)
      let larger = max(previous.micros, value.micros)
      let isInRange =
        larger >= smaller * Int128(ratios.lowerBound)
        && larger <= smaller * Int128(ratios.upperBound)
      if isInRange { return .ratio(isLarger: value.micros > previous.micros) }
    }
    return value.isWhole && value.micros >= Int128(least) * 1_000_000 ? .size : nil
  }
}

extension Validation {
  /// An amount that seems to be in another unit, with the amount it then would be.
  func unitFinding(_ value: Quantity, at cell: CellIndex, previous: Quantity?) -> Finding? {
    guard let check = form.checks.cells.unit,
      let doubt = check.parameters.doubts(value, at: cell, previous: previous)
    else { return nil }
    let isRatio = doubt != .size
    var fixes: [Fix] = []
    if doubt != .ratio(isLarger: false), let mended = converted(value, by: check.parameters.factor)
    {
      fixes = [Fix([Fix.Change(cell, mended)])]
    }
    return Finding(
      rule: BuiltInRule.unit, severity: check.severity, at: [cell],
      previous: isRatio ? [cell] : [],
      detail: .cells(.unit(value, previous: isRatio ? previous : nil)), fixes: fixes,
      basis: check.basis)
  }

  /// The amount in the right unit, where a cell can hold it exactly.
  private func converted(_ value: Quantity, by factor: Int) -> Quantity? {
    let (mended, rest) = value.micros.quotientAndRemainder(dividingBy: Int128(factor))
    return rest == 0 ? Quantity(micros: mended) : nil
  }
}
