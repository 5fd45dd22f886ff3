/// The search for the smallest sets of changes that mend one group of relations.
///
/// It goes depth first: one relation that does not hold is picked, and each of its cells is given
/// each value that would mend one of the cell's relations. What a change breaks on the way must be
/// mended by the next one.
struct CulpritSearch {
  /// A change tried, with what undoing it needs.
  private struct Trial {
    var cell: CellIndex
    var old: Quantity?
    var new: Quantity
  }

  /// The most cells that a suggestion changes together.
  private static let largestSet = 3

  /// The most alternatives that are listed.
  private static let mostListed = 9

  private let validation: Validation
  private let draft: Draft
  private let group: [Int]
  /// All relations that belong to some group.
  private let involved: Positions
  private let steps: Int
  private(set) var stepsTaken = 0
  private var trials: [Trial] = []
  private var found: Set<Fix> = []

  init(
    _ validation: Validation, _ draft: Draft, group: [Int], involved: Positions, steps: Int
  ) {
    self.validation = validation
    self.draft = draft
    self.group = group
    self.involved = involved
    self.steps = steps
  }

  private var form: Form { validation.form }

  private var isExhausted: Bool { stepsTaken >= steps }

  /// The alternatives of the smallest size, best first; none where no few changes mend the group.
  ///
  /// A search that was cut short cannot say that what it found is the only one: then a single find
  /// does not count.
  mutating func run() -> [Fix] {
    for size in 1...Self.largestSet {
      search(open: group, size: size)
      if isExhausted, found.count == 1 { found = [] }
      if !found.isEmpty { return ranked() }
      if isExhausted { break }
    }
    return []
  }

  /// Tries to mend the relations `open` with `size` further changes.
  private mutating func search(open: [Int], size: Int) {
    guard !open.isEmpty else {
      found.insert(fix)
      return
    }
    guard size > 0, open.count <= size * form.mostRelationsOfACell else { return }
    if let blank = blankToFill(among: open) {
      attempt(blank, open: open, size: size)
      return
    }
    guard let pivot = open.min(by: { form.relations[$0].count < form.relations[$1].count }) else {
      return
    }
    for cells in [form.relations[pivot].left, form.relations[pivot].right] {
      for cell in cells {
        if isExhausted { return }
        attempt(cell, open: open, size: size)
      }
    }
  }

  /// A blank without which an equation of the group cannot hold, as the changes so far leave it.
  private func blankToFill(among open: [Int]) -> CellIndex? {
    for relation in open where validation.tallies[relation].blanks == 1 {
      guard mustBeFilled(relation) else { continue }
      let tally = tally(of: relation)
      if tally.blanks == 1 { return CellIndex(tally.blankPositions) }
    }
    return nil
  }

  /// Gives a cell each value that would mend one of its open relations, and goes on from there.
  private mutating func attempt(_ cell: CellIndex, open: [Int], size: Int) {
    stepsTaken += 1
    guard !trials.contains(where: { $0.cell == cell }), !validation.isAssumedZero(cell) else {
      return
    }
    if size == 1, !open.allSatisfy({ names($0, cell) }) { return }
    let old = draft[cell]
    for value in values(for: cell, open: open) {
      trials.append(Trial(cell: cell, old: old, new: value))
      search(open: stillOpen(open, after: cell), size: size - 1)
      trials.removeLast()
    }
  }

  /// Whether a relation names a cell.
  private func names(_ relation: Int, _ cell: CellIndex) -> Bool {
    form.memberships(of: cell).contains { $0.relation == relation }
  }

  /// The values that would each mend one open relation of a cell; for a blank 0 where none would.
  private func values(for cell: CellIndex, open: [Int]) -> [Quantity] {
    let old = draft[cell]
    let kind = form.kind(of: cell)
    var values: [Quantity] = []
    for membership in form.memberships(of: cell) where open.contains(membership.relation) {
      let tally = tally(of: membership.relation)
      // Another blank must come first: with it open nothing says by how much this cell is off.
      guard tally.blanks == (old == nil ? 1 : 0) || !mustBeFilled(membership.relation) else {
        continue
      }
      let missing = membership.isLeft ? tally.right - tally.left : tally.left - tally.right
      guard let value = Quantity(micros: (old?.micros ?? 0) + missing),
        value.micros != old?.micros, kind.accepts(value),
        !values.contains(where: { $0.micros == value.micros })
      else { continue }
      values.append(value)
    }
    if old == nil, values.isEmpty { values.append(.zero) }
    return values
  }

  /// What is open once the last trial, which changed `cell`, is made.
  private func stillOpen(_ open: [Int], after cell: CellIndex) -> [Int] {
    let memberships = form.memberships(of: cell)
    var still = open.filter { relation in !memberships.contains { $0.relation == relation } }
    for membership in memberships where isOpen(membership.relation) {
      still.append(membership.relation)
    }
    return still
  }

  /// Whether a relation must still be mended, as the changes so far leave it.
  ///
  /// What is broken and has more than one blank takes no part.
  private func isOpen(_ relation: Int) -> Bool {
    let tally = tally(of: relation)
    if validation.isBroken(relation, tally) {
      return involved[relation] || !validation.broken[relation]
    }
    return tally.blanks > 0 && mustBeFilled(relation)
  }

  /// Whether a relation is one of the group's equations, which end with every cell filled.
  private func mustBeFilled(_ relation: Int) -> Bool {
    involved[relation] && form.relations[relation].comparison == .equal && group.contains(relation)
  }

  /// The sums of a relation as the changes so far leave them.
  private func tally(of relation: Int) -> Validation.Tally {
    var tally = validation.tallies[relation]
    for trial in trials {
      for membership in form.memberships(of: trial.cell) where membership.relation == relation {
        tally.add(trial.old, of: trial.cell, isLeft: membership.isLeft, sign: -1)
        tally.add(trial.new, of: trial.cell, isLeft: membership.isLeft, sign: 1)
      }
    }
    return tally
  }

  private var fix: Fix {
    Fix(trials.map { Fix.Change($0.cell, $0.new) }.sorted { $0.cell < $1.cell })
  }

  /// For each relation of the group the single changes that mend it, for a group that no few
  /// changes mend.
  ///
  /// A total left at 0 takes what its parts add up to before all else; then come those that mend
  /// more than they break, the most useful first; and any total or copy may take its own figure.
  mutating func firstSteps() -> [Int: [Fix]] {
    let last = stepsTaken + max(1, steps / 4)
    var found: [Int: [Fix]] = [:]
    for relation in group {
      var fixes: [Fix] = []
      if stepsTaken + form.relations[relation].count <= last { fixes = gains(mending: relation) }
      if let own = ownValue(of: relation) {
        fixes.removeAll { $0 == own }
        let isLeftAtZero = own.changes.allSatisfy { draft[$0.cell].map(\.isZero) ?? true }
        fixes.insert(own, at: isLeftAtZero ? 0 : fixes.count)
      }
      if !fixes.isEmpty { found[relation] = Array(fixes.prefix(Self.mostListed)) }
    }
    return found
  }

  /// The single changes that mend a relation and more than they break, the most useful first.
  private mutating func gains(mending relation: Int) -> [Fix] {
    var rated: [(fix: Fix, gain: Int, doubt: Int)] = []
    for cells in [form.relations[relation].left, form.relations[relation].right] {
      for cell in cells where !validation.isAssumedZero(cell) {
        stepsTaken += 1
        for value in values(for: cell, open: [relation]) {
          let change = Fix.Change(cell, value)
          trials = [Trial(cell: cell, old: draft[cell], new: value)]
          let gain = isOpen(relation) || isBesideOwnParts(cell) ? 0 : gainOfTrial(of: cell)
          trials = []
          guard gain > 0 else { continue }
          rated.append((Fix([change]), gain, validation.doubt(about: change, in: draft)))
        }
      }
    }
    return rated.sorted { first, second in
      (-first.gain, first.doubt, first.fix.changes[0].cell)
        < (-second.gain, second.doubt, second.fix.changes[0].cell)
    }.map(\.fix)
  }

  /// Whether the trial leaves a total that does not fit its parts at another figure than theirs.
  private func isBesideOwnParts(_ cell: CellIndex) -> Bool {
    form.memberships(of: cell).contains { membership in
      let relation = membership.relation
      return form.relations[relation].total == cell && involved[relation] && isOpen(relation)
    }
  }

  /// Whether a cell is a total that does not fit its parts.
  private func isTotalInDoubt(_ cell: CellIndex) -> Bool {
    form.memberships(of: cell).contains {
      involved[$0.relation] && form.relations[$0.relation].total == cell
    }
  }

  /// How many more relations the trial mends than it breaks.
  private func gainOfTrial(of cell: CellIndex) -> Int {
    form.memberships(of: cell).reduce(0) { gain, membership in
      let relation = membership.relation
      let wasOpen = involved[relation]
      let isOpen = isOpen(relation)
      return gain + (wasOpen && !isOpen ? 1 : !wasOpen && isOpen ? -1 : 0)
    }
  }

  /// What a relation says of the one cell that it is about: its total, or the copy it makes.
  ///
  /// A sum of totals that do not fit their own parts says nothing.
  private mutating func ownValue(of relation: Int) -> Fix? {
    guard let cell = form.relations[relation].total ?? form.relations[relation].copy?.to,
      !validation.isAssumedZero(cell),
      !form.relations[relation].left.contains(where: isTotalInDoubt),
      let value = values(for: cell, open: [relation]).first
    else { return nil }
    trials = [Trial(cell: cell, old: draft[cell], new: value)]
    defer { trials = [] }
    return isOpen(relation) ? nil : Fix([Fix.Change(cell, value)])
  }

  /// The alternatives found, best first, cut to what can be listed.
  private func ranked() -> [Fix] {
    let rated = found.map { fix in
      (fix: fix, doubt: fix.changes.reduce(0) { $0 + validation.doubt(about: $1, in: draft) })
    }
    return rated.sorted { first, second in
      first.doubt != second.doubt
        ? first.doubt < second.doubt
        : first.fix.changes.lexicographicallyPrecedes(second.fix.changes) {
          ($0.cell, $0.value.micros) < ($1.cell, $1.value.micros)
        }
    }.prefix(Self.mostListed).map(\.fix)
  }
}
