package import ReportModel

/// What the editor asks of the world, in order.
package enum Effect: Equatable, Sendable {
  /// Write the draft; answered by `Event.saved`, `Event.saveFailed` or `Event.conflicted`.
  case save(Draft)
  /// Put into the journal what was done and what is being typed, before the next screen shows it;
  /// answered by `Event.notNoted` where that failed.
  case note([Edit], typing: HalfTyped?)
  /// Write the draft to another file, where none is, and go on with that one; answered by
  /// `Event.savedElsewhere` or `Event.saveFailed`.
  case saveElsewhere(Draft, path: String)
  /// What was left by a session that was cut off is part of the draft now, by its number in
  /// `Event.opened`.
  case recovered(Int)
  /// The person wants nothing of what was left.
  case gaveUp(Int)
  /// The person only reads: nobody needs to be told that somebody is at work.
  case leave
  /// Write a draft in which what contradicted in the merge that was shown is decided; answered as
  /// `save` is.
  case saveMerged(Draft)
  /// Put unsaved work aside in a file of its own, where it can be found again; always followed by
  /// `quit`, after which the person is told where.
  case rescue(Draft)
  /// Hand a text to the terminal's clipboard, as far as the terminal takes it.
  case copy(String)
  /// Let the person change a text in an editor of their own; answered by `Event.edited` or
  /// `Event.editFailed`.
  case edit(String)
  /// Compare what was typed again with the draft, and record the result in it; answered by
  /// `Event.recorded` or `Event.saveFailed`.
  case record(Draft)
  /// Tell the time at which something is noted; answered by `Event.stamped`.
  case stamp(Stamped)
  /// Stop the program until the shell lets it go on.
  case suspend
  /// Draw the whole screen anew: something else may have written on it.
  case redraw
  /// End the program.
  case quit
}
