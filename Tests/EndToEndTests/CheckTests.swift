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
