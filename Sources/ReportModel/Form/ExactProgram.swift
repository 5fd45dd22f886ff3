/// Equations over unknowns that are not negative, and the exact answer whether they have a solution
/// in which some of the unknowns add up to one.
///
/// The first phase of the simplex method in whole numbers: the tableau is kept multiplied by its
/// last pivot, so every division is exact, and Bland's rule keeps it from going in circles.
struct ExactProgram {
  /// Whether there is a solution.
  enum Answer: Equatable {
    /// There is one, and in it these unknowns are more than 0.
    case positive(Set<Int>)
    case none
    /// The figures grew beyond what is calculated with, or the work became too much.
    case undecided
  }

  /// The most entries that a tableau may have.
  static let entryLimit = 120_000

  private let unknownCount: Int
  /// One row an equation, then the row of what the artificial unknowns add up to.
  private var rows: [[Int128]]
  /// The basic unknown of each row; artificial ones are negative.
  private var basis: [Int]
  private var denominator: Int128 = 1

  /// The program of equations that each add up to 0, given as the factors of their unknowns, while
  /// the wanted unknowns add up to one.
  init(unknownCount: Int, equations: [[(unknown: Int, factor: Int)]], wanted: [Int]) {
    self.unknownCount = unknownCount
    let empty = [Int128](repeating: 0, count: unknownCount + 1)
    rows = equations.map { equation in
      var row = empty
      for term in equation { row[term.unknown] += Int128(term.factor) }
      return row
    }
    var norm = empty
    for unknown in wanted { norm[unknown] = 1 }
    norm[unknownCount] = 1
    rows.append(norm)
    basis = rows.indices.map { -1 - $0 }
    var sum = empty
    for row in rows { for column in row.indices { sum[column] += row[column] } }
    rows.append(sum)
  }

  /// Searches for a solution, and takes the entries calculated off what is left of a limit.
  mutating func solve(workLeft: inout Int) -> Answer {
    while workLeft > 0 {
      let goal = rows[rows.count - 1]
      guard let column = (0..<unknownCount).first(where: { goal[$0] > 0 }) else {
        return goal[unknownCount] == 0 ? .positive(support) : .none
      }
      switch leavingRow(for: column) {
      case .some(.some(let row)):
        if !pivot(row, column, workLeft: &workLeft) { return .undecided }
      case .some(.none): return .undecided
      case .none: return .none
      }
    }
    return .undecided
  }

  private var support: Set<Int> {
    Set(basis.indices.filter { basis[$0] >= 0 && rows[$0][unknownCount] > 0 }.map { basis[$0] })
  }

  /// The row that limits a column first; nil where none does, `.some(nil)` where figures overflow.
  private func leavingRow(for column: Int) -> Int?? {
    var best: Int?
    for row in basis.indices where rows[row][column] > 0 {
      guard let present = best else {
        best = row
        continue
      }
      let (left, leftOver) = rows[row][unknownCount].multipliedReportingOverflow(
        by: rows[present][column])
      let (right, rightOver) = rows[present][unknownCount].multipliedReportingOverflow(
        by: rows[row][column])
      if leftOver || rightOver { return .some(nil) }
      if (left, basis[row]) < (right, basis[present]) { best = row }
    }
    return best.map { .some($0) } ?? nil
  }

  /// Makes the unknown of a column basic in a row; false where figures overflow.
  private mutating func pivot(_ row: Int, _ column: Int, workLeft: inout Int) -> Bool {
    let factor = rows[row][column]
    let pivotRow = rows[row]
    let used = pivotRow.indices.filter { pivotRow[$0] != 0 }
    workLeft -= rows.count + pivotRow.count
    for other in rows.indices where other != row {
      let head = rows[other][column]
      if head == 0, factor == denominator { continue }
      workLeft -= pivotRow.count
      var isUsed = used.makeIterator()
      var next = head == 0 ? nil : isUsed.next()
      for index in rows[other].indices {
        var (value, overflow) = rows[other][index].multipliedReportingOverflow(by: factor)
        if index == next {
          let (taken, takenOver) = head.multipliedReportingOverflow(by: pivotRow[index])
          let (rest, restOver) = value.subtractingReportingOverflow(taken)
          (value, overflow) = (rest, overflow || takenOver || restOver)
          next = isUsed.next()
        }
        if overflow { return false }
        rows[other][index] = value / denominator
      }
    }
    basis[row] = column
    denominator = factor
    return true
  }
}
