import CellGrid
import ReportModel
import Wording

extension Editor {
  /// How many lines a step of the wheel moves.
  private static let wheelStep = 3

  /// Takes the mouse: a click goes there, a double click edits, a drag selects, the wheel moves.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .press: return press(mouse)
    case .drag: drag(to: mouse.point)
    case .release: pressed = nil
    case .wheelUp: roll(by: -Self.wheelStep)
    case .wheelDown: roll(by: Self.wheelStep)
    }
    return []
  }

  private mutating func press(_ mouse: Mouse) -> [Effect] {
    pressed = nil
    switch overlay {
    case .question(let question): return click(mouse.point, on: question)
    case .picker(let picker): return click(mouse.point, on: picker)
    case .conflicts(let list):
      if click(mouse.point, on: list) { return [] }
      return clickOnKeys(mouse.point)
    case .overview(let page):
      if Frame(size: size).keys.contains(mouse.point) { return clickOnKeys(mouse.point) }
      click(mouse.point, on: page)
      return []
    case .help, .reason, .preview, .replacing, .story, .recovery, .path, .thread:
      return clickOnKeys(mouse.point)
    case nil: break
    }
    if Frame(size: size).keys.contains(mouse.point) { return clickOnKeys(mouse.point) }
    click(mouse)
    return []
  }

  private mutating func roll(by count: Int) {
    notice = nil
    switch context {
    case .grid:
      anchor = nil
      move(rows: count)
    case .text:
      anchor = nil
      moveLines(count)
    case .organ: moveField(by: count)
    case .contents: entry = min(max(0, entry + count), spots.count - 1)
    case .findings: moveStop(by: count)
    case .help: scrollHelp(by: count)
    case .story: scrollStory(by: count)
    case .preview: scrollPreview(by: count)
    case .recovery: scrollRecovery(by: count)
    case .conflicts: scrollConflicts(by: count)
    case .overview: moveInOverview(by: count.signum())
    case .overwriting, .editing, .field, .question, .reason, .picker, .replacing, .path, .thread:
      break
    }
  }

  /// Does what the key does whose name shows at a point of the line of keys.
  private mutating func clickOnKeys(_ point: Point) -> [Effect] {
    let area = Frame(size: size).keys
    guard area.contains(point),
      let command = shownKeys(in: area).first(where: { shown in
        shown.place.contains(point.x)
      })?.command
    else { return [] }
    notice = nil
    return perform(command)
  }

  /// Goes to what shows at a point, once what is being typed has been taken over.
  private mutating func click(_ mouse: Mouse) {
    let point = mouse.point
    notice = nil
    guard commitTyping() else { return }
    isTypingRun = false
    goalColumn = nil
    let frame = Frame(size: size)
    if frame.title.contains(point) {
      goToFinding(.next)
      return
    }
    if frame.showsContents || pane == .contents, clickOnContents(point, frame) { return }
    guard frame.main.contains(point) else { return }
    if pane == .findings {
      if let number = stop(at: point) { goToStop(number) }
      return
    }
    guard showsMain else { return }
    if let marked = markedCell(at: point) {
      go(to: Place(entry: entry, spot: .cell(marked)))
      return
    }
    guard let spot = spot(at: point) else { return }
    if mouse.modifiers.contains(.shift), pane == .main {
      anchor = anchor ?? spots[entry]
      spots[entry] = spot
      return
    }
    let isAgain = mouse.count > 1 && spot == spots[entry] && pane == .main
    go(to: Place(entry: entry, spot: spot))
    pressed = spot
    if isAgain { _ = perform(context == .text ? .selectWord : .editInPlace) }
  }

  /// Opens the section that shows at a point of the contents, or the first finding of it where its
  /// sign was meant; false beside them.
  private mutating func clickOnContents(_ point: Point, _ frame: Frame) -> Bool {
    let area = frame.showsContents ? frame.contents : frame.main
    guard let number = entry(at: point, in: area) else { return false }
    let stop = findingStops.all.firstIndex { $0.entry == number }
    if point.x >= area.maxX - 5, let stop {
      goToStop(stop)
    } else {
      go(to: Place(entry: number, spot: spots[number]))
    }
    return true
  }

  /// What can be gone to at a point of the main pane.
  private func spot(at point: Point) -> Place.Spot? {
    switch spots[entry] {
    case .cell: cell(at: point).map { .cell($0) }
    case .caret: caret(at: point).map { .caret($0) }
    case .field: field(at: point).map { .field($0) }
    }
  }

  /// Selects from where the button was pressed to a point; beyond the edge the view follows.
  private mutating func drag(to point: Point) {
    guard let pressed, overlay == nil, pane == .main, typing == nil else { return }
    let area: Rect
    switch pressed {
    case .cell: area = sheetArea
    case .caret: area = textArea
    case .field: return
    }
    guard area.width > 0, area.height > 0 else { return }
    let inside = Point(
      x: min(max(point.x, area.x), area.maxX - 1), y: min(max(point.y, area.y), area.maxY - 1))
    if let spot = spot(at: inside), isInSameTable(spot, pressed) {
      spots[entry] = spot
      anchor = spot == pressed ? nil : pressed
    }
    // Beyond the edge the view follows, a line for each movement.
    if point.y < area.y { extend(by: .selectUp, from: pressed) }
    if point.y >= area.maxY { extend(by: .selectDown, from: pressed) }
  }

  private mutating func extend(by command: Command, from start: Place.Spot) {
    anchor = start
    _ = perform(command)
  }

  private func isInSameTable(_ first: Place.Spot, _ second: Place.Spot) -> Bool {
    guard case .cell(let cell) = first, case .cell(let other) = second else { return true }
    return draft.form.tableNumber(of: cell) == draft.form.tableNumber(of: other)
  }
}
