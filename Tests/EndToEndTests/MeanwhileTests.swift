import Testing

/// What happens to a draft that another program changes while it is open.
@Suite("A draft that changed meanwhile")
struct MeanwhileTests {
  @Test("is not written over; a copy can be kept instead")
  func changed() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    try desk.run("set", "x.json", "applications.new.business=9")
    let others = try desk.bytes(of: "x.json")
    session.press(.text("77"), .enter, .control("s"))
    try session.waitUntil(shows: "被别的程序改过")
    #expect(try desk.bytes(of: "x.json") == others)
    session.press(.control("q"))
    try session.waitUntil(shows: "另存一份副本并退出")
    session.press(.text("k"))
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.contains("x.json.rescued-1"))
    #expect(try desk.bytes(of: "x.json") == others)
    #expect(try desk.value(of: "applications.new.natural", in: "x.json.rescued-1") == "77")
    #expect(try desk.value(of: "applications.new.business", in: "x.json.rescued-1") == "0")
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
