package import CellGrid

/// Everything that can happen to the editor.
package enum Event: Equatable, Sendable {
  /// The terminal told of something.
  case input(Input)
  /// The draft that `Effect.save` carried is on the disk.
  case saved
  /// It is not; the message says why and what to do.
  case saveFailed(message: String)
  /// The text that `Effect.edit` carried, as the person left it.
  case edited(String)
  /// It could not be edited; the message says why. The draft keeps the text it had.
  case editFailed(message: String)
  /// The text that `Effect.copy` carried did not reach the terminal's clipboard; the message says
  /// why. The program's own has it.
  case notCopied(message: String)
}
