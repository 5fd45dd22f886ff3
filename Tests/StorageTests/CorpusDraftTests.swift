import JSONText
import ReportModel
import Storage
import Testing

private import Glibc

/// Where the collection of real reports lies; it is no part of the package.
private let corpus =
  getenv("NIANBAO_CORPUS").map { String(cString: $0) }
  ?? "\(#filePath.split(separator: "/Tests/")[0])/../shared/corpus"

@Suite(
  "The expected drafts of the corpus",
  .enabled(if: access(corpus, R_OK) == 0, "The corpus of real reports is not on this machine."))
struct CorpusDraftTests {
  @Test(
    "hold nothing unknown and come back byte for byte",
    arguments: [
      ("anonymised-city-2025", 200), ("huaian-hongze-2023", 186), ("huaian-hongze-2024", 186),
      ("quxian-police-2023", 199), ("shanghai-office-2019", 62), ("shanghai-office-2025", nil),
    ] as [(String, Int?)])
  func comeBack(name: String, filled: Int?) throws {
    let bytes = try readFile(at: "\(corpus)/\(name).expected.json", limit: 1 << 20)
    let draft = try DraftFile.draft(reading: bytes)
    #expect(draft.unknown == [])
    let expected = try JSON(reading: bytes).canonicalText
    #expect(String(decoding: DraftFile.bytes(of: draft), as: UTF8.self) == expected)
    let count = (0..<draft.form.cellCount).count { draft[CellIndex($0)] != nil }
    #expect(filled == nil || count == filled)
  }
}
