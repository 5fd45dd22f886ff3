import CellGrid
import ReportModel
import Wording

extension Editor {
  /// How many lines a step of the wheel moves.
  private static let wheelStep = 3

  /// Takes the mouse: a click goes there, the wheel moves the cursor.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .press:
      if case .question(let question) = overlay { return click(mouse.point, on: question) }
      click(mouse.point)
    case .wheelUp: roll(by: -Self.wheelStep)
    case .wheelDown: roll(by: Self.wheelStep)
    case .drag, .release: break
    }
    return []
  }

  private mutating func roll(by count: Int) {
    notice = nil
    switch context {
    case .grid: move(rows: count)
    case .text: moveLines(count)
    case .organ: moveField(by: count)
    case .contents: entry = min(max(0, entry + count), spots.count - 1)
    case .help: scrollHelp(by: count)
    case .overwriting, .editing, .field, .question, .reason, .picker, .preview, .replacing: break
    }
  }

  /// Goes to what shows at a point, once what is being typed has been taken over.
  private mutating func click(_ point: Point) {
    guard overlay == nil else { return }
    notice = nil
    guard commitTyping() else { return }
    isTypingRun = false
    goalColumn = nil
    let frame = Frame(size: size)
    if frame.showsContents || pane == .contents {
      let area = frame.showsContents ? frame.contents : frame.main
      if let number = entry(at: point, in: area) {
        entry = number
        pane = .main
        return
      }
    }
    guard frame.main.contains(point), frame.showsContents || pane == .main else { return }
    let spot: Place.Spot? =
      switch spots[entry] {
      case .cell: cell(at: point).map { .cell($0) }
      case .caret: caret(at: point).map { .caret($0) }
      case .field: field(at: point).map { .field($0) }
      }
    if let spot { go(to: Place(entry: entry, spot: spot)) }
  }
}
