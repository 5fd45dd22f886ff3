import CellGrid
import ReportModel
import Wording

extension Editor {
  mutating func changePane(by count: Int) {
    let panes = Pane.allCases
    let here = panes.firstIndex(of: pane) ?? 0
    pane = panes[(here + count + panes.count) % panes.count]
    if pane == .findings { chosenStop = stopHere }
  }

  /// The stop where the person is, or else the first after it.
  private var stopHere: Int {
    let stops = findingStops.all
    let here = place
    if let exact = stops.firstIndex(where: { place(of: $0) == here }) { return exact }
    return stops.firstIndex { $0.entry >= here.entry } ?? 0
  }

  mutating func performInFindings(_ command: Command) {
    let last = max(0, findingStops.all.count - 1)
    let page = max(1, findingsList.height - 1)
    switch command {
    case .up: chosenStop = max(0, chosenStop - 1)
    case .down: chosenStop = min(last, chosenStop + 1)
    case .pageUp: chosenStop = max(0, chosenStop - page)
    case .pageDown: chosenStop = min(last, chosenStop + page)
    case .lineStart, .first: chosenStop = 0
    case .lineEnd, .last: chosenStop = last
    case .open, .right: goToStop(chosenStop)
    case .applySuggestion, .accept:
      goToStop(chosenStop)
      if command == .accept { accept() } else { applySuggestion() }
    case .cancel, .left: pane = .main
    default: break  // The keymap sends nothing else here.
    }
  }

  /// Moves in the list of findings, as the wheel does.
  mutating func moveStop(by count: Int) {
    chosenStop = max(0, min(chosenStop + count, findingStops.all.count - 1))
  }

  /// Goes to what a line of the list of findings tells of.
  mutating func goToStop(_ number: Int) {
    let stops = findingStops.all
    guard stops.indices.contains(number) else {
      pane = .main
      return
    }
    go(to: place(of: stops[number]))
  }

  /// What is found at a stop; nil where a cell or a text is merely not filled in.
  private func finding(at stop: Problems.Stop) -> Finding? {
    switch stop.spot {
    case .organ: return validation.organFindings(in: draft).first
    case .cell(let cell): return findings(at: cell).first
    case .text(let section, let offset):
      let findings = problems.texts[section]?.findings ?? []
      return findings.first { $0.text?.range.lowerBound == offset } ?? findings.first
    }
  }

  /// What is found at the chosen line.
  var chosenFinding: Finding? {
    let stops = findingStops.all
    return stops.indices.contains(chosenStop) ? finding(at: stops[chosenStop]) : nil
  }

  /// The part of the pane that holds the lines.
  private var findingsList: Rect {
    let main = Frame(size: size).main
    let titleHeight = main.height >= 4 ? 2 : 0
    return Rect(
      x: main.x, y: main.y + titleHeight, width: main.width, height: main.height - titleHeight)
  }

  private var firstStop: Int {
    max(
      0, min(chosenStop - findingsList.height / 2, findingStops.all.count - findingsList.height))
  }

  /// The line of the list that shows at a point.
  func stop(at point: Point) -> Int? {
    let list = findingsList
    let number = firstStop + point.y - list.y
    return list.contains(point) && findingStops.all.indices.contains(number) ? number : nil
  }

  func drawFindings(into grid: inout Grid) {
    let main = Frame(size: size).main
    let list = findingsList
    let stops = findingStops.all
    if list.y > main.y {
      grid.write(
        wording.findingsTitle(stops.count), x: main.x + 1, y: main.y, style: .header, in: main)
    }
    if stops.isEmpty {
      grid.write(wording.noFindings, x: list.x + 2, y: list.y, style: .good, in: list)
      grid.caret = Point(x: list.x + 2, y: list.y)
    }
    let symbols = Symbols(metrics)
    for (offset, stop) in stops.dropFirst(firstStop).prefix(list.height).enumerated() {
      let y = list.y + offset
      let isChosen = firstStop + offset == chosenStop
      let row = Rect(x: list.x, y: y, width: list.width - 1, height: 1)
      if isChosen {
        grid.fill(row, style: .focused)
        grid.caret = Point(x: list.x, y: y)
      }
      let style: Style = isChosen ? .focused : stop.mark.style
      grid.write(symbols.sign(of: stop.mark), x: row.x + 1, y: y, style: style, in: row)
      let section = name(ofEntry: stop.entry)
      let textX = row.x + 3 + min(14, metrics.width(section)) + 2
      let sectionArea = Rect(x: row.x + 3, y: y, width: textX - row.x - 4, height: 1)
      grid.write(
        metrics.truncate(section, width: 14), x: row.x + 3, y: y,
        style: isChosen ? .focused : .muted, in: sectionArea)
      let message = finding(at: stop).map { wording.message(of: $0, in: draft.form) } ?? ""
      grid.write(
        metrics.truncate(message, width: max(0, row.maxX - textX)), x: textX, y: y,
        style: isChosen ? .focused : .normal, in: row)
    }
  }
}
