import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The caret of the current section, where that is a text.
  var textCaret: Caret? {
    guard case .caret(let caret) = spots[entry] else { return nil }
    return caret
  }

  /// The text of the current section; empty where it has none.
  var text: Prose { section.map { draft.text(of: $0.id) } ?? Prose("") }

  /// Where the text shows: one column free at each side, the section's title above.
  var textArea: Rect {
    let main = Frame(size: size).main
    let titleHeight = main.height >= 4 ? 2 : 0
    return Rect(
      x: main.x + 1, y: main.y + titleHeight, width: main.width - 2,
      height: main.height - titleHeight)
  }

  /// A paragraph in lines as they show.
  func textLayout(_ paragraph: Int) -> TextLayout {
    TextLayout(text.paragraphs[paragraph], width: max(2, textArea.width), metrics: metrics)
  }

  mutating func performInText(_ command: Command) -> [Effect] {
    guard textCaret != nil else { return [] }
    let motion = command.extendedMotion ?? command
    if ![.up, .down, .pageUp, .pageDown].contains(motion) { goalColumn = nil }
    if command != .deleteBackward, command != .deleteForward { isTypingRun = false }
    switch command {
    case .left, .right, .up, .down, .pageUp, .pageDown, .lineStart, .lineEnd, .first, .last:
      moveCaret(command)
    case .selectUp, .selectDown, .selectLeft, .selectRight, .selectPageUp, .selectPageDown,
      .selectLineStart, .selectLineEnd, .selectFirst, .selectLast:
      extendTextSelection(by: motion)
    case .selectAll: selectWholeText()
    case .copy: return copyText()
    case .cut: return cutText()
    case .newParagraph: insert("\n")
    case .deleteBackward, .deleteForward: delete(command)
    case .replace: openReplacing()
    case .externalEditor: return canChange() ? [.edit(text.text)] : []
    case .cancel: leaveText()
    case .applySuggestion: applySuggestion()
    case .accept: accept()
    default: break  // The keymap sends nothing else here.
    }
    return []
  }

  /// Puts the selection away, or else goes to the contents.
  private mutating func leaveText() {
    if textSelection == nil { pane = .contents }
    anchor = nil
  }
}
