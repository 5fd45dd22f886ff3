import CellGrid
import ReportModel

/// Where the label and the columns of one table stand on the screen, and how high its header is.
struct SheetGeometry {
  /// A column that shows, with its cells' place.
  struct Column {
    var index: Int
    var x: Int
    var width: Int
  }

  /// Columns before the label: the mark of a row and a blank.
  static let gutter = 2
  /// From this width of the terminal on headers are whole.
  static let wideScreen = 120

  let labelWidth: Int
  let columns: [Column]
  /// How many lines each level of the header takes.
  let levelHeights: [Int]
  let usesShortLabels: Bool

  var headerHeight: Int { levelHeights.reduce(0, +) }

  /// The column after the last cell.
  var maxX: Int { columns.last.map { $0.x + $0.width } ?? 0 }

  /// - Parameters:
  ///   - labelWidth: what the longest label wants.
  ///   - first: the first column to show; the columns before it are scrolled out.
  ///   - isStacked: several tables in one sheet: every header level takes one line.
  init(
    table: Table, draft: Draft, visibleRows: Range<Int>, area: Rect, labelWidth wanted: Int,
    first: Int, usesShortLabels: Bool, isStacked: Bool, metrics: Metrics
  ) {
    self.usesShortLabels = usesShortLabels
    let labels = table.columns.map { usesShortLabels ? $0.short ?? $0.label : $0.label }
    let minimum = table.columns.indices.map { column in
      max(
        5, Self.valueWidth(of: column, rows: visibleRows, in: table, draft) + 1,
        isStacked ? 0 : Self.evenThird(metrics.width(labels[column])))
    }
    let minimumTotal = minimum.reduce(0) { $0 + $1 + 1 }
    let room = area.width - Self.gutter
    let leastLabel = min(wanted, max(8, area.width / 3))
    labelWidth = max(leastLabel, min(wanted, room - minimumTotal))
    var spare = max(0, room - labelWidth - minimumTotal)
    var widths = minimum
    for column in widths.indices {
      let share = spare / (widths.count - column)
      let comfortable = isStacked ? metrics.width(labels[column]) + 2 : 12
      let added = min(share, max(0, comfortable - widths[column]))
      widths[column] += added
      spare -= added
    }
    var columns: [Column] = []
    var x = area.x + Self.gutter + labelWidth + 1
    for column in widths.indices.dropFirst(first) {
      let width = min(widths[column], area.maxX - x)
      guard width == widths[column] || columns.isEmpty && width > 0 else { break }
      columns.append(Column(index: column, x: x, width: width))
      x += width + 1
    }
    self.columns = columns
    levelHeights =
      isStacked
      ? Array(repeating: 1, count: table.columnTree.map(\.depth).max() ?? 1)
      : Self.heights(of: table.columnTree, labels: labels, columns: columns, metrics: metrics)
  }

  /// The part of a header node that shows.
  func extent(of span: Range<Int>) -> (x: Int, width: Int)? {
    let shown = columns.filter { span.contains($0.index) }
    guard let first = shown.first, let last = shown.last else { return nil }
    return (first.x, last.x + last.width - first.x)
  }

  /// A third of a label, rounded up to whole wide characters: it then takes three lines at most.
  private static func evenThird(_ width: Int) -> Int {
    let third = (width + 2) / 3
    return third + third % 2
  }

  private static func valueWidth(
    of column: Int, rows: Range<Int>, in table: Table, _ draft: Draft
  ) -> Int {
    var widest = 0
    for row in rows {
      guard let value = draft[table.cell(row: row, column: column)] else { continue }
      if value.digits.magnitude < 10_000, value.fractionCount == 0 { continue }
      widest = max(widest, value.description.utf8.count)
    }
    return widest
  }

  private static func heights(
    of tree: [Heading], labels: [String], columns: [Column], metrics: Metrics
  ) -> [Int] {
    let depth = tree.map(\.depth).max() ?? 1
    var heights = Array(repeating: 1, count: depth)
    var leaves: [(level: Int, lines: Int)] = []
    func visit(_ headings: [Heading], level: Int) {
      for heading in headings {
        let shown = columns.filter { heading.span.contains($0.index) }
        guard let first = shown.first, let last = shown.last else { continue }
        let width = last.x + last.width - first.x
        if heading.children.isEmpty {
          let label = labels[heading.span.lowerBound]
          leaves.append((level, metrics.wrap(label, width: width).count))
        } else {
          heights[level] = max(heights[level], metrics.wrap(heading.label, width: width).count)
          visit(heading.children, level: level + 1)
        }
      }
    }
    visit(tree, level: 0)
    for leaf in leaves {
      let room = heights[leaf.level...].reduce(0, +)
      heights[depth - 1] += max(0, leaf.lines - room)
    }
    return heights
  }
}
