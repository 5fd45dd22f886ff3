import CellGrid
import ReportModel
import Wording

/// A question with a few answers, one of which is taken by Enter or by its own key.
struct Question: Equatable, Sendable {
  /// What an answer does.
  enum Action: Equatable, Sendable {
    case saveAndQuit
    /// Leave, with the work put aside in a file of its own.
    case keepCopyAndQuit
    case quitWithoutSaving
    case apply(Fix)
    case dismiss
  }

  struct Answer: Equatable, Sendable {
    var key: Character
    var label: String
    var action: Action
  }

  var title: String
  var answers: [Answer]
  /// The answer that Enter takes.
  var chosen = 0

  /// Whether to save before quitting; after a save that failed also whether to keep a copy.
  static func quit(_ wording: Wording, lastSaveFailed: Bool) -> Question {
    var answers = [
      Answer(key: "s", label: wording.saveAndQuit, action: .saveAndQuit),
      Answer(key: "d", label: wording.quitWithoutSaving, action: .quitWithoutSaving),
      Answer(key: "c", label: wording.goOnEditing, action: .dismiss),
    ]
    if lastSaveFailed {
      let keep = Answer(key: "k", label: wording.keepCopyAndQuit, action: .keepCopyAndQuit)
      answers.insert(keep, at: 1)
    }
    return Question(title: wording.quitQuestion, answers: answers)
  }

  /// Which of several suggestions to take; the last answer takes none.
  static func choose(_ fixes: [Fix], in draft: Draft, _ wording: Wording) -> Question {
    let answers = zip(1..., fixes.prefix(9)).map { number, fix in
      Answer(
        key: Character(String(number)), label: wording.change(fix, in: draft), action: .apply(fix))
    }
    let none = Answer(key: "0", label: wording.changeNothing, action: .dismiss)
    return Question(
      title: wording.whichSuggestion, answers: answers + [none], chosen: answers.count)
  }
}

extension Editor {
  mutating func performInQuestion(_ command: Command) -> [Effect] {
    guard case .question(var question) = overlay else { return [] }
    let count = question.answers.count
    if [.up, .left, .previousCell].contains(command) {
      question.chosen = (question.chosen + count - 1) % count
    } else if [.down, .right, .nextCell].contains(command) {
      question.chosen = (question.chosen + 1) % count
    } else if command == .open {
      return take(question.answers[question.chosen])
    } else if command == .cancel {
      overlay = nil
      return []
    }
    overlay = .question(question)
    return []
  }

  /// Takes the answer with this key, whatever its case.
  mutating func answer(_ character: Character) -> [Effect] {
    guard case .question(let question) = overlay else { return [] }
    let key = character.lowercased()
    guard let answer = question.answers.first(where: { String($0.key) == key }) else { return [] }
    return take(answer)
  }

  private mutating func take(_ answer: Question.Answer) -> [Effect] {
    overlay = nil
    switch answer.action {
    case .saveAndQuit: return save(.thenQuit)
    case .keepCopyAndQuit: return [.rescue(draft), .quit]
    case .quitWithoutSaving: return [.quit]
    case .apply(let fix): apply(fix)
    case .dismiss: break
    }
    return []
  }

  private func drawFrame(_ box: Rect, into grid: inout Grid) {
    let symbols = Symbols(metrics)
    func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ scalar: Unicode.Scalar) {
      let area = Rect(x: x, y: y, width: width, height: height)
      grid.fill(area, style: .dialog, with: scalar)
    }
    for x in [box.x, box.maxX - 1] { fill(x, box.y, 1, box.height, symbols.vertical) }
    for (y, corners) in [(box.y, symbols.upperCorners), (box.maxY - 1, symbols.lowerCorners)] {
      fill(box.x, y, box.width, 1, symbols.horizontal)
      fill(box.x, y, 1, 1, corners.left)
      fill(box.maxX - 1, y, 1, 1, corners.right)
    }
  }

  func draw(_ question: Question, into grid: inout Grid) {
    let labels = question.answers.map { "\(String($0.key).uppercased())  \($0.label)" }
    let widest = ([question.title] + labels).map { metrics.width($0) }.max() ?? 0
    let width = min(grid.size.columns, widest + 6)
    let height = min(grid.size.rows, labels.count + 4)
    let box = Rect(
      x: (grid.size.columns - width) / 2, y: (grid.size.rows - height) / 2, width: width,
      height: height)
    grid.fill(box, style: .dialog)
    if height >= labels.count + 4, width >= 4 { drawFrame(box, into: &grid) }
    // In a window with no room for the frame the answers come first: they are what can be done.
    let titleHeight = height >= labels.count + 2 ? 2 : height > labels.count ? 1 : 0
    let top = box.y + (height >= labels.count + 4 ? 1 : 0)
    if titleHeight > 0 {
      grid.write(question.title, x: box.x + 3, y: top, style: .dialog, in: box)
    }
    let room = max(0, box.maxY - top - titleHeight)
    let first = max(0, question.chosen - max(0, room - 1))
    for (offset, number) in labels.indices.dropFirst(first).prefix(room).enumerated() {
      let y = top + titleHeight + offset
      let isChosen = number == question.chosen
      let line = Rect(x: box.x + 2, y: y, width: box.width - 4, height: 1)
      let style: Style = isChosen ? .dialogFocused : .dialog
      grid.fill(line, style: style)
      grid.write(labels[number], x: line.x + 1, y: y, style: style, in: line)
      if isChosen { grid.caret = Point(x: min(line.x + 1, max(0, box.maxX - 1)), y: y) }
    }
  }
}
