import JSONText
import ReportModel
import Storage
import Testing

@Suite("A draft file of another version")
struct DraftUpgradeTests {
  /// Invented versions: the second calls the year `year`, the third the texts `texts`.
  private static let invented = DraftUpgrade(steps: [
    DraftUpgrade.Step { json in rename("reportYear", to: "year", in: json) },
    DraftUpgrade.Step { json in rename("words", to: "texts", in: json) },
  ])

  private static func rename(_ old: String, to new: String, in json: JSON) -> JSON {
    JSON(
      .object((json.object ?? []).map { $0.key == old ? JSON.Member(new, $0.value) : $0 }),
      offset: json.offset)
  }

  /// One version on, and nothing can be taken there.
  private static let stubborn = DraftUpgrade(steps: [DraftUpgrade.Step(refuse)])

  private static func refuse(_ json: JSON) throws(DraftError) -> JSON {
    throw DraftError(.missing(path: "old"), offset: json.offset)
  }

  private func source(_ version: String, _ year: String, _ texts: String, _ more: String = "")
    -> [UInt8]
  {
    Array(
      """
      {"schema":"nianbao/draft/\(version)","form":"disclosure-2021","organ":{"name":"甲"},
      "\(year)":2023,"\(texts)":{"overview":"字"}\(more)}
      """.utf8)
  }

  @Test(
    "is read step by step, and says that it was older",
    arguments: [
      ("1", "reportYear", "words", "nianbao/draft/1"), ("2", "year", "words", "nianbao/draft/2"),
      ("3", "year", "texts", nil),
    ] as [(String, String, String, String?)])
  func isRead(version: String, year: String, texts: String, from: String?) throws {
    let bytes = source(version, year, texts, #","own":{"a":1}"#)
    let reading = try DraftFile.reading(bytes, by: Self.invented)
    #expect(reading.upgradedFrom == from)
    #expect(reading.draft.year == 2023)
    #expect(reading.draft.text(of: "overview").text == "字")
    #expect(reading.draft.unknown.map(\.path) == [["own"]])
  }

  @Test("tells a mistake at its place in the file as it is")
  func tellsAMistake() throws {
    let bytes = source("1", "reportYear", "words", ",\n\"cells\":7")
    let error = #expect(throws: DraftError.self) {
      try DraftFile.reading(bytes, by: Self.invented)
    }
    #expect(error?.cause == .wrongType(path: "cells", expected: .object))
    let offset = try #require(error?.offset)
    #expect(TextPosition(of: offset, in: bytes) == TextPosition(line: 3, column: 9))
  }

  @Test("gives up with what a step says")
  func givesUp() {
    let error = #expect(throws: DraftError.self) {
      try DraftFile.reading(source("1", "year", "texts"), by: Self.stubborn)
    }
    #expect(error?.cause == .missing(path: "old"))
  }

  @Test("is refused where it is later, or none", arguments: ["4", "40", "99999999999999999999999"])
  func isRefused(version: String) {
    let error = #expect(throws: DraftError.self) {
      try DraftFile.reading(source(version, "year", "texts"), by: Self.invented)
    }
    #expect(error?.cause == .newerSchema("nianbao/draft/\(version)"))
  }

  @Test("is none without a number", arguments: ["0", "01", "", "x", "-1", "1.0"])
  func isNone(version: String) {
    let error = #expect(throws: DraftError.self) {
      try DraftFile.reading(source(version, "year", "texts"), by: Self.invented)
    }
    #expect(error?.cause == .notADraft)
  }

  @Test("is the first version now, and written so")
  func isTheFirst() throws {
    #expect(DraftFile.schema == "nianbao/draft/1")
    let reading = try DraftFile.reading(source("1", "year", "texts"))
    #expect(reading.upgradedFrom == nil)
    #expect(text(of: reading.draft).contains(#""schema": "nianbao/draft/1""#))
  }
}
