import Documents
import FormCatalog
import ReportModel
import Testing

@testable import Formats

/// What stands beside a figure and is no part of it, as only the look of it tells.
@Suite("Text that is struck out, hidden or raised")
struct StruckTextTests {
  static let runs: [(name: String, properties: String, isNote: Bool)] = [
    ("struck", "<w:strike/>", false), ("struck twice", "<w:dstrike w:val=\"1\"/>", false),
    ("hidden", "<w:vanish/>", false), ("raised", "<w:vertAlign w:val=\"superscript\"/>", true),
  ]

  @Test("is not joined to a figure in a file of Word", arguments: runs)
  func readsWord(name: String, properties: String, isNote: Bool) throws {
    let body = """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
      <w:p><w:pPr><w:rPr>\(properties)</w:rPr></w:pPr><w:r><w:t>542</w:t></w:r>\
      <w:r><w:rPr><w:b/>\(properties)</w:rPr><w:t>2</w:t></w:r>\
      <w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>件</w:t></w:r></w:p></w:body></w:document>
      """
    let document = try Document(
      word: try archive(of: [
        ("[Content_Types].xml", []), ("word/document.xml", Array(body.utf8)),
      ]))
    let expected = isNote ? "542²件" : "542件"
    guard case .paragraph(let paragraph)? = document.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(paragraph.text == expected)
  }

  @Test(
    "is not joined to a figure on a page",
    arguments: [
      "<del>31</del>542", "<s>31</s>542",
      "<span style=\"text-decoration: line-through\">31</span>542",
      "<span hidden>31</span>542", "542<sup>2</sup>",
    ])
  func readsPage(written: String) throws {
    var draft = try Samples.draft()
    let permits = try #require(
      Address("licensing.permits.decisions").flatMap(draft.form.cell(at:)))
    draft[permits] = Quantity(typed: "77777777")
    let page = Document(report: draft).html(.final)
    let changed = page.replacing("77777777", with: written)
    #expect(changed != page)
    let document = try Document(page: Array(changed.utf8), landmarks: Landmarks(of: [draft.form]))
    let found = try importReport([document], forms: [draft.form]).draft
    #expect(found[permits]?.description == "542")
  }
}
