package import ReportModel

/// What the editor asks of the world, in order.
package enum Effect: Equatable, Sendable {
  /// Write the draft; answered by `Event.saved` or `Event.saveFailed`.
  case save(Draft)
  /// Put unsaved work aside in a file of its own, where it can be found again; always followed by
  /// `quit`, after which the person is told where.
  case rescue(Draft)
  /// Hand a text to the terminal's clipboard, as far as the terminal takes it.
  case copy(String)
  /// Let the person change a text in an editor of their own; answered by `Event.edited` or
  /// `Event.editFailed`.
  case edit(String)
  /// Stop the program until the shell lets it go on.
  case suspend
  /// Draw the whole screen anew: something else may have written on it.
  case redraw
  /// End the program.
  case quit
}
