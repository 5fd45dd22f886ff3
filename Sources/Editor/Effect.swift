package import ReportModel

/// What the editor asks of the world, in order.
package enum Effect: Equatable, Sendable {
  /// Write the draft; answered by `Event.saved` or `Event.saveFailed`.
  case save(Draft)
  /// Put unsaved work aside where it can be found again; nobody is there to answer.
  case rescue(Draft)
  /// Draw the whole screen anew: something else may have written on it.
  case redraw
  /// End the program.
  case quit
}
