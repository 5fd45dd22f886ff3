import Glibc
import Testing

/// What others can plant in a shared folder, and what is no file at all.
@Suite("Links, pipes and folders in the place of files")
struct SpecialFileTests {
  @Test("a pipe is not waited for where a draft is to be edited", arguments: ["edit", "review"])
  func pipe(command: String) throws {
    let desk = try Desk()
    mkfifo(desk.folder / "x.json", 0o600)
    for options in [[], ["--plain"]] {
      let session = try desk.start([command, "x.json"] + options)
      #expect(try session.waitForExit() == 2)
      #expect(session.picture.rows[0].hasPrefix("x.json：不是普通文件"))
    }
  }

  @Test("a pipe in a folder is neither read nor offered")
  func pipesInFolder() throws {
    let desk = try Desk(sample: "x.json")
    mkfifo(desk.folder / "pipe.json", 0o600)
    mkfifo(desk.folder / "pipe.txt", 0o600)
    let ran = try desk.run("check", ".")
    #expect(ran.status == 1)
    #expect(ran.errors.contains("pipe.json：不是草稿，已跳过"))
    let session = try desk.start([])
    try session.waitUntil(shows: "x.json")
    try session.waitUntil(shows: "pipe.json")
    session.press(.text("n"))
    try session.waitUntil(shows: "上年报告")
    #expect(!session.picture.contains("pipe.txt"))
  }

  @Test("process substitution is read")
  func processSubstitution() throws {
    let desk = try Desk(sample: "x.json")
    let command = try "\(builtProgram()) check <(cat x.json) --format ndjson | wc -l"
    let session = try TerminalSession(
      command: ["/bin/bash", "-c", command], directory: desk.folder.path)
    #expect(try session.waitForExit() == 0)
    #expect(session.picture.contains("1"))
    let editing = try TerminalSession(
      command: ["/bin/bash", "-c", "\(try builtProgram()) x.json --previous <(cat x.json)"],
      directory: desk.folder.path)
    try editing.waitUntil(shows: "F1 ")
  }

  @Test("a link to nothing is no draft, and nothing is made where it leads")
  func danglingLink() throws {
    let desk = try Desk()
    symlink("there.json", desk.folder / "x.json")
    for command in [["show", "x.json"], ["check", "x.json"], ["set", "x.json", "year=2024"]] {
      let ran = try desk.run(command)
      #expect(ran.status == 2)
      #expect(ran.complaints.count == 1)
      #expect(ran.errors.hasPrefix("x.json："))
    }
    let session = try desk.start(["x.json"])
    #expect(try session.waitForExit() == 2)
    for command in [
      ["new", "x.json", "--organ", "局", "--year", "2024"], ["import", "x.txt", "-o", "x.json"],
    ] {
      #expect(try desk.run(command).status == 2)
    }
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("an export follows no link", arguments: ["y.html", "y.json"])
  func exportOverLink(name: String) throws {
    let desk = try Desk(sample: "x.json")
    try desk.folder.write("mine", to: "mine.txt")
    symlink("mine.txt", desk.folder / name)
    let ran = try desk.run("export", "x.json", "-o", name, "--draft")
    #expect(ran.status == 2)
    #expect(ran.errors.hasPrefix("\(name)：是符号链接"))
    #expect(try desk.bytes(of: "mine.txt") == Array("mine".utf8))
    #expect(desk.folder.names == ["mine.txt", "x.json", name].sorted())
  }

  @Test("an export waits for no pipe and replaces no folder")
  func exportOverOthers() throws {
    let desk = try Desk(sample: "x.json")
    mkfifo(desk.folder / "pipe.html", 0o600)
    desk.folder.makeFolder("folder.html")
    for name in ["pipe.html", "folder.html"] {
      let ran = try desk.run("export", "x.json", "-o", name, "--draft")
      #expect(ran.status == 2)
      #expect(ran.complaints.count == 1)
    }
    #expect(desk.folder.names == ["folder.html", "pipe.html", "x.json"])
  }

  @Test("unsaved work is put aside under a name that nothing has yet")
  func rescue() throws {
    let desk = try Desk(sample: "x.json")
    try desk.folder.write("mine", to: "mine.txt")
    symlink("mine.txt", desk.folder / "x.json.rescued-1")
    symlink("nothing", desk.folder / "x.json.rescued-2")
    mkfifo(desk.folder / "x.json.rescued-3", 0o600)
    desk.folder.makeFolder("x.json.rescued-4")
    desk.folder.makeFolder("inner")
    try desk.folder.write(Desk.sample(), to: "inner/x.json")
    let session = try desk.start(
      ["edit", "inner/x.json"], environment: ["TMPDIR": desk.folder.path])
    try session.waitUntil(shows: "F1 ")
    // Neither a journal nor a file beside the draft can be made any more.
    TemporaryFolder.remove(desk.folder / "inner")
    session.press(.text("77"), .enter, .text("88"))
    try session.waitUntil("the values") { $0.figures(of: "二、上年结转").first == "88" }
    try session.waitUntil(shows: "防丢失记录写不进去")
    session.kill(SIGTERM)
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.contains("x.json.rescued-5"))
    #expect(try desk.bytes(of: "mine.txt") == Array("mine".utf8))
    #expect(!exists(desk.folder / "nothing"))
    #expect(try desk.value(of: "applications.new.natural", in: "x.json.rescued-5") == "77")
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "x.json.rescued-5") == "88")
  }

  @Test("too many bytes, and too many levels, are told in one line")
  func tooMuch() throws {
    let desk = try Desk()
    try desk.folder.write("", to: "large.json")
    truncate(desk.folder / "large.json", 64 << 20 + 1)
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    try desk.folder.write(
      "{\"cells\":{},\"deep\":\(deep),\"form\":\"disclosure-2021\",\"schema\":\"nianbao/draft/1\"}",
      to: "deep.json")
    for (name, says) in [("large.json", "64 MiB"), ("deep.json", "64")] {
      for command in [["show", name], ["check", name], ["forms", "check", name]] {
        let ran = try desk.run(command)
        #expect(ran.status == 2)
        #expect(ran.complaints.count == 1)
        #expect(ran.errors.hasPrefix(name) && ran.errors.contains(says), "\(ran.errors)")
      }
      let session = try desk.start([name])
      #expect(try session.waitForExit() == 2)
    }
  }

  @Test("a folder whose name ends as a draft’s does is passed over")
  func folder() throws {
    let desk = try Desk(sample: "x.json")
    desk.folder.makeFolder("y.json")
    let ran = try desk.run("check", ".")
    #expect(ran.status == 1)
    #expect(ran.errors.contains("y.json：不是草稿，已跳过"))
    let session = try desk.start(["y.json"])
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.rows[0].hasPrefix("y.json：是文件夹"))
  }

  @Test("a draft may have a name of several lines")
  func nameOfSeveralLines() throws {
    let desk = try Desk(sample: "x\ny.json")
    #expect(try desk.run("set", "x\ny.json", "year=2022").status == 0)
    let ran = try desk.run("check", ".")
    #expect(ran.text.contains("./x\\u{a}y.json"))
    let session = try desk.open("x\ny.json")
    session.press(.text("5"), .enter)
    try session.saveAndQuit()
    #expect(desk.folder.names == ["x\ny.json"])
  }

  @Test(
    "a name that is not UTF-8 is told, and taken for no other",
    arguments: [
      "show $'\\xff.json'", "edit $'\\xff.json'", "$'\\xff.json'",
      "new $'\\xff.json' --organ 局 --year 2024", "set $'\\xff.json' year=2024",
      "export x.json --draft -o $'\\xff.html'", "import x.txt -o $'\\xff.json'",
      "new y.json --organ $'\\xff' --year 2024",
    ])
  func nameNotUTF8(command: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try TerminalSession(
      command: ["/bin/bash", "-c", "\(try builtProgram()) \(command)"], size: (200, 10),
      directory: desk.folder.path)
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.rows[0].contains("不是 UTF-8 编码"))
    #expect(session.picture.rows[1].isEmpty)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("a file in a folder whose name is not UTF-8 is named and passed over")
  func nameNotUTF8InFolder() throws {
    let desk = try Desk(sample: "x.json")
    try bash("cp x.json $'\\xff.json'", in: desk)
    let ran = try desk.run("check", ".")
    #expect(ran.complaints.count == 1)
    #expect(ran.errors.hasPrefix("./\\u{fffd}.json："), "\(ran.errors)")
    let session = try desk.start([])
    try session.waitUntil(shows: "x.json")
    try session.waitUntil(shows: "\\u{fffd}.json")
    try bash("rm $'\\xff.json'", in: desk)
  }

  private func bash(_ line: String, in desk: Desk) throws {
    let shell = try TerminalSession(
      command: ["/bin/bash", "-c", line], directory: desk.folder.path)
    #expect(try shell.waitForExit() == 0)
  }
}
