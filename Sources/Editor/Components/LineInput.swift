import CellGrid
import Wording

/// One line being typed: its characters and the caret among them.
struct LineInput: Equatable, Sendable {
  private(set) var characters: [Character]
  private(set) var caret: Int

  /// The most characters a line grows to by typing: a bound on what a paste can do.
  static let limit = 10_000

  /// A line that holds `text`, whole however long, with the caret behind it.
  init(_ text: String) {
    characters = Array(text)
    caret = characters.count
  }

  var text: String { String(characters) }

  mutating func insert(_ text: String) {
    let room = max(0, Self.limit - characters.count)
    let added = text.filter { !$0.isNewline && $0 != "\t" }.prefix(room)
    characters.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  /// Does what moves the caret or deletes beside it; false for any other command.
  mutating func perform(_ command: Command) -> Bool {
    if command == .left {
      caret = max(0, caret - 1)
    } else if command == .right {
      caret = min(characters.count, caret + 1)
    } else if command == .lineStart {
      caret = 0
    } else if command == .lineEnd {
      caret = characters.count
    } else if command == .deleteBackward {
      guard caret > 0 else { return true }
      caret -= 1
      characters.remove(at: caret)
    } else if command == .deleteForward {
      if caret < characters.count { characters.remove(at: caret) }
    } else if command == .deleteToStart {
      characters.removeFirst(caret)
      caret = 0
    } else {
      return false
    }
    return true
  }

  /// Draws the line into one row of cells, scrolled so that the caret shows, and puts the grid's
  /// caret there.
  func draw(in area: Rect, of grid: inout Grid, style: Style) {
    grid.fill(area, style: style)
    guard area.width > 0 else { return }
    var start = 0
    while start < caret,
      grid.metrics.width(String(characters[start..<caret])) > area.width - 1
    {
      start += 1
    }
    let shown = String(characters[start...])
    grid.write(shown, x: area.x, y: area.y, style: style, in: area)
    let before = grid.metrics.width(String(characters[start..<caret]))
    grid.caret = Point(x: min(area.x + before, area.maxX - 1), y: area.y)
  }
}
