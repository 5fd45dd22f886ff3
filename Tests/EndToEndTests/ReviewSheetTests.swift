import JSONText
import Testing

@testable import Formats

@Suite("The sheet about a review")
struct ReviewSheetTests {
  private static let place = "applications.new.total"

  /// A draft that was returned once, signed, commented on and let stand in a warning.
  private func desk() throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "applications.carriedOut.total=0")
    try desk.run("submit", "x.json", "--stages", "初审,终审", "--as", "王五")
    try desk.run("return", "x.json", "--reason", "请补充说明", "--as", "赵六")
    try desk.run("submit", "x.json", "--as", "王五")
    try desk.run("sign", "x.json", "--stage", "初审", "--as", "李四", "--remark", "已核对台账")
    try desk.run("comments", "x.json", "--on", Self.place, "--text", "请核对台账", "--as", "李四")
    try desk.run("comments", "x.json", "--reply", "1", "--text", "台账一致", "--as", "王五")
    try desk.run("comments", "x.json", "--resolve", "1", "--as", "李四")
    try desk.run("comments", "x.json", "--on", "overview", "--text", "写得太短", "--as", "赵六")
    return desk
  }

  /// The text of a sheet of any format.
  private func text(of name: String, in desk: Desk) throws -> String {
    let bytes = try desk.bytes(of: name)
    guard name.hasSuffix("docx") else { return String(decoding: bytes, as: UTF8.self) }
    let part = try Archive(bytes).bytes(of: "word/document.xml", limit: 1 << 24)
    return String(decoding: part, as: UTF8.self)
  }

  private static let formats = ["html", "docx", "md"]

  @Test("tells every step, what holds, and what was said", arguments: formats)
  func tellsAll(format: String) throws {
    let desk = try desk()
    let name = "sheet.\(format)"
    let ran = try desk.run("export", "x.json", "--review-sheet", name)
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(ran.output.isEmpty && ran.errors.isEmpty)
    #expect(desk.folder.names.sorted() == [name, "x.json"])
    let text = try text(of: name, in: desk)
    for words in [
      "示例县公安局2023年政府信息公开工作年度报告审核单", "disclosure-2021", "待终审",
      "请补充说明", "已核对台账", "尚未签核的环节：终审", "请核对台账", "台账一致", "办结", "写得太短",
      "未办结", "不能证明由何人签核", "没有密钥签名", "复录核对",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let draft = try JSON(reading: desk.bytes(of: "x.json"))
    for step in draft["review"]?.array ?? [] {
      let digest = try #require(step["digest"]?.string)
      #expect(text.contains(digest))
    }
    let content = try #require(draft["review"]?.array?.last?["content"]?.string)
    #expect(text.contains(content))
    // The same draft gives the same sheet, in the place of the one before.
    let bytes = try desk.bytes(of: name)
    #expect(try desk.run("export", "x.json", "--review-sheet", name).status == 0)
    #expect(try desk.bytes(of: name) == bytes)
  }

  @Test("speaks English, too", arguments: formats)
  func speaksEnglish(format: String) throws {
    let desk = try desk()
    let ran = try desk.run("export", "x.json", "--review-sheet", "s.\(format)", "--lang", "en")
    #expect(ran.status == 0)
    let text = try text(of: "s.\(format)", in: desk)
    for words in ["review sheet", "waits for 终审", "handed in", "Not signed yet: 终审", "settled it"] {
      #expect(text.contains(words), "\(words)")
    }
    if format == "html" {
      let page = String(decoding: try desk.bytes(of: "s.html"), as: UTF8.self)
      #expect(page.contains(#"<html lang="en">"#))
    }
  }

  @Test("shows a sign-off that is void, and why", arguments: formats)
  func showsVoid(format: String) throws {
    let desk = try desk()
    try desk.run("set", "x.json", "applications.new.natural=2")
    #expect(try desk.run("export", "x.json", "--review-sheet", "s.\(format)").status == 0)
    let text = try text(of: "s.\(format)", in: desk)
    #expect(text.contains("签核失效"))
    #expect(text.contains("失效：签核后内容有改动"))
    // What the change broke is among the findings.
    #expect(text.contains("错误"))
    #expect(text.contains("total") || text.contains("总计"))
  }

  @Test("has what was let stand, what was typed again and the findings by severity")
  func hasTheRest() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "overview=收到申请 9 件。")
    let found = try desk.run("check", "x.json", "--format", "json").json()
    let findings = found["drafts"]?.array?.first?["findings"]?.array ?? []
    let finding = try #require(findings.first { $0["severity"]?.string != "error" })
    let rule = try #require(finding["rule"]?.string)
    let at = try #require(finding["at"]?.array?.first?.string)
    let accepted = try desk.run(
      "accept", "x.json", rule, at, "--reason", "只统计局机关", "--by", "张三")
    #expect(accepted.status == 0)
    let rekeyed = """
      "rekeyed": [{"by": "孙七", "count": 7, "differences": [{"at": "\(Self.place)", "stored": 1,
      "typed": 4}], "on": "2026-01-12T09:30:05+08:00", "scope": ["applications.new"]}],
      "schema"
      """
    try desk.folder.write(
      Array(
        String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self)
          .replacing("\"schema\"", with: rekeyed).utf8), to: "x.json")
    #expect(try desk.run("export", "x.json", "--review-sheet", "s.md").status == 0)
    let text = try text(of: "s.md", in: desk)
    for words in [
      "错误 2 处", "只统计局机关", "张三", "有效", "2026-01-12 09:30 孙七", "共 7 个数，1 个与当时的草稿不同",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let line = text.split(separator: "\n").first { $0.hasSuffix("| 1 | 4 |") }
    #expect(line?.contains("总计") == true)
  }

  @Test("is written beside the report, and also where that is refused")
  func besideReport() throws {
    let desk = try desk()
    let refused = try desk.run("export", "x.json", "-o", "x.html", "--review-sheet", "s.html")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("审核没有完成"))
    #expect(desk.folder.names.sorted() == ["s.html", "x.json"])
    try desk.run("sign", "x.json", "--stage", "终审", "--as", "赵六")
    let done = try desk.run("export", "x.json", "-o", "x.html", "--review-sheet", "s.html")
    #expect(done.status == 0)
    #expect(desk.folder.names.sorted() == ["s.html", "x.html", "x.json"])
    #expect(try text(of: "s.html", in: desk).contains("审核完毕"))
  }

  @Test(
    "refuses what it cannot write, and a place that is not its own",
    arguments: [
      (["--review-sheet", "s.pdf"], 64, "pdf"), (["--review-sheet", "s"], 64, "--review-sheet"),
      (["--review-sheet", "-"], 64, "--review-sheet"),
      (["--review-sheet", "s.html", "-o", "s.html"], 64, "同一个文件"),
      (["--review-sheet", "s.md", "--gbk"], 64, "--gbk"),
      (["--review-sheet", "s.md", "--format", "html"], 64, "--format"),
      ([], 64, "--review-sheet"), (["--review-sheet", "y.html"], 2, "y.html"),
      (["--review-sheet", "none/s.html"], 2, "none/s.html"),
    ] as [([String], Int, String)])
  func refuses(options: [String], status: Int, said: String) throws {
    let desk = try Desk(sample: "x.json")
    try desk.folder.write(Desk.sample(), to: "y.html")
    let ran = try desk.run(["export", "x.json"] + options)
    #expect(ran.status == status, "\(ran.errors)")
    #expect(ran.errors.contains(said))
    #expect(ran.complaints.count == 1)
    #expect(desk.folder.names.sorted() == ["x.json", "y.html"])
    #expect(try desk.bytes(of: "y.html") == Desk.sample())
  }

  @Test("shows as text whatever people wrote", arguments: formats)
  func escapes(format: String) throws {
    let desk = try Desk(sample: "x.json")
    let hostile = "<script>alert(1)</script>|**甲**&乙"
    try desk.run("submit", "x.json", "--stages", "<b>审</b>", "--as", hostile)
    try desk.run("return", "x.json", "--reason", hostile, "--as", hostile)
    try desk.run("comments", "x.json", "--on", "overview", "--text", hostile, "--as", hostile)
    try desk.folder.write(
      Array(
        String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self)
          .replacing("**甲**", with: "\u{202E}甲\\u0007").utf8), to: "x.json")
    #expect(try desk.run("export", "x.json", "--review-sheet", "s.\(format)").status == 0)
    let text = try text(of: "s.\(format)", in: desk)
    let shown =
      format == "md"
      ? #"\<script\>alert(1)\</script\>\|甲\&乙"# : "&lt;script&gt;alert(1)&lt;/script&gt;|甲&amp;乙"
    #expect(text.contains(shown))
    #expect(text.contains(format == "md" ? #"\<b\>审\</b\>"# : "&lt;b&gt;审&lt;/b&gt;"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{7}"))
    guard format != "md" else { return }
    #expect(!text.contains("<script") && !text.contains("<b>"))
  }
}
