/// The cells that rules part.
struct Lattice: Equatable {
  /// A cell: the rows and columns of the lattice it takes.
  struct Cell: Equatable {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  /// The x of the edges of columns and the y of those of rows, outer ones included.
  private(set) var columnEdges: [Double]
  private(set) var rowEdges: [Double]
  /// In the order of rows, then columns.
  private(set) var cells: [Cell]

  var box: Box {
    Box(
      left: columnEdges.first ?? 0, top: rowEdges.first ?? 0, right: columnEdges.last ?? 0,
      bottom: rowEdges.last ?? 0)
  }

  func box(of cell: Cell) -> Box {
    Box(
      left: columnEdges[cell.columns.lowerBound], top: rowEdges[cell.rows.lowerBound],
      right: columnEdges[cell.columns.upperBound], bottom: rowEdges[cell.rows.upperBound])
  }

  /// The lattice of rules that meet; nil where they part nothing, as a frame or an underline does.
  ///
  /// A table may be open at its sides: what is furthest out counts as an edge.
  init?(_ rules: [Rule]) {
    let across = rules.filter { $0.axis == .horizontal }
    let down = rules.filter { $0.axis == .vertical }
    guard !across.isEmpty, !down.isEmpty else { return nil }
    columnEdges = Lattice.edges(down, ends: across)
    rowEdges = Lattice.edges(across, ends: down)
    cells = []
    let (rows, columns) = (rowEdges.count - 1, columnEdges.count - 1)
    guard rows > 0, columns > 0, rows * columns <= Lattice.sizeLimit else { return nil }
    cells = wholes(parted(across: across, down: down), columns)
    guard cells.count > 1 else { return nil }
  }

  private static let sizeLimit = 50_000

  private static func edges(_ rules: [Rule], ends: [Rule]) -> [Double] {
    var edges = Set(rules.map(\.position)).sorted()
    guard let first = edges.first, let last = edges.last else { return [] }
    let start = ends.map(\.start).min() ?? first
    let end = ends.map(\.end).max() ?? last
    if start < first - 2 * ruleTolerance { edges.insert(start, at: 0) }
    if end > last + 2 * ruleTolerance { edges.append(end) }
    return edges
  }

  /// The places of the lattice in groups of those that no rule parts.
  private func parted(across: [Rule], down: [Rule]) -> Groups {
    let (rows, columns) = (rowEdges.count - 1, columnEdges.count - 1)
    var groups = Groups(count: rows * columns)
    for column in 0..<columns where column > 0 {
      let walls = down.filter { $0.position == columnEdges[column] }
      for row in 0..<rows where !covers(walls, rowEdges[row], rowEdges[row + 1]) {
        groups.join(row * columns + column - 1, row * columns + column)
      }
    }
    for row in 0..<rows where row > 0 {
      let walls = across.filter { $0.position == rowEdges[row] }
      for column in 0..<columns
      where !covers(walls, columnEdges[column], columnEdges[column + 1]) {
        groups.join((row - 1) * columns + column, row * columns + column)
      }
    }
    return groups
  }

  /// Whether rules lie along most of an edge.
  private func covers(_ rules: [Rule], _ start: Double, _ end: Double) -> Bool {
    let covered = rules.reduce(0) { $0 + max(0, min($1.end, end) - max($1.start, start)) }
    return covered >= (end - start) * 0.7
  }

  /// The cells of the groups; those that are no rectangle take what lies between.
  private func wholes(_ groups: Groups, _ columns: Int) -> [Cell] {
    var groups = groups
    while true {
      let cells = groups.all.map { Lattice.bounds(of: $0, columns) }
      var owners: [Int: Int] = [:]
      var isChanged = false
      for (number, cell) in cells.enumerated() {
        for row in cell.rows {
          for column in cell.columns {
            let place = row * columns + column
            if let owner = owners[place], owner != number {
              let first = cells[owner]
              groups.join(
                first.rows.lowerBound * columns + first.columns.lowerBound, place)
              groups.join(cell.rows.lowerBound * columns + cell.columns.lowerBound, place)
              isChanged = true
            } else {
              owners[place] = number
            }
          }
        }
      }
      guard isChanged else {
        return cells.sorted {
          ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
      }
    }
  }

  private static func bounds(of places: [Int], _ columns: Int) -> Cell {
    let rows = places.map { $0 / columns }
    let own = places.map { $0 % columns }
    return Cell(
      rows: (rows.min() ?? 0)..<(rows.max() ?? 0) + 1,
      columns: (own.min() ?? 0)..<(own.max() ?? 0) + 1)
  }
}
