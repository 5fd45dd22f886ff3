import JSONText
import Testing

@Suite("Leaving the editor")
struct LeavingTests {
  /// What switches off again what was switched on.
  private let ends = ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1002l", "\u{1B}[?1006l"]

  /// The modes of a terminal that no program has changed.
  private func untouchedModes() throws -> UInt {
    let session = try TerminalSession(command: ["/bin/true"])
    #expect(try session.waitForExit() == 0)
    return session.modes
  }

  private func expectTerminalBack(_ session: TerminalSession) throws {
    let output = String(decoding: session.output, as: UTF8.self)
    for end in ends {
      let begin = String(end.dropLast()) + "h"
      let last = try #require(output.range(of: end), "\(end.dropFirst())")
      #expect(!output[last.upperBound...].contains(begin))
    }
    #expect(!session.picture.isAlternate)
    #expect(!session.picture.reportsMouse)
    #expect(session.picture.isCursorVisible)
    #expect(session.isCooked)
    #expect(try session.modes == untouchedModes())
  }

  @Test("gives the terminal back")
  func quits() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    #expect(session.picture.isAlternate)
    #expect(session.picture.reportsMouse)
    #expect(!session.isCooked)
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    try expectTerminalBack(session)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("on SIGTERM and SIGHUP gives it back too, with nothing to rescue", arguments: [15, 1])
  func signal(_ signal: Int32) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.kill(signal)
    #expect(try session.waitForExit() == 0)
    try expectTerminalBack(session)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("on a fatal signal gives it back and dies of it", arguments: [11, 6, 7, 4] as [Int32])
  func crash(_ signal: Int32) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.kill(signal)
    #expect(try session.waitForExit() == 128 + Int(signal))
    try expectTerminalBack(session)
  }

  @Test("on SIGTERM and SIGHUP keeps unsaved work for the next opening", arguments: [15, 1])
  func rescues(_ signal: Int32) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("77"), .enter, .text("88"))
    try session.waitUntil("the values") { $0.figures(of: "二、上年结转").first == "88" }
    session.kill(signal)
    #expect(try session.waitForExit() == 2)
    try expectTerminalBack(session)
    #expect(session.picture.contains("未保存的修改已经记下，再次打开 x.json 时可以恢复"))
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    try desk.restore("x.json")
    try expectRestored(on: desk)
  }

  private func expectRestored(on desk: Desk) throws {
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "77")
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "x.json") == "88")
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("keeps unsaved work when the window is closed")
  func hangUp() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("77"), .enter, .text("88"))
    try session.waitUntil("the values") { $0.figures(of: "二、上年结转").first == "88" }
    session.hangUp()
    #expect(try session.waitForExit() == 2)
    try desk.restore("x.json")
    try expectRestored(on: desk)
  }

  @Test("ends when the window is closed over a saved draft")
  func hangUpSaved() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.hangUp()
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test(
    "asks while something is unsaved; each answer does what it says",
    arguments: [("s", "5"), ("S", "5"), ("d", "1"), ("D", "1"), ("\r", "5")])
  func asks(answer: String, value: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("5"), .control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.send(answer)
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == value)
  }

  @Test("stays where Esc or C answers the question", arguments: ["\u{1B}", "c"])
  func stays(answer: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("5"), .control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.send(answer)
    let picture = try session.waitUntil("the table") { !$0.contains("草稿有未保存的修改") }
    #expect(picture.contains("●"))
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    try session.saveAndQuit()
  }

  @Test("stays where saving fails, and says why")
  func cannotSave() throws {
    let desk = try Desk()
    desk.folder.makeFolder("inner")
    try desk.folder.write(Desk.sample(), to: "inner/x.json")
    let session = try desk.open("inner/x.json")
    TemporaryFolder.remove(desk.folder / "inner")
    session.press(.text("5"), .control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.press(.text("s"))
    let picture = try session.waitUntil(shows: "inner/x.json：")
    #expect(picture.contains("●"))
    session.press(.control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.press(.text("d"))
    #expect(try session.waitForExit() == 0)
  }
}

extension String {
  /// The last place of a text in this one.
  fileprivate func range(of text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
