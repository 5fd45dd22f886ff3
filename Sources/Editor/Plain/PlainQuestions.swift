import ReportModel
import Wording

extension PlainSession {
  /// Lets what is found here stand with a reason, asks for it, or offers to withdraw one given.
  mutating func accept(_ words: String) -> Answer {
    editor.notice = nil
    editor.accept()
    switch editor.overlay {
    case .reason(let prompt):
      if !words.isEmpty { return takeReason(words, for: prompt) }
      return Answer([wording.plainReason(editor.saying(of: prompt).message)])
    case .question(let question): return Answer(ask(question))
    case .help, .picker, .preview, .replacing, .story, .recovery, .path, .conflicts, .overview,
      .thread, nil:
      return Answer(takeNotice())
    }
  }

  /// Takes the reason that was typed; an empty one gives up.
  mutating func takeReason(_ line: String, for prompt: ReasonInput) -> Answer {
    guard !line.trimmingBlanks.isEmpty else {
      editor.overlay = nil
      return Answer([wording.plainUnchanged])
    }
    var effects: [Effect] = []
    let lines = change { editor in
      editor.insertInReason(line)
      effects = editor.performInReason(.accept)
    }
    return Answer(lines + (effects.isEmpty ? describe() : []), effects: effects)
  }

  /// Leaves, or asks first while something is unsaved.
  mutating func quit() -> Answer {
    var effects: [Effect] = []
    var answer = ask { effects = $0.quit() }
    answer.effects = effects
    return answer
  }

  /// Lets the editor do something that it asks about, and says the question.
  mutating func ask(_ action: (inout Editor) -> Void) -> Answer {
    editor.notice = nil
    action(&editor)
    guard case .question(let question) = editor.overlay else { return Answer(takeNotice()) }
    return Answer(ask(question))
  }

  /// What lies over the screen and waits for an answer, in words.
  func openQuestion() -> [String] {
    switch editor.overlay {
    case .question(let question): ask(question)
    case .recovery(let form): tell(of: form)
    case .path(let form): saying(form)
    case .help, .reason, .picker, .preview, .replacing, .story, .conflicts, .overview, .thread,
      nil:
      []
    }
  }

  /// Saves to the file that a line names; an empty line gives up.
  mutating func saveElsewhere(at line: String) -> Answer {
    editor.notice = nil
    let path = String(line.trimmingBlanks)
    guard !path.isEmpty else {
      let wasAsked = editor.overlay != nil
      editor.overlay = nil
      return Answer([wasAsked ? wording.plainUnchanged : wording.plainWherePath])
    }
    return Answer(effects: editor.saveElsewhere(at: path))
  }

  /// Asks where else to save, after saying why the last place would not do.
  func saying(_ form: PathForm) -> [String] {
    (form.message.map { [wording.plainSentences([wording.shown($0)])] } ?? [])
      + [wording.plainSentences([wording.pathPrompt])]
  }

  /// Says what was left to be recovered.
  private func tell(of form: RecoveryForm) -> [String] {
    let head = wording.plainSentences([wording.leftBy(form.recovery, count: form.changeCount)])
    let lines = form.lines.map { wording.shown("\($0.label)：\($0.change)") }
    return [head] + lines + [
      wording.plainByWord(wording.word(of: .restore), wording.restoreThem),
      wording.plainByWord(wording.word(of: .giveUp), wording.giveUpRecovery),
      wording.plainByAnything(wording.decideLater),
    ]
  }

  /// Restores what was left, gives it up, or leaves it for another time.
  mutating func answer(_ form: RecoveryForm, with line: String) -> Answer {
    var effects: [Effect] = []
    let lines = change { editor in
      switch PlainInput.answer(line) {
      case .restore: effects = editor.restore(form)
      case .giveUp:
        editor.overlay = nil
        effects = editor.giveUp(form)
      case .save, .discard, .copy, .stay, nil: effects = editor.performInRecovery(.cancel)
      }
    }
    return Answer(lines + describe(), effects: effects)
  }

  /// Says a question with its answers.
  ///
  /// What decides over saved work wants its whole word; all else has a number.
  private func ask(_ question: Question) -> [String] {
    let answers = zip(1..., question.answers).compactMap { number, answer -> String? in
      if answer.action == .dismiss { return nil }
      let word = word(for: answer.action).map(wording.word) ?? String(number)
      return wording.plainByWord(word, answer.label)
    }
    return [wording.plainSentences([wording.shown(question.title)])] + answers
      + [wording.plainByAnything(staying(at: question))]
  }

  /// Takes the answer that a line gives; any other line leaves everything as it is.
  mutating func answer(_ question: Question, with line: String) -> Answer {
    let word = PlainInput.answer(line)
    let number = PlainInput.number(line.trimmingBlanks)
    let answer = zip(1..., question.answers).first { place, answer in
      self.word(for: answer.action).map { $0 == word } ?? (place == number)
    }?.1
    guard let answer, answer.action != .dismiss else {
      editor.overlay = nil
      return Answer([wording.plainSentences([staying(at: question)])])
    }
    var effects: [Effect] = []
    let lines = change { effects = $0.take(answer) }
    // What saving asks about comes after the question whether to save.
    let next = openQuestion()
    if !next.isEmpty { return Answer(lines + next, effects: effects) }
    return Answer(lines + (effects.isEmpty ? describe() : []), effects: effects)
  }

  /// What the answer that changes nothing is called.
  private func staying(at question: Question) -> String {
    question.answers.first { $0.action == .dismiss }?.label ?? wording.changeNothing
  }

  private func word(for action: Question.Action) -> PlainAnswer? {
    if action == .saveAndQuit { return .save }
    if case .saveUpgraded = action { return .save }
    if action == .quitWithoutSaving { return .discard }
    if action == .saveElsewhere { return .copy }
    if case .giveUp = action { return .giveUp }
    if action == .dismiss { return .stay }
    return nil
  }
}
