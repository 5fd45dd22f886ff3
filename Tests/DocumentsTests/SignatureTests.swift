import Documents
import ReportModel
import Testing

@Suite("The signature of a report")
struct SignatureTests {
  @Test(
    "takes the days of the calendar",
    arguments: [
      ("2024-01-15", "2024年1月15日"), ("2024-02-29", "2024年2月29日"), ("2023-02-29", nil),
      ("2023-04-31", nil), ("2023-00-10", nil), ("2023-13-10", nil), ("2023-1-5", nil),
      ("+023-01-05", nil), ("20230105", nil), ("", nil),
    ] as [(day: String, date: String?)])
  func day(day: String, date: String?) {
    #expect(Signature(organ: "示例局", on: day)?.date == date)
  }

  @Test(
    "keeps two letters from the edge, the date two letters further in than the organ",
    arguments: [
      // A long organ, and the date below it; a short one, and the date reaches further.
      ("示例省示例市人力资源和社会保障局", "2024年1月15日", 4, 19), ("示例局", "2024年1月15日", 15, 4),
    ])
  func indents(organ: String, date: String, organIndent: Int, dateIndent: Int) {
    let signature = Signature(organ: organ, date: date)
    #expect(signature.organIndent == organIndent)
    #expect(signature.dateIndent == dateIndent)
    let start = organIndent + organ.halfWidths
    #expect(start - (dateIndent + date.halfWidths) == 4)
  }

  @Test("stands in the page below the text, as text")
  func page() {
    let document = Document(
      title: "", blocks: [.paragraph(Paragraph("完。"))],
      signature: Signature(organ: "<示例局>", date: "2024年1月15日"))
    #expect(
      document.html(.final).contains(
        """
        <p>完。</p>
        <div class="signature">
        <p style="margin-right: 6.5em">&lt;示例局&gt;</p>
        <p style="margin-right: 2em">2024年1月15日</p>
        </div>
        """))
  }
}
