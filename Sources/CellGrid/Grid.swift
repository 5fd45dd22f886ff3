/// One cell of a screen: a scalar, up to two combining marks on it, and a style.
///
/// Plain bits: thousands of these are drawn, copied and compared between two keys.
package struct Cell: Hashable, Sendable {
  /// What stands here.
  package var scalar: Unicode.Scalar
  /// The combining marks; U+0000 is none.
  private var firstMark: Unicode.Scalar = "\0"
  private var secondMark: Unicode.Scalar = "\0"
  package var style: Style
  /// 1, or 2 for the left half of a wide character, or 0 for its right half.
  package var width: UInt8

  package init(_ scalar: Unicode.Scalar, _ style: Style, width: UInt8 = 1) {
    self.scalar = scalar
    self.style = style
    self.width = width
  }

  package static let blank = Cell(" ", .normal)

  /// The scalar and its marks, in order.
  package var scalars: [Unicode.Scalar] { [scalar] + [firstMark, secondMark].filter { $0 != "\0" } }

  /// Adds a combining mark; a third one is dropped.
  mutating func add(mark: Unicode.Scalar) {
    if firstMark == "\0" {
      firstMark = mark
    } else if secondMark == "\0" {
      secondMark = mark
    }
  }
}

/// A screen as a value: what every view draws into and what the terminal is made to show.
///
/// Invariant: a cell of width 2 is followed in its row by one of width 0, and only by that one.
/// Drawing outside is clipped, whatever the size; a subscript outside is a programmer's error.
package struct Grid: Equatable, Sendable {
  package let size: Size
  package let metrics: Metrics
  /// Where the terminal's own cursor stands: an input method opens its window there.
  package var caret: Point?
  private var cells: [Cell]

  package init(size: Size, metrics: Metrics = Metrics()) {
    self.size = size
    self.metrics = metrics
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell in a column and a row.
  ///
  /// - Precondition: both lie inside `size`.
  package subscript(x: Int, y: Int) -> Cell {
    precondition(
      0..<size.columns ~= x && 0..<size.rows ~= y, "A cell outside the grid was asked for.")
    return cells[y * size.columns + x]
  }

  /// The whole area.
  package var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The text of a row without trailing blanks, as a person would read it.
  package func text(row: Int) -> String {
    guard 0..<size.rows ~= row else { return "" }
    var text = String.UnicodeScalarView()
    for cell in cells[row * size.columns..<(row + 1) * size.columns] where cell.width > 0 {
      text.append(contentsOf: cell.scalars)
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Writes `text` from (`x`, `y`) on, clipped to `area` (or the grid), and returns the column
  /// after it.
  ///
  /// Scalars that could steer the terminal are drawn as `?`. A wide character that would be cut
  /// by the right edge becomes a blank.
  @discardableResult
  package mutating func write(
    _ text: String, x: Int, y: Int, style: Style = .normal, in area: Rect? = nil
  ) -> Int {
    let clip = area.map { clipped($0) } ?? bounds
    guard clip.y..<clip.maxY ~= y else { return x }
    var column = x
    for scalar in text.unicodeScalars {
      if column >= clip.maxX { break }
      let width = metrics.width(scalar)
      if width == 0 {
        combine(scalar, x: column - 1, y: y, in: clip)
      } else if column >= clip.x, column + width <= clip.maxX {
        let shown: Unicode.Scalar = Metrics.isUnsafe(scalar) ? "?" : scalar
        put(Cell(shown, style, width: UInt8(width)), x: column, y: y)
      } else {
        for x in max(column, clip.x)..<max(clip.x, min(column + width, clip.maxX)) {
          put(Cell(" ", style), x: x, y: y)
        }
      }
      column += width
    }
    return column
  }

  /// Fills `area` with blanks of a style.
  package mutating func fill(_ area: Rect, style: Style = .normal) {
    let clip = clipped(area)
    for y in clip.y..<clip.maxY {
      for x in clip.x..<clip.maxX { put(Cell(" ", style), x: x, y: y) }
    }
  }

  /// Gives the cells of `area` another style and leaves what stands in them.
  package mutating func restyle(_ area: Rect, style: Style) {
    let clip = clipped(area)
    for y in clip.y..<clip.maxY {
      for x in clip.x..<clip.maxX { cells[y * size.columns + x].style = style }
    }
  }

  /// Calls `body` for each run of cells in a row that differs from `old`.
  ///
  /// A run never begins or ends inside a wide character. Where the sizes differ every row is one
  /// run.
  package func forEachChange(from old: Grid, _ body: (_ y: Int, _ x: Range<Int>) -> Void) {
    let same = old.size == size && old.metrics == metrics
    for y in 0..<size.rows {
      var x = 0
      let row = y * size.columns
      while x < size.columns {
        if same, cells[row + x] == old.cells[row + x] {
          x += 1
          continue
        }
        let start = cells[row + x].width == 0 ? max(0, x - 1) : x
        x += 1
        while x < size.columns,
          !same || cells[row + x] != old.cells[row + x] || cells[row + x].width == 0
        {
          x += 1
        }
        body(y, start..<x)
      }
    }
  }

  private func clipped(_ area: Rect) -> Rect {
    let x = min(max(area.x, 0), size.columns)
    let y = min(max(area.y, 0), size.rows)
    return Rect(
      x: x, y: y, width: min(area.maxX, size.columns) - x, height: min(area.maxY, size.rows) - y)
  }

  /// Puts one cell, mending the halves of wide characters that it covers.
  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.columns + x
    let width = Int(cell.width)
    if cells[index].width == 0, x > 0 {
      cells[index - 1] = Cell(" ", cells[index - 1].style)
    }
    let last = index + width - 1
    if cells[last].width == 2, x + width < size.columns {
      cells[last + 1] = Cell(" ", cells[last + 1].style)
    }
    cells[index] = cell
    if width == 2 { cells[last] = Cell(" ", cell.style, width: 0) }
  }

  /// Adds a combining mark to the character that ends in a column.
  private mutating func combine(_ mark: Unicode.Scalar, x: Int, y: Int, in clip: Rect) {
    guard clip.x..<clip.maxX ~= x else { return }
    let index = y * size.columns + x
    cells[cells[index].width == 0 ? index - 1 : index].add(mark: mark)
  }
}
