package import CellGrid

/// Everything that can happen to the editor.
package enum Event: Equatable, Sendable {
  /// The terminal told of something.
  case input(Input)
  /// The draft that `Effect.save` carried is on the disk.
  case saved
  /// It is not; the message says why and what to do.
  case saveFailed(message: String)
}
