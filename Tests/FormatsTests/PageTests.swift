import Documents
import FormCatalog
import ReportModel
import Testing

@testable import Formats

@Suite("Pages as servers make them")
struct PageTests {
  /// What stands before and behind the report, and has no part in it.
  static let surroundings: [(name: String, before: String, behind: String)] = [
    ("one form around all, as some servers need it", "<form id=\"form1\">", "</form>"),
    (
      "a cell that lays out the page, with a link to the file",
      "<table><tr><td>",
      "<div>附件：<a href=\"x.pdf\">示例县公安局2023年政府信息公开工作年度报告.pdf</a></div></td></tr></table>"
    ),
    (
      "a footer that is called so", "<div>",
      "</div><div class=\"clear footer\"><p>示例县人民政府</p><p>电话 12345</p></div>"
    ),
    (
      "what offices write below all pages", "",
      "<p>主办：示例县人民政府</p><p>皖ICP备12345678号-1</p><p>您是第 1234 位访客</p>"
    ),
  ]

  @Test(
    "are read with labels made shorter",
    arguments: [
      ("（七）总计", "总计"), ("（七）总计", "（七）合计"), ("1.属于国家秘密", "属于国家秘密"),
      ("四、结转下年度继续办理", "四、结转下年度"),
    ])
  func readsShorterLabels(label: String, shorter: String) throws {
    let draft = try Samples.draft()
    let page = Document(report: draft).html(.final)
    let written = page.replacing(">\(label)<", with: ">\(shorter)<")
    #expect(written != page, "\(label)")
    let document = try Document(page: Array(written.utf8), landmarks: Landmarks(of: [draft.form]))
    let found = try importReport([document], forms: [draft.form])
    #expect(draft.figureDifferences(to: found.draft) == [], "\(shorter)")
    #expect(found.report.readAs.count == 1, "\(shorter)")
  }

  @Test("are read without what is around the report", arguments: surroundings)
  func readsReport(name: String, before: String, behind: String) throws {
    let draft = try Samples.draft()
    let page = Document(report: draft).html(.final)
      .replacing("<body>", with: "<body>\(before)").replacing("</body>", with: "\(behind)</body>")
    #expect(page.contains(before) && page.contains(behind))
    let document = try Document(page: Array(page.utf8), landmarks: Landmarks(of: [draft.form]))
    let found = try importReport([document], forms: [draft.form]).draft
    #expect(draft.figureDifferences(to: found) == [], "\(name)")
    for section in draft.form.textSections {
      #expect(found.text(of: section.id) == draft.text(of: section.id), "\(name): \(section.id)")
    }
  }
}
