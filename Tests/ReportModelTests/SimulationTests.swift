import PublishedReports
import ReportModel
import Simulation
import Testing

@Suite("Suggestions for figures typed wrong")
struct SimulationTests {
  /// What the suggestions must at least be worth, with one and with two wrong cells.
  static let aims: [(wrongCells: Int, first: Double, listed: Double)] = [
    (wrongCells: 1, first: 0.93, listed: 0.995), (wrongCells: 2, first: 0.85, listed: 0.99),
  ]

  static let published = [
    "anonymised-city-2025", "huaian-hongze-2023", "huaian-hongze-2024", "quxian-police-2023",
    "shanghai-office-2019", "shanghai-office-2025",
  ]

  @Test("name the wrong cells first, nearly always, in a report made up", arguments: aims)
  func nameThem(wrongCells: Int, first: Double, listed: Double) throws {
    let draft = try #require(SampleReport.statutory(try shipped("disclosure-2021"), seed: 1))
    #expect(Validation(draft).suggestions(in: draft).groups == [])
    var trials = Trials(on: draft, tables: SampleReport.tables, seed: 1)
    let outcome = trials.run(1_000, wrongCells: wrongCells)
    #expect(outcome.shareFirst >= first)
    #expect(outcome.shareListed >= listed)
  }

  @Test(
    "name the wrong cells first, nearly always, in published reports",
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: aims)
  func nameThemInPublished(wrongCells: Int, first: Double, listed: Double) throws {
    var outcome = Trials.Outcome()
    for (number, name) in Self.published.enumerated() {
      let draft = try #require(try Corpus.draft(name).agreeing())
      var trials = Trials(on: draft, tables: SampleReport.tables, seed: UInt64(number))
      outcome += trials.run(1_000 / Self.published.count, wrongCells: wrongCells)
    }
    #expect(outcome.shareFirst >= first)
    #expect(outcome.shareListed >= listed)
  }
}
