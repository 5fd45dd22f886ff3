package import ReportModel

/// What the editor asks of the world, in order.
package enum Effect: Equatable, Sendable {
  /// Write the draft; answered by `Event.saved` or `Event.saveFailed`.
  case save(Draft)
  /// Put unsaved work aside in a file of its own, where it can be found again; always followed by
  /// `quit`, after which the person is told where.
  case rescue(Draft)
  /// Draw the whole screen anew: something else may have written on it.
  case redraw
  /// End the program.
  case quit
}
