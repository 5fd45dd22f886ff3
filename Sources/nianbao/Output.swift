import Glibc
import Storage
import Wording

/// The two streams that a command writes to.
enum Output {
  /// Writes lines for people to standard output.
  static func text(_ text: String) throws {
    try bytes(Array(harmless(text).utf8))
  }

  /// Writes results for programs to standard output, as they are.
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

  /// Writes lines for people to standard error; where even that is gone there is nobody to tell.
  static func error(_ lines: String) {
    report(harmless(lines))
  }

  /// Writes a report for programs to standard error, as it is.
  static func report(_ text: String) {
    do throws(FileError) {
      try writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
    } catch {
      return
    }
  }

  /// The lines without anything that could steer a terminal.
  ///
  /// Sentences escape what they take from files and arguments, also the ends of lines, which
  /// nobody can tell apart here; this is the net below them.
  private static func harmless(_ lines: String) -> String {
    lines.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Wording.ofProcess.shownField(String($0)) }.joined(separator: "\n")
  }
}
