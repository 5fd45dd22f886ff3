import FormCatalog
import PublishedReports
import ReportModel
import Simulation
import Storage

private import Glibc

/// Counts what the validator finds in published reports, puts mistakes into reports and counts how
/// often the suggestions name them, and writes both into docs/validator.md:
/// `swift run -c release --package-path Tests/Benchmarks figures`.
@main
enum Figures {
  private static let trials = 10_000
  /// The published reports whose figures are complete enough for trials.
  private static let published = [
    "anonymised-city-2025", "huaian-hongze-2023", "huaian-hongze-2024", "quxian-police-2023",
    "shanghai-office-2019", "shanghai-office-2025",
  ]

  static func main() {
    do {
      if Corpus.isPresent {
        try write(try findingTables(), at: "findings")
      } else {
        print("No published reports in \(Corpus.folder): NIANBAO_CORPUS may name their folder.")
        print("The figures are those of the made-up report alone.\n")
      }
      try write(table(of: try samples() + corpusReports()), at: "suggestions")
    } catch {
      print("Not done: \(error)")
      exit(1)
    }
  }

  private struct Report {
    let name: String
    let draft: Draft
  }

  private static func samples() -> [Report] {
    guard let form = FormCatalog.form(id: "disclosure-2021"),
      let draft = SampleReport.statutory(form, seed: 1)
    else { return [] }
    return [Report(name: "made up", draft: draft)]
  }

  /// The complete reports of the corpus, made to agree where they do not.
  private static func corpusReports() throws -> [Report] {
    var reports: [Report] = []
    for name in Corpus.isPresent ? published : [] {
      guard let draft = try Corpus.draft(name).agreeing() else {
        print("Left out, for its sums cannot be made to agree: \(name)")
        continue
      }
      reports.append(Report(name: name, draft: draft))
    }
    return reports
  }

  private static func table(of reports: [Report]) -> String {
    var lines = [
      "| report | figures that are not 0 | wrong cells | first | among the suggestions "
        + "| longest search, µs |",
      "|---|--:|--:|--:|--:|--:|",
    ]
    for wrongCells in [1, 2] {
      var sum = Trials.Outcome()
      var longest = 0.0
      for (number, report) in reports.enumerated() {
        let (outcome, time) = simulate(report.draft, wrongCells, seed: UInt64(number))
        lines.append(
          row(report.name, "\(filled(report.draft))", wrongCells, outcome, time))
        // The made-up report is no part of what published ones are like.
        guard number > 0 else { continue }
        sum += outcome
        longest = max(longest, time)
      }
      if sum.trials > 0 { lines.append(row("all published", "", wrongCells, sum, longest)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(
    _ name: String, _ filled: String, _ wrongCells: Int, _ outcome: Trials.Outcome, _ time: Double
  ) -> String {
    "| \(name) | \(filled) | \(wrongCells) | \(percent(outcome.shareFirst)) "
      + "| \(percent(outcome.shareListed)) | \(Int(time + 0.5)) |"
  }

  private static func simulate(
    _ draft: Draft, _ wrongCells: Int, seed: UInt64
  ) -> (outcome: Trials.Outcome, longest: Double) {
    var simulation = Trials(on: draft, tables: SampleReport.tables, seed: seed)
    var outcome = Trials.Outcome()
    var longest = 0.0
    for _ in 0..<trials {
      let trial = simulation.next(wrongCells: wrongCells)
      let validation = Validation(trial.draft)
      var (suggestions, time) = timed(validation, trial.draft)
      // Whatever else the machine does can only add: the least of three is the search's own.
      if time > longest {
        for _ in 0..<2 {
          let again = timed(validation, trial.draft)
          time = min(time, again.time)
          suggestions = again.suggestions
        }
        longest = max(longest, time)
      }
      outcome += trial.outcome(suggestions)
    }
    return (outcome, longest)
  }

  private static func timed(
    _ validation: Validation, _ draft: Draft
  ) -> (suggestions: Suggestions, time: Double) {
    let start = ContinuousClock.now
    let suggestions = validation.suggestions(in: draft)
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return (suggestions, Double(seconds) * 1e6 + Double(attoseconds) / 1e12)
  }

  /// How many figures of the tables with mistakes are not 0.
  private static func filled(_ draft: Draft) -> Int {
    draft.form.tables.filter { SampleReport.tables.contains($0.id) }.reduce(0) { sum, table in
      sum + table.cells.count { draft[CellIndex($0)]?.isZero == false }
    }
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int(share * 10_000)
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) %"
  }

  /// The repository, seen from where this was compiled.
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")

  /// What is known to be wrong in published reports, and what is found there.
  private static func findingTables() throws -> String {
    var lines = [
      "| published report | errors known in its tables | found | errors found beside them |",
      "|---|---|--:|--:|",
    ]
    for known in KnownErrors.all {
      let found = try known.found()
      let shared = Set(known.errors).intersection(found)
      let names = known.errors.isEmpty ? "none" : known.errors.joined(separator: "<br>")
      lines.append(
        "| \(known.report) | \(names) | \(shared.count) of \(known.errors.count) "
          + "| \(found.count - shared.count) |")
    }
    lines += [
      "", "| marks of a reader in texts | found | found and not marked |", "|---|--:|--:|",
    ]
    let tallies = [("words", try MarkedWords.tally()), ("figures", try MarkedFigures.tally())]
    for (name, tally) in tallies {
      lines.append("| \(name) | \(tally.found) of \(tally.marked) | \(tally.unshared) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Prints a table, and puts it between the two marks of the page that name it.
  private static func write(_ table: String, at name: String) throws {
    print(table)
    let (begin, end) = ("<!-- \(name) -->", "<!-- end of \(name) -->")
    let path = root + "/docs/validator.md"
    let page = String(decoding: try readFile(at: path, limit: 1 << 24), as: UTF8.self)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(of: begin[...]), let last = lines.firstIndex(of: end[...]),
      first < last
    else {
      print("docs/validator.md has no place for the figures: \(begin) … \(end)")
      exit(1)
    }
    let changed = lines[...first] + ["", table[...]] + lines[last...]
    try replaceFile(at: path, with: Array(changed.joined(separator: "\n").utf8))
  }
}
