/// What several runs of one program took, put together.
struct Figures {
  let firstPaint: Double
  let keyMedian: Double
  /// All but one key of a hundred was answered sooner.
  let keyLate: Double
  let bytesMedian: Double
  let bytesMean: Double
  let peak: Double
  let lostKeys: Int

  /// Nil where a run never showed what was waited for, or answered no key.
  init?(_ sessions: [Session]) {
    let paints = sessions.compactMap(\.firstPaint).sorted()
    let latencies = sessions.flatMap(\.latencies).sorted()
    let sizes = sessions.flatMap(\.sizes).sorted()
    guard paints.count == sessions.count, !paints.isEmpty, !latencies.isEmpty else { return nil }
    firstPaint = paints[paints.count / 2]
    keyMedian = latencies[latencies.count / 2]
    keyLate = latencies[latencies.count * 99 / 100]
    bytesMedian = Double(sizes[sizes.count / 2])
    bytesMean = Double(sizes.reduce(0, +)) / Double(sizes.count)
    peak = sessions.compactMap(\.peak).max() ?? 0
    lostKeys = sessions.reduce(0) { $0 + $1.lostKeys }
  }
}

/// What a report may take, beside vim on the same machine in the same minutes.
struct Bounds {
  /// How much more than on the statutory form.
  var slack = 1.0

  /// Prints what was measured, each beside its bound; false where one is broken.
  func judge(_ own: Figures, beside vim: Figures) -> Bool {
    let lines = [
      line("first paint, ms", own.firstPaint, vim.firstPaint, ratio: 0.8),
      line("key, median, ms", own.keyMedian, vim.keyMedian, ratio: 1.5),
      line("key, 99 of 100, ms", own.keyLate, vim.keyLate, most: 3),
      line("bytes a key, median", own.bytesMedian, vim.bytesMedian, most: 150),
      line("bytes a key, mean", own.bytesMean, vim.bytesMean),
      line("peak memory, MiB", own.peak, vim.peak, most: 18),
      line("keys without an answer", Double(own.lostKeys), Double(vim.lostKeys), most: 0),
    ]
    return lines.allSatisfy { $0 }
  }

  private func line(
    _ name: String, _ own: Double, _ vim: Double, ratio: Double? = nil, most: Double? = nil
  ) -> Bool {
    let limit = ratio.map { $0 * vim * slack } ?? most.map { $0 * slack }
    let isKept = limit.map { own <= $0 } ?? true
    let bound = limit.map { "at most \(Self.figure($0))" } ?? ""
    print(
      "  " + Self.padded(name, to: 24) + Self.column(own) + Self.column(vim)
        + Self.column(vim > 0 ? own / vim : 0) + "   " + bound + (isKept ? "" : "  BROKEN"))
    return isKept
  }

  static func head(_ name: String) {
    print(padded(name, to: 26) + "   nianbao       vim     ratio")
  }

  private static func column(_ value: Double) -> String {
    let text = figure(value)
    return String(repeating: " ", count: max(1, 10 - text.count)) + text
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func figure(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
  }
}
