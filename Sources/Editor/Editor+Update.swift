import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Takes one event in and returns the effects to run, in order.
  package mutating func update(_ event: Event) -> [Effect] {
    var effects =
      switch event {
      case .input(let input): take(input)
      case .saved(let written): noteSaved(written)
      case .conflicted(let merge): decide(merge)
      case .saveFailed(let message): noteFailure(message)
      case .opened(let colleagues, let left): noteOpening(colleagues, left)
      case .notNoted(let message): tellNotNoted(message)
      case .savedElsewhere(let draft, let fileName): noteMoved(to: fileName, draft)
      case .edited(let text): takeEdited(text)
      case .editFailed(let message): tellEditFailed(message)
      case .notCopied(let message): tellNotCopied(message)
      case .stamped(let stamped, let moment): take(stamped, on: moment)
      case .recorded(let stored): noteRecorded(stored)
      }
    showNextLeft()
    effects.insert(contentsOf: takeNotes(), at: 0)
    if event.endsSave, !effects.contains(.quit) { effects += pressWaitingKeys() }
    scrollIntoView()
    layOutConflicts()
    prepareBackdrop()
    return effects
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .paste(let text):
      paste(text)
      return []
    case .burst(let text, let keys): return take(burst: text, keys)
    case .mouse(let mouse):
      return point(mouse)
    case .resize(let size):
      resize(to: size)
      return []
    case .metrics(let metrics):
      measure(by: metrics)
      return []
    case .hangUp: return hangUp()
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    guard let command = keymap.command(for: key, in: context) else {
      if case .character(let character) = key.code, key.modifiers.subtracting(.shift).isEmpty {
        return type(character)
      }
      // A key that does something elsewhere says so rather than nothing.
      let elsewhere = keymap.bindings.first { $0.key == key }?.command
      if let elsewhere, Picker.offers(elsewhere), overlay == nil, typing == nil {
        tell(wording.notHere(elsewhere))
      }
      return []
    }
    return perform(command)
  }

  /// Does what a command says in the present context.
  mutating func perform(_ command: Command) -> [Effect] {
    if let blindSheet, command.isForDraftsOnly {
      if command == .overview, blindSheet.stage == .recorded {
        showSideBySide(blindSheet)
      } else {
        tell(wording.notHere(command))
      }
      return []
    }
    switch command {
    case .save: return save(.thenStay)
    case .quit: return quit()
    case .story: afterCommit { $0.openStory() }
    case .overview: afterCommit { $0.openOverview() }
    case .comment: afterCommit { $0.openThread() }
    case .submit: afterCommit { $0.askToSubmit() }
    case .sendBack: afterCommit { $0.askForReturn() }
    case .sign: afterCommit { $0.askToSign() }
    case .undo: afterCommit { $0.undo() }
    case .redo: afterCommit { $0.redo() }
    case .nextFinding: afterCommit { $0.goToFinding(.next) }
    case .previousFinding: afterCommit { $0.goToFinding(.previous) }
    case .nextPane: afterCommit { $0.changePane(by: 1) }
    case .previousPane: afterCommit { $0.changePane(by: -1) }
    case .nextSection: afterCommit { $0.goToSection(by: 1) }
    case .previousSection: afterCommit { $0.goToSection(by: -1) }
    case .palette: afterCommit { $0.openPicker(.commands) }
    case .find: afterCommit { $0.openPicker(.find) }
    case .goTo: afterCommit { $0.openPicker(.places) }
    case .saveElsewhere: afterCommit { $0.askForPath() }
    case .insertFigure: afterCommit { $0.openPicker(.figures) }
    case .selectWord: afterCommit { $0.selectWord() }
    case .help: afterCommit { $0.overlay = .help(context: $0.context, top: 0) }
    case .changeWidth: afterCommit { $0.changeWidth() }
    case .suspend: return commitTyping() ? [.suspend] : []
    case .redraw: return [.redraw]
    default: return performHere(command)
    }
    return []
  }

  /// Does something that works everywhere, once what is being typed has been taken over.
  private mutating func afterCommit(_ action: (inout Editor) -> Void) {
    guard commitTyping() else { return }
    isTypingRun = false
    goalColumn = nil
    action(&self)
  }

  private mutating func performHere(_ command: Command) -> [Effect] {
    if command == .paste, context != .grid {
      pasteClipboard()
      return []
    }
    switch context {
    case .grid: return performInGrid(command)
    case .overwriting, .editing: return performInCell(command)
    case .text: return performInText(command)
    case .organ: performInOrgan(command)
    case .field: performInField(command)
    case .contents: performInContents(command)
    case .findings: performInFindings(command)
    case .help: performInHelp(command)
    case .reason: return performInReason(command)
    case .question: return performInQuestion(command)
    case .picker: return performInPicker(command)
    case .preview: performInPreview(command)
    case .replacing: performInReplacing(command)
    case .story: performInStory(command)
    case .recovery: return performInRecovery(command)
    case .path: return performInPath(command)
    case .conflicts: return performInConflicts(command)
    case .overview: return performInOverview(command)
    case .thread: return performInThread(command)
    }
    return []
  }

  /// A character without a command of its own.
  private mutating func type(_ character: Character) -> [Effect] {
    switch context {
    case .grid: startTyping(character)
    case .overwriting, .editing: typeInCell(character)
    case .text: insert(String(character))
    case .organ: typeOverField(String(character))
    case .field: typing?.input.insert(String(character))
    case .reason: insertInReason(String(character))
    case .picker: insertInPicker(String(character))
    case .replacing: insertInReplacing(String(character))
    case .path: insertInPath(String(character))
    case .contents, .findings: tell(wording.goInsideFirst)
    case .thread: insertInThread(String(character))
    case .help, .preview, .story, .recovery, .overview: break
    case .question: return answer(character)
    case .conflicts: chooseInConflicts(character)
    }
    return []
  }

  /// Types a text as a whole, where text can be typed.
  mutating func paste(_ text: String) {
    notice = nil
    switch context {
    case .text: insert(text)
    case .field: typing?.input.insert(text)
    case .organ: typeOverField(text)
    case .grid, .overwriting, .editing: pasteInGrid(text)
    case .reason: insertInReason(text)
    case .picker: insertInPicker(text)
    case .replacing: insertInReplacing(text)
    case .path: insertInPath(text)
    case .contents, .findings: tell(wording.goInsideFirst)
    case .thread: insertInThread(text)
    case .help, .question, .preview, .story, .recovery, .conflicts, .overview: break
    }
  }
}

extension Event {
  /// Whether it tells how a save ended.
  fileprivate var endsSave: Bool {
    switch self {
    case .saved, .conflicted, .saveFailed, .savedElsewhere: true
    case .input, .opened, .notNoted, .edited, .editFailed, .notCopied, .stamped, .recorded: false
    }
  }
}
