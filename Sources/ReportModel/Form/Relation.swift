/// How grave a finding is.
package enum Severity: String, Equatable, Sendable, CaseIterable {
  /// The report is wrong or incomplete; no final export while it stands.
  case error
  /// Must be looked at: corrected, or accepted with a reason.
  case warning
  /// Worth a look; blocks nothing.
  case hint
}

/// A rule of a form: what its relations have in common.
package struct RuleDefinition: Equatable, Sendable {
  package var id: String
  package var severity: Severity
  /// Where the rule stands in law, such as 国办公开办函〔2021〕30号，表三.
  package var basis: String
  package var name: LocalizedText
  /// The rule as a short formula, such as 总计＝自然人＋法人或其他组织五项.
  package var formula: LocalizedText
  /// What the left side is called in a sentence, such as 前六列.
  package var leftName: LocalizedText
  /// What the right side is called in a sentence, such as 总计.
  package var rightName: LocalizedText
  /// Whether an error of this rule may be accepted with a reason, as every warning may.
  package var isAcceptable: Bool

  package init(
    id: String, severity: Severity, basis: String, name: LocalizedText, formula: LocalizedText,
    leftName: LocalizedText, rightName: LocalizedText, isAcceptable: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.basis = basis
    self.name = name
    self.formula = formula
    self.leftName = leftName
    self.rightName = rightName
    self.isAcceptable = isAcceptable
  }
}

/// A linear relation between cells: the sum of `left` compares with the sum of `right`.
///
/// Plain data. A new relation is a new value in a form file, never a new type.
package struct Relation: Equatable, Sendable {
  /// What must hold between the two sums.
  package enum Comparison: String, Equatable, Sendable, CaseIterable {
    case equal = "="
    case atMost = "<="
    case atLeast = ">="
  }

  /// The index of its rule in the form's `rules`.
  package var rule: Int
  package var left: [CellIndex]
  package var comparison: Comparison
  package var right: [CellIndex]
  /// The cells whose figures of last year are part of the left sum.
  package var previousLeft: [CellIndex]
  /// The cells whose figures of last year are part of the right sum.
  package var previousRight: [CellIndex]

  package init(
    rule: Int, left: [CellIndex], comparison: Comparison, right: [CellIndex],
    previousLeft: [CellIndex] = [], previousRight: [CellIndex] = []
  ) {
    self.rule = rule
    self.left = left
    self.comparison = comparison
    self.right = right
    self.previousLeft = previousLeft
    self.previousRight = previousRight
  }

  /// The cells whose figures of last year are compared.
  package var previous: [CellIndex] { previousLeft + previousRight }

  /// Whether last year's figures are compared.
  package var namesPrevious: Bool { !previousLeft.isEmpty || !previousRight.isEmpty }

  /// How many cells of this year it names.
  package var count: Int { left.count + right.count }

  /// The cell that is the total of the others: the right side of an equation, alone there.
  package var total: CellIndex? {
    comparison == .equal && right.count == 1 && left.count > 1 && !namesPrevious ? right[0] : nil
  }

  /// The side that a broken relation is shown at: the right one, or else the one that last year's
  /// figures are compared with.
  package var shownSide: [CellIndex] {
    right.isEmpty || !previousRight.isEmpty && !left.isEmpty ? left : right
  }

  /// The cell that should repeat a figure of last year, and the cell where that one stood, where
  /// this is all that the relation says.
  package var copy: (of: CellIndex, to: CellIndex)? {
    guard comparison == .equal, left.count + right.count == 1, previous.count == 1,
      left.isEmpty == previousRight.isEmpty
    else { return nil }
    return (previous[0], left.first ?? right[0])
  }
}

/// The part that a cell has in one relation.
package struct Membership: Equatable, Sendable {
  /// The relation's index, doubled, and one more on the left side: forms are large.
  private let code: Int32

  /// - Precondition: a form has no more than a thousand million relations.
  package init(relation: Int, isLeft: Bool) {
    code = Int32(relation * 2 + (isLeft ? 1 : 0))
  }

  /// The index of the relation in its form.
  package var relation: Int { Int(code >> 1) }

  package var isLeft: Bool { code & 1 == 1 }
}
