import CellGrid
import ReportModel

/// The tables of a section as lines from top to bottom.
///
/// One table keeps its header in view; several are stacked, each with its heading and header
/// among the lines. Built once: nothing in it depends on the screen.
struct Sheet: Equatable, Sendable {
  /// One line of a sheet; tables are counted through the form.
  enum Line: Equatable, Sendable {
    /// The line above a table's header, such as 第二十条第（一）项.
    case heading(table: Int)
    /// One level of the header of a table that is not alone in its section.
    case header(table: Int, level: Int)
    /// A group of rows, which has no cells.
    case group(table: Int, label: String, depth: Int)
    case row(table: Int, row: Int, depth: Int)
    /// Last year's figures of the row above.
    case previous(table: Int, row: Int, depth: Int)
  }

  let tables: Range<Int>
  let lines: [Line]
  /// The label of each line with its indent, whole and for narrow screens.
  let labels: [String]
  let shortLabels: [String]
  /// The columns that the longest label takes, whole and short.
  private(set) var labelWidth = 0
  private(set) var shortLabelWidth = 0
  /// For each table, by its rank in the section, the line of each of its rows.
  private let lineOfRow: [[Int]]

  /// The lines of a section's tables; nil for a text.
  ///
  /// With a label for them, last year's figures stand below each row.
  init?(section: Section, form: Form, previousLabel: String? = nil) {
    guard case .tables(let tables) = section.content else { return nil }
    self.tables = tables
    var lines: [Line] = []
    var lineOfRow: [[Int]] = []
    for number in tables {
      let table = form.tables[number]
      let first = lines.count
      if table.heading != nil { lines.append(.heading(table: number)) }
      if tables.count > 1 {
        let depth = table.columnTree.map(\.depth).max() ?? 1
        lines += (0..<depth).map { .header(table: number, level: $0) }
      }
      var places = Array(repeating: 0, count: table.rows.count)
      Self.append(table.rowTree, of: number, depth: 0, to: &lines, places: &places)
      if previousLabel != nil {
        Self.addPreviousLines(to: &lines, from: first, places: &places)
      }
      lineOfRow.append(places)
    }
    self.lines = lines
    self.lineOfRow = lineOfRow
    let previous = previousLabel ?? ""
    labels = lines.map { Self.label(of: $0, in: form, isShort: false, previous: previous) }
    shortLabels = lines.map { Self.label(of: $0, in: form, isShort: true, previous: previous) }
    measure(by: Metrics())
  }

  /// Measures the labels by what characters take on this terminal.
  mutating func measure(by metrics: Metrics) {
    labelWidth = labels.map { metrics.width($0) }.max() ?? 0
    shortLabelWidth = shortLabels.map { metrics.width($0) }.max() ?? 0
  }

  private static func label(
    of line: Line, in form: Form, isShort: Bool, previous: String
  ) -> String {
    switch line {
    case .heading: return ""
    case .header(let table, let level): return level == 0 ? form.tables[table].shortCorner : ""
    case .group(_, let label, let depth): return String(repeating: " ", count: depth) + label
    case .row(let table, let row, let depth):
      let line = form.tables[table].rows[row]
      let text = isShort || line.label.isEmpty ? line.short ?? line.label : line.label
      return String(repeating: " ", count: depth) + text
    case .previous(_, _, let depth): return String(repeating: " ", count: depth + 2) + previous
    }
  }

  /// Puts a line below each row of the table whose lines begin at `first`.
  private static func addPreviousLines(
    to lines: inout [Line], from first: Int, places: inout [Int]
  ) {
    let single = lines[first...]
    lines.removeSubrange(first...)
    for line in single {
      if case .row(let table, let row, let depth) = line {
        places[row] = lines.count
        lines += [line, .previous(table: table, row: row, depth: depth)]
      } else {
        lines.append(line)
      }
    }
  }

  private static func append(
    _ headings: [Heading], of table: Int, depth: Int, to lines: inout [Line], places: inout [Int]
  ) {
    for heading in headings {
      if heading.children.isEmpty {
        places[heading.span.lowerBound] = lines.count
        lines.append(.row(table: table, row: heading.span.lowerBound, depth: depth))
      } else {
        lines.append(.group(table: table, label: heading.label, depth: depth))
        append(heading.children, of: table, depth: depth + 1, to: &lines, places: &places)
      }
    }
  }

  /// Whether the header stays in view above the lines.
  var hasFrozenHeader: Bool { tables.count == 1 }

  /// The line of a row.
  func line(table: Int, row: Int) -> Int { lineOfRow[table - tables.lowerBound][row] }

  /// The first line of the headings and groups right above a line.
  func lead(of line: Int) -> Int {
    var first = line
    while first > 0 {
      if lines[first - 1].hasFigures { break }
      first -= 1
    }
    return first
  }

  /// The last line of what belongs to a row that begins at a line.
  func end(of line: Int) -> Int {
    if lines.indices.contains(line + 1), case .previous = lines[line + 1] { return line + 1 }
    return line
  }

  /// How many rows there are in all tables.
  var rowCount: Int { lineOfRow.reduce(0) { $0 + $1.count } }
}
