import Testing

@Suite("Selecting, copying and replacing in a text")
struct SelectionTests {
  /// An editor in the empty text of 一、总体情况, with something written in it.
  private func open(
    _ text: String, on desk: Desk, environment: [String: String] = [:]
  ) throws -> TerminalSession {
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024")
    try desk.run("set", "x.json", "overview=\(text)")
    let session = try desk.start(["x.json"], environment: environment)
    try session.waitUntil(shows: "F1 ")
    session.press(.shiftFunction(6), .up, .function(6))
    try session.waitUntil(shows: "公开")
    return session
  }

  /// What the terminal was told to put into its clipboard, as it was sent.
  private func copied(_ session: TerminalSession) -> [Substring] {
    let output = String(decoding: session.output, as: UTF8.self)
    return output.split(separator: "\u{1B}]52;").dropFirst().map { $0.prefix { $0 != "\u{07}" } }
  }

  @Test("Shift and arrows select, Ctrl+C hands it to the terminal's clipboard by OSC 52")
  func copies() throws {
    let desk = try Desk()
    let session = try open("公开信息", on: desk)
    session.press(.shiftRight, .shiftRight, .control("c"))
    try session.waitUntil(shows: "已复制 2 字")
    #expect(copied(session) == ["c;5YWs5byA"])
    #expect(session.picture.contains("选取 2 字 / 共 4 字"))
    session.press(.end, .control("v"))
    try session.waitUntil(shows: "公开信息公开")
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json") == "公开信息公开")
  }

  @Test(
    "draws what is selected, with colours and without", arguments: [[:], ["NO_COLOR": "1"]])
  func draws(environment: [String: String]) throws {
    let desk = try Desk()
    let session = try open("公开信息", on: desk, environment: environment)
    session.press(.shiftRight, .shiftRight)
    try session.waitUntil("two characters unlike the rest") { picture in
      guard let row = picture.row(with: "公开信息") else { return false }
      let styles = (0..<8).map { picture.style(x: 20 + $0, y: row) }
      return styles.prefix(4).allSatisfy { $0 == styles[0] }
        && styles.suffix(4).allSatisfy { $0 == styles[7] } && styles[0] != styles[7]
    }
  }

  @Test("sends nothing to a terminal that would print it", arguments: ["linux", "vt220"])
  func sendsNothing(terminal: String) throws {
    let desk = try Desk()
    let session = try open("公开信息", on: desk, environment: ["TERM": terminal])
    session.press(.control("a"), .control("c"))
    try session.waitUntil(shows: "已复制 4 字")
    #expect(copied(session) == [])
  }

  @Test("says that a text is too long for the terminal's clipboard")
  func tooLong() throws {
    let desk = try Desk()
    try desk.folder.write(String(repeating: "公开。", count: 8000), to: "long.txt")
    let session = try open("@long.txt", on: desk)
    session.press(.control("a"), .control("c"))
    try session.waitUntil(shows: "内容过长，没有送到终端的剪贴板")
    #expect(copied(session) == [])
  }

  @Test("typing replaces what is selected; one Ctrl+Z brings it back")
  func types() throws {
    let desk = try Desk()
    let session = try open("公开信息", on: desk)
    session.press(.shiftRight, .shiftRight, .text("发布"))
    try session.waitUntil(shows: "发布信息")
    session.press(.control("z"))
    try session.waitUntil(shows: "公开信息")
    session.press(.control("y"))
    try session.waitUntil(shows: "发布信息")
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json") == "发布信息")
  }

  @Test("finds, replaces one and replaces all")
  func replaces() throws {
    let desk = try Desk()
    let session = try open("公开ＡＢ，公开ab，公开", on: desk)
    session.press(.control("r"), .text("ab"), .tab, .text("XY"), .enter)
    try session.waitUntil(shows: "第 1 处，共 2 处")
    session.press(.function(4))
    try session.waitUntil(shows: "公开XY，公开ab")
    session.press(.up, .backspace, .backspace, .text("公开"))
    try session.waitUntil(shows: "共 3 处")
    session.press(.function(9))
    try session.waitUntil(shows: "已替换 3 处")
    session.press(.escape)
    try session.waitUntil("the details") { !$0.contains("查找和替换") }
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json") == "XYXY，XYab，XY")
  }
}
