import CellGrid
import ReportModel

/// The widest figure of each column of a table, with what that was measured of.
struct MeasuredWidths: Sendable {
  var revision: Int
  var rows: Range<Int>
  var showsPrevious: Bool
  var widths: [Int]
}

/// Where the label and the columns of one table stand on the screen, and how high its header is.
struct SheetGeometry {
  /// A column that shows, with its cells' place.
  struct Column {
    var index: Int
    var x: Int
    var width: Int
  }

  /// One node of the header as it is drawn, with its label in lines.
  struct HeaderBox: Equatable {
    /// Its place below the header's first line.
    var box: Rect
    var lines: [String]
  }

  /// All that a geometry depends on: with the same inputs it is the same geometry.
  struct Inputs: Equatable {
    var table: String
    var area: Rect
    /// What the longest label wants.
    var labelWidth: Int
    /// The first column to show; the columns before it are scrolled out.
    var first: Int
    /// The widest figure of each column.
    var figureWidths: [Int]
    var usesShortLabels: Bool
    /// Whether several tables stand in one sheet: every header level then takes one line.
    var isStacked: Bool
    var metrics: Metrics
  }

  /// Columns before the label: the mark of a row and a blank.
  static let gutter = 2
  /// From this width of the terminal on headers are whole.
  static let wideScreen = 120

  let inputs: Inputs
  let labelWidth: Int
  let columns: [Column]
  let headerHeight: Int
  let header: [HeaderBox]
  /// What stands in the corner over the labels, in lines.
  let corner: [String]

  var usesShortLabels: Bool { inputs.usesShortLabels }

  /// Where everything stands for a table, whose id and columns the inputs agree with.
  init(of table: Table, _ inputs: Inputs) {
    self.inputs = inputs
    let (metrics, area) = (inputs.metrics, inputs.area)
    // Tables among others have few columns, and so room for whole labels.
    let isShort = inputs.usesShortLabels && !inputs.isStacked
    let labels = table.columns.map { isShort ? $0.short ?? $0.label : $0.label }
    let minimum = table.columns.indices.map { column in
      max(
        5, inputs.figureWidths[column] + 1,
        inputs.isStacked ? 0 : Self.leastWidth(ofLabel: metrics.width(labels[column])))
    }
    let room = area.width - Self.gutter
    // A label or two that are very long do not take the room of the figures.
    let wanted = min(inputs.labelWidth + 1, max(area.width * 2 / 5, 30))
    let widths = Self.widths(
      atLeast: minimum, room: room - wanted,
      comfortable: inputs.isStacked ? labels.map { metrics.width($0) + 2 } : nil)
    let taken = widths.reduce(0) { $0 + $1 + 1 }
    let leastLabel = min(wanted, max(8, area.width / 3))
    let labelWidth = max(leastLabel, min(wanted, room - taken))
    self.labelWidth = labelWidth
    var columns: [Column] = []
    var x = area.x + Self.gutter + labelWidth + 1
    for column in widths.indices.dropFirst(inputs.first) {
      let width = min(widths[column], area.maxX - x)
      guard width == widths[column] || columns.isEmpty && width > 0 else { break }
      columns.append(Column(index: column, x: x, width: width))
      x += width + 1
    }
    self.columns = columns
    var layout = HeaderLayout(
      labels: labels, columns: columns, metrics: metrics, isStacked: inputs.isStacked)
    header = layout.boxes(of: table.columnTree)
    headerHeight = layout.heights.reduce(0, +)
    corner = table.corner.map { metrics.wrap($0, width: labelWidth) } ?? []
  }

  /// The widths of columns that have `room`: all alike where that fits, and then wider together.
  private static func widths(
    atLeast minimum: [Int], room: Int, comfortable: [Int]?
  ) -> [Int] {
    let widest = minimum.max() ?? 0
    let spare = room - minimum.count * (widest + 1)
    if let comfortable {
      let fits = zip(minimum, comfortable).map { max($0, $1) }
      return fits.reduce(0) { $0 + $1 + 1 } <= room ? fits : minimum
    }
    guard spare >= 0, !minimum.isEmpty else { return minimum }
    return minimum.map { _ in max(widest, min(12, widest + spare / minimum.count)) }
  }

  /// The widest figure of each column among some rows; what is short makes no difference.
  static func figureWidths(
    of table: Table, rows: Range<Int>, in draft: Draft, showsPrevious: Bool
  ) -> [Int] {
    var widths = Array(repeating: 0, count: table.columns.count)
    var position = table.cells.lowerBound + rows.lowerBound * table.columns.count
    for _ in rows {
      for column in widths.indices {
        let cell = CellIndex(position)
        widths[column] = max(widths[column], Self.figureWidth(draft[cell]))
        if showsPrevious {
          widths[column] = max(widths[column], Self.figureWidth(draft.previous?[cell]))
        }
        position += 1
      }
    }
    return widths
  }

  /// What a figure takes; what is short makes no difference.
  private static func figureWidth(_ value: Quantity?) -> Int {
    guard let value, value.digits.magnitude >= 10_000 || value.fractionCount > 0 else { return 0 }
    return value.description.utf8.count
  }

  /// What a label needs to take three lines at most; one as short as 自然人 is not broken at all.
  private static func leastWidth(ofLabel width: Int) -> Int {
    if width <= 6 { return width }
    let third = (width + 2) / 3
    return third + third % 2
  }
}

/// Lays a tree of headings out in boxes over the columns that show.
private struct HeaderLayout {
  let labels: [String]
  let columns: [SheetGeometry.Column]
  let metrics: Metrics
  let isStacked: Bool
  /// How many lines each level takes.
  var heights: [Int] = []

  init(
    labels: [String], columns: [SheetGeometry.Column], metrics: Metrics, isStacked: Bool
  ) {
    self.labels = labels
    self.columns = columns
    self.metrics = metrics
    self.isStacked = isStacked
  }

  /// A node with its level, its place and its label in lines.
  private struct Node {
    var level: Int
    var isLeaf: Bool
    var x: Int
    var width: Int
    var lines: [String]
  }

  mutating func boxes(of tree: [Heading]) -> [SheetGeometry.HeaderBox] {
    let nodes = nodes(of: tree, level: 0)
    heights = Array(repeating: 1, count: tree.map(\.depth).max() ?? 1)
    if !isStacked {
      for node in nodes where !node.isLeaf {
        heights[node.level] = max(heights[node.level], node.lines.count)
      }
      for node in nodes where node.isLeaf {
        let room = heights[node.level...].reduce(0, +)
        heights[heights.count - 1] += max(0, node.lines.count - room)
      }
    }
    return nodes.map { node in
      let y = heights[..<node.level].reduce(0, +)
      let height = node.isLeaf ? heights[node.level...].reduce(0, +) : heights[node.level]
      let box = Rect(x: node.x, y: y, width: node.width, height: height)
      return SheetGeometry.HeaderBox(box: box, lines: node.lines)
    }
  }

  private func nodes(of headings: [Heading], level: Int) -> [Node] {
    headings.flatMap { heading -> [Node] in
      let shown = columns.filter { heading.span.contains($0.index) }
      guard let first = shown.first, let last = shown.last else { return [] }
      let width = last.x + last.width - first.x
      let isLeaf = heading.children.isEmpty
      let label = isLeaf ? labels[heading.span.lowerBound] : heading.label
      let lines =
        isStacked ? [metrics.truncate(label, width: width)] : metrics.wrap(label, width: width)
      let node = Node(level: level, isLeaf: isLeaf, x: first.x, width: width, lines: lines)
      return [node] + nodes(of: heading.children, level: level + 1)
    }
  }
}
