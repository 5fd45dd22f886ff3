import Testing

@Suite("A new draft in the editor")
struct OrganTests {
  @Test("is not written before Ctrl+S, and then holds what was typed")
  func new() throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    try session.waitUntil(shows: "新草稿")
    #expect(desk.folder.names.isEmpty)
    session.press(.text("示例县档案局"), .enter, .text("2024"), .enter, .right, .right)
    try session.waitUntil("the level") { $0.contains("示例县档案局 · 2024 年度") && $0.contains("省级") }
    #expect(desk.folder.names.isEmpty)
    session.press(.down, .left, .down, .text("示例省"), .tab)
    try session.saveAndQuit()
    let keys = ["organ.name", "year", "organ.level", "organ.kind", "organ.region"]
    let shown = try desk.run(["show", "new.json"] + keys).text
    #expect(
      shown == """
        organ.name\t示例县档案局
        year\t2024
        organ.level\tprovince
        organ.kind\tdepartment
        organ.region\t示例省

        """)
  }

  @Test("leaves nothing behind when it is given up")
  func givenUp() throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    session.press(.text("示例局"), .enter)
    try session.waitUntil(shows: "示例局 · ")
    session.press(.control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.press(.text("d"))
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names.isEmpty)
  }

  @Test("never replaces a file that came meanwhile")
  func overtaken() throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    try desk.folder.write("mine", to: "new.json")
    session.press(.text("示例局"), .control("s"))
    try session.waitUntil(shows: "已由别的程序建立")
    #expect(try desk.bytes(of: "new.json") == Array("mine".utf8))
  }

  @Test(
    "refuses a year that is none, and keeps the edit", arguments: ["abc", "24", "20255", "201.9"])
  func refusedYear(_ year: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.shiftFunction(6), .pageUp, .function(6), .down, .text(year), .enter)
    try session.waitUntil(shows: "不是年度")
    session.press(.escape)
    try session.waitUntil("the message gone") { !$0.contains("不是年度") }
    try session.saveAndQuit()
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }
}
