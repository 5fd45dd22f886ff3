import Testing

@Suite("Reviewing")
struct ReviewTests {
  private let readOnly = "只能查看"

  @Test(
    "changes nothing, and says so",
    arguments: [
      [.text("5")], [.delete], [.backspace], [.function(2)], [.paste("5")], [.control("s")],
      [.function(8), .function(4)], [.function(8), .function(9)], [.control("z")],
      [.shiftFunction(6), .up, .up, .function(6), .text("字")],
      [.shiftFunction(6), .pageUp, .function(6), .text("字")],
    ] as [[Press]])
  func changesNothing(_ keys: [Press]) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("review", "x.json")
    #expect(session.picture.contains("审核"))
    session.press(.control("u"))
    try session.waitUntil(shows: "F1 ")
    session.send(keys.map(\.bytes).joined())
    let picture = try session.waitUntil(shows: readOnly)
    #expect(!picture.contains("●"))
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("looks as filling in does, but for the word and the keys that would change something")
  func looksTheSame() throws {
    let desk = try Desk(sample: "x.json")
    let editing = try desk.open("edit", "x.json").settle()
    let session = try desk.open("review", "x.json", "--as", "张三")
    session.press(.control("u"))
    try session.waitUntil(shows: "F1 ")
    let reviewing = session.settle()
    #expect(editing.rows.dropFirst().dropLast() == reviewing.rows.dropFirst().dropLast())
    #expect(editing.rows.last?.contains("F4 采纳") == true)
    #expect(reviewing.rows.last?.contains("F4") == false)
    #expect(reviewing.rows.last?.contains("F8 下一问题") == true)
    #expect(editing.rows[0].replacing("填报", with: "审核") == reviewing.rows[0])
    // What would mend a finding is told without the key that would do it.
    session.press(.function(8))
    try session.waitUntil(shows: "建议 填入 0")
  }

  @Test("compares with another draft, or with a version of the same")
  func compares() throws {
    let desk = try Desk(sample: "x.json")
    let settings = ["XDG_STATE_HOME": desk.folder / "state"]
    let set = ["set", "x.json", "licensing.permits.decisions=12000"]
    #expect(try desk.run(set, environment: settings).status == 0)
    try desk.folder.write(Desk.sample(), to: "y.json")
    for option in [["--version", "1"], ["--against", "y.json"]] {
      let session = try desk.start(
        ["review", "x.json", "--as", "李四"] + option, environment: settings)
      try session.waitUntil(shows: "11995 → 12000")
      session.press(.control("q"))
      #expect(try session.waitForExit() == 0)
    }
    for options in [["--version", "1", "--against", "y.json"], ["--version", "一"]] {
      let ran = try desk.run(["review", "x.json"] + options, environment: settings)
      #expect(ran.status == 64)
    }
    #expect(
      try desk.run(["review", "x.json", "--version", "9"], environment: settings).status == 64)
  }

  @Test("does not make a draft that is not there")
  func missing() throws {
    let desk = try Desk()
    let session = try desk.start(["review", "x.json"])
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.contains("x.json：没有这个文件"))
    #expect(desk.folder.names.isEmpty)
  }

  @Test("writes nothing until the reviewer says something, and then what was said and by whom")
  func writesWhatIsSaid() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("review", "x.json", "--as", "李四")
    #expect(session.picture.contains("问题：错误 1"))
    #expect(desk.folder.names == ["x.json"])
    session.press(.control("u"), .control("n"))
    try session.waitUntil(shows: "新批注")
    session.press(.text("请核对"), .enter)
    try session.waitUntil(shows: "李四：请核对")
    session.press(.control("n"))
    try session.waitUntil(shows: "●")
    session.press(.control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    let ran = try desk.run("comments", "x.json")
    #expect(ran.text.contains("李四：请核对"))
  }

  @Test("signs and returns on the screen as the commands do")
  func signs() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("submit", "x.json", "--stages", "初审", "--as", "王五")
    let session = try desk.open("review", "x.json", "--as", "李四")
    #expect(session.picture.contains("审核：待初审"))
    session.press(.function(4))
    try session.waitUntil(shows: "签核并保存")
    session.press(.text("y"))
    try session.waitUntil(shows: "审核完毕")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    let ran = try desk.run("status", "x.json")
    #expect(ran.status == 0)
    #expect(ran.text.contains("初审：李四签核"))
  }
}
