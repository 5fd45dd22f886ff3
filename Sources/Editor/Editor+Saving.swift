import CellGrid
import ReportModel
import Wording

extension Editor {
  mutating func save(_ next: Saving) -> [Effect] {
    if blindSheet != nil, next == .thenStay { return compareBlindSheet() }
    guard canSave(), commitTyping() else { return [] }
    if let upgradedFrom {
      overlay = .question(.upgrade(from: upgradedFrom, next, wording))
      return []
    }
    saving = next
    return [.save(draft)]
  }

  mutating func noteSaved(_ written: Draft) -> [Effect] {
    let count = takeOver(written)
    forgetNotes()
    history.noteSaved()
    savedDraft = draft
    lastSaveFailed = false
    lastConflicts = nil
    isTypingRun = false
    let next = saving
    saving = nil
    if next == .thenQuit { return [.quit] }
    let message =
      count == 0
      ? wording.saved(fileName)
      : wording.saved(fileName, changesOfOthers: count)
    tell(message, .good)
    return []
  }

  mutating func noteFailure(_ message: String) -> [Effect] {
    saving = nil
    if case .path(var form) = overlay {
      form.message = message
      overlay = .path(form)
      return []
    }
    guard blindSheet == nil else {
      tell(message, .error)
      return []
    }
    lastSaveFailed = true
    tell(wording.orSaveElsewhere(message, key: keyName(of: .saveElsewhere)), .error)
    return []
  }

  /// Says that the journal could not be written.
  mutating func tellNotNoted(_ message: String) -> [Effect] {
    tell(wording.notNoted(message, saveKey: keyName(of: .save)), .warning)
    return []
  }

  mutating func quit() -> [Effect] {
    guard commitTyping() else { return [] }
    if history.isSaved { return [.quit] }
    overlay = .question(
      blindSheet == nil
        ? .quit(wording, lastSaveFailed: lastSaveFailed) : .leaveSheet(wording))
    return []
  }

  mutating func hangUp() -> [Effect] {
    // A value still being typed is kept if it is one: nobody is there to be asked. What is none stays
    // in the journal as it was typed.
    _ = commitTyping()
    return isSaved ? [.quit] : [.rescue(draft), .quit]
  }

  mutating func undo() {
    guard blindSheet?.stage == .recorded ? canChange() : history.canUndo || canChange() else {
      return
    }
    guard let step = history.undo() else {
      tell(wording.nothingToUndo)
      return
    }
    apply(step.inverse)
    go(to: step.before)
  }

  mutating func redo() {
    guard blindSheet?.stage == .recorded ? canChange() : history.canRedo || canChange() else {
      return
    }
    guard let step = history.redo() else {
      tell(wording.nothingToRedo)
      return
    }
    apply(step.edits)
    go(to: step.after)
  }

  /// Whether there may be something to save; says so where not.
  ///
  /// Who reviews may have said something.
  mutating func canSave() -> Bool { !history.isSaved || canChange() }

  /// Whether values may be changed; says so where not.
  mutating func canChange() -> Bool {
    if let blindSheet, entry == 0 || blindSheet.stage == .recorded {
      tell(wording.onlyFiguresAgain)
      return false
    }
    guard access == .reviewing else { return true }
    tell(wording.readOnly, .warning)
    return false
  }
}
