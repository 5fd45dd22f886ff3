/// Relations of a form that together leave nothing but 0 for some cells.
///
/// Sums of parts can always be met by zeros, so that is how rules contradict each other: no report
/// with anything to tell satisfies them.
package struct Contradiction: Equatable, Sendable {
  /// The indices of the relations; without any one of them the first cell could be more than 0.
  package var relations: [Int]
  /// The cells that these relations force to 0, in form order.
  package var cells: [CellIndex]
}

/// What a search for contradictions came to.
package struct ContradictionReport: Equatable, Sendable {
  package var contradictions: [Contradiction]
  /// Whether every relation was judged; tables of thousands of interwoven sums are not.
  package var isComplete: Bool
}

extension Form {
  /// Looks for rules that contradict each other.
  ///
  /// What is reported is exact: every draft that satisfies the relations named has 0 in the cells
  /// named. Where the report is complete there are no others, but for those beyond the first twenty.
  package func contradictions() -> ContradictionReport {
    var search = ContradictionSearch(self)
    return search.run()
  }
}

/// The search for contradictions in one form, which counts what it calculates and stops at a limit.
private struct ContradictionSearch {
  /// The most contradictions that are told.
  private static let mostTold = 20
  /// The most entries of tableaus that are calculated in all, a second or two of work.
  private static let workLimit = 300_000_000
  private static let nestingLimit = 20

  private let form: Form
  private var workLeft = Self.workLimit
  private var report = ContradictionReport(contradictions: [], isComplete: true)

  init(_ form: Form) {
    self.form = form
  }

  mutating func run() -> ContradictionReport {
    for component in relationComponents() {
      let doubtful = notMetByOnes(component)
      guard !doubtful.isEmpty else { continue }
      // Half of the work is kept for the case that the whole is too much.
      let kept = workLeft / 2
      workLeft -= kept
      let zeros = zeroCells(of: component)
      workLeft += kept
      if let zeros {
        tell(zeros, forcedBy: component)
      } else {
        report.isComplete = false
        // A few relations around a doubtful one can be judged however many there are in all.
        for relation in doubtful where report.contradictions.count < Self.mostTold {
          let near = neighbourhood(of: relation)
          if let zeros = zeroCells(of: near) { tell(zeros, forcedBy: near) }
          if workLeft <= 0 { break }
        }
      }
    }
    return report
  }

  /// Adds the contradictions that force these cells to 0.
  private mutating func tell(_ zeros: Set<CellIndex>, forcedBy relations: [Int]) {
    var zeros = zeros.subtracting(report.contradictions.flatMap(\.cells))
    while let cell = zeros.min(), report.contradictions.count < Self.mostTold {
      guard let needed = irreducible(relations, forcing: cell),
        let cells = zeroCells(of: needed)
      else {
        report.isComplete = false
        return
      }
      report.contradictions.append(
        Contradiction(relations: needed.sorted(), cells: cells.sorted()))
      zeros.subtract(cells)
      zeros.remove(cell)
    }
  }

  /// The relation with those that share cells with it, the shortest first, as many as can well be
  /// judged together.
  private func neighbourhood(of relation: Int) -> [Int] {
    var near = [relation]
    var isNear: Set = [relation]
    var unknowns = form.relations[relation].count
    var candidates = Set(
      cells(of: relation).flatMap { form.memberships(of: $0).map(\.relation) })
    candidates.remove(relation)
    for other in candidates.sorted(by: {
      (form.relations[$0].count, $0) < (form.relations[$1].count, $1)
    }) where !form.relations[other].namesPrevious && isNear.insert(other).inserted {
      unknowns += form.relations[other].count
      guard (near.count + 3) * unknowns <= ExactProgram.entryLimit / 4 else { break }
      near.append(other)
    }
    return near.sorted()
  }

  /// The relations in groups that share no cell with each other.
  private func relationComponents() -> [[Int]] {
    // Last year's figures can always make a relation hold: those that name them are left out.
    var component = form.relations.map { $0.namesPrevious ? 0 : -1 }
    var groups: [[Int]] = []
    var isSeen = [Bool](repeating: false, count: form.cellCount)
    for start in form.relations.indices where component[start] < 0 {
      component[start] = groups.count
      var group = [start]
      var next = 0
      while next < group.count {
        for cell in cells(of: group[next]) where !isSeen[cell.position] {
          isSeen[cell.position] = true
          for other in form.memberships(of: cell).map(\.relation) where component[other] < 0 {
            component[other] = groups.count
            group.append(other)
          }
        }
        next += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }

  private func cells(of relation: Int) -> [CellIndex] {
    form.relations[relation].left + form.relations[relation].right
  }

  /// The relations that ones in all parts, added up, do not satisfy: none is the quick way out,
  /// enough for tables of totals however large they are.
  private func notMetByOnes(_ component: [Int]) -> [Int] {
    var values: [CellIndex: Int] = [:]
    let totals = Set(component.compactMap { form.relations[$0].total })
    for relation in component {
      for cell in cells(of: relation) where !totals.contains(cell) { values[cell] = 1 }
    }
    var waiting = component
    // Totals of totals come a round later each; nobody nests them deeper than this.
    for _ in 0..<Self.nestingLimit where !waiting.isEmpty {
      waiting.removeAll { index in
        guard let total = form.relations[index].total, values[total] == nil,
          let sum = sum(of: form.relations[index].left, values)
        else { return false }
        values[total] = sum
        return true
      }
    }
    return component.filter { index in
      let relation = form.relations[index]
      guard let left = sum(of: relation.left, values), let right = sum(of: relation.right, values)
      else { return true }
      return switch relation.comparison {
      case .equal: left != right
      case .atMost: left > right
      case .atLeast: left < right
      }
    }
  }

  /// The sum of cells; nil where one has no value or the sum is too large.
  private func sum(of cells: [CellIndex], _ values: [CellIndex: Int]) -> Int? {
    var sum = 0
    for cell in cells {
      guard let value = values[cell] else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(value)
      if overflow { return nil }
      sum = next
    }
    return sum
  }

  /// The cells that relations force to 0; nil where that could not be found out.
  private mutating func zeroCells(of relations: [Int]) -> Set<CellIndex>? {
    var open = Set(relations.flatMap { cells(of: $0) }.filter { form.kind(of: $0) != .change })
    while !open.isEmpty {
      switch answer(to: relations, wanting: open) {
      case .positive(let cells): open.subtract(cells)
      case .none: return open
      case .undecided: return nil
      }
    }
    return []
  }

  /// Relations of which none can be spared for a cell to be forced to 0.
  private mutating func irreducible(_ relations: [Int], forcing cell: CellIndex) -> [Int]? {
    needed(of: relations[...], beside: [], forcing: cell, isKnownOpen: true)
  }

  /// The relations of some that must stand beside others for a cell to be forced to 0.
  ///
  /// By halves: so few relations among many are found in few steps.
  private mutating func needed(
    of relations: ArraySlice<Int>, beside others: [Int], forcing cell: CellIndex,
    isKnownOpen: Bool
  ) -> [Int]? {
    if !isKnownOpen {
      switch answer(to: others, wanting: [cell]) {
      case .none: return []
      case .positive: break
      case .undecided: return nil
      }
    }
    if relations.count <= 1 { return Array(relations) }
    let middle = relations.startIndex + relations.count / 2
    let (first, second) = (relations[..<middle], relations[middle...])
    guard
      let late = needed(
        of: second, beside: others + first, forcing: cell, isKnownOpen: first.isEmpty),
      let early = needed(of: first, beside: others + late, forcing: cell, isKnownOpen: late.isEmpty)
    else { return nil }
    return early + late
  }

  private enum Answer {
    case positive(Set<CellIndex>)
    case none, undecided
  }

  /// Whether some of the wanted cells can be more than 0 while relations hold, and which then are.
  private mutating func answer(to relations: [Int], wanting wanted: Set<CellIndex>) -> Answer {
    var unknowns: [CellIndex: Int] = [:]
    var cellOf: [CellIndex] = []
    // A figure of any sign is the difference of two that are not negative.
    var opposites: [CellIndex: Int] = [:]
    for cell in wanted.union(relations.flatMap { cells(of: $0) }).sorted() {
      unknowns[cell] = cellOf.count
      cellOf.append(cell)
      if form.kind(of: cell) == .change {
        opposites[cell] = cellOf.count
        cellOf.append(cell)
      }
    }
    var count = cellOf.count
    let equations = relations.map { index in
      let relation = form.relations[index]
      var terms: [(unknown: Int, factor: Int)] = []
      for (side, sign) in [(relation.left, 1), (relation.right, -1)] {
        for cell in side {
          if let unknown = unknowns[cell] { terms.append((unknown, sign)) }
          if let opposite = opposites[cell] { terms.append((opposite, -sign)) }
        }
      }
      if relation.comparison != .equal {
        terms.append((count, relation.comparison == .atMost ? 1 : -1))
        count += 1
      }
      return terms
    }
    guard (equations.count + 2) * (count + 1) <= ExactProgram.entryLimit else { return .undecided }
    var program = ExactProgram(
      unknownCount: count, equations: equations, wanted: wanted.compactMap { unknowns[$0] }.sorted()
    )
    let answer = program.solve(workLeft: &workLeft)
    return switch answer {
    case .positive(let numbers):
      .positive(Set(numbers.filter { $0 < cellOf.count }.map { cellOf[$0] }))
    case .none: .none
    case .undecided: .undecided
    }
  }
}
