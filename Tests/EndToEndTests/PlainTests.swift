import Testing

@Suite("Line by line, on a plain terminal")
struct PlainTests {
  private let dumb = ["TERM": "dumb"]
  private let escape: UInt8 = 0x1B

  @Test("a blank total is found, filled, saved, and no escape byte is sent")
  func fillsTheBlank() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["edit", "--plain", "x.json"], environment: dumb)
    try session.waitUntil(shows: "输入“帮助”看用法")
    session.send("问题\n")
    try session.waitUntil(shows: "照办请输入“采纳”。")
    session.send("采纳\n")
    try session.waitUntil(shows: "未填 0 处，错误 0 处，提醒 0 处。")
    session.send("保存\n")
    try session.waitUntil(shows: "已保存：x.json。")
    session.send("退出\n")
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.carriedOut.total", in: "x.json") == "0")
    #expect(!session.output.contains(escape))
    #expect(session.isCooked)
  }

  @Test("works on every terminal, in English and without colours too")
  func everywhere() throws {
    for terminal in ["dumb", "unknown", "vt100", "xterm-256color", ""] {
      let desk = try Desk(sample: "x.json")
      let session = try desk.start(
        ["review", "--plain", "--lang", "en", "x.json"], environment: ["TERM": terminal])
      try session.waitUntil(shows: "Type help for the words")
      session.send("5\nquit\n")
      #expect(try session.waitForExit() == 0)
      #expect(session.picture.contains("values can be read, not changed"))
      #expect(!session.output.contains(escape))
      #expect(try desk.bytes(of: "x.json") == Desk.sample())
    }
  }

  @Test("takes its lines from a pipe, and asks for none there")
  func pipe() throws {
    let desk = try Desk(sample: "x.json")
    let lines = "转到 applications.carriedOut.total\n０\n保存\n退出\n"
    let ran = try desk.run(["edit", "--plain", "x.json"], stdin: Array(lines.utf8))
    #expect(ran.status == 0)
    #expect(!ran.text.contains(">") && ran.text.hasSuffix("已保存：x.json。\n"))
    #expect(!ran.output.contains(escape))
    #expect(try desk.run("check", "x.json").status == 0)
  }

  @Test("the lines end before the work is saved: it is kept beside the draft")
  func endOfLines() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(["edit", "--plain", "x.json"], stdin: Array("7\n加段\n8".utf8))
    #expect(ran.status == 2)
    #expect(ran.complaints == ["未保存的修改已经记下，再次打开 x.json 时可以恢复"])
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    let restored = try desk.run(
      ["edit", "--plain", "x.json"], stdin: Array("恢复\n保存\n退出\n".utf8))
    #expect(restored.status == 0)
    #expect(restored.text.contains("的修改 2 处，没有保存"))
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "7")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "8")
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("a signal or a closed window does the same", arguments: [2, 15, 1, 0] as [Int32])
  func signals(signal: Int32) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["edit", "--plain", "x.json"], environment: dumb)
    try session.waitUntil(shows: "输入“帮助”看用法")
    session.send("7\n")
    try session.waitUntil(shows: "已填：自然人，7 件。")
    if signal == 0 { session.hangUp() } else { session.kill(signal) }
    #expect(try session.waitForExit() == 2)
    try desk.restore("x.json")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "7")
  }

  @Test("a line that the terminal cuts is not taken for a whole one")
  func longLine() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["edit", "--plain", "x.json"], environment: dumb)
    try session.waitUntil(shows: "输入“帮助”看用法")
    session.send("转到 2\n")
    try session.waitUntil(shows: "第 1 段")
    session.send("加段 " + String(repeating: "字", count: 1500) + "\n")
    try session.waitUntil(shows: "这一行太长")
    session.send("退出\n")
    #expect(try session.waitForExit() == 0)
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("begins a draft that is not there, and writes it only when told to")
  func newDraft() throws {
    let desk = try Desk()
    let none = try desk.run(["edit", "--plain", "new.json"], stdin: Array("退出\n".utf8))
    #expect(none.status == 0)
    #expect(none.text.contains("新草稿：请先填机关名称和年度"))
    #expect(desk.folder.names == [])
    let lines = "填 示例县公安局\n2024\n保存\n退出\n"
    #expect(try desk.run(["edit", "--plain", "new.json"], stdin: Array(lines.utf8)).status == 0)
    #expect(try desk.value(of: "organ.name", in: "new.json") == "示例县公安局")
    #expect(try desk.value(of: "year", in: "new.json") == "2024")
  }

  @Test("the demo can be used so, too")
  func demo() throws {
    let desk = try Desk()
    let ran = try desk.run(
      ["demo", "--plain"], stdin: Array("退出\n".utf8), environment: ["TMPDIR": desk.folder.path])
    #expect(ran.status == 0)
    #expect(ran.text.contains("示例县公安局"))
    #expect(desk.folder.names.count == 1)
  }
}
