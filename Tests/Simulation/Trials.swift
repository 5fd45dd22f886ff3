package import ReportModel

/// Mistakes put into a report that agrees, and whether the suggestions name them.
package struct Trials: Sendable {
  private let draft: Draft
  private let cells: [CellIndex]
  private var dice: Dice

  /// How the trials went.
  package struct Outcome: Equatable, Sendable {
    package var trials = 0
    /// In how many trials the first suggestions were the cells that had been changed, with their
    /// figures.
    package var first = 0
    /// In how many they were among the suggestions.
    package var listed = 0

    package var shareFirst: Double { Double(first) / Double(max(1, trials)) }
    package var shareListed: Double { Double(listed) / Double(max(1, trials)) }

    package init() {}

    package static func += (left: inout Outcome, right: Outcome) {
      left.trials += right.trials
      left.first += right.first
      left.listed += right.listed
    }
  }

  /// One report with mistakes in it.
  package struct Trial: Sendable {
    package var draft: Draft
    /// The changes that take the mistakes back, in form order.
    package var truth: Fix
  }

  /// - Parameters:
  ///   - draft: A report in which every relation holds.
  ///   - tables: The ids of the tables in which mistakes are made.
  ///   - seed: The same seed gives the same trials.
  package init(on draft: Draft, tables: Set<String>, seed: UInt64) {
    self.draft = draft
    cells = draft.form.tables.filter { tables.contains($0.id) }.flatMap { table in
      table.cells.map { CellIndex($0) }
    }
    dice = Dice(seed: seed)
  }

  /// The next report with mistakes in so many cells; what changes nothing is drawn again.
  ///
  /// - Precondition: the tables have more cells than that, and one of them is not 0.
  package mutating func next(wrongCells: Int) -> Trial {
    var wrong = draft
    var changes: [Fix.Change] = []
    while changes.count < wrongCells {
      let cell = cells[Int.random(in: cells.indices, using: &dice)]
      let typo = Typo.allCases[Int.random(in: Typo.allCases.indices, using: &dice)]
      let typed = typo.applied(to: cell, of: draft, &dice)
      guard let value = draft[cell], typed?.micros != value.micros,
        !changes.contains(where: { $0.cell == cell })
      else { continue }
      wrong[cell] = typed
      changes.append(Fix.Change(cell, value))
    }
    return Trial(draft: wrong, truth: Fix(changes.sorted { $0.cell < $1.cell }))
  }

  /// The next report in which figures were moved so many times from one cell of a sum to another,
  /// so that this sum still holds and others do not.
  package mutating func nextMoved(times: Int) -> Draft {
    var moved = draft
    for _ in 0..<times {
      let sums = draft.form.relations.filter { $0.left.count > 1 }
      guard let parts = sums.randomElement(using: &dice)?.left,
        let from = parts.randomElement(using: &dice), let to = parts.randomElement(using: &dice),
        let old = moved[from], old.micros > 0, from != to
      else { continue }
      let amount = Int128.random(in: 1...max(1, old.micros / 1_000_000), using: &dice) * 1_000_000
      moved[from] = Quantity(micros: old.micros - amount)
      moved[to] = moved[to].flatMap { Quantity(micros: $0.micros + amount) }
    }
    return moved
  }

  /// What the suggestions of so many trials were worth.
  package mutating func run(_ count: Int, wrongCells: Int) -> Outcome {
    var outcome = Outcome()
    for _ in 0..<count {
      let trial = next(wrongCells: wrongCells)
      outcome += trial.outcome(Validation(trial.draft).suggestions(in: trial.draft))
    }
    return outcome
  }
}

extension Trials.Trial {
  /// Whether suggestions name the mistakes: independent ones each in its own group.
  package func outcome(_ suggestions: Suggestions) -> Trials.Outcome {
    var outcome = Trials.Outcome()
    outcome.trials = 1
    let groups = suggestions.groups.map(\.fixes)
    if isTruth(groups.map { $0.first }) { outcome.first = 1 }
    if isTruth(groups.map { fixes in fixes.first(where: isPartOfTruth) }) { outcome.listed = 1 }
    return outcome
  }

  private func isPartOfTruth(_ fix: Fix) -> Bool {
    fix.changes.allSatisfy { change in
      truth.value(of: change.cell)?.micros == change.value.micros
    }
  }

  /// Whether fixes, one a group, together are the changes that take the mistakes back.
  private func isTruth(_ fixes: [Fix?]) -> Bool {
    var cells: Set<CellIndex> = []
    for fix in fixes {
      guard let fix, isPartOfTruth(fix) else { return false }
      cells.formUnion(fix.changes.map(\.cell))
    }
    return cells == Set(truth.changes.map(\.cell))
  }
}
