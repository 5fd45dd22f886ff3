import CellGrid
import ReportModel
import Wording

/// The reason for letting a finding stand, or for returning the draft, while it is typed.
struct ReasonInput: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// What is to stand.
    case accept(Finding)
    case sendBack
  }

  var purpose: Purpose
  var input = LineInput("")
}

extension Editor {
  private static let widestReason = 72

  /// What a reason is asked for, and the question above the line to type in.
  func saying(of prompt: ReasonInput) -> (message: String, question: String) {
    switch prompt.purpose {
    case .accept(let finding):
      (wording.message(of: finding, in: draft.form), wording.reasonPrompt)
    case .sendBack: (draft.title, wording.returnPrompt)
    }
  }

  /// Draws the finding, and under it the line to type in.
  func draw(_ prompt: ReasonInput, into grid: inout Grid) {
    let width = min(grid.size.columns, Self.widestReason)
    let inner = max(2, width - 6)
    let (message, question) = saying(of: prompt)
    let layout = TextLayout(message, width: inner, metrics: metrics)
    var told = layout.lines.map { String(layout.characters[$0]) }
    // The line to type in needs two lines and the frame; what is told takes the rest.
    let room = max(0, grid.size.rows - 5)
    told = Array(told.prefix(room))
    let height = min(grid.size.rows, told.count + 5)
    let box = Rect(
      x: (grid.size.columns - width) / 2, y: (grid.size.rows - height) / 2, width: width,
      height: height)
    grid.fill(box, style: .dialog)
    if height >= 5, width >= 4 { drawFrame(box, into: &grid) }
    let x = box.x + (width >= 12 ? 3 : 0)
    let line = Rect(
      x: x, y: max(box.y, box.maxY - (height >= 5 ? 2 : 1)),
      width: max(0, box.maxX - x - (x - box.x)),
      height: 1)
    for (offset, text) in told.enumerated() {
      grid.write(text, x: x, y: box.y + 1 + offset, style: .dialog, in: box)
    }
    if line.y - 1 > box.y {
      grid.write(question, x: x, y: line.y - 1, style: .dialog, in: box)
    }
    prompt.input.draw(in: line, of: &grid, style: .editing)
  }
}
