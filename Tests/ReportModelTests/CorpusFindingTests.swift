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
          "remedy-total remedies.cases.reviewTotal", "remedy-total remedies.cases.afterTotal",
        ]
      ),
      ("huaian-hongze-2024", []),
      ("quxian-police-2023", ["blank applications.carriedOut.total"]),
    ])
  func finds(name: String, expected: [String]) throws {
    let draft = try draft(name)
    let found = draft.foundRules
    // In the superseded form one row stands for two: those fourteen cells are blank by right.
    let isSuperseded = ["otherNotCorrected", "otherFeeUnpaid"].allSatisfy { row in
      found.contains("blank applications.\(row).total")
    }
    #expect(
      found.filter { !isSuperseded || !$0.hasPrefix("blank ") } == expected)
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
