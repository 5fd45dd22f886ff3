/// One thing that the validator found, with what would mend it.
///
/// Plain data: the sentence a person reads is made of it in `Wording`.
package struct Finding: Equatable, Sendable {
  /// What exactly is wrong.
  package enum Detail: Equatable, Sendable {
    /// The organ has no name.
    case organMissing
    /// A cell of a statutory table is blank. `relation` is the one that tells its value, if any.
    case blank(relation: Int?)
    /// The figure is negative where none may be, or not whole where it counts something.
    case wrongKind(Quantity, FigureKind)
    /// A relation does not hold.
    case unequal(RelationSums)
    /// A rule over cells that is no relation.
    case cells(CellProblem)
    /// A figure in a text.
    case figures(FigureProblem)
    /// The words of a text.
    case words(WordProblem)
  }

  /// The id of the rule, such as `row-total`.
  package var rule: String
  package var severity: Severity
  /// Every cell concerned, the most suspect first; none for the organ.
  package var at: [CellIndex]
  /// The cells concerned among last year's figures.
  package var previous: [CellIndex]
  /// The words concerned, for a finding of a text.
  package var text: TextPlace?
  package var detail: Detail
  /// Alternatives, best first; each clears this finding with all that hangs together with it, and
  /// breaks no relation that holds, unless `isPartial`.
  package var fixes: [Fix]
  /// Whether the fixes are a first step only, because no few changes mend everything that hangs
  /// together: then each clears this finding alone.
  package var isPartial: Bool
  /// Where the rule stands in law.
  package var basis: String
  /// The acceptance that holds for this finding as things stand; nil while it is open.
  package var acceptance: Acceptance?

  package init(
    rule: String, severity: Severity, at: [CellIndex] = [], previous: [CellIndex] = [],
    text: TextPlace? = nil, detail: Detail, fixes: [Fix] = [], isPartial: Bool = false,
    basis: String, acceptance: Acceptance? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.at = at
    self.previous = previous
    self.text = text
    self.detail = detail
    self.fixes = fixes
    self.isPartial = isPartial
    self.basis = basis
    self.acceptance = acceptance
  }
}

/// Words of a text that a finding points to.
package struct TextPlace: Hashable, Sendable {
  /// The id of the section.
  package var section: String
  /// The range in Unicode scalars of the section's text.
  package var range: Range<Int>
  /// What stands there.
  package var quote: String

  package init(section: String, range: Range<Int>, quote: String) {
    self.section = section
    self.range = range
    self.quote = quote
  }
}

/// A set of cell values that would mend a finding; the cells come in form order.
package struct Fix: Hashable, Sendable {
  /// One cell and the value it would get.
  package struct Change: Hashable, Sendable {
    package var cell: CellIndex
    package var value: Quantity

    package init(_ cell: CellIndex, _ value: Quantity) {
      self.cell = cell
      self.value = value
    }
  }

  package var changes: [Change]

  package init(_ changes: [Change]) {
    self.changes = changes
  }

  /// The value that a cell would get; nil for a cell that stays as it is.
  package func value(of cell: CellIndex) -> Quantity? {
    changes.first { $0.cell == cell }?.value
  }
}

/// The two sums of a relation as far as its cells are filled, in millionths.
package struct RelationSums: Equatable, Sendable {
  /// The index of the relation in its form.
  package var relation: Int
  package var left: Int128
  package var right: Int128
  /// How many cells of each side are blank.
  package var leftBlanks: Int
  package var rightBlanks: Int

  package init(relation: Int, left: Int128, right: Int128, leftBlanks: Int, rightBlanks: Int) {
    self.relation = relation
    self.left = left
    self.right = right
    self.leftBlanks = leftBlanks
    self.rightBlanks = rightBlanks
  }
}

/// The ids of the rules that are built in; those of relations stand in the form.
package enum BuiltInRule {
  package static let organ = "organ"
  package static let blank = "blank"
  package static let kind = "kind"

  /// All of them: no rule of a form may have such an id.
  package static let ids = [organ, blank, kind]
}
