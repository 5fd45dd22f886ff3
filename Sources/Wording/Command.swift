/// Everything a person can do in the editor, whatever key does it.
///
/// The raw value is the command's name in the config file.
package enum Command: String, Hashable, Sendable, CaseIterable {
  case up, down, left, right
  case pageUp, pageDown
  case lineStart, lineEnd
  case first, last
  case selectUp, selectDown, selectLeft, selectRight
  case selectPageUp, selectPageDown
  case selectLineStart, selectLineEnd
  case selectFirst, selectLast
  case selectAll, selectWord
  case nextCell, previousCell, nextLine
  case editInPlace, blank, blankAndEdit
  case copy, cut, paste
  case fillDown, fillRight, fillTotals, fillZeros
  case nextFinding, previousFinding, applySuggestion, fillTotal
  case accept, compareYears, story
  case overview, comment, settle, submit, sendBack, sign
  case undo, redo
  case find, goTo
  case nextSection, previousSection
  case nextPane, previousPane
  case open
  case newParagraph, deleteBackward, deleteForward, deleteToStart
  case replace, replaceOne, replaceAll, insertFigure, externalEditor
  case changeChoice
  case palette, save, saveElsewhere, quit, help, cancel, redraw, suspend, changeWidth

  /// The movement that a command extends the selection by; nil for all others.
  package var extendedMotion: Command? {
    switch self {
    case .selectUp: .up
    case .selectDown: .down
    case .selectLeft: .left
    case .selectRight: .right
    case .selectPageUp: .pageUp
    case .selectPageDown: .pageDown
    case .selectLineStart: .lineStart
    case .selectLineEnd: .lineEnd
    case .selectFirst: .first
    case .selectLast: .last
    default: nil
    }
  }
}

/// Where a key means what it means.
package enum Context: String, Hashable, Sendable, CaseIterable {
  /// A table, while no cell is being edited.
  case grid
  /// A cell whose value is being typed over: arrows leave it.
  case overwriting
  /// A cell being edited in place: arrows move inside it.
  case editing
  /// A text section.
  case text
  /// The list of the organ's data.
  case organ
  /// One of the organ's data being edited.
  case field
  /// The list of sections.
  case contents
  /// The list of what is found.
  case findings
  /// The help page.
  case help
  /// The reason for letting a finding stand being typed.
  case reason
  /// A question with answers to choose from.
  case question
  /// A list that typing narrows: commands, places, figures.
  case picker
  /// What a paste would change.
  case preview
  /// Finding and replacing in a text.
  case replacing
  /// Who changed what is here, and when.
  case story
  /// What a session that was cut off left.
  case recovery
  /// Where else to save being typed.
  case path
  /// What two people changed otherwise, to be decided.
  case conflicts
  /// How the draft stands: its review, what is found, said and changed.
  case overview
  /// What was said about a place.
  case thread
}
