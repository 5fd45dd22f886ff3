import JSONText
import Testing

/// A file that is no draft.
struct NoDraft: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var bytes: [UInt8]

  init(_ name: String, _ text: String) {
    testDescription = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    testDescription = name
    self.bytes = bytes
  }
}

@Suite("What cannot be read")
struct RefusalTests {
  private static let head = #"{"cells":{},"form":"disclosure-2021","organ":{"name":"局"},"#

  static let noDrafts: [NoDraft] = [
    NoDraft("empty", ""),
    NoDraft("no JSON", "政府信息公开工作年度报告\n"),
    NoDraft("a list", "[]"),
    NoDraft("another object", #"{"name": "x"}"#),
    NoDraft("truncated", head + #""schema":"nianbao/draft/1","#),
    NoDraft("a newer schema", head + #""schema":"nianbao/draft/2","year":2024}"#),
    NoDraft("another schema", head + #""schema":"other/1","year":2024}"#),
    NoDraft("no year", head + #""schema":"nianbao/draft/1"}"#),
    NoDraft("a year in words", head + #""schema":"nianbao/draft/1","year":"2024"}"#),
    NoDraft("a trailing comma", head + #""schema":"nianbao/draft/1","year":2024,}"#),
    NoDraft("a key twice", head + #""schema":"nianbao/draft/1","year":2024,"year":2024}"#),
    NoDraft("more behind", head + #""schema":"nianbao/draft/1","year":2024} x"#),
    NoDraft(
      "an unknown form",
      #"{"cells":{},"form":"x","organ":{"name":"局"},"schema":"nianbao/draft/1","year":2024}"#),
    NoDraft(
      "not UTF-8", bytes: Array(#"{"schema":""#.utf8) + [0xC4, 0xEA, 0xB1, 0xA8, 0x22, 0x7D]),
    NoDraft("deeply nested", String(repeating: "[", count: 100_000)),
    NoDraft("zeros", bytes: [UInt8](repeating: 0, count: 4096)),
  ]

  private static let commands = [
    ["show", "x.json"], ["check", "x.json"], ["set", "x.json", "year=2023"],
    ["export", "x.json", "-o", "y.html"], ["diff", "x.json", "x.json"],
  ]

  private func expectRefused(_ ran: Ran, naming name: String) {
    #expect(ran.status == 2)
    #expect(ran.complaints.count == 1, "\(ran.errors)")
    #expect(ran.errors.hasPrefix(name), "\(ran.errors)")
    #expect(ran.output.isEmpty)
  }

  @Test("is named in one line and left alone", arguments: noDrafts)
  func noDraft(file: NoDraft) throws {
    let desk = try Desk()
    try desk.folder.write(file.bytes, to: "x.json")
    for command in Self.commands { expectRefused(try desk.run(command), naming: "x.json") }
    #expect(desk.folder.names == ["x.json"])
    #expect(try desk.bytes(of: "x.json") == file.bytes)
  }

  @Test("is not opened in the editor either", arguments: noDrafts)
  func editor(file: NoDraft) throws {
    let desk = try Desk()
    try desk.folder.write(file.bytes, to: "x.json")
    let session = try desk.start(["x.json"])
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.rows[0].hasPrefix("x.json"))
    #expect(session.isCooked)
    #expect(try desk.bytes(of: "x.json") == file.bytes)
  }

  @Test("a missing file")
  func missing() throws {
    let desk = try Desk()
    for command in Self.commands { expectRefused(try desk.run(command), naming: "x.json") }
    #expect(desk.folder.names.isEmpty)
  }

  @Test("a folder in the place of a file")
  func folder() throws {
    let desk = try Desk()
    desk.folder.makeFolder("x.json")
    for command in Self.commands where command[0] != "check" {
      expectRefused(try desk.run(command), naming: "x.json")
    }
    let session = try desk.start(["x.json"])
    #expect(try session.waitForExit() == 2)
  }

  /// Where no file can be made, and what is said in Chinese, which the system itself does not speak.
  static let noPlaces = [
    ("missing/y", "所在的文件夹不存在"), ("x.json/y", "路径中有一段是文件"),
    (String(repeating: "年", count: 90), "文件名太长"), ("circle/y", "链接互相指向"),
  ]

  @Test("a place where no file can be made", arguments: noPlaces)
  func noPlace(path: String, cause: String) throws {
    let desk = try Desk(sample: "x.json")
    desk.folder.link("circle", to: "circle")
    let commands = [
      ["export", "x.json", "-o", path + ".html", "--draft"],
      ["import", "x.json", "-o", path + ".json"],
    ]
    for command in commands {
      let ran = try desk.run(command)
      expectRefused(ran, naming: path)
      #expect(ran.errors.contains(cause), "\(ran.errors)")
    }
    #expect(desk.folder.names.sorted() == ["circle", "x.json"])
  }

  @Test(
    "a file that may not be read",
    .disabled(if: isSuperuser, "the superuser may read every file"))
  func unreadable() throws {
    let desk = try Desk(sample: "x.json")
    desk.folder.setMode(0, of: "x.json")
    for command in Self.commands { expectRefused(try desk.run(command), naming: "x.json") }
  }

  @Test("names the place: line and column")
  func place() throws {
    let desk = try Desk()
    try desk.folder.write("{\n  \"年度\": 1,\n}\n", to: "x.json")
    #expect(try desk.run("show", "x.json").errors.hasPrefix("x.json：第 2 行第 10 列："))
  }

  @Test("check goes on to the next draft, and says 2 in the end")
  func checkGoesOn() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run("check", "missing.json", "x.json", "--format", "json")
    #expect(ran.status == 2)
    #expect(ran.complaints.count == 1)
    #expect(try ran.json()["drafts"]?.array?.count == 1)
  }

  @Test("import of a text that is no such report writes nothing")
  func importOfNoReport() throws {
    let desk = try Desk()
    try desk.folder.write("会议纪要\n\n一、出席人员\n张三、李四。\n", to: "notes.txt")
    expectRefused(try desk.run("import", "notes.txt", "-o", "x.json"), naming: "notes.txt")
    #expect(desk.folder.names == ["notes.txt"])
  }

  @Test("import never replaces a file without --force")
  func importOverFile() throws {
    let desk = try Desk(sample: "x.json")
    let report = """
      示例局2024年政府信息公开工作年度报告
      一、总体情况
      全年公开信息12条。
      二、主动公开政府信息情况
      第二十条第（五）项
      信息内容\t本年处理决定数量
      行政许可\t22
      第二十条第（六）项
      信息内容\t本年处理决定数量
      行政处罚\t4
      行政强制\t0
      五、存在的主要问题及改进情况
      更新不够及时。
      六、其他需要报告的事项
      没有收取信息处理费。
      """
    try desk.folder.write(report, to: "report.txt")
    let refused = try desk.run("import", "report.txt", "-o", "x.json")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("x.json"))
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    #expect(try desk.run("import", "report.txt", "-o", "x.json", "--force").status == 0)
    #expect(try desk.value(of: "overview", in: "x.json") == "全年公开信息12条。")
    #expect(try desk.value(of: "year", in: "x.json") == "2024")
    #expect(try desk.value(of: "licensing.permits.decisions", in: "x.json") == "22")
  }
}
