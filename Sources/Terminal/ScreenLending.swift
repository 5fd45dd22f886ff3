internal import CTerminal
private import Glibc

/// How a program that had the terminal came to its end.
package enum ProgramEnd: Equatable, Sendable {
  case exited(code: Int)
  case killed(signal: Int)
  /// It could not be started; the number is the system's error.
  case notStarted(error: Int)
  /// It was left: the terminal is gone, or this process was asked to end.
  case hungUp
}

extension Screen {
  /// How long a program may take to end that was told of a hang-up, in milliseconds.
  private static let farewellPatience = 1000

  /// Runs a program, sought in PATH, that has the terminal until it ends; no shell is involved.
  ///
  /// What was typed and not read by then is dropped: it was meant for the program. Where it is
  /// stopped, this process stops with it, and both go on together.
  ///
  /// - Precondition: there is at least one word, the program's name.
  package mutating func lend(to words: [String]) -> ProgramEnd {
    precondition(!words.isEmpty, "A program has a name.")
    release()
    _ = decoder.timeOut()
    let bytes = words.flatMap { Array($0.utf8) + [0] }.map { CChar(bitPattern: $0) }
    let process = unsafe terminal_program_start(bytes, Int32(words.count))
    let end: ProgramEnd =
      process < 0 ? .notStarted(error: Int(-process)) : wait(for: process)
    if end != .hungUp { tcflush(STDIN_FILENO, TCIFLUSH) }
    reclaim()
    return end
  }

  private mutating func wait(for process: Int32) -> ProgramEnd {
    while true {
      if let end = end(of: process) { return end }
      var descriptor = pollfd(fd: terminal_guard_pipe(), events: Int16(POLLIN), revents: 0)
      unsafe poll(&descriptor, 1, -1)
      if let signal = readHangUp() {
        kill(process, signal)
        awaitFarewell(of: process)
        return .hungUp
      }
    }
  }

  /// How a program ended; nil while it runs.
  ///
  /// One that is stopped goes on when this process does.
  private func end(of process: Int32) -> ProgramEnd? {
    var detail: Int32 = 0
    switch unsafe terminal_program_look(process, &detail) {
    case TERMINAL_PROGRAM_EXITED: return .exited(code: Int(detail))
    case TERMINAL_PROGRAM_KILLED: return .killed(signal: Int(detail))
    case TERMINAL_PROGRAM_STOPPED:
      terminal_guard_stop()
      // Where the system does not let this job stop, the program must not stay stopped either.
      kill(process, SIGCONT)
      return nil
    default: return nil
    }
  }

  /// The signal that asks this process to end, if one came; all others are of no use meanwhile.
  private func readHangUp() -> Int32? {
    var found: Int32?
    while case let signal = terminal_guard_next_signal(), signal != 0 {
      if [SIGHUP, SIGTERM].contains(signal) { found = signal }
    }
    return found
  }

  /// Lets a program give the terminal back before this one writes on it.
  private func awaitFarewell(of process: Int32) {
    let deadline = milliseconds() + Self.farewellPatience
    while end(of: process) == nil, case let left = deadline - milliseconds(), left > 0 {
      var descriptor = pollfd(fd: terminal_guard_pipe(), events: Int16(POLLIN), revents: 0)
      unsafe poll(&descriptor, 1, Int32(left))
      _ = readHangUp()
    }
  }
}
