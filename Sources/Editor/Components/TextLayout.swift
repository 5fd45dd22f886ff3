import CellGrid

/// How the characters of a paragraph fall into lines of a width.
struct TextLayout {
  /// The lines as ranges of character offsets; at least one, in order, without gaps.
  let lines: [Range<Int>]
  let characters: [Character]
  private let metrics: Metrics

  /// Wraps a paragraph at `width` columns, each line holding at least one character.
  init(_ paragraph: String, width: Int, metrics: Metrics) {
    characters = Array(paragraph)
    self.metrics = metrics
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    for (offset, character) in characters.enumerated() {
      let columns = metrics.width(character)
      if used + columns > width, offset > start {
        lines.append(start..<offset)
        start = offset
        used = 0
      }
      used += columns
    }
    lines.append(start..<characters.count)
    self.lines = lines
  }

  /// The line that a caret stands in; at a wrap it belongs to the line that begins there.
  func line(of offset: Int) -> Int {
    lines.lastIndex { $0.lowerBound <= offset } ?? 0
  }

  /// The column of a caret within its line.
  func column(of offset: Int) -> Int {
    let line = lines[line(of: offset)]
    return metrics.width(String(characters[line.lowerBound..<min(offset, line.upperBound)]))
  }

  /// The caret nearest to a column of a line.
  func offset(line: Int, column: Int) -> Int {
    let range = lines[line]
    var used = 0
    for offset in range {
      let columns = metrics.width(characters[offset])
      if used + columns > column { return offset }
      used += columns
    }
    let isLast = line == lines.count - 1
    return isLast ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
  }
}
