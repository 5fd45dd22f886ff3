/// What would mend the figures that contradict each other, worked out once for one state of a
/// draft.
///
/// Relations that are broken, or that leave one blank no choice, form a group where they share
/// cells. A group's alternatives are the smallest sets of changes that mend all of it and break no
/// other relation. Relations with more than one blank take no part: an untouched form costs
/// nothing. Neither do those that somebody accepted with a reason.
package struct Suggestions: Equatable, Sendable {
  /// Relations that hang together, with what would mend them.
  package struct Group: Equatable, Sendable {
    /// The relations, by index in the form.
    package var relations: [Int]
    /// At most nine alternatives, best first, each of which mends all of the group and breaks no
    /// relation that holds; none where no few changes do.
    package var fixes: [Fix]
    /// Where there are no such: for a relation at most nine changes of one cell that mend it, best
    /// first, and may leave others to be mended next.
    package var firstSteps: [Int: [Fix]]
    /// How far the search went, in the steps that `SearchLimits` counts.
    package var steps: Int

    /// What to suggest for one of its relations, and whether that is a first step only.
    func fixes(for relation: Int) -> (fixes: [Fix], isPartial: Bool) {
      guard fixes.isEmpty else { return (fixes, false) }
      let steps = firstSteps[relation] ?? []
      return (steps, !steps.isEmpty)
    }
  }

  /// The groups, in the order of their first relations.
  package private(set) var groups: [Group]
  private var groupOfRelation: [Int: Int]

  /// Looks for what would mend a draft.
  ///
  /// - Precondition: the validation was kept up to date with `draft`.
  /// - Complexity: bounded for each group by `SearchLimits`, whatever the form.
  package init(_ validation: Validation, of draft: Draft, limits: SearchLimits = SearchLimits()) {
    groups = []
    groupOfRelation = [:]
    var involved = Positions(below: validation.form.relations.count)
    for index in validation.openRelations(in: draft)
    where validation.tallies[index].blanks <= 1 {
      involved[index] = true
    }
    for index in validation.nearlyFilled where validation.demandedValue(of: index) != nil {
      involved[index] = true
    }
    guard involved.count > 0 else { return }
    var stepsLeft = limits.stepsInAll
    for relations in Self.connected(involved, in: validation.form) {
      var search = CulpritSearch(
        validation, draft, group: relations, involved: involved,
        steps: Swift.min(limits.stepsOfGroup, stepsLeft))
      let fixes = search.run()
      let firstSteps = fixes.isEmpty ? search.firstSteps() : [:]
      stepsLeft -= search.stepsTaken
      for relation in relations { groupOfRelation[relation] = groups.count }
      groups.append(
        Group(
          relations: relations, fixes: fixes, firstSteps: firstSteps, steps: search.stepsTaken))
    }
  }

  /// The group of a relation that is broken or that decides its only blank; nil for any other, and
  /// for a broken one with more blanks than one.
  package func group(of relation: Int) -> Group? {
    groupOfRelation[relation].map { groups[$0] }
  }

  /// Relations in groups that share cells, directly or through others.
  ///
  /// Of two that share a cell the shorter one finds the other, and once all are connected there is
  /// nothing more to find: so long sums are seldom gone through.
  private static func connected(_ involved: Positions, in form: Form) -> [[Int]] {
    let relations = Array(involved)
    let ordinals = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($0.element, $0.offset) })
    var parents = Array(relations.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number {
        parents[number] = parents[parents[number]]
        number = parents[number]
      }
      return number
    }
    let byLength = relations.sorted { form.relations[$0].count < form.relations[$1].count }
    var groupCount = relations.count
    for relation in byLength.dropLast() where groupCount > 1 {
      guard let own = ordinals[relation] else { continue }
      for side in [form.relations[relation].left, form.relations[relation].right] {
        for cell in side {
          for membership in form.memberships(of: cell)
          where membership.relation != relation && involved[membership.relation] {
            guard let other = ordinals[membership.relation] else { continue }
            let (first, second) = (root(own), root(other))
            guard first != second else { continue }
            parents[Swift.max(first, second)] = Swift.min(first, second)
            groupCount -= 1
          }
        }
      }
    }
    var members: [[Int]] = Array(repeating: [], count: relations.count)
    for (number, relation) in relations.enumerated() { members[root(number)].append(relation) }
    return members.filter { !$0.isEmpty }
  }
}

/// How far a search for suggestions may go.
///
/// It is counted in steps, never in time, so that the same draft has the same suggestions
/// everywhere. A step is one cell looked at.
package struct SearchLimits: Equatable, Sendable {
  /// For one group.
  package var stepsOfGroup: Int
  /// For all groups of a draft; those that come after get no suggestion.
  package var stepsInAll: Int

  package init(stepsOfGroup: Int = 5_000, stepsInAll: Int = 50_000) {
    self.stepsOfGroup = stepsOfGroup
    self.stepsInAll = stepsInAll
  }
}

extension Validation {
  /// What would mend the contradictions of a draft.
  ///
  /// - Precondition: this validation was kept up to date with `draft`.
  package func suggestions(in draft: Draft) -> Suggestions { Suggestions(self, of: draft) }
}
