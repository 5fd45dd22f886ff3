import CellGrid
import ReportModel
import Wording

/// A question with a few answers, one of which is taken by Enter or by its own key.
struct Question: Equatable, Sendable {
  /// What an answer does.
  enum Action: Equatable, Sendable {
    case saveAndQuit
    case quitWithoutSaving
    case apply(Fix, isPartial: Bool)
    case withdraw(Finding)
    case fillZeros([CellIndex])
    /// Write the file in another version than it is of.
    case saveUpgraded(Editor.Saving)
    case onlyRead
    case saveElsewhere
    case giveUp(RecoveryForm)
    case show(RecoveryForm)
    case stamp(Stamped)
    /// Compare what was typed again, though some is not typed.
    case compare
    case record
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

  /// Whether to save before quitting; after a save that failed also whether to save elsewhere.
  static func quit(_ wording: Wording, lastSaveFailed: Bool) -> Question {
    var answers = [
      Answer(key: "s", label: wording.saveAndQuit, action: .saveAndQuit),
      Answer(key: "d", label: wording.quitWithoutSaving, action: .quitWithoutSaving),
      Answer(key: "c", label: wording.goOnEditing, action: .dismiss),
    ]
    if lastSaveFailed {
      let keep = Answer(key: "k", label: wording.saveElsewhere, action: .saveElsewhere)
      answers.insert(keep, at: 1)
    }
    return Question(title: wording.quitQuestion, answers: answers)
  }

  /// Which of several suggestions to take; the last answer takes none.
  static func choose(among finding: Finding, in draft: Draft, _ wording: Wording) -> Question {
    let answers = zip(1..., finding.fixes.prefix(9)).map { number, fix in
      Answer(
        key: Character(String(number)), label: wording.change(fix, in: draft),
        action: .apply(fix, isPartial: finding.isPartial))
    }
    let none = Answer(key: "0", label: wording.changeNothing, action: .dismiss)
    let title = finding.isPartial ? wording.whichFirstStep : wording.whichSuggestion
    return Question(title: title, answers: answers + [none], chosen: answers.count)
  }

  /// Whether to fill blank cells with 0.
  static func fillZeros(
    _ blanks: [CellIndex], isSelection: Bool, hasTotals: Bool, _ wording: Wording
  ) -> Question {
    Question(
      title: wording.fillZerosQuestion(
        blanks.count, isSelection: isSelection, hasTotals: hasTotals),
      answers: [
        Answer(key: "y", label: wording.fillThem, action: .fillZeros(blanks)),
        Answer(key: "n", label: wording.changeNothing, action: .dismiss),
      ], chosen: 1)
  }

  /// Whether to write a file that older programs cannot read any more.
  static func upgrade(from schema: String, _ next: Editor.Saving, _ wording: Wording) -> Question {
    Question(
      title: wording.upgradeQuestion(schema),
      answers: [
        Answer(key: "s", label: wording.saveUpgraded, action: .saveUpgraded(next)),
        Answer(key: "n", label: wording.doNotSave, action: .dismiss),
      ], chosen: 1)
  }

  /// Whether to take an acceptance back.
  static func withdraw(
    _ finding: Finding, _ acceptance: Acceptance, _ wording: Wording
  ) -> Question {
    Question(
      title: wording.accepted(acceptance),
      answers: [
        Answer(key: "c", label: wording.keepAcceptance, action: .dismiss),
        Answer(key: "w", label: wording.withdrawAcceptance, action: .withdraw(finding)),
      ])
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

  /// Does what an answer says.
  mutating func take(_ answer: Question.Answer) -> [Effect] {
    overlay = nil
    switch answer.action {
    case .saveAndQuit: return save(.thenQuit)
    case .quitWithoutSaving: return [.quit]
    case .apply(let fix, let isPartial): apply(fix, isPartial: isPartial)
    case .withdraw(let finding): withdraw(finding)
    case .fillZeros(let blanks): fillZeros(blanks)
    case .saveUpgraded(let next):
      upgradedFrom = nil
      return save(next)
    case .onlyRead: return stopEditing()
    case .saveElsewhere: askForPath()
    case .giveUp(let form): return giveUp(form)
    case .show(let form): overlay = .recovery(form)
    case .stamp(let stamped): return [.stamp(stamped)]
    case .compare: return compareBlindSheet(whileBlank: true)
    case .record: return [.record(draft)]
    case .dismiss: break
    }
    return []
  }

  func drawFrame(_ box: Rect, into grid: inout Grid) {
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
    let layout = QuestionLayout(question, size: grid.size, metrics: metrics)
    grid.fill(layout.box, style: .dialog)
    if layout.hasFrame { drawFrame(layout.box, into: &grid) }
    var hasCaret = false
    for line in layout.lines {
      let isChosen = line.answer == question.chosen
      let style: Style = isChosen ? .dialogFocused : .dialog
      if isChosen { grid.fill(line.place, style: style) }
      grid.write(line.text, x: line.place.x + 1, y: line.place.y, style: style, in: line.place)
      if isChosen, !hasCaret {
        hasCaret = true
        let x = min(line.place.x + 1, max(0, layout.box.maxX - 1))
        grid.caret = Point(x: x, y: line.place.y)
      }
    }
  }

  /// Takes the answer that shows at a point.
  mutating func click(_ point: Point, on question: Question) -> [Effect] {
    let layout = QuestionLayout(question, size: size, metrics: metrics)
    guard let answer = layout.lines.first(where: { $0.place.contains(point) })?.answer else {
      return []
    }
    return take(question.answers[answer])
  }
}
