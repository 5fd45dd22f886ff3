import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The part of the text that is selected; nil where nothing is.
  var textSelection: Range<Caret>? {
    guard case .caret(let start)? = anchor, let end = textCaret, start != end else { return nil }
    return min(start, end)..<max(start, end)
  }

  /// Moves the end of the selection, which begins where the caret was.
  mutating func extendTextSelection(by motion: Command) {
    let start = anchor ?? spots[entry]
    moveTextCaret(motion)
    anchor = start
  }

  /// Selects the whole text; the caret stands at its end.
  mutating func selectWholeText() { select(.start..<textEnd) }

  /// Selects a part of the text; the caret stands at its end.
  mutating func select(_ range: Range<Caret>) {
    anchor = .caret(range.lowerBound)
    spots[entry] = .caret(range.upperBound)
  }

  /// Copies what is selected to the program's own clipboard and to the terminal's.
  mutating func copyText() -> [Effect] {
    guard let selection = textSelection else {
      tell(wording.nothingSelected)
      return []
    }
    let copied = text.text(in: selection)
    clipboard = .text(copied)
    tell(wording.copiedCharacters(text.characterCount(in: selection)))
    return [.copy(copied)]
  }

  /// Copies what is selected and takes it out as one step.
  mutating func cutText() -> [Effect] {
    guard canChange() else { return [] }
    let effects = copyText()
    if let selection = textSelection {
      let count = text.characterCount(in: selection)
      replace(selection, with: "")
      tell(wording.cutCharacters(count))
    }
    return effects
  }

  mutating func tellNotCopied(_ message: String) -> [Effect] {
    tell(message, .warning)
    return []
  }

  /// Types what was copied last wherever text can be typed; figures come without tabs.
  mutating func pasteClipboard() {
    switch clipboard {
    case nil: tell(wording.nothingCopied)
    case .text(let text): paste(text)
    case .cells(let rows):
      let lines = rows.map { row in
        row.map { $0?.description ?? wording.blankValue }.joined(separator: " ")
      }
      paste(lines.joined(separator: context == .text ? "\n" : " "))
    }
  }
}

extension Prose {
  /// How many characters a part has besides line ends.
  func characterCount(in range: Range<Caret>) -> Int {
    let lines = range.upperBound.paragraph - range.lowerBound.paragraph
    return text(in: range).count - lines
  }
}
