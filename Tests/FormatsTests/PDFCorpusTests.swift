import Documents
import Formats
import PublishedReports
import ReportModel
import Testing

@Suite("PDF files as published", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct PDFCorpusTests {
  @Test(
    "give every figure, and none that is wrong",
    arguments: ["huaian-hongze-2023", "huaian-hongze-2024"])
  func givesEveryFigure(name: String) throws {
    let document = try document(ofPDF: try Corpus.bytes(name + ".pdf"))
    let result = try importReport([document], forms: Corpus.shippedForms)
    let expected = try Corpus.draft(name)
    for position in 0..<result.draft.form.cellCount {
      let cell = CellIndex(position)
      let address = result.draft.form.address(of: cell)
      #expect(result.draft[cell] == expected[cell], "\(address)")
    }
    #expect(result.report.notPlaced == [])
  }
}
