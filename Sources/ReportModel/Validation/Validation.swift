/// What is known about a draft's figures, kept up to date edit by edit.
///
/// Every relation keeps its two sums and its blanks, so that an edit costs as much as the edited
/// cell has relations, however long their sums are.
package struct Validation: Equatable, Sendable {
  /// The running sums of one relation.
  struct Tally: Equatable, Sendable {
    var left: Int128 = 0
    var right: Int128 = 0
    var leftBlanks = 0
    var rightBlanks = 0
    /// The positions of the blank cells added up: with one blank left, its position.
    var blankPositions = 0
    /// Whether every figure of last year that the relation names is known.
    var isJudged = true

    var blanks: Int { leftBlanks + rightBlanks }

    /// Takes a cell's figure, or that it is blank, in (`sign` 1) or out again (−1).
    mutating func add(_ value: Quantity?, of cell: CellIndex, isLeft: Bool, sign: Int) {
      if let value {
        let amount = sign < 0 ? -value.micros : value.micros
        if isLeft { left += amount } else { right += amount }
      } else {
        if isLeft { leftBlanks += sign } else { rightBlanks += sign }
        blankPositions += sign * cell.position
      }
    }
  }

  let form: Form
  private(set) var tallies: [Tally]
  /// The relations that do not hold, by index.
  private(set) var broken: Positions
  /// The relations with exactly one blank cell, by index.
  private(set) var nearlyFilled: Positions
  /// The positions of the cells whose figure is of the wrong kind.
  private(set) var wrongKind: Positions
  /// How many cells of each table are blank.
  package private(set) var blanksOfTable: [Int]
  /// What the rules over cells know that are no relations.
  private(set) var cells: CellReading
  /// Whether the rows that an earlier form did not have are judged as if they were 0.
  private(set) var assumesZeros = false
  /// What the texts say.
  private(set) var texts: TextReading

  /// Judges a whole draft.
  ///
  /// - Complexity: O(cells + terms of all relations).
  package init(_ draft: Draft) {
    form = draft.form
    tallies = Array(repeating: Tally(), count: form.relations.count)
    broken = Positions(below: form.relations.count)
    nearlyFilled = Positions(below: form.relations.count)
    wrongKind = Positions(below: form.cellCount)
    blanksOfTable = Array(repeating: 0, count: form.tables.count)
    cells = CellReading(draft)
    texts = TextReading(draft)
    for (index, relation) in form.relations.enumerated() {
      for cell in relation.left {
        tallies[index].add(draft[cell], of: cell, isLeft: true, sign: 1)
      }
      for cell in relation.right {
        tallies[index].add(draft[cell], of: cell, isLeft: false, sign: 1)
      }
      addPrevious(of: relation, to: index)
      judge(index)
    }
    for (number, table) in form.tables.enumerated() {
      for position in table.cells {
        let cell = CellIndex(position)
        if draft[cell] == nil { blanksOfTable[number] += 1 }
        judgeKind(of: cell, draft[cell])
      }
    }
    if cells.hasOneRowForSeveral { assumeZeros(true) }
  }

  /// How many cells are blank in all.
  package var blankCount: Int { blanksOfTable.reduce(0, +) }

  /// Takes note of an edit that was just made to `draft`.
  package mutating func note(_ edit: Edit, madeTo draft: Draft) {
    switch edit {
    case .cell(let cell, let old, let new): note(cell, from: old, to: new)
    case .text(let section, _, _, _): texts.read(section: section, of: draft)
    case .organ: texts = TextReading(draft)
    // Another year may be the one after last year's report, or not.
    case .year: self = Validation(draft)
    case .acceptances, .comments, .review: break
    }
  }

  /// Takes note that a cell changed; only what names this cell is judged again.
  package mutating func note(_ cell: CellIndex, from old: Quantity?, to new: Quantity?) {
    guard old != new else { return }
    cells.note(cell, from: old, to: new, on: form)
    if assumesZeros, !cells.hasOneRowForSeveral { assumeZeros(false) }
    for membership in form.memberships(of: cell) {
      let index = membership.relation
      tallies[index].add(old, of: cell, isLeft: membership.isLeft, sign: -1)
      tallies[index].add(new, of: cell, isLeft: membership.isLeft, sign: 1)
      judge(index)
    }
    blanksOfTable[form.tableNumber(of: cell)] += (new == nil ? 1 : 0) - (old == nil ? 1 : 0)
    judgeKind(of: cell, new)
    if !assumesZeros, cells.hasOneRowForSeveral { assumeZeros(true) }
  }

  /// The sums of a relation that does not hold; nil where it holds or is still open.
  package func sums(ofBroken relation: Int) -> RelationSums? {
    guard broken[relation] else { return nil }
    let tally = tallies[relation]
    return RelationSums(
      relation: relation, left: tally.left, right: tally.right, leftBlanks: tally.leftBlanks,
      rightBlanks: tally.rightBlanks)
  }

  /// Adds last year's figures, which stay as they are.
  private mutating func addPrevious(of relation: Relation, to index: Int) {
    for (side, isLeft) in [(relation.previousLeft, true), (relation.previousRight, false)] {
      for cell in side {
        guard let value = cells.previousFigure(at: cell) else {
          tallies[index].isJudged = false
          return
        }
        tallies[index].add(value, of: cell, isLeft: isLeft, sign: 1)
      }
    }
  }

  /// Begins or ends to judge the blanks of rows that an earlier form did not have as if they were
  /// 0.
  private mutating func assumeZeros(_ assumes: Bool) {
    assumesZeros = assumes
    for cell in form.checks.cells.superseded?.parameters.splitRow?.added ?? [] {
      for membership in form.memberships(of: cell) {
        let index = membership.relation
        tallies[index].add(nil, of: cell, isLeft: membership.isLeft, sign: assumes ? -1 : 1)
        judge(index)
      }
    }
  }

  private mutating func judge(_ index: Int) {
    let tally = tallies[index]
    broken[index] = isBroken(index, tally)
    nearlyFilled[index] = tally.blanks == 1 && tally.isJudged
  }

  /// Whether no filling of the blanks with figures of their kind could make the relation hold.
  func isBroken(_ index: Int, _ tally: Tally) -> Bool {
    guard tally.isJudged else { return false }
    if tally.blanks > 0, form.isSigned(relation: index) { return false }
    let leftCanGrow = tally.leftBlanks > 0
    let rightCanGrow = tally.rightBlanks > 0
    let tooMuchLeft = tally.left > tally.right && !rightCanGrow
    let tooMuchRight = tally.right > tally.left && !leftCanGrow
    return switch form.relations[index].comparison {
    case .equal: tooMuchLeft || tooMuchRight
    case .atMost: tooMuchLeft
    case .atLeast: tooMuchRight
    }
  }

  private mutating func judgeKind(of cell: CellIndex, _ value: Quantity?) {
    wrongKind[cell.position] = value.map { !form.kind(of: cell).accepts($0) } ?? false
  }
}

extension FigureKind {
  /// A figure as a cell of this kind keeps it: counts without empty decimals, amounts digit for
  /// digit.
  package func normalized(_ value: Quantity) -> Quantity {
    switch self {
    case .count, .change: value.withoutEmptyFraction
    case .amount: value
    }
  }

  /// Whether a figure is of this kind.
  package func accepts(_ value: Quantity) -> Bool {
    switch self {
    case .count: value.isWhole && !value.isNegative
    case .change: value.isWhole
    case .amount: !value.isNegative
    }
  }
}
