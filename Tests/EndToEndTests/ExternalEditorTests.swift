import Testing

@Suite("Editing a text in one's own editor")
struct ExternalEditorTests {
  /// A desk with a text, and a folder for temporary files.
  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.folder.makeFolder("tmp")
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024")
    try desk.run("set", "x.json", "overview=原来的文字")
    return desk
  }

  /// Opens the text with a script for an editor; the file that it is to edit is `$1`.
  private func open(
    _ script: String, on desk: Desk, as variable: String = "VISUAL", words: String = ""
  ) throws -> TerminalSession {
    let path = try desk.folder.write("#!/bin/sh\n" + script + "\n", to: "editor.sh")
    desk.folder.setMode(0o700, of: "editor.sh")
    let session = try desk.start(
      ["x.json"], environment: ["TMPDIR": desk.folder / "tmp", variable: path + words])
    try session.waitUntil(shows: "F1 ")
    session.press(.shiftFunction(6), .up, .function(6))
    try session.waitUntil(shows: "原来的文字")
    return session
  }

  /// The files kept in the folder for temporary files.
  private func kept(on desk: Desk) -> [String] {
    TemporaryFolder.names(in: desk.folder / "tmp").map { "tmp/\($0)/text.txt" }
  }

  private func value(on desk: Desk) throws -> String? {
    try desk.value(of: "overview", in: "x.json")
  }

  @Test("brings the text back as one step", arguments: ["VISUAL", "EDITOR"])
  func bringsBack(variable: String) throws {
    let desk = try desk()
    let session = try open(
      "printf '第一段\\n第二段\\n' > \"$1\"; touch \"$1~\"", on: desk, as: variable)
    session.press(.control("e"))
    try session.waitUntil(shows: "已带回外部编辑器中修改的文字")
    #expect(session.picture.contains("第二段") && session.picture.isAlternate)
    session.press(.control("z"))
    try session.waitUntil(shows: "原来的文字")
    session.press(.control("y"))
    try session.waitUntil(shows: "第二段")
    try session.saveAndQuit()
    #expect(try value(on: desk) == "第一段\\n第二段")
    #expect(TemporaryFolder.names(in: desk.folder / "tmp") == [])
  }

  @Test("gives the editor the text in a private file, and the terminal")
  func givesAway() throws {
    let desk = try desk()
    let session = try open(
      """
      stat -c '%a %n' "$2" "$(dirname "$2")" | sed "s:$TMPDIR/[^/]*:DIR:" > seen.txt
      cat "$2" >> seen.txt; echo " $1" >> seen.txt
      printf '> '; read answer; printf '%s' "$answer" > "$2"
      """, on: desk, words: "  --wait ")
    session.press(.control("e"))
    let picture = try session.waitUntil(shows: ">")
    #expect(!picture.isAlternate && !picture.reportsMouse && session.isCooked)
    session.press(.text("换了"), .enter)
    try session.waitUntil(shows: "已带回")
    #expect(session.picture.isAlternate && !session.isCooked)
    let seen = String(decoding: try desk.bytes(of: "seen.txt"), as: UTF8.self)
    #expect(seen == "600 DIR/text.txt\n700 DIR\n原来的文字 --wait\n")
    try session.saveAndQuit()
    #expect(try value(on: desk) == "换了")
  }

  @Test(
    "keeps the text, and what was written, where the editor fails",
    arguments: [
      ("echo 改 > \"$1\"; exit 3", "退出码 3"), ("echo 改 > \"$1\"; kill -9 $$", "信号 9"),
      ("printf '\\377\\376' > \"$1\"", "不是 UTF-8"),
      ("rm \"$1\"; ln -s loop \"$1\"; ln -s text.txt \"$(dirname \"$1\")/loop\"", "text.txt"),
    ])
  func keeps(script: String, reason: String) throws {
    let desk = try desk()
    let session = try open(script, on: desk)
    session.press(.control("e"))
    try session.waitUntil(shows: reason)
    #expect(session.picture.contains("原来的文字") && !session.picture.contains("●"))
    let kept = kept(on: desk)
    #expect(kept.count == 1)
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    let file = try #require(kept.first)
    #expect(session.picture.text.filter { $0 != "\n" }.contains(file))
  }

  @Test(
    "keeps no file where nothing was written",
    arguments: [
      ("exit 3", "退出码 3"), ("kill -TERM $$", "信号 15"), ("rm \"$1\"", "删除了文件"),
      ("exit 0", "没有修改"), ("printf '\\n' >> \"$1\"", "没有修改"),
    ])
  func keepsNone(script: String, message: String) throws {
    let desk = try desk()
    let session = try open(script, on: desk)
    session.press(.control("e"))
    try session.waitUntil(shows: message)
    #expect(session.picture.contains("原来的文字") && !session.picture.contains("●"))
    #expect(kept(on: desk) == [])
  }

  @Test("says that there is no such editor")
  func missing() throws {
    let desk = try desk()
    let session = try open("", on: desk, words: "-no-such")
    session.press(.control("e"))
    try session.waitUntil(shows: "不能启动外部编辑器")
    #expect(session.picture.contains("原来的文字") && kept(on: desk) == [])
  }

  @Test("is not reached by what was meant for the other editor")
  func leaksNothing() throws {
    let desk = try desk()
    let session = try open(
      """
      printf '> '; read answer; printf '%s' "$answer" > "$1"
      printf READY; until [ -e go ]; do :; done
      """, on: desk)
    // Typed ahead with the key itself; and after the editor has read its line.
    session.press(.control("e"), .text("q"))
    try session.waitUntil(shows: ">")
    session.press(.text("换了"), .enter)
    try session.waitUntil(shows: "READY")
    session.press(.text("漏"), .enter)
    try desk.folder.write("", to: "go")
    try session.waitUntil(shows: "已带回")
    try session.saveAndQuit()
    let value = try #require(try value(on: desk))
    #expect(!value.contains("漏") && value.hasSuffix("换了"))
  }

  @Test("goes on where the editor is stopped, and follows the window")
  func stopped() throws {
    let desk = try desk()
    let session = try open(
      "printf '> '; read answer; kill -STOP $$; printf '%s' \"$answer\" > \"$1\"", on: desk)
    session.press(.control("e"))
    try session.waitUntil(shows: ">")
    session.resize(to: (120, 40))
    session.press(.text("换了"), .enter)
    try session.waitUntil("the whole window") {
      $0.contains("已带回") && $0.rows.last?.contains("F1 ") == true && $0.rows.count == 40
    }
    try session.saveAndQuit()
    #expect(try value(on: desk) == "换了")
  }

  @Test(
    "on SIGTERM and SIGHUP meanwhile keeps unsaved work and the file",
    arguments: [15, 1] as [Int32])
  func rescues(signal: Int32) throws {
    let desk = try desk()
    let session = try open(
      "echo 改到一半 > \"$1\"; trap '' TERM HUP; printf '> '; read answer", on: desk)
    session.press(.text("新"), .control("e"))
    try session.waitUntil(shows: ">")
    session.kill(signal)
    #expect(try session.waitForExit() == 2)
    try desk.restore("x.json")
    #expect(try desk.value(of: "overview", in: "x.json") == "新原来的文字")
    let file = try #require(kept(on: desk).first)
    #expect(try desk.bytes(of: file) == Array("改到一半\n".utf8))
    #expect(session.picture.text.filter { $0 != "\n" }.contains(file))
  }

  @Test("keeps unsaved work when the window is closed meanwhile")
  func hangUp() throws {
    let desk = try desk()
    let session = try open("printf '> '; read answer", on: desk)
    session.press(.text("新"), .control("e"))
    try session.waitUntil(shows: ">")
    session.hangUp()
    #expect(try session.waitForExit() == 2)
    try desk.restore("x.json")
    #expect(try desk.value(of: "overview", in: "x.json") == "新原来的文字")
  }
}
