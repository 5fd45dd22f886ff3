import Documents
import FormCatalog
import Formats
import ReportModel
import Testing

@Suite("A long table that is imported")
struct LongTableTests {
  private static let forms = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }

  private func imported(_ rows: String, year: Int? = nil) throws -> ImportResult {
    let text = "organ,year,table,row,column,address,value\r\n" + rows
    return try importReport(
      [try Document(csv: Array(text.utf8))], forms: Self.forms, year: year)
  }

  @Test("says of each row what became of it, and on which line it stands")
  func saysWhatBecame() throws {
    let result = try imported(
      """
      示例县,2024,,,,documents.rules.issued,3
      示例县,2024,,,,documents.rules.repealed,/
      示例县,2024,,,,documents.rules.nothing,4
      示例县,2024,,,,documents.normative.issued,三

      """)
    #expect(result.draft.organ.name == "示例县")
    #expect(result.draft.year == 2024)
    #expect(result.report.placed.map(\.place.line) == [2])
    #expect(result.report.blanks.map(\.mark) == ["/"])
    #expect(result.report.notPlaced.map(\.reason) == [.unknownLabel, .noFigure("三")])
  }

  @Test("takes no second value for a cell, but the same one again")
  func takesNoSecondValue() throws {
    let row = "示例县,2024,,,,documents.rules.issued,"
    #expect(try imported("\(row)3\n\(row)3\n").report.placed.count == 1)
    let error = #expect(throws: ImportError.self) { try imported("\(row)3\n\(row)4\n") }
    guard case .conflict(let address, _, let second) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(address.description == "documents.rules.issued")
    #expect(second.place.line == 3)
  }

  @Test("brings nothing in that would steer a terminal")
  func bringsNothingUnsafeIn() throws {
    let draft = try imported(
      "示\u{202E}例\u{1B}县,2024,,,,documents.rules.issued,3\n,2024,,,,preface,\"一\u{9B}\n二\"\n"
    ).draft
    #expect(draft.organ.name == "示例县")
    #expect(draft.text(of: "preface").paragraphs == ["一", "二"])
  }
}
