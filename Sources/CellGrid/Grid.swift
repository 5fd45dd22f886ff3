internal import SafeText

/// A screen as a value: what every view draws into and what the terminal is made to show.
///
/// Invariant: a cell of width 2 is followed in its row by one of width 0, and only by that one.
/// Drawing outside is clipped, whatever the size; a subscript outside is a programmer's error.
package struct Grid: Equatable, Sendable {
  package let size: Size
  package let metrics: Metrics
  /// Where the terminal's own cursor stands: an input method opens its window there.
  ///
  /// One outside the grid is none: what it belongs to had no room.
  package var caret: Point? {
    didSet {
      if let caret, !bounds.contains(caret) { self.caret = nil }
    }
  }
  var cells: [PackedCell]
  /// The combining marks, by the place of their cell; nearly always none.
  var marks: [Int: [Unicode.Scalar]] = [:]

  package init(size: Size, metrics: Metrics = Metrics()) {
    self.size = size
    self.metrics = metrics
    let blank = PackedCell(" ", .normal, width: 1)
    cells = Array(repeating: blank, count: size.columns * size.rows)
  }

  /// The cell in a column and a row.
  ///
  /// - Precondition: both lie inside `size`.
  package subscript(x: Int, y: Int) -> Cell {
    precondition(
      0..<size.columns ~= x && 0..<size.rows ~= y, "A cell outside the grid was asked for.")
    let index = y * size.columns + x
    let cell = cells[index]
    return Cell(
      cell.scalar, cell.style, width: UInt8(cell.width),
      marks: marks.isEmpty ? [] : marks[index] ?? [])
  }

  /// The whole area.
  package var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  /// The text of a row without trailing blanks, as a person would read it.
  package func text(row: Int) -> String {
    guard 0..<size.rows ~= row else { return "" }
    var text = String.UnicodeScalarView()
    for x in 0..<size.columns {
      let cell = self[x, row]
      if cell.width > 0 { text.append(contentsOf: cell.scalars) }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Writes `text` from (`x`, `y`) on, clipped to `area` (or the grid), and returns the column
  /// after it.
  ///
  /// Scalars that could steer the terminal are drawn as `?`. A wide character that would be cut
  /// by an edge becomes blanks.
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
        put(scalar.isUnsafe ? "?" : scalar, style, width: width, x: column, y: y)
      } else {
        for x in max(column, clip.x)..<max(clip.x, min(column + width, clip.maxX)) {
          put(" ", style, width: 1, x: x, y: y)
        }
      }
      column += width
    }
    return column
  }

  /// Fills `area` with blanks of a style, or with another scalar that takes one column here.
  package mutating func fill(
    _ area: Rect, style: Style = .normal, with scalar: Unicode.Scalar = " "
  ) {
    precondition(metrics.width(scalar) == 1, "An area is filled with what takes one column.")
    let clip = clipped(area)
    for y in clip.y..<clip.maxY {
      for x in clip.x..<clip.maxX { put(scalar, style, width: 1, x: x, y: y) }
    }
  }

  /// Gives the cells of `area` another style and leaves what stands in them.
  package mutating func restyle(_ area: Rect, style: Style) {
    let clip = clipped(area)
    for y in clip.y..<clip.maxY {
      for index in y * size.columns + clip.x..<y * size.columns + clip.maxX {
        cells[index] = cells[index].styled(style)
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
  private mutating func put(
    _ scalar: Unicode.Scalar, _ style: Style, width: Int, x: Int, y: Int
  ) {
    let index = y * size.columns + x
    let last = index + width - 1
    if x > 0, cells[index].width == 0 { blankOut(index - 1) }
    if x + width < size.columns, cells[last].width == 2 { blankOut(last + 1) }
    cells[index] = PackedCell(scalar, style, width: width)
    if width == 2 { cells[last] = PackedCell(" ", style, width: 0) }
    if !marks.isEmpty {
      marks[index] = nil
      marks[last] = nil
    }
  }

  private mutating func blankOut(_ index: Int) {
    cells[index] = PackedCell(" ", cells[index].style, width: 1)
    if !marks.isEmpty { marks[index] = nil }
  }

  /// Adds a combining mark to the character that ends in a column.
  private mutating func combine(_ mark: Unicode.Scalar, x: Int, y: Int, in clip: Rect) {
    guard clip.x..<clip.maxX ~= x else { return }
    let index = y * size.columns + x
    let base = cells[index].width == 0 ? index - 1 : index
    guard marks[base]?.count ?? 0 < Cell.markLimit else { return }
    marks[base, default: []].append(mark)
  }
}
