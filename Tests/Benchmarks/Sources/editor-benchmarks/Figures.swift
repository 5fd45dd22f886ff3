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
  /// How many times as much as on the statutory form.
  var slack = 1.0

  /// Prints what was measured, each beside its bound, and returns the names of the broken ones.
  func broken(by own: Figures, beside vim: Figures) -> [String] {
    let lines: [(name: String, own: Double, vim: Double, bound: Bound?)] = [
      ("first paint, ms", own.firstPaint, vim.firstPaint, .timesVim(0.8 * slack)),
      ("key, median, ms", own.keyMedian, vim.keyMedian, .timesVim(1.5 * slack)),
      ("key, 99 of 100, ms", own.keyLate, vim.keyLate, .atMost(3 * slack)),
      ("bytes a key, median", own.bytesMedian, vim.bytesMedian, .atMost(150 * slack)),
      ("bytes a key, mean", own.bytesMean, vim.bytesMean, nil),
      ("peak memory, MiB", own.peak, vim.peak, .atMost(18 * slack)),
      ("keys without an answer", Double(own.lostKeys), Double(vim.lostKeys), .atMost(0)),
    ]
    return lines.compactMap { line in
      let isKept = line.bound?.allows(line.own, beside: line.vim) ?? true
      print(
        "  " + Self.padded(line.name, to: 24) + Self.column(line.own) + Self.column(line.vim)
          + Self.column(line.vim > 0 ? line.own / line.vim : 0) + "   "
          + (line.bound?.text ?? "no bound") + (isKept ? "" : "  BROKEN"))
      return isKept ? nil : line.name
    }
  }

  /// The most that a figure may be.
  private enum Bound {
    case timesVim(Double)
    case atMost(Double)

    func allows(_ own: Double, beside vim: Double) -> Bool {
      switch self {
      case .timesVim(let ratio): own <= ratio * vim
      case .atMost(let most): own <= most
      }
    }

    var text: String {
      switch self {
      case .timesVim(let ratio): "at most \(Bounds.figure(ratio)) x vim"
      case .atMost(let most): "at most \(Bounds.figure(most))"
      }
    }
  }

  static func head(_ name: String) {
    print(padded(name, to: 26) + "   nianbao       vim     ratio   bound of nianbao")
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
