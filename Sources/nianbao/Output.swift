import Glibc
import Storage

/// The two streams that a command writes to.
enum Output {
  /// Writes results to standard output.
  static func result(_ text: String) throws {
    try bytes(Array(text.utf8))
  }

  /// Writes results to standard output as they are.
  static func bytes(_ bytes: [UInt8]) throws(Failure) {
    do throws(FileError) {
      try writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      throw Failure.file(error.message(about: "-"))
    }
  }

  /// Writes one line to standard error; where even that is gone there is nobody to tell.
  static func error(_ line: String) {
    do throws(FileError) {
      try writeAll(Array((line + "\n").utf8), to: STDERR_FILENO)
    } catch {
      return
    }
  }
}
