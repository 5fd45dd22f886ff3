import FormCatalog
import JSONText
import ReportModel
import Simulation

/// Texts that nobody writes: the words that the form's rules look for, over and over.
struct HostileTexts {
  private static let short = 5_000
  private static let long = 40_000
  /// How many times as long the long text may take; 8 times would be linear, 64 times quadratic.
  private static let mostGrowth = 16.0

  private let draft: Draft
  private let section: String

  init(on draft: Draft) {
    self.draft = draft
    section = draft.form.textSections.first { $0.id == "overview" }?.id ?? ""
  }

  /// Tries every word alone and with figures, and seeded pairs of them; prints how the time grows,
  /// and tells whether it grows with the text alone.
  func measure() -> Bool {
    let words = Self.words(of: draft.form)
    let marks = [
      "（", "）（", "〔", "“", "1", "一", "，", "、", "；", "%", "年", "××", " ", "<", "&", "*", "____，",
      "电话：）",
    ]
    let figures = ["5件", "5件，", "共5件，其中2件", "5件，占5%，", "同比增长5%，", "2022年", "1月1日至12月31日"]
    let pieces = words + marks + figures
    var dice = Dice(seed: 1)
    func any(_ pieces: [String]) -> String {
      pieces[Int(dice.next(upperBound: UInt(pieces.count)))]
    }
    return [
      report("every word", pieces.map { Pattern($0) }),
      report("every word with a figure", words.map { Pattern($0 + "5件，") }),
      report("every word many times, then figures", words.map { Pattern($0, then: "5件，") }),
      report("pairs", (0..<1_000).map { _ in Pattern(any(pieces) + any(pieces)) }),
      report(
        "one after the other", (0..<1_000).map { _ in Pattern(any(pieces), then: any(pieces)) }),
      report(
        "figures, then another",
        figures.flatMap { first in figures.map { Pattern(first, then: $0) } }),
    ].allSatisfy { $0 }
  }

  /// A piece over and over, in the second half perhaps another.
  private struct Pattern {
    let first: String
    let second: String

    init(_ first: String, then second: String? = nil) {
      self.first = first
      self.second = second ?? first
    }

    func text(_ length: Int) -> String {
      [first, second].map { String(repeating: $0, count: max(1, length / 2 / $0.count)) }.joined()
    }
  }

  private func report(_ name: String, _ patterns: [Pattern]) -> Bool {
    var worst = (growth: 0.0, pattern: Pattern(""))
    for pattern in patterns {
      var growth = growth(of: pattern, scale: 1, runs: 1)
      // What disturbs a short run hardly disturbs several long ones.
      if growth > Self.mostGrowth * 3 / 4 { growth = self.growth(of: pattern, scale: 10, runs: 3) }
      if growth > worst.growth { worst = (growth, pattern) }
    }
    let tenths = Int(worst.growth * 10 + 0.5)
    print(
      "\(name): \(patterns.count) texts 8 times as long take at most "
        + "\(tenths / 10).\(tenths % 10) times as long (\(worst.pattern.first) \(worst.pattern.second))"
    )
    return worst.growth <= Self.mostGrowth
  }

  private func growth(of pattern: Pattern, scale: Int, runs: Int) -> Double {
    time(of: pattern, Self.long * scale, runs: runs)
      / time(of: pattern, Self.short * scale, runs: runs)
  }

  /// The shortest of a few runs: what disturbs a run makes it longer only.
  private func time(of pattern: Pattern, _ length: Int, runs: Int) -> Double {
    var hostile = draft
    hostile.setText(Prose(pattern.text(length)), of: section)
    let clock = ContinuousClock()
    return (0..<runs).map { _ in
      Measurement.microseconds(
        clock.measure { ValidatorBenchmarks.consume(Validation(hostile).findings(in: hostile)) })
    }.min() ?? 0
  }

  /// Every Chinese text among the checks of a form, each once, in order.
  private static func words(of form: Form) -> [String] {
    guard let source = FormCatalog.source(id: form.id) else { return [] }
    var words: Set<String> = []
    func collect(_ json: JSON) {
      if let text = json.string, text.unicodeScalars.contains(where: { $0.value > 0x2000 }) {
        words.insert(text)
      }
      json.array?.forEach(collect)
      json.object?.forEach { collect($0.value) }
    }
    do {
      if let checks = try JSON(reading: source)["checks"] { collect(checks) }
    } catch {
      print("The form cannot be read: \(error)")
    }
    return words.sorted()
  }
}
