import Testing

@Suite("Work that was never saved")
struct RecoveryTests {
  /// Types into the sample and is killed before anything can be done about it.
  private func cutOff(_ desk: Desk, _ keys: Press...) throws {
    let session = try desk.open("x.json")
    session.press(.text("77"), .enter)
    try session.waitUntil("the value") { $0.figures(of: "一、本年新收").first == "77" }
    for key in keys { session.press(key) }
    session.settle()
    session.kill(9)
    #expect(try session.waitForExit() == 137)
  }

  @Test("is shown after kill -9, and restored as one step that can be taken back")
  func restores() throws {
    let desk = try Desk(sample: "x.json")
    try cutOff(desk)
    let session = try desk.open("x.json")
    let picture = try session.waitUntil(shows: "有未保存的修改可以恢复")
    #expect(picture.contains("的修改 1 处，没有保存"))
    #expect(picture.contains("1 → 77"))
    session.press(.enter)
    try session.waitUntil("the value") {
      $0.figures(of: "一、本年新收").first == "77" && $0.contains("已恢复 1 处修改")
    }
    session.press(.control("z"))
    try session.waitUntil("the old value") {
      $0.figures(of: "一、本年新收").first == "1"
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("goes on where a value was half typed")
  func goesOnTyping() throws {
    let desk = try Desk(sample: "x.json")
    try cutOff(desk, .text("88"))
    let session = try desk.open("x.json")
    try session.waitUntil(shows: "正在输入“88”")
    session.press(.enter)
    try session.waitUntil("what was typed") { $0.figures(of: "二、上年结转").first == "88" }
    session.press(.text("9"), .enter)
    try session.saveAndQuit()
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "x.json") == "889")
  }

  @Test("is asked about again where that was put off, and goes where it is given up")
  func isGivenUp() throws {
    let desk = try Desk(sample: "x.json")
    try cutOff(desk)
    let first = try desk.open("x.json")
    try first.waitUntil(shows: "有未保存的修改可以恢复")
    first.press(.escape)
    try first.waitUntil(shows: "仍然保留")
    first.press(.control("q"))
    #expect(try first.waitForExit() == 0)
    let second = try desk.open("x.json")
    try second.waitUntil(shows: "有未保存的修改可以恢复")
    second.press(.delete)
    try second.waitUntil(shows: "放弃这 1 处未保存的修改？")
    second.press(.text("d"))
    try second.waitUntil(shows: "已放弃那些修改")
    second.press(.control("q"))
    #expect(try second.waitForExit() == 0)
    #expect(desk.folder.names == ["x.json"])
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("is put together with what somebody else saved since")
  func isMerged() throws {
    let desk = try Desk(sample: "x.json")
    try cutOff(desk)
    try desk.run("set", "x.json", "applications.new.business=9")
    try desk.restore("x.json")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "77")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "9")
  }

  @Test("stays untouched by a review, which says that there is some")
  func reviewing() throws {
    let desk = try Desk(sample: "x.json")
    try cutOff(desk)
    let before = desk.folder.names
    let session = try desk.open("review", "x.json")
    try session.waitUntil(shows: "还有未保存的修改可以恢复")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names == before)
  }
}

@Suite("Two people on one draft")
struct TwoPeopleTests {
  @Test("the second is told who is there, and may only read")
  func onlyReads() throws {
    let desk = try Desk(sample: "x.json")
    let first = try desk.start(["edit", "x.json"], environment: ["USER": "张三"])
    try first.waitUntil(shows: "F1 ")
    let second = try desk.open("x.json")
    let picture = try second.waitUntil(shows: "这份草稿正有人编辑")
    #expect(picture.contains("张三"))
    second.press(.enter)
    try second.waitUntil(shows: "现在只能查看")
    second.press(.text("5"))
    try second.waitUntil(shows: "不能修改")
    second.press(.control("q"))
    #expect(try second.waitForExit() == 0)
    first.press(.control("q"))
    #expect(try first.waitForExit() == 0)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("the second may edit a copy")
  func editsACopy() throws {
    let desk = try Desk(sample: "x.json")
    let first = try desk.open("x.json")
    let second = try desk.open("x.json")
    try second.waitUntil(shows: "这份草稿正有人编辑")
    second.press(.text("k"))
    try second.waitUntil(shows: "x-副本.json")
    second.press(.enter)
    try second.waitUntil(shows: "已保存")
    second.press(.text("5"), .enter)
    try second.saveAndQuit()
    first.press(.control("q"))
    #expect(try first.waitForExit() == 0)
    #expect(desk.folder.names == ["x-副本.json", "x.json"])
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("both edit, and each finds the other’s work after saving")
  func bothEdit() throws {
    let desk = try Desk(sample: "x.json")
    let first = try desk.open("x.json")
    let second = try desk.open("x.json")
    try second.waitUntil(shows: "这份草稿正有人编辑")
    second.press(.text("g"))
    try second.waitUntil("the table") { !$0.contains("这份草稿正有人编辑") }
    first.press(.text("5"), .enter)
    try first.saveAndQuit()
    second.press(.right, .text("6"), .enter)
    try second.saveAndQuit()
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "5")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "6")
  }

  @Test("one who was killed is not taken for somebody at work")
  func forgetsTheDead() throws {
    let desk = try Desk(sample: "x.json")
    let first = try desk.open("x.json")
    first.kill(9)
    #expect(try first.waitForExit() == 137)
    #expect(desk.folder.names.count == 2)
    let second = try desk.open("x.json")
    #expect(!second.settle().contains("正有人编辑"))
    second.press(.control("q"))
    #expect(try second.waitForExit() == 0)
    #expect(desk.folder.names == ["x.json"])
  }
}
