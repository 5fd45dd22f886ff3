import CellGrid

/// How the characters of a paragraph fall into lines of a width.
///
/// Punctuation stands where it may (`LineBreaking`); what is longer than a line is broken all the
/// same.
struct TextLayout {
  /// The lines as ranges of character offsets; at least one, in order, without gaps.
  let lines: [Range<Int>]
  let characters: [Character]
  private let metrics: Metrics

  /// Wraps a paragraph at `width` columns, each line holding at least one character.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  init(_ paragraph: String, width: Int, metrics: Metrics) {
    characters = Array(paragraph)
    self.metrics = metrics
    var lines: [Range<Int>] = []
    var start = 0
    /// The columns from the start of the line, and those up to where it may end last.
    var used = 0
    var end = 0
    var usedToEnd = 0
    for (offset, character) in characters.enumerated() {
      if offset > start, LineBreaking.mayPart(characters[offset - 1], character) {
        end = offset
        usedToEnd = used
      }
      let columns = metrics.width(character)
      while used + columns > width, offset > start {
        if end <= start {
          end = offset
          usedToEnd = used
        }
        lines.append(start..<end)
        start = end
        used -= usedToEnd
      }
      used += columns
    }
    lines.append(start..<characters.count)
    self.lines = lines
  }

  /// The line that a caret stands in; at a wrap it belongs to the line that begins there.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The column of a caret within its line.
  func column(of offset: Int) -> Int {
    let line = lines[line(of: offset)]
    return metrics.width(String(characters[line.lowerBound..<min(offset, line.upperBound)]))
  }

  /// The columns that some characters of a line take, counted from its start.
  func columns(of range: Range<Int>, inLine number: Int) -> Range<Int> {
    let before = metrics.width(String(characters[lines[number].lowerBound..<range.lowerBound]))
    return before..<before + metrics.width(String(characters[range]))
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
