import Testing

/// What happens to a draft that another program changes while it is open.
@Suite("A draft that changed meanwhile")
struct MeanwhileTests {
  @Test("is saved with what both changed")
  func changed() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    try desk.run("set", "x.json", "applications.new.business=9")
    session.press(.text("77"), .enter, .control("s"))
    try session.waitUntil("the figure of the other") {
      $0.contains("已保存") && $0.figures(of: "一、本年新收").prefix(2) == ["77", "9"]
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "77")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "9")
  }

  @Test("is not written over where both changed the same, until that is decided")
  func contradicting() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    try desk.run("set", "x.json", "applications.new.natural=9")
    let others = try desk.bytes(of: "x.json")
    session.press(.text("77"), .enter, .control("s"))
    try session.waitUntil("both") { $0.contains("77") && $0.contains("9") && $0.contains("本方") }
    #expect(try desk.bytes(of: "x.json") == others)
    session.press(.text("2"))
    try session.waitUntil(shows: "处都已选定")
    session.press(.enter)
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "9")
  }

  @Test("is left alone where it was spoilt; the work can be saved elsewhere")
  func spoilt() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    try desk.folder.write("{ damaged", to: "x.json")
    session.press(.text("77"), .enter, .control("s"))
    try session.waitUntil(shows: "打开后被改坏，未覆盖")
    #expect(try desk.bytes(of: "x.json") == Array("{ damaged".utf8))
    session.send("\u{1B}[24~")
    try session.waitUntil(shows: "x-副本.json")
    session.press(.enter)
    try session.waitUntil("the new file") { $0.contains("x-副本.json") && $0.contains("已保存") }
    session.press(.enter, .text("78"), .enter, .control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.bytes(of: "x.json") == Array("{ damaged".utf8))
    #expect(try desk.value(of: "applications.new.natural", in: "x-副本.json") == "77")
    #expect(desk.folder.names == ["x-副本.json", "x.json"])
  }

  @Test("can be saved twice by the same person")
  func savedTwice() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("5"), .enter, .control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.text("6"), .enter, .control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "x.json") == "6")
  }

  @Test("is written anew where it was removed")
  func removed() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    TemporaryFolder.remove(desk.folder / "x.json")
    session.press(.text("5"), .enter, .control("s"))
    try session.waitUntil(shows: "已保存")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "5")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }
}

/// Scripts that change one draft at the same time.
@Suite("Many changes of one draft at once")
struct ManyChangesTests {
  @Test("are all made, none over another")
  func allMade() throws {
    let desk = try Desk(sample: "x.json")
    let script = """
      for row in new carriedIn granted partial; do
        for column in natural business research; do
          "$0" set x.json applications.$row.$column=7 & done
      done
      wait
      """
    let ran = try desk.execute(["/bin/sh", "-c", script, try builtProgram()])
    #expect(ran.status == 0 && ran.errors == "")
    let rows = ["new", "carriedIn", "granted", "partial"]
    let keys = rows.flatMap { row in
      ["natural", "business", "research"].map { "applications.\(row).\($0)" }
    }
    let shown = try desk.run(["show", "x.json"] + keys)
    #expect(shown.text == keys.map { "\($0)\t7\n" }.joined())
    #expect(desk.folder.names == ["x.json"])
  }
}
