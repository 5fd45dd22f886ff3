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
  /// The most contradictions that are told.
  private static let contradictionLimit = 20

  /// Looks for rules that contradict each other.
  ///
  /// Exact where it is complete: a cell is reported if and only if every draft that satisfies all
  /// relations has 0 in it.
  package func contradictions() -> ContradictionReport {
    var report = ContradictionReport(contradictions: [], isComplete: true)
    for component in relationComponents() where !canAllBePositive(component) {
      guard var zeros = zeroCells(of: component) else {
        report.isComplete = false
        continue
      }
      while let cell = zeros.min(), report.contradictions.count < Self.contradictionLimit {
        guard let relations = irreducible(component, forcing: cell),
          let cells = zeroCells(of: relations)
        else {
          report.isComplete = false
          break
        }
        report.contradictions.append(
          Contradiction(relations: relations, cells: cells.sorted()))
        zeros.subtract(cells)
        zeros.remove(cell)
      }
    }
    return report
  }

  /// The relations in groups that share no cell with each other.
  private func relationComponents() -> [[Int]] {
    // Last year's figures can always make a relation hold: those that name them are left out.
    var component = relations.map { $0.namesPrevious ? 0 : -1 }
    var groups: [[Int]] = []
    var isSeen = [Bool](repeating: false, count: cellCount)
    for start in relations.indices where component[start] < 0 {
      component[start] = groups.count
      var group = [start]
      var next = 0
      while next < group.count {
        for cell in cells(of: group[next]) where !isSeen[cell.position] {
          isSeen[cell.position] = true
          for other in memberships(of: cell).map(\.relation) where component[other] < 0 {
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
    relations[relation].left + relations[relation].right
  }

  /// Whether ones in all parts, added up, satisfy every relation: the quick way out, enough for
  /// tables of totals however large they are.
  private func canAllBePositive(_ component: [Int]) -> Bool {
    var values: [CellIndex: Int] = [:]
    let totals = Set(component.compactMap { relations[$0].total })
    for relation in component {
      for cell in cells(of: relation) where !totals.contains(cell) { values[cell] = 1 }
    }
    var waiting = component
    // Totals of totals come a round later each; nobody nests them deeper than this.
    for _ in 0..<Self.nestingLimit where !waiting.isEmpty {
      waiting.removeAll { index in
        guard let total = relations[index].total, values[total] == nil,
          let sum = sum(of: relations[index].left, values)
        else { return false }
        values[total] = sum
        return true
      }
    }
    return component.allSatisfy { index in
      let relation = relations[index]
      guard let left = sum(of: relation.left, values), let right = sum(of: relation.right, values)
      else { return false }
      return switch relation.comparison {
      case .equal: left == right
      case .atMost: left <= right
      case .atLeast: left >= right
      }
    }
  }

  private static let nestingLimit = 20

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
  private func zeroCells(of relations: [Int]) -> Set<CellIndex>? {
    var open = Set(relations.flatMap { cells(of: $0) }.filter { kind(of: $0) != .change })
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
  private func irreducible(_ relations: [Int], forcing cell: CellIndex) -> [Int]? {
    var needed = relations
    for relation in relations {
      let rest = needed.filter { $0 != relation }
      switch answer(to: rest, wanting: [cell]) {
      case .positive: continue
      case .none: needed = rest
      case .undecided: return nil
      }
    }
    return needed
  }

  private enum Answer {
    case positive(Set<CellIndex>)
    case none, undecided
  }

  /// Whether some of the wanted cells can be more than 0 while relations hold, and which then are.
  private func answer(to relations: [Int], wanting wanted: Set<CellIndex>) -> Answer {
    var unknowns: [CellIndex: Int] = [:]
    var cellOf: [CellIndex] = []
    // A figure of any sign is the difference of two that are not negative.
    var opposites: [CellIndex: Int] = [:]
    for cell in wanted.union(relations.flatMap { cells(of: $0) }).sorted() {
      unknowns[cell] = cellOf.count
      cellOf.append(cell)
      if kind(of: cell) == .change {
        opposites[cell] = cellOf.count
        cellOf.append(cell)
      }
    }
    var count = cellOf.count
    let equations = relations.map { index in
      let relation = self.relations[index]
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
    return switch program.solve() {
    case .positive(let numbers):
      .positive(Set(numbers.filter { $0 < cellOf.count }.map { cellOf[$0] }))
    case .none: .none
    case .undecided: .undecided
    }
  }
}
