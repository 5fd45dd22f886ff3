import CellGrid
import ReportModel
import Wording

extension Editor {
  mutating func performInContents(_ command: Command) {
    anchor = nil
    switch command {
    case .up: entry = max(0, entry - 1)
    case .down: entry = min(spots.count - 1, entry + 1)
    case .pageUp, .lineStart, .first: entry = 0
    case .pageDown, .lineEnd, .last: entry = spots.count - 1
    case .open, .right, .nextLine, .cancel: pane = .main
    default: break  // The keymap sends nothing else here.
    }
  }

  /// The sign of how an entry stands: what contradicts, what is to be looked at, what is blank, what
  /// is worth a look.
  private func sign(ofEntry number: Int) -> (text: String, style: Style) {
    let symbols = Symbols(metrics)
    for mark in [Problems.Mark.error, .warning] {
      let count = problems.count(mark, inEntry: number)
      if count > 0 { return (symbols.sign(of: mark) + String(count), mark.style) }
    }
    let hints = problems.count(.hint, inEntry: number)
    let done: (String, Style) =
      hints > 0
      ? (symbols.sign(of: .hint) + String(hints), Problems.Mark.hint.style) : (symbols.done, .good)
    guard number > 0 else { return done }
    let section = draft.form.sections[number - 1]
    guard case .tables(let tables) = section.content else {
      if problems.untouchedTexts.contains(number - 1) { return ("1", .muted) }
      return draft.text(of: section.id).isEmpty ? ("", .muted) : done
    }
    let blanks = validation.blanksOfTable[tables].reduce(0, +)
    return blanks == 0 ? done : (String(blanks), .muted)
  }

  /// The name of an entry in the list.
  func name(ofEntry number: Int) -> String {
    number == 0 ? wording.organEntry : draft.form.sections[number - 1].short
  }

  /// The part of the pane that holds the entries, and the first entry it shows.
  private func contentsList(in area: Rect) -> (area: Rect, top: Int) {
    let list = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
    return (list, max(0, min(entry - list.height / 2, spots.count - list.height)))
  }

  /// The entry that shows at a point.
  func entry(at point: Point, in area: Rect) -> Int? {
    let (list, top) = contentsList(in: area)
    let number = top + point.y - list.y
    return list.contains(point) && spots.indices.contains(number) ? number : nil
  }

  func drawContents(in area: Rect, into grid: inout Grid) {
    let symbols = Symbols(metrics)
    guard area.height > 0, area.width > 0 else { return }
    grid.write(wording.contents, x: area.x + 1, y: area.y, style: .header, in: area)
    let (list, top) = contentsList(in: area)
    for (offset, number) in spots.indices.dropFirst(top).prefix(list.height).enumerated() {
      let y = list.y + offset
      let isHere = number == entry
      let style: Style = isHere ? (pane == .contents ? .focused : .current) : .normal
      if isHere {
        grid.fill(Rect(x: list.x, y: y, width: list.width - 1, height: 1), style: style)
        grid.write(symbols.pointer, x: list.x, y: y, style: style, in: list)
        if pane == .contents { grid.caret = Point(x: list.x, y: y) }
      }
      let (mark, markStyle) = sign(ofEntry: number)
      let markX = list.x + list.width - 2 - metrics.width(mark)
      let nameArea = Rect(x: list.x, y: y, width: max(0, markX - list.x - 1), height: 1)
      grid.write(name(ofEntry: number), x: list.x + 2, y: y, style: style, in: nameArea)
      grid.write(mark, x: markX, y: y, style: isHere ? style : markStyle, in: list)
    }
  }
}
