/// What a rule over cells found that no relation can say.
package enum CellProblem: Equatable, Sendable {
  /// The figure is out of proportion to last year's.
  case jump(Quantity, previous: Quantity)
  /// The amount seems to be in another unit; `previous` is last year's where the ratio tells it.
  case unit(Quantity, previous: Quantity?)
  /// Every cell is 0 while a text speaks of work done.
  case allZero
  /// An organ of this level has no such figures.
  case authority(level: String)
  /// The form is not the one of the report's year.
  case otherEdition(year: Int)
  /// The report has one row of an earlier form where this form has several.
  case splitRow
}

extension BuiltInRule {
  package static let jump = "jump"
  package static let unit = "unit"
  package static let allZero = "all-zero"
  package static let authority = "authority"
  package static let superseded = "superseded"
}

extension Validation {
  /// What the rules over cells find that are no relations, each under its first cell.
  func cellFindings(in draft: Draft) -> [Finding] {
    let proportions = cells.outOfProportion.compactMap {
      proportionFinding(at: CellIndex($0), in: draft)
    }
    return splitRowFindings(in: draft) + authorityFindings(in: draft) + proportions
  }

  /// What the rules over cells find about one cell.
  func cellFindings(at cell: CellIndex, in draft: Draft) -> [Finding] {
    let shared = (splitRowFindings(in: draft) + authorityFindings(in: draft)).filter {
      $0.at.contains(cell)
    }
    guard cells.outOfProportion[cell.position],
      let finding = proportionFinding(at: cell, in: draft)
    else { return shared }
    return shared + [finding]
  }
}
