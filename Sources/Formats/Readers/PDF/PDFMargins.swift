/// Between which edges the text stands on each page of a file: those of its long lines.
func textMargins(of pages: [(width: Double, lines: [PDFLine])]) -> [PDFParagraphs.Margins] {
  let edges = pages.map { PageEdges(width: $0.width, lines: $0.lines) }
  return edges.map { page in
    PDFParagraphs.Margins(
      left: page.left(among: edges) ?? page.width * 0.15, right: page.right ?? page.width * 0.85)
  }
}

/// Where the long lines of a page begin and end.
private struct PageEdges {
  let width: Double
  let left: Double?
  let right: Double?
  private let letterHeight: Double
  /// Whether all of them begin at one place.
  private let isEven: Bool

  init(width: Double, lines: [PDFLine]) {
    let long = lines.filter { $0.box.width > width * 0.4 }
    let height = long.map(\.letterHeight).min() ?? 0
    let left = long.map(\.box.left).min()
    self.width = width
    self.left = left
    right = long.map(\.box.right).max()
    letterHeight = height
    isEven = left.map { left in long.allSatisfy { $0.box.left - left < height / 2 } } ?? false
  }

  /// The left edge of the text.
  ///
  /// Where no paragraph of a page has a second line, the page does not show it: all its lines are
  /// indented. It is then that of another page whose text ends at the same right edge, if that lies
  /// as far to the left as an indent is wide.
  func left(among pages: [PageEdges]) -> Double? {
    guard isEven, let left, let right else { return left }
    let others = pages.filter { other in
      abs((other.right ?? 0) - right) < letterHeight && abs(other.width - width) < 1
    }
    return others.compactMap(\.left).filter { isIndent(left - $0, of: letterHeight) }.max() ?? left
  }
}

/// Whether a distance from the edge is as wide as the first lines of paragraphs are indented.
///
/// A file can say anything of its letters, also that they are less than nothing high.
func isIndent(_ distance: Double, of letterHeight: Double) -> Bool {
  letterHeight > 0 && letterHeight <= distance && distance < 3 * letterHeight
}
