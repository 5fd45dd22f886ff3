import ReportModel
import Storage
import Testing

private import Glibc

/// Where the collection of real reports lies; it is no part of the package.
private let corpus =
  getenv("NIANBAO_CORPUS").map { String(cString: $0) }
  ?? "/\(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))/../shared/corpus"

@Suite(
  "The validator on published reports",
  .enabled(if: access(corpus, R_OK) == 0, "The corpus of real reports is not on this machine."))
struct CorpusFindingTests {
  @Test(
    "finds what a careful reader finds, and nothing else",
    arguments: [
      ("anonymised-city-2025", []),
      (
        "huaian-hongze-2023",
        [
          "superseded applications.otherNotCorrected.natural",
          "remedy-total remedies.cases.reviewTotal", "remedy-total remedies.cases.afterTotal",
        ]
      ),
      ("huaian-hongze-2024", ["superseded applications.otherNotCorrected.natural"]),
      ("shanghai-office-2025", []),
      ("quxian-police-2023", ["blank applications.carriedOut.total"]),
    ])
  func finds(name: String, expected: [String]) throws {
    #expect(try draft(name).foundRulesOfCells == expected)
  }

  @Test("finds one year's figures in order beside the other's")
  func comparesYears() throws {
    var draft = try draft("huaian-hongze-2024")
    draft.previous = PreviousYear(
      try self.draft("huaian-hongze-2023"), source: "2023.json", on: draft.form)
    let found = Validation(draft).findings(in: draft)
    #expect(found.filter { $0.severity == .error && $0.text == nil }.map(\.rule) == ["superseded"])
    #expect(found.filter { $0.severity == .warning && $0.text == nil }.map(\.rule) == [])
    let jumps = found.filter { $0.rule == "jump" }.flatMap(\.at)
    #expect(jumps.map { draft.form.address(of: $0).table } == ["licensing"])
  }

  @Test("says what the blank total of a published report should be")
  func fillsTheBlank() throws {
    #expect(
      try draft("quxian-police-2023").suggestions(for: "blank")
        == ["applications.carriedOut.total=0"])
    #expect(
      try draft("huaian-hongze-2023").suggestions(for: "remedy-total")
        == ["remedies.cases.reviewTotal=11"])
  }

  private func draft(_ name: String) throws -> Draft {
    try DraftFile.draft(
      reading: try readFile(at: "\(corpus)/\(name).expected.json", limit: 1 << 20))
  }
}
