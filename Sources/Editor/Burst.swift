import CellGrid
import Documents
import ReportModel
import Wording

extension Editor {
  /// Takes text that came at once from a terminal that does not bracket pastes.
  ///
  /// It is a paste only where the keyboard could not have sent it cell by cell with the same
  /// result: type-ahead, a phrase of an input method and keys sent by a script stay keys.
  mutating func take(burst text: String, _ keys: [Key]) -> [Effect] {
    switch context {
    case .grid where isPaste(text, keys):
      notice = nil
      pasteInGrid(text)
      return []
    // As keys CR LF would be two line ends.
    case .text where text.contains("\r\n"):
      notice = nil
      insert(text)
      return []
    default:
      waitingKeys += keys
      return pressWaitingKeys()
    }
  }

  /// Presses the keys of a burst up to one that saves: what follows is for the draft as it was
  /// written, and waits until that is known.
  mutating func pressWaitingKeys() -> [Effect] {
    var effects: [Effect] = []
    while let key = waitingKeys.popFirst() {
      let next = update(.input(.key(key)))
      effects += next
      if next.contains(where: \.isSave) { break }
    }
    return effects
  }

  /// Whether a field consists of keys that are commands in a table.
  private func isCommands(_ field: String) -> Bool {
    field.contains { keymap.command(for: .character($0), in: .grid) != nil }
      && field.allSatisfy {
        Self.isNumeric($0) || keymap.command(for: .character($0), in: .grid) != nil
      }
  }

  private func isPaste(_ text: String, _ keys: [Key]) -> Bool {
    guard let cell, access == .editing else { return false }
    let reading = PasteReading(text, for: draft.form, at: cell)
    guard !reading.values.isEmpty, !reading.refusals.contains(where: { isCommands($0.text) }) else {
      return false
    }
    var typed = self
    for key in keys { _ = typed.update(.input(.key(key))) }
    guard typed.commitTyping() else { return true }
    var pasted = draft
    for value in reading.values { pasted[value.cell] = value.value }
    for mark in reading.marks { pasted[mark] = nil }
    return (0..<draft.form.cellCount).contains {
      pasted[CellIndex($0)] != typed.draft[CellIndex($0)]
    }
  }
}

extension Effect {
  /// Whether the draft as it is written will come back.
  fileprivate var isSave: Bool {
    switch self {
    case .save, .saveMerged, .saveElsewhere: true
    case .note, .recovered, .gaveUp, .leave, .rescue, .copy, .edit, .stamp, .record, .suspend,
      .redraw, .quit:
      false
    }
  }
}
