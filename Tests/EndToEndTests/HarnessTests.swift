import Testing

@Suite("A terminal session")
struct HarnessTests {
  private func shell(_ script: String, size: (Int, Int) = (40, 6)) throws -> TerminalSession {
    try TerminalSession(command: ["/bin/sh", "-c", script], size: size)
  }

  @Test("shows what a program writes, wide characters and styles included")
  func shows() throws {
    let session = try shell(#"printf 'a年b\033[1;7;31m!'; printf '\033[2;5H'; cat"#)
    let picture = try session.waitUntil("the cursor") { $0.cursor == (4, 1) }
    #expect(picture.rows[0] == "a年b!")
    let style = Picture.Style(foreground: 1, isBold: true, isReverse: true)
    #expect(picture.style(x: 4, y: 0) == style)
    #expect(picture.style(x: 0, y: 0) == Picture.Style())
  }

  @Test("types, resizes, and tells how the program ended")
  func types() throws {
    let session = try shell("read line; echo got $line; read line; stty size; exit 3")
    session.press(.text("一"), .enter)
    try session.waitUntil(shows: "got 一")
    session.resize(to: (50, 9))
    session.press(.enter)
    try session.waitUntil(shows: "9 50")
    #expect(try session.waitForExit() == 3)
    #expect(session.isCooked)
  }

  @Test("tells of a signal that ended the program")
  func tellsOfSignals() throws {
    let session = try shell("echo ready; exec cat")
    try session.waitUntil(shows: "ready")
    session.kill(15)
    #expect(try session.waitForExit() == 143)
  }

  @Test("fails with the picture when a program ends without showing what was awaited")
  func failsWithPicture() throws {
    let session = try shell("echo something else")
    let failure = #expect(throws: TerminalFailure.self) {
      try session.waitUntil(shows: "never written")
    }
    #expect(failure?.description.contains("something else") == true)
  }

  @Test(
    "answers the width question as told",
    arguments: [(WidthAnswer.narrow, "^[[2;2R"), (.wide, "^[[2;3R")])
  func answers(how: WidthAnswer, expected: String) throws {
    let session = try TerminalSession(
      command: [
        "/bin/sh", "-c",
        #"stty -icanon; printf '\033[2;1H\342\200\234\033[6n'; cat"#,
      ], widthAnswer: how)
    try session.waitUntil(shows: expected)
  }

  @Test("finds the program under test")
  func findsProgram() throws {
    #expect(try TerminalSession(command: [builtProgram(), "--help"]).waitForExit() == 0)
  }
}
