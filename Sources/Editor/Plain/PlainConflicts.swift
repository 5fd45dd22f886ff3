import ReportModel
import Wording

extension PlainSession {
  /// Says that a save met changes of somebody else, and the first place to choose at.
  mutating func beginDeciding(_ list: ConflictList) -> [String] {
    [wording.plainConflicts(list.merge.conflicts.count)] + tell(list)
  }

  /// Takes a line while conflicts are decided: the number of a choice, or where to go.
  mutating func decide(_ list: ConflictList, with line: String) -> Answer {
    let word = PlainInput.answer(line)
    if word == .stay {
      _ = editor.performInConflicts(.cancel)
      return Answer(takeNotice() + describe())
    }
    if word == .save {
      let effects = editor.performInConflicts(.open)
      let said = takeNotice()
      guard effects.isEmpty, case .conflicts(let list) = editor.overlay else {
        return Answer(said, effects: effects)
      }
      return Answer(said + tell(list))
    }
    if let number = PlainInput.number(line.trimmingBlanks),
      list.conflict.choices.indices ~= number - 1
    {
      return Answer(choose(list.conflict.choices[number - 1], in: list))
    }
    switch PlainInput(line) {
    case .command(.previous, _): return Answer(go(by: -1, in: list))
    case .command(.next, _): return Answer(go(by: 1, in: list))
    case .command, .figure, .nothing, .unknown:
      return Answer([wording.plainHowToChoose] + tell(list))
    }
  }

  private mutating func choose(_ choice: Choice, in list: ConflictList) -> [String] {
    var list = list
    list.choose(choice)
    list.goToUndecided(height: 0)
    editor.overlay = .conflicts(list)
    return list.undecided == 0 ? [wording.plainAllChosen] : tell(list)
  }

  private mutating func go(by count: Int, in list: ConflictList) -> [String] {
    var list = list
    list.go(to: list.cursor + count, height: 0)
    editor.overlay = .conflicts(list)
    return tell(list)
  }

  /// The place to choose at, what stood there, and what either side has now.
  private func tell(_ list: ConflictList) -> [String] {
    let contents = wording.contents(of: list.conflict)
    let sides: [Choice: [String]] = [.ours: contents.ours, .theirs: contents.theirs]
    let place = wording.place(of: list.conflict, in: draft.form)
    return [
      wording.plainConflict(list.cursor + 1, of: list.merge.conflicts.count, at: place)
    ] + wording.plainCommon(contents.base)
      + zip(1..., list.conflict.choices).flatMap { number, choice in
        wording.plainSide(number, choice, sides[choice] ?? [])
      } + (list.choices[list.cursor].map { [wording.plainChosen($0)] } ?? [])
  }
}
