/// How long something took, over many runs, in microseconds.
struct Measurement {
  let median: Double
  let worst: Double

  /// Runs something once without counting it, then `count` times.
  init(runs count: Int, _ work: () -> Void) {
    work()
    let clock = ContinuousClock()
    let times = (0..<count).map { _ in Self.microseconds(clock.measure(work)) }.sorted()
    median = times[count / 2]
    worst = times[count - 1]
  }

  /// For what is too short to be timed alone: the mean of `batch` runs counts as one.
  init(runs count: Int, batch: Int, _ work: (Int) -> Void) {
    for number in 0..<batch { work(number) }
    let clock = ContinuousClock()
    let times = (0..<count).map { _ in
      Self.microseconds(clock.measure { for number in 0..<batch { work(number) } })
        / Double(batch)
    }.sorted()
    median = times[count / 2]
    worst = times[count - 1]
  }

  static func microseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }

  /// Prints a line: what was measured, the median, the worst.
  func report(_ name: String) {
    print(Self.padded(name, to: 58) + Self.figure(median) + Self.figure(worst))
  }

  static func reportHead() {
    print(padded("microseconds", to: 58) + "      median       worst")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func figure(_ value: Double) -> String {
    let tenths = Int(value * 100 + 0.5)
    let fraction = tenths % 100
    let text = "\(tenths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    return String(repeating: " ", count: max(1, 12 - text.count)) + text
  }
}
