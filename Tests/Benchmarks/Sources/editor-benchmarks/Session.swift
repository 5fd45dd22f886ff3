import CPseudoTerminal
import Glibc

/// What one run of a program on a pseudo-terminal took.
struct Session {
  /// Milliseconds from the start until the text that was waited for had been sent; nil if never.
  private(set) var firstPaint: Double?
  /// Milliseconds from each key to the first byte of its answer.
  private(set) var latencies: [Double] = []
  /// The bytes that answered each key.
  private(set) var sizes: [Int] = []
  /// Keys without an answer within half a second.
  private(set) var lostKeys = 0
  /// The most memory the process had, in MiB; nil where the system does not tell.
  private(set) var peak: Double?

  static let columns = 120
  static let rows = 30

  /// Runs a command, waits for a text on its screen, types keys and ends it; nil where it does not
  /// start.
  init?(_ command: [String], readyAt ready: String, keys: [String]) {
    let clock = ContinuousClock()
    let start = clock.now
    guard let terminal = Terminal(command, columns: Self.columns, rows: Self.rows) else {
      return nil
    }
    defer { terminal.end() }
    var output: [UInt8] = []
    let wanted = Array(ready.utf8)
    while firstPaint == nil, clock.now - start < .seconds(10) {
      guard let bytes = terminal.read(within: 1_000) else { continue }
      let arrival = clock.now - start
      if bytes.isEmpty { return }
      // Only what is new is looked through: looking must not delay the reading.
      let seen = max(0, output.count - wanted.count)
      output += bytes
      if output.contains(wanted, from: seen) { firstPaint = Self.milliseconds(arrival) }
    }
    _ = terminal.readAll(untilSilentFor: 300)
    for key in keys {
      let pressed = clock.now
      terminal.type(key)
      guard let first = terminal.read(within: 500) else {
        lostKeys += 1
        continue
      }
      latencies.append(Self.milliseconds(clock.now - pressed))
      sizes.append(first.count + terminal.readAll(untilSilentFor: 15))
    }
    peak = terminal.peakMemory
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere in these, beginning at `start` or later.
  fileprivate func contains(_ other: [UInt8], from start: Int) -> Bool {
    guard count >= start + other.count else { return false }
    return (start...count - other.count).contains { self[$0...].starts(with: other) }
  }
}
