import JSONText
import PublishedReports
import ReportModel
import Storage
import Testing

@Suite("Published figures as drafts", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusDraftTests {
  @Test(
    "hold nothing unknown and come back byte for byte",
    arguments: [
      ("anonymised-city-2025", 200), ("huaian-hongze-2023", 186), ("huaian-hongze-2024", 186),
      ("quxian-police-2023", 199), ("shanghai-office-2019", 62), ("shanghai-office-2025", nil),
    ] as [(String, Int?)])
  func comeBack(name: String, filled: Int?) throws {
    let bytes = try Corpus.bytes(name + ".expected.json")
    let draft = try DraftFile.draft(reading: bytes)
    #expect(draft.unknown == [])
    let expected = try JSON(reading: bytes).canonicalText
    #expect(String(decoding: DraftFile.bytes(of: draft), as: UTF8.self) == expected)
    let count = (0..<draft.form.cellCount).count { draft[CellIndex($0)] != nil }
    #expect(filled == nil || count == filled)
  }
}
