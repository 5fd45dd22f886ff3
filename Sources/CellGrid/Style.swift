/// What a piece of the screen is.
///
/// Which colour that gets is the terminal's business. Colour never carries meaning alone: whatever
/// is drawn in `error`, `warning` or `hint` has its mark (✗ ⚠ ℹ) beside it.
package enum Style: UInt8, CaseIterable, Hashable, Sendable {
  case normal
  /// The top line of the screen.
  case title
  /// The line of keys at the bottom.
  case keys
  /// A key's name in that line.
  case keyName
  /// Labels of columns and rows.
  case header
  /// Lines between cells and panes.
  case line
  /// Text that steps back: bases, hints, group rows.
  case muted
  /// The row, column or entry that the cursor is in, where the cursor itself is elsewhere.
  case current
  /// The cell or entry under the cursor.
  case focused
  /// The cell that is being edited.
  case editing
  /// A selected range of cells or text.
  case selected
  case error
  case warning
  case hint
  /// Words of a text that a finding points to.
  case marked
  /// Those of the finding that the details tell of.
  case markedHere
  /// Words of a text that are new since the last review.
  case changed
  /// Done, complete, saved.
  case good
  /// A suggestion: what one key would do.
  case suggestion
  /// The frame and text of a dialog.
  case dialog
  /// The chosen answer in a dialog.
  case dialogFocused
}
