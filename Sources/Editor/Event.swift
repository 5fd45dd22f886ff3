package import CellGrid
package import ReportModel
package import Wording

/// Everything that can happen to the editor.
package enum Event: Equatable, Sendable {
  /// The terminal told of something.
  case input(Input)
  /// The draft that `Effect.save` or `Effect.saveMerged` carried is on the disk, as it was written:
  /// where somebody else changed the file meanwhile, with their changes.
  case saved(Draft)
  /// It is not, because somebody else changed the file meanwhile and both changed the same: the
  /// person must choose. The merge's own side is the draft that the effect carried.
  case conflicted(Merge)
  /// It is not; the message says why and what to do.
  case saveFailed(message: String)
  /// The draft was opened while others are at work on it, or after sessions that were cut off.
  case opened(colleagues: [Colleague], left: [Recovery])
  /// What `Effect.note` carried could not be written; the message says why. It is tried again with
  /// the next note.
  case notNoted(message: String)
  /// The draft that `Effect.saveElsewhere` carried is on the disk, in a file of this name.
  case savedElsewhere(Draft, fileName: String)
  /// The text that `Effect.edit` carried, as the person left it.
  case edited(String)
  /// What `Effect.stamp` carried, at the local time with its offset.
  case stamped(Stamped, on: String)
  /// What came of typing figures again is in the draft, which had these, by the positions of the
  /// sheet's cells.
  case recorded([Quantity?])
  /// It could not be edited; the message says why. The draft keeps the text it had.
  case editFailed(message: String)
  /// The text that `Effect.copy` carried did not reach the terminal's clipboard; the message says
  /// why. The program's own has it.
  case notCopied(message: String)
}
