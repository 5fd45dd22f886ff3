import Testing

@Suite("Locales and terminals")
struct EnvironmentTests {
  @Test(
    "speaks Chinese except where English is asked for",
    arguments: [
      (["LC_ALL": "C"], "退出"), (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], "退出"),
      (["LANG": ""], "退出"), (["LANG": "zh_CN.UTF-8"], "退出"), (["LANG": "de_DE.UTF-8"], "退出"),
      (["LANG": "en_US.UTF-8"], "quit"), (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"], "quit"),
      (["LANG": "zh_CN.UTF-8", "NIANBAO_LANG": "en"], "quit"),
      (["LANG": "en_US.UTF-8", "NIANBAO_LANG": "zh"], "退出"),
    ])
  func speaks(environment: [String: String], word: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"], environment: environment)
    let picture = try session.waitUntil(shows: "Ctrl+Q \(word)")
    // The form is Chinese in every language, and in every locale drawn as UTF-8.
    #expect(picture.contains("一、本年新收"))
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test("--lang goes before all")
  func option() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json", "--lang", "en"], environment: ["NIANBAO_LANG": "zh"])
    try session.waitUntil(shows: "Ctrl+Q quit")
  }

  @Test("refuses a terminal that cannot show a table", arguments: ["nosuch", "dumb", ""])
  func refuses(terminal: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"], environment: ["TERM": terminal])
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.contains("TERM=“\(terminal)”"))
    #expect(session.picture.rows.count { !$0.isEmpty } == 1)
    #expect(session.isCooked)
  }

  @Test(
    "needs a terminal for what is shown on one",
    arguments: [["x.json"], ["edit", "x.json"], ["review", "x.json"], ["demo"], ["new.json"], []])
  func needsTerminal(command: [String]) throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(command)
    #expect(ran.status == 2)
    #expect(ran.output.isEmpty)
    #expect(ran.complaints.count == 1)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("shows no colour where none is wanted", arguments: [["--color", "never"], []])
  func noColor(options: [String]) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"] + options, environment: ["NO_COLOR": "1"])
    let picture = try session.waitUntil(shows: "Ctrl+Q")
    let styles = picture.styles.joined()
    #expect(styles.allSatisfy { $0.foreground == nil && $0.background == nil })
    #expect(picture.marks("四、结转下年度继续办理"))
  }

  @Test(
    "works on other terminals", arguments: ["xterm", "vt220", "linux", "screen", "tmux-256color"])
  func otherTerminals(terminal: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["x.json"], environment: ["TERM": terminal])
    try session.waitUntil(shows: "Ctrl+Q")
    session.press(.text("12"), .right, .text("7"), .left, .function(2), .text("3"), .enter)
    try session.saveAndQuit()
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "123")
    #expect(try desk.value(of: "applications.new.business", in: "x.json") == "7")
    #expect(session.isCooked)
  }
}
