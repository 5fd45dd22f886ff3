import Documents
import FormCatalog
import Formats
import PublishedReports
import ReportModel
import Testing

@Suite(
  "Files of published reports",
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFilesTests {
  @Test func readsEveryFigureOfAWebPage() throws {
    let document = try Document(
      page: try Corpus.bytes("anonymised-city-2025.html"),
      landmarks: Landmarks(of: Corpus.shippedForms))
    let result = try importReport([document], forms: Corpus.shippedForms)
    let expected = try Corpus.draft("anonymised-city-2025")
    #expect(expected.figureDifferences(to: result.draft) == [])
    #expect(result.report.notPlaced == [])
    #expect(result.draft.organ.name == "测试市人民政府")
    #expect(result.report.texts.map(\.section) == ["preface", "overview", "problems", "other"])
    #expect(result.report.dropped.contains { $0.text.contains("网站标识码") })
    #expect(!result.draft.text(of: "other").text.contains("主办单位"))
  }

  @Test func readsTheBlankStatutoryFormAsABlankDraft() throws {
    let document = try Document(word: try Corpus.bytes("template-2021.docx"))
    let result = try importReport(
      [document], forms: Corpus.shippedForms, organ: "示例县公安局", year: 2025)
    #expect((0..<result.draft.form.cellCount).allSatisfy { result.draft[CellIndex($0)] == nil })
    #expect(result.draft.form.id == "disclosure-2021")
    #expect(result.report.texts == [])
    #expect(result.report.notPlaced == [])
  }
}
