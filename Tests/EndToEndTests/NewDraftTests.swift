import Testing

@Suite("A draft that is not there yet")
struct NewDraftTests {
  @Test("is made after a few questions, and holds what was answered")
  func new() throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    try session.waitUntil(shows: "新建草稿")
    session.press(.text("示例县档案局"), .enter, .right, .right, .enter, .left, .enter, .text("2024"))
    try session.waitUntil("the answers") { $0.contains("示例县档案局") && $0.contains("省级") }
    #expect(desk.folder.names.isEmpty)
    session.press(.control("s"))
    try session.waitUntil("the editor") {
      $0.contains("示例县档案局 · 2024 年度") && $0.contains("草稿已建立：new.json")
    }
    #expect(desk.folder.names.filter { !$0.hasPrefix(".") } == ["new.json"])
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    let keys = ["organ.name", "year", "organ.level", "organ.kind", "organ.region"]
    let shown = try desk.run(["show", "new.json"] + keys).text
    #expect(
      shown == """
        organ.name\t示例县档案局
        year\t2024
        organ.level\tprovince
        organ.kind\tdepartment
        organ.region\t

        """)
  }

  @Test("leaves nothing behind when it is given up", arguments: [Press.escape, .control("q")])
  func givenUp(key: Press) throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    session.press(.text("示例局"), .enter)
    try session.waitUntil(shows: "示例局")
    session.press(key)
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names.isEmpty)
    #expect(session.isCooked)
  }

  @Test("never replaces a file that came meanwhile, and can have another name")
  func overtaken() throws {
    let desk = try Desk()
    let session = try desk.open("new.json")
    try desk.folder.write("mine", to: "new.json")
    session.press(.text("示例局"), .control("s"))
    try session.waitUntil(shows: "文件已存在")
    session.press(.backspace, .backspace, .backspace, .backspace, .backspace, .text("2"))
    session.press(.control("s"))
    try session.waitUntil(shows: "草稿已建立：new2.json")
    #expect(try desk.bytes(of: "new.json") == Array("mine".utf8))
    #expect(try desk.value(of: "organ.name", in: "new2.json") == "示例局")
  }

  @Test("is on the edition of its year, or on the form that is given")
  func forms() throws {
    let desk = try Desk()
    let session = try desk.open("old.json")
    session.press(.text("示例局"), .enter, .enter, .enter, .text("2020"), .control("s"))
    try session.waitUntil(shows: "草稿已建立")
    let text = String(decoding: try desk.bytes(of: "old.json"), as: UTF8.self)
    #expect(text.contains("disclosure-2019"))
    let given = try desk.open("edit", "given.json", "--form", "disclosure-2019")
    given.press(.text("示例局"), .control("s"))
    try given.waitUntil(shows: "草稿已建立")
    let other = String(decoding: try desk.bytes(of: "given.json"), as: UTF8.self)
    #expect(other.contains("disclosure-2019"))
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
