import CellGrid
import ReportModel
import Wording

/// The editor used line by line: a line in, some lines out.
///
/// For screen readers and for terminals that cannot place a cursor. It drives an `Editor` through
/// the functions that its keys use, so both judge, suggest, undo and save alike; what it adds are
/// words to type and sentences to hear. No line contains what could steer a terminal.
package struct PlainSession: Sendable {
  /// What a line led to: what to say, then what to do.
  package struct Answer: Equatable, Sendable {
    package var lines: [String] = []
    package var effects: [Effect] = []

    package init(_ lines: [String] = [], effects: [Effect] = []) {
      self.lines = lines
      self.effects = effects
    }
  }

  /// What the next line is taken for.
  enum Expected: Equatable, Sendable {
    case command
    /// The text of a paragraph to be written.
    case paragraph(Writing)
    /// The number of one of some places, counted from 1; anything else stays.
    case place([Place])
  }

  package internal(set) var editor: Editor
  var expected = Expected.command
  /// The entry of the contents that was told of last, so that a new one is announced.
  var toldEntry: Int?

  /// A session at the place where the editor opens.
  package init(_ editor: Editor) {
    self.editor = editor
  }

  var wording: Wording { editor.wording }
  var draft: Draft { editor.draft }

  /// What is said before the first line is read.
  package mutating func begin() -> [String] {
    var lines = [
      wording.plainGreeting(file: editor.fileName, draft: draft, mode: editor.modeName)
    ]
    // The editor's own welcome names keys; a new draft's is said in words.
    if editor.notice != nil { lines.append(wording.plainNewDraft) }
    editor.notice = nil
    return lines + [state] + shownReview + [wording.plainHint] + describe() + openQuestion()
  }

  /// Takes in who else is at work and what was left to be recovered, before anything is said.
  package mutating func open(_ opening: Event) -> [Effect] { editor.update(opening) }

  /// Takes in a line that was typed.
  ///
  /// What the line changed comes first among the effects, for the journal.
  package mutating func take(_ line: String) -> Answer {
    var answer = understand(line)
    answer.effects.insert(contentsOf: editor.takeNotes(), at: 0)
    if editor.overlay == nil, !editor.left.isEmpty {
      editor.showNextLeft()
      answer.lines += takeNotice() + openQuestion()
    }
    return answer
  }

  private mutating func understand(_ line: String) -> Answer {
    let line = PlainInput.withoutTabs(line)
    guard !line.unicodeScalars.contains("\u{FFFD}") else { return Answer([wording.plainNotUTF8]) }
    guard wording.shown(line) == line else { return Answer([wording.plainControls]) }
    switch (editor.overlay, expected) {
    case (.question(let question), _): return answer(question, with: line)
    case (.reason(let prompt), _): return takeReason(line, for: prompt)
    case (.recovery(let form), _): return answer(form, with: line)
    case (.path, _): return saveElsewhere(at: line)
    case (.conflicts(let list), _): return decide(list, with: line)
    case (_, .paragraph(let writing)): return Answer(write(line, as: writing))
    case (_, .place(let places)): return choose(line, among: places)
    case (_, .command): return obey(line)
    }
  }

  /// Takes in how a save went.
  package mutating func take(_ outcome: Event) -> Answer {
    editor.notice = nil
    let effects = editor.update(outcome)
    if case .conflicts(let list) = editor.overlay {
      return Answer(beginDeciding(list), effects: effects)
    }
    var lines = takeNotice()
    if case .stamped(let stamped, _) = outcome { lines += noted(stamped) }
    if case .path(let form) = editor.overlay { lines += saying(form) }
    return Answer(lines, effects: effects)
  }

  /// Says that a line was longer than could be taken in whole; nothing is done with it.
  package func refuseLongLine() -> Answer { Answer([wording.plainTooLong]) }

  /// Takes in that no more lines come.
  package mutating func end() -> [Effect] { editor.update(.input(.hangUp)) }

  /// Does what a line asks for where nothing else is waited for.
  mutating func obey(_ line: String) -> Answer {
    switch PlainInput(line) {
    case .nothing: return Answer(goOn(by: 1))
    case .figure(let text): return Answer(takeFigure(text))
    case .unknown(let text): return Answer([wording.plainUnknown(text)])
    case .command(let command, let words):
      guard command.works(in: kind) else { return Answer([wording.plainNotHere(command)]) }
      return obey(command, words)
    }
  }

  private mutating func obey(_ command: PlainCommand, _ words: String) -> Answer {
    if editor.blindSheet != nil, command.isForDraftsOnly {
      return Answer([wording.plainNotHere(command)])
    }
    switch command {
    case .next: return Answer(goOn(by: 1))
    case .previous: return Answer(goOn(by: -1))
    case .nextFinding: return Answer(goToFinding(.nextFinding))
    case .previousFinding: return Answer(goToFinding(.previousFinding))
    case .findings: return Answer(listFindings())
    case .takeSuggestion: return Answer(takeSuggestion(words))
    case .accept: return accept(words)
    case .set: return Answer(fill(words))
    case .blank: return Answer(makeBlank())
    case .total: return Answer(changeHere { _ = $0.performInGrid(.fillTotal) })
    case .allTotals: return Answer(changeHere { _ = $0.performInGrid(.fillTotals) })
    case .zeros: return ask { _ = $0.performInGrid(.fillZeros) }
    case .read: return Answer(read(words))
    case .readRow: return Answer(readRow())
    case .readAll: return Answer(readAll())
    case .lastYear: return Answer(readLastYear())
    case .story: return Answer(readStory())
    case .overview: return Answer(readOverview())
    case .comment: return comment(words)
    case .reply: return reply(words)
    case .settle: return settle(words, true)
    case .reopen: return settle(words, false)
    case .submit, .sendBack, .sign: return step(command, words)
    case .sections: return Answer(listSections())
    case .goTo: return Answer(go(to: words))
    case .replace, .insert, .delete: return Answer(change(paragraph: words, command))
    case .append: return Answer(append(words))
    case .undo: return Answer(changeHere(saying: wording.plainUndone) { $0.undo() })
    case .redo: return Answer(changeHere(saying: wording.plainRedone) { $0.redo() })
    case .saveElsewhere:
      return saveElsewhere(at: words)
    case .save:
      var effects: [Effect] = []
      var answer = ask { effects = $0.save(.thenStay) }
      answer.effects = effects
      return answer
    case .quit: return quit()
    case .help: return Answer(help)
    }
  }

  /// Lets the editor do something and says what came of it: the editor's own message, else the
  /// given sentence if anything changed, and how much is open now if that is another number.
  mutating func change(
    saying done: String? = nil, _ action: (inout Editor) -> Void
  ) -> [String] {
    let (before, revision) = (state, editor.revision)
    editor.notice = nil
    action(&editor)
    var lines = takeNotice()
    if lines.isEmpty, let done, editor.revision != revision { lines.append(done) }
    if state != before { lines.append(state) }
    return lines
  }

  /// The same, and where one is after it; where nothing changed the message says enough.
  mutating func changeHere(
    saying done: String? = nil, _ action: (inout Editor) -> Void
  ) -> [String] {
    let revision = editor.revision
    let lines = change(saying: done, action)
    return lines.isEmpty || editor.revision != revision ? lines + describe() : lines
  }

  /// The message that the editor left, if any.
  mutating func takeNotice() -> [String] {
    defer { editor.notice = nil }
    return editor.notice.map { [wording.plainSentences([wording.shown($0.text)])] } ?? []
  }

  /// How much is open.
  var state: String {
    let problems = editor.problems
    return wording.plainState(
      blanks: editor.validation.blankCount + problems.untouchedTexts.count,
      errors: problems.count(.error), warnings: problems.count(.warning))
  }

  private var help: [String] {
    let commands = PlainCommand.allCases.filter { $0.works(in: kind) && isOffered($0) }
    return [wording.plainHelpHead, wording.plainHelp(of: kind)] + commands.map(wording.plainHelp)
  }

  /// Whether help names a command to who is here for something else, or where nothing is reviewed.
  private func isOffered(_ command: PlainCommand) -> Bool {
    if editor.blindSheet != nil, command.isForDraftsOnly { return false }
    if editor.access == .reviewing, command.changesDraft { return false }
    if editor.access == .editing, [.sendBack, .sign].contains(command) { return false }
    return !(draft.review.stages.isEmpty && [.submit, .sendBack, .sign].contains(command))
  }
}

extension PlainCommand {
  /// Whether the command has no sense on a sheet that is only typed to be compared.
  fileprivate var isForDraftsOnly: Bool {
    [
      .saveElsewhere, .overview, .comment, .reply, .settle, .reopen, .submit, .sendBack, .sign,
      .story,
      .accept, .takeSuggestion, .lastYear, .total, .allTotals,
    ].contains(self)
  }
}
