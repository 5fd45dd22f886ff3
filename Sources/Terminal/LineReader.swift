internal import CTerminal
private import Glibc

/// Standard input line by line, for as long as the value lives; no screen is taken.
///
/// Signals that end or stop the program come in between the lines, so that work can be put aside.
/// Not copyable, like `Screen`: the handlers are one.
package struct LineReader: ~Copyable {
  /// What comes next.
  package enum Input: Equatable, Sendable {
    /// A line without its end.
    case line([UInt8])
    /// A line that did not come whole, or is longer than any that makes sense.
    case tooLong
    /// The input ended, the terminal went away, or the program was told to end.
    case end
  }

  /// Whether somebody types at a terminal, who waits to be asked.
  package let isTerminal: Bool
  private var waiting: [UInt8] = []
  /// Whether what comes up to the next line end belongs to a line given up.
  private var isSkipping = false
  private var hasEnded = false

  /// A terminal passes on no more of a line than this and drops the rest.
  private static let terminalLimit = 4095
  private static let limit = 1 << 20

  /// Catches the signals.
  ///
  /// - Throws: `notATerminal` where there is no more room for what that needs.
  package init() throws(Unavailable) {
    isTerminal = isatty(STDIN_FILENO) == 1
    guard terminal_guard_install() else { throw .notATerminal }
  }

  deinit { terminal_guard_release() }

  /// Waits for the next line or the end; once it has ended every call says so.
  package mutating func next() -> Input {
    while true {
      if hasEnded || isTold() { return end() }
      if let line = takeLine() { return line }
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: terminal_guard_pipe(), events: Int16(POLLIN), revents: 0),
      ]
      let count = unsafe poll(&descriptors, 2, -1)
      if count < 0, errno != EINTR { return end() }
      if count > 0, descriptors[0].revents != 0, !read() {
        hasEnded = true
        // What stands before the end of a file needs no line end.
        if !waiting.isEmpty, !isSkipping { return .line(takeAll()) }
      }
    }
  }

  private mutating func end() -> Input {
    hasEnded = true
    return .end
  }

  private mutating func takeAll() -> [UInt8] {
    defer { waiting = [] }
    return waiting
  }

  /// The next line of what was read; nil while its end has not come.
  private mutating func takeLine() -> Input? {
    guard let end = waiting.firstIndex(of: UInt8(ascii: "\n")) else {
      if waiting.count > Self.limit {
        waiting = []
        isSkipping = true
      }
      return nil
    }
    var line = Array(waiting[..<end])
    waiting.removeSubrange(...end)
    let isCut = isSkipping || isTerminal && line.count >= Self.terminalLimit
    isSkipping = false
    if isCut || line.count > Self.limit { return .tooLong }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .line(line)
  }

  /// Reads what is there; false where nothing comes any more.
  private mutating func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    let count = unsafe Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) }
    waiting += buffer[..<count]
    return true
  }

  /// Takes the signals in; whether one tells the program to end.
  private func isTold() -> Bool {
    while true {
      switch terminal_guard_next_signal() {
      case 0: return false
      case SIGHUP, SIGTERM, SIGINT: return true
      case SIGTSTP: terminal_guard_stop()
      default: break
      }
    }
  }
}
