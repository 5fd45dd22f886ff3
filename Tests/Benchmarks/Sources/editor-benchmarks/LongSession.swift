import CPseudoTerminal
import Simulation

/// Half an hour of work at ten keys a second, sent as fast as it is answered: moving, typing,
/// selecting, copying, undoing, lists and texts.
struct LongSession {
  static let keys = 18_000
  /// The most MiB that may be added between the first tenth of the keys and the last.
  static let bound = 1.0

  /// The memory after the first tenth of the keys and after the last, in MiB.
  let first: Double
  let last: Double

  var isFlat: Bool { last - first <= Self.bound }

  /// Runs a command that shows `ready` once it takes keys; nil where it does not start, or ends.
  init?(_ command: [String]) {
    guard let terminal = Terminal(command, columns: 100, rows: 30) else { return nil }
    defer { terminal.end() }
    _ = terminal.readAll(untilSilentFor: 500)
    var dice = Dice(seed: 30)
    var first: Double?
    for number in 1...Self.keys {
      terminal.type(Self.work.randomElement(using: &dice) ?? "")
      _ = terminal.readAll(untilSilentFor: 1)
      if number == Self.keys / 10 { first = terminal.currentMemory }
    }
    guard let first, let last = terminal.currentMemory else { return nil }
    self.first = first
    self.last = last
  }

  private static let work: [String] =
    Array(repeating: ["\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D"], count: 8).flatMap { $0 }
    + (0...9).map { String($0) }
    + [
      "\r", "\t", "\u{1B}[3~", "\u{1A}", "\u{19}", "\u{1B}[19~", "\u{1B}[1;2B", "\u{1B}[1;2C",
      "\u{03}", "\u{16}", "\u{1B}[5~", "\u{1B}[6~", "\u{10}", "\u{1B}", "\u{1B}[5;5~",
      "\u{1B}[6;5~", "中", "。",
    ]
}
