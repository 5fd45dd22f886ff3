internal import CTerminal

/// The modes that the program switches on, and off on every way out.
struct Modes {
  let on: String
  let off: String

  init(mouse: Bool) {
    // ESC > leaves the numeric keypad numeric: it is a clerk's main tool.
    on = "\u{1B}>\u{1B}[?2004h" + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "")
    off = (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?2004l"
  }

  /// Says what a fatal signal writes: there is then no ncurses to trust.
  func guardAgainstCrashes() {
    var bytes = Array(off.utf8)
    for name in ["sgr0", "cnorm", "rmcup"] { bytes += Capability.bytes(name) }
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe terminal_guard_set_restore(bytes.baseAddress, bytes.count)
    }
  }
}
