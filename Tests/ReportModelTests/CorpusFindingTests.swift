import PublishedReports
import ReportModel
import Testing

@Suite("The validator on published reports", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFindingTests {
  @Test(
    "finds in the tables what a careful reader finds, and nothing else",
    arguments: KnownErrors.all)
  func finds(known: KnownErrors) throws {
    #expect(try known.found() == known.errors)
  }

  @Test("finds one year's figures in order beside the other's")
  func comparesYears() throws {
    var draft = try Corpus.draft("huaian-hongze-2024")
    draft.previous = PreviousYear(
      try Corpus.draft("huaian-hongze-2023"), source: "2023.json", on: draft.form)
    let found = Validation(draft).findings(in: draft)
    #expect(found.filter { $0.severity == .error && $0.text == nil }.map(\.rule) == ["superseded"])
    #expect(found.filter { $0.severity == .warning && $0.text == nil }.map(\.rule) == [])
    let jumps = found.filter { $0.rule == "jump" }.flatMap(\.at)
    #expect(jumps.map { draft.form.address(of: $0).table } == ["licensing"])
  }

  @Test("says what the blank total of a published report should be")
  func fillsTheBlank() throws {
    #expect(
      try Corpus.draft("quxian-police-2023").suggestions(for: "blank")
        == ["applications.carriedOut.total=0"])
    #expect(
      try Corpus.draft("huaian-hongze-2023").suggestions(for: "remedy-total")
        == ["remedies.cases.reviewTotal=11"])
  }
}
