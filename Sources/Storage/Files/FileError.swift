/// Why a file could not be read or written: the step that failed, and what the system said.
package struct FileError: Error, Equatable, Sendable {
  /// What was being done.
  package enum Step: Equatable, Sendable {
    case open, examine, read
    /// Making the sibling file that later takes the place of the old one.
    case create
    case write
    case keepPermissions
    /// Forcing the bytes to disk.
    case synchronize
    /// Reading back what was written.
    case verify
    /// Looking whether the file is still what it was.
    case compare
    /// Putting the new file in place.
    case replace
  }

  /// What was in the way.
  package enum Cause: Equatable, Sendable {
    case notFound
    case exists
    case permission
    case isDirectory
    /// A part of the path before the last is no folder.
    case notADirectory
    /// A pipe, socket or device where a file is wanted.
    case notAFile
    case tooLarge(limit: Int)
    case noSpace
    case readOnly
    case nameTooLong
    case linkLoop
    /// The device failed.
    case inputOutput
    /// The reader of a pipe is gone.
    case brokenPipe
    /// The device or the server does not answer any more.
    case unreachable
    /// What was read back is not what was written.
    case differs
    /// Another program wrote the file in the meantime.
    case changed
    case other(errno: Int32)
  }

  package var step: Step
  package var cause: Cause

  /// The path as it was given; empty for a stream without a name.
  package var path: String

  package init(_ step: Step, _ cause: Cause, path: String) {
    self.step = step
    self.cause = cause
    self.path = path
  }
}
