import CellGrid
import ReportModel
import Wording

/// Where else a draft is to be saved, while it is typed.
struct PathForm: Equatable, Sendable {
  var input: LineInput
  /// Why the last place would not do.
  var message: String?
}

extension Editor {
  private static let widestPath = 76

  /// Asks where else to save.
  mutating func askForPath() {
    guard canSave() else { return }
    overlay = .path(PathForm(input: LineInput(wording.copyName(of: fileName)), message: nil))
  }

  mutating func performInPath(_ command: Command) -> [Effect] {
    guard case .path(var form) = overlay else { return [] }
    if command == .cancel {
      overlay = nil
    } else if command == .open {
      return saveElsewhere(at: String(form.input.text.trimmingBlanks))
    } else if form.input.perform(command) {
      overlay = .path(form)
    }
    return []
  }

  mutating func insertInPath(_ text: String) {
    guard case .path(var form) = overlay else { return }
    form.input.insert(text)
    form.message = nil
    overlay = .path(form)
  }

  /// Saves to another file and goes on with that one.
  mutating func saveElsewhere(at path: String) -> [Effect] {
    guard !path.isEmpty, canSave() else { return [] }
    saving = .thenStay
    return [.saveElsewhere(draft, path: path)]
  }

  /// Goes on with the file that the draft was saved to.
  mutating func noteMoved(to fileName: String, _ written: Draft) -> [Effect] {
    self.fileName = fileName
    overlay = nil
    return noteSaved(written)
  }

  func draw(_ form: PathForm, into grid: inout Grid) {
    let width = min(grid.size.columns, Self.widestPath)
    let height = min(grid.size.rows, 6)
    let box = Rect(
      x: (grid.size.columns - width) / 2, y: (grid.size.rows - height) / 2, width: width,
      height: height)
    grid.fill(box, style: .dialog)
    if height >= 6, width >= 8 { drawFrame(box, into: &grid) }
    let inset = height >= 6 && width >= 8 ? 3 : 0
    func line(_ number: Int) -> Rect {
      Rect(
        x: box.x + inset, y: min(box.maxY - 1, box.y + number), width: box.width - 2 * inset,
        height: 1)
    }
    let prompt = line(1)
    grid.write(wording.pathPrompt, x: prompt.x, y: prompt.y, style: .dialog, in: prompt)
    if let message = form.message, height >= 6 {
      let room = line(3)
      let shown = metrics.truncate(message, width: room.width)
      grid.write(shown, x: room.x, y: room.y, style: .error, in: room)
    }
    form.input.draw(in: line(2), of: &grid, style: .editing)
  }
}
