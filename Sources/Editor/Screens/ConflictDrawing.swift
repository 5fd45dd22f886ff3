import CellGrid
import ReportModel
import Wording

/// Where the parts of the screen stand on which conflicts are decided.
struct ConflictFrame {
  let title: Rect
  let list: Rect
  /// A message, or what the keys do.
  let status: Rect
  let keys: Rect

  init(size: Size) {
    let frame = Frame(size: size)
    title = frame.title
    keys = frame.keys
    let statusHeight = size.rows >= 9 ? 1 : 0
    let height = size.rows - title.height - keys.height - statusHeight
    list = Rect(x: 0, y: title.height, width: size.columns, height: height)
    status = Rect(x: 0, y: list.maxY, width: size.columns, height: statusHeight)
  }
}

extension Editor {
  func draw(_ list: ConflictList, into grid: inout Grid) {
    let frame = ConflictFrame(size: grid.size)
    drawTitle(of: list, in: frame.title, into: &grid)
    let shown = list.layout.lines.enumerated().dropFirst(list.top).prefix(frame.list.height)
    for (number, line) in shown {
      draw(
        line, isFirst: list.layout.blocks[line.conflict].lowerBound == number, of: list,
        y: frame.list.y + number - list.top, in: frame.list, into: &grid)
    }
    let hint = wording.conflictsHint(
      save: wording.keyName(of: .open, in: .conflicts, keymap),
      cancel: wording.keyName(of: .cancel, in: .conflicts, keymap))
    let message = notice ?? Notice(text: hint, style: .suggestion)
    grid.write(
      metrics.truncate(message.text, width: max(0, frame.status.width - 2)), x: 1,
      y: frame.status.y, style: message.style, in: frame.status)
    drawKeys(in: frame.keys, into: &grid)
  }

  private func drawTitle(of list: ConflictList, in area: Rect, into grid: inout Grid) {
    grid.fill(area, style: .title)
    let left = wording.conflictsLeft(list.undecided, of: list.merge.conflicts.count)
    let leftX = max(1, area.maxX - metrics.width(left) - 1)
    let title = metrics.truncate(wording.conflictsTitle, width: max(0, leftX - 3))
    grid.write(title, x: 1, y: area.y, style: .title, in: area)
    grid.write(left, x: leftX, y: area.y, style: .title, in: area)
  }

  private func draw(
    _ line: ConflictLayout.Line, isFirst: Bool, of list: ConflictList, y: Int, in area: Rect,
    into grid: inout Grid
  ) {
    let symbols = Symbols(metrics)
    let isHere = line.conflict == list.cursor
    let choice = list.choices[line.conflict]
    for part in line.parts {
      let style = style(of: part.role, chosen: choice, isHere: isHere)
      let end = grid.write(part.text, x: part.x, y: y, style: style, in: area)
      if case .name(let name) = part.role, name == choice {
        grid.write(" " + symbols.done, x: end, y: y, style: .good, in: area)
      }
      guard !part.marked.isEmpty, style != .muted else { continue }
      let marked = Rect(
        x: part.x + part.marked.lowerBound, y: y, width: part.marked.count, height: 1)
      grid.restyle(marked, style: .marked)
    }
    guard isHere, !line.parts.isEmpty else { return }
    if isFirst {
      grid.write(symbols.pointer, x: 0, y: y, style: .focused, in: area)
      grid.caret = Point(x: 0, y: y)
    } else {
      grid.fill(Rect(x: 0, y: y, width: 1, height: 1), style: .line, with: symbols.vertical)
    }
  }

  private func style(of role: ConflictLayout.Role, chosen: Choice?, isHere: Bool) -> Style {
    switch role {
    case .place: isHere ? .focused : .header
    case .base: .muted
    case .name(let choice): choice == chosen ? .good : .keyName
    case .content(let choice):
      chosen == nil || chosen == choice || chosen == .both ? .normal : .muted
    }
  }
}
