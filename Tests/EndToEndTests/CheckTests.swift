import JSONText
import Testing

@Suite("check")
struct CheckTests {
  private func desk() throws -> Desk {
    try Desk(sample: "qx.json")
  }

  private let finding = """
    "rule": "blank", "severity": "error",
    "at": ["applications.carriedOut.total"],
    "message": "MESSAGE",
    "fixes": [ { "applications.carriedOut.total": 0 } ],
    "basis": "国办公开办函〔2021〕30号，表三"
    """

  /// What the program says of the blank total, in the words of the form.
  private let message = "“四、结转下年度继续办理”的“总计”没有填，按前六列应为 0"

  private func expected(_ text: String) throws -> String {
    try JSON(reading: Array(text.replacing("MESSAGE", with: message).utf8)).canonicalText
  }

  @Test("json: the whole answer")
  func json() throws {
    let ran = try desk().run("check", "qx.json", "--format", "json")
    #expect(ran.status == 1)
    #expect(ran.errors.isEmpty)
    let whole = """
      {"drafts": [{
        "path": "qx.json", "organ": "示例县公安局", "year": 2023, "form": "disclosure-2021",
        "errors": 1, "warnings": 0, "hints": 0, "accepted": 0,
        "findings": [{\(finding)}]
      }]}
      """
    #expect(ran.text == (try expected(whole)))
  }

  @Test("ndjson: one finding a line, each naming its draft")
  func ndjson() throws {
    let desk = try desk()
    let ran = try desk.run("check", "qx.json", "qx.json", "--format", "ndjson")
    #expect(ran.status == 1)
    let lines = ran.text.split(separator: "\n")
    #expect(lines.count == 2)
    let head = #""path": "qx.json", "organ": "示例县公安局", "year": 2023, "form": "disclosure-2021""#
    for line in lines {
      let found = try JSON(reading: Array(line.utf8)).canonicalText
      #expect(found == (try expected("{\(head), \(finding)}")))
    }
  }

  @Test("text: the draft, the finding, where, and what to do")
  func text() throws {
    let ran = try desk().run("check", "qx.json")
    #expect(ran.text.hasPrefix("qx.json：示例县公安局 2023 年度"))
    for part in ["错误 1", "✗ blank", message, "applications.carriedOut.total=0", "国办公开办函〔2021〕30号"] {
      #expect(ran.text.contains(part), "\(part)")
    }
  }

  @Test("text: the blanks of a row that nothing tells the value of are one line")
  func blanksOfARow() throws {
    let desk = try desk()
    try desk.run(
      "set", "qx.json", "documents.normative.issued=", "documents.normative.repealed=",
      "documents.normative.effective=")
    let lines = try desk.run("check", "qx.json").text.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("documents.normative ") })
    #expect(line.contains("“行政规范性文件”一行有 3 格没有填"))
    #expect(lines.first?.contains("错误 4") == true)
  }

  @Test("text: a figure in the wrong column is said to belong into the other")
  func movedFigure() throws {
    let desk = try desk()
    try desk.run("set", "qx.json", "applications.carriedOut.total=0")
    try desk.run("set", "qx.json", "applications.new.natural=0", "applications.new.other=1")
    let text = try desk.run("check", "qx.json").text
    #expect(
      text.contains(
        "建议：“一、本年新收”的 1 件由“其他”改列“自然人”（applications.new.natural=1 applications.new.other=0）"))
    let english = try desk.run("check", "qx.json", "--lang", "en").text
    #expect(english.contains("suggestion: move 1 from “其他” to “自然人” in “一、本年新收” ("))
  }

  @Test("json: what is found of the report as a whole names what set takes")
  func wholeReport() throws {
    let desk = try desk()
    try desk.run("set", "qx.json", "organ.name=", "year=2020")
    let findings = try desk.run("check", "qx.json", "--format", "json").json()["drafts"]?.array?
      .first?["findings"]?.array
    let places = findings?.prefix(2).map { $0["at"]?.array?.compactMap(\.string) ?? [] }
    #expect(places == [["organ.name"], ["year"]])
  }

  @Test("last year's report of another organ is compared, and said to be")
  func anotherOrgan() throws {
    let desk = try desk()
    try desk.folder.write(Desk.sample(), to: "last.json")
    try desk.run("set", "last.json", "organ.name=另一县公安局", "year=2022")
    let ran = try desk.run("check", "qx.json", "--previous", "last.json")
    #expect(ran.complaints.count == 1)
    #expect(ran.errors.contains("另一县公安局"))
  }

  @Test("a broken relation has both sums and their difference")
  func unequal() throws {
    let desk = try desk()
    try desk.run("set", "qx.json", "applications.carriedOut.total=0", "applications.new.total=5")
    let ran = try desk.run("check", "qx.json", "--format", "json")
    #expect(ran.status == 1)
    let findings = try #require(try ran.json()["drafts"]?.array?.first?["findings"]?.array)
    let finding = try #require(findings.first { $0["rule"]?.string == "row-total" })
    #expect(finding["at"]?.array?.first?.string == "applications.new.total")
    #expect(finding["left"]?.integer == 1)
    #expect(finding["right"]?.integer == 5)
    #expect(finding["difference"]?.integer == -4)
    #expect(finding["fixes"]?.array?.first?["applications.new.total"]?.integer == 1)
  }

  @Test("a fix that is offered clears the finding")
  func fixClears() throws {
    let desk = try desk()
    try desk.run("set", "qx.json", "applications.carriedOut.total=0")
    let ran = try desk.run("check", "qx.json", "--strict", "--format", "json")
    #expect(ran.status == 0)
    #expect(try ran.json()["drafts"]?.array?.first?["findings"]?.array == [])
  }

  @Test("a folder means the drafts directly in it; what is none is named and skipped")
  func folder() throws {
    let desk = try desk()
    try desk.folder.write(Desk.sample(), to: "a.json")
    try desk.folder.write("{}", to: "b.json")
    try desk.folder.write("x", to: "c.txt")
    desk.folder.makeFolder("inner")
    try desk.folder.write(Desk.sample(), to: "inner/d.json")
    let ran = try desk.run("check", ".", "--format", "json")
    #expect(ran.status == 1)
    let paths = try ran.json()["drafts"]?.array?.compactMap { $0["path"]?.string }
    #expect(paths == ["./a.json", "./qx.json"])
    #expect(ran.complaints.count == 1)
    #expect(ran.errors.contains("b.json"))
  }

  @Test("a folder without drafts is no error")
  func emptyFolder() throws {
    let desk = try Desk()
    let ran = try desk.run("check", ".", "--format", "json")
    #expect(ran.status == 0)
    #expect(try ran.json()["drafts"]?.array == [])
  }
}
