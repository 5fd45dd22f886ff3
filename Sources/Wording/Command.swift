/// Everything a person can do in the editor, whatever key does it.
package enum Command: Hashable, Sendable, CaseIterable {
  case up, down, left, right
  case pageUp, pageDown
  case lineStart, lineEnd
  case first, last
  case nextCell, previousCell, nextLine
  case editInPlace, blank, blankAndEdit
  case nextFinding, previousFinding, applySuggestion, fillTotal
  case accept, compareYears
  case undo, redo
  case nextPane, previousPane
  case open
  case newParagraph, deleteBackward, deleteForward
  case changeChoice
  case save, quit, help, cancel, redraw
}

/// Where a key means what it means.
package enum Context: Hashable, Sendable, CaseIterable {
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
  /// The help page.
  case help
  /// The reason for letting a finding stand being typed.
  case reason
  /// A question with answers to choose from.
  case question
}
