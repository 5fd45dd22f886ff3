import JSONText
import Testing

/// Nothing of a file, an argument or the environment may reach the terminal as it is.
@Suite("Text that would steer a terminal")
struct SteeringTests {
  /// The name of the draft, which steers too.
  static let name = "年\nFORGED\u{1B}[7771m\u{202E}.json"

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(Steering.draft(), to: Self.name)
    return desk
  }

  @Test(
    "is escaped by every command",
    arguments: [
      ["show"], ["show", "--lang", "en"], ["check"], ["check", "--strict", "--lang", "en"],
      ["check", "--previous", name], ["diff", "x.json"], ["log"], ["log", "--lang", "en"],
      ["versions"],
      ["export", "-o", "y.html"], ["show", "no\(Steering.lines)"], ["set", Steering.lines],
      ["set", "year=\(Steering.lines)"], ["set", "applications.new.natural=\(Steering.lines)"],
      ["set", "organ.level=\(Steering.lines)"], ["set", "\(Steering.lines)=1"],
      ["set", "overview=@\(Steering.lines)"], ["show", "--form", Steering.lines],
      ["check", "--format", Steering.lines], ["check", "--format=\(Steering.lines)"],
      ["check", "--\(Steering.lines)"], ["export", "-o", "y.\(Steering.lines)"],
      ["export", "-o", "no/\(Steering.lines).html", "--draft"],
      ["accept", Steering.lines, Steering.lines, "--reason", "x"],
      ["accept", "blank", "applications.new.total", "--reason", Steering.lines],
      ["import"], ["import", "-o", "y.json", "--year", Steering.lines], ["edit"], ["review"],
    ])
  func commands(command: [String]) throws {
    let desk = try desk()
    try desk.folder.write(Desk.sample(), to: "x.json")
    let ran = try desk.run([command[0], Self.name] + command.dropFirst())
    #expect(Steering.isHarmless(ran.output), "\(ran.text.debugDescription)")
    #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    #expect(!ran.output.isEmpty || !ran.errors.isEmpty)
  }

  @Test(
    "is escaped where the command itself is wrong",
    arguments: [
      ["\(Steering.lines)"], ["sho\u{1B}"], ["forms", Steering.lines], ["--\(Steering.lines)"],
      ["forms", "check", Steering.lines], ["check", Steering.lines],
      ["new", "no/\(Steering.lines)", "--organ", "局", "--year", "2024"],
      ["new", "y.json", "--organ", "局", "--year", Steering.lines],
      ["new", "y.json", "--organ", "局", "--year", "2024", "--level", Steering.lines],
      ["new", "y.json", "--year", "2024", "--previous", Steering.lines],
      ["show", "x.json", "--lang", Steering.lines], ["show", "x.json", "--color", Steering.lines],
      ["edit", "no/\(Steering.lines)"],
    ])
  func usage(command: [String]) throws {
    let ran = try Desk().run(command)
    #expect(ran.status != 0)
    #expect(Steering.isHarmless(ran.output), "\(ran.text.debugDescription)")
    #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
  }

  @Test(
    "is escaped where a file is no draft",
    arguments: [
      Steering.noDraft("2024}", "2024,\"a\":\u{202E}"),
      Steering.noDraft(
        "2024}", "2024,\(Steering.quoted(Steering.lines)):1,\(Steering.quoted(Steering.lines)):1}"),
      Steering.noDraft("disclosure-2021", "\\u001b]0;x\\u0007\\nFORGED"),
      Steering.noDraft("draft/1", "draft/1\\u001b]0;x\\u0007\\nFORGED"),
      Steering.noDraft(
        "\"cells\":{}", "\"cells\":{\"applications\":{\"new\":{\"natural\":1e999}}}"),
      Steering.noDraft("2024}", "2024,\"formDefinition\":{\(Steering.quoted(Steering.lines)):1}}"),
      Steering.noDraft("2024}", "2024,\"accepted\":[{\(Steering.quoted(Steering.lines)):1}]}"),
      Steering.noDraft(
        "2024}", "2024,\"previous\":{\"year\":1,\(Steering.quoted(Steering.lines)):1}}"),
      Steering.noDraft("2024}", "20\u{9B}24}"),
    ])
  func noDraft(bytes: [UInt8]) throws {
    let desk = try Desk()
    try desk.folder.write(bytes, to: Self.name)
    for command in [["show", Self.name], ["check", "."], ["forms", "check", Self.name]] {
      let ran = try desk.run(command)
      // In a folder a file that is no draft at all is passed over.
      #expect(ran.status == 2 || command[0] == "check" && ran.status == 0)
      #expect(ran.complaints.count == 1, "\(ran.errors.debugDescription)")
      #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    }
  }

  @Test("does not get into a form, and is not printed when it is refused")
  func form() throws {
    let desk = try Desk()
    let form = try desk.run("forms", "disclosure-2021").text
    for (found, replacement) in [
      ("\"row-total\"", Steering.quoted(Steering.lines)),
      ("本年新收", String(Steering.quoted(Steering.text).dropFirst().dropLast())),
      ("\"basis\"", Steering.quoted(Steering.lines)), ("\"disclosure-2021\"", "\"\\u001b\""),
    ] {
      try desk.folder.write(form.replacing(found, with: replacement), to: Self.name)
      let ran = try desk.run("forms", "check", Self.name)
      #expect(ran.status == 2)
      #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    }
  }

  @Test("is escaped in the report of an import, which reads none of it")
  func importing() throws {
    let desk = try Desk()
    let report = """
      示例局2024年政府信息公开工作年度报告
      一、总体情况
      全年\(Steering.mark)公开信息12条。
      二、主动公开政府信息情况
      第二十条第（五）项
      信息内容\t本年处理决定数量
      行政许可\t22
      行政处罚\t4
      行政强制\t\(Steering.mark)
      \(Steering.mark)\t7
      五、存在的主要问题及改进情况
      更新不够及时。
      """
    try desk.folder.write(report, to: Self.name)
    let ran = try desk.run("import", Self.name, Self.name, "-o", "x.json")
    #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    let once = try desk.run("import", Self.name, "-o", "y.json")
    #expect(once.status == 0)
    #expect(once.errors.contains("licensing.permits.decisions = 22\t"))
    #expect(Steering.isHarmless(Array(once.errors.utf8)), "\(once.errors.debugDescription)")
    #expect(Steering.isHarmless(try desk.bytes(of: "y.json")))
  }

  @Test("stays within strings of JSON, where it is data")
  func json() throws {
    let desk = try desk()
    try desk.folder.write(Desk.sample(), to: "x.json")
    for command in [
      ["check", Self.name, "--format", "json"], ["diff", Self.name, "x.json", "--format", "json"],
      ["export", Self.name, "-o", "-", "--format", "json", "--draft"],
    ] {
      let ran = try desk.run(command)
      _ = try ran.json()
      #expect(ran.output.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }
    for line in try desk.run("check", Self.name, "--format", "ndjson").text.split(separator: "\n") {
      _ = try JSON(reading: Array(line.utf8))
    }
  }

  @Test("is left out of a page")
  func page() throws {
    let desk = try desk()
    let ran = try desk.run("export", Self.name, "-o", "-", "--format", "html", "--draft")
    #expect(ran.status == 0)
    #expect(Steering.isHarmless(ran.output))
  }

  @Test("is escaped where the environment holds it")
  func environment() throws {
    let desk = try Desk(sample: "x.json")
    let variables = Dictionary(
      uniqueKeysWithValues: ["TERM", "USER", "EDITOR", "NIANBAO_LANG", "LANG", "TMPDIR", "HOME"]
        .map { ($0, Steering.lines) })
    for command in [["check", "x.json"], ["demo", "--plain"], ["show", "x.json"]] {
      let ran = try desk.run(command, environment: variables)
      #expect(Steering.isHarmless(ran.output), "\(ran.text.debugDescription)")
      #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    }
    let session = try desk.start(["x.json"], environment: variables)
    #expect(try session.waitForExit() == 2)
    #expect(Steering.isHarmlessOnScreen(session.output))
  }

  @Test("is escaped where the config holds it, be it in order or not")
  func config() throws {
    let desk = try Desk(sample: "x.json")
    desk.folder.makeFolder("nianbao")
    let texts = [
      #"{"name":TEXT}"#, #"{TEXT:1}"#, #"{"language":TEXT}"#, #"{"keys":{TEXT:"F5"}}"#,
      #"{"keys":{"save":TEXT}}"#, #"{"styles":{TEXT:{}}}"#, "{\"name\":\u{202E}}",
    ]
    for text in texts {
      let config = text.replacing("TEXT", with: Steering.quoted(Steering.lines))
      try desk.folder.write(config, to: "nianbao/config.json")
      let ran = try desk.run(
        ["check", "x.json"], environment: ["XDG_CONFIG_HOME": desk.folder.path])
      #expect(Steering.isHarmless(ran.output), "\(ran.text.debugDescription)")
      #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
    }
  }

  @Test("is escaped line by line")
  func plain() throws {
    let desk = try desk()
    let words = [
      "all", "findings", "sections", "last", "next", "read", "go overview", "all", "f", "accept x",
      "go \(Steering.text)", Steering.text, "zzz\(Steering.text)", "help", "go organ", "read",
      "all", "quit", "discard",
    ]
    for command in ["edit", "review"] {
      for language in ["zh", "en"] {
        let ran = try desk.run(
          [command, Self.name, "--plain", "--lang", language],
          stdin: Array(words.joined(separator: "\n").utf8))
        #expect(ran.output.count > 1000)
        #expect(Steering.isHarmless(ran.output), "\(ran.text.debugDescription)")
        #expect(Steering.isHarmless(Array(ran.errors.utf8)), "\(ran.errors.debugDescription)")
      }
    }
  }

  @Test("is escaped on the screen, wherever one goes", arguments: ["edit", "review"])
  func screen(command: String) throws {
    let desk = try desk()
    let session = try desk.start([command, Self.name])
    if command == "review" {
      try session.waitUntil(shows: "Esc 返回")
      session.press(.control("u"))
    }
    try session.waitUntil(shows: "F1 ")
    for _ in 0..<10 {
      session.press(.function(6))
      session.settle(milliseconds: 30)
      session.press(.function(8))
      session.settle(milliseconds: 30)
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(Steering.isHarmlessOnScreen(session.output))
  }

  @Test("is escaped in the list of the drafts of a folder, and in the values of a terminal")
  func list() throws {
    let desk = try desk()
    try desk.folder.write("{", to: "坏" + Self.name)
    let session = try desk.start([])
    try session.waitUntil(shows: "F1 ")
    session.settle()
    session.press(.text("n"))
    session.settle()
    session.press(.escape)
    session.settle()
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(Steering.isHarmlessOnScreen(session.output))
    let show = try desk.start(["show", Self.name, "overview", "organ.name"])
    #expect(try show.waitForExit() == 0)
    #expect(Steering.isHarmlessOnScreen(show.output))
    #expect(!show.output.contains(0x1B))
  }

  @Test("is refused where a person's name is given, or shown as an escape")
  func reviewer() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.start(["review", "x.json", "--as", Steering.lines])
    #expect(try session.waitForExit() == 64)
    #expect(Steering.isHarmlessOnScreen(session.output))
  }
}
