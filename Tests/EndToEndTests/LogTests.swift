import JSONText
import Testing

private let natural = "applications.new.natural"

@Suite("log")
struct LogTests {
  /// A draft that two people saved, in a zone of half hours.
  private func desk() throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try run(desk, ["set", "x.json", "\(natural)=3", "organ.level=city"], by: "李四")
    try desk.folder.write("第一段。\n第二段。\n", to: "problems.txt")
    try run(desk, ["set", "x.json", "\(natural)=", "problems=@problems.txt"], by: "张三")
    return desk
  }

  @discardableResult
  private func run(_ desk: Desk, _ command: [String], by person: String) throws -> Ran {
    try desk.run(command, environment: ["USER": person, "TZ": "<+0530>-5:30"])
  }

  @Test("tells who changed what, the newest first")
  func tells() throws {
    let ran = try desk().run("log", "x.json")
    #expect(ran.status == 0)
    let lines = ran.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasSuffix(" +05:30　张三　改动 2 处"))
    #expect(lines[1].hasSuffix("（\(natural)）：3 → （空白）"))
    #expect(lines[1].contains("一、本年新收政府信息公开申请数量"))
    #expect(lines[2].hasSuffix("（problems） 第 1 段"))
    #expect(lines[3].hasPrefix("    - "))
    #expect(lines[4].hasPrefix("    + ") && lines[4].contains("第一段。¶第二段。"))
    #expect(lines[5].isEmpty)
    #expect(lines[6].hasSuffix("李四　改动 2 处"))
    #expect(lines[7] == "  级别（organ.level）：county → city")
    #expect(lines[8].hasSuffix("（\(natural)）：1 → 3"))
  }

  @Test("tells it in English, too")
  func tellsInEnglish() throws {
    let ran = try desk().run("log", "x.json", "problems", "--lang", "en")
    #expect(ran.text.contains("张三  1 change\n"))
    #expect(ran.text.contains("(problems), paragraph 1\n"))
  }

  @Test(
    "tells of what is named only",
    arguments: [
      ([natural], 2, 2), (["applications.new"], 2, 2), (["applications"], 2, 2),
      (["problems"], 1, 1), (["organ.level"], 1, 1), (["organ.level", "problems"], 2, 2),
      (["year"], 0, 0), (["charges.fees.amount"], 0, 0), ([], 2, 4),
    ] as [([String], Int, Int)])
  func tellsOfWhatIsNamed(keys: [String], saves: Int, changes: Int) throws {
    let ran = try desk().run(["log", "x.json", "--format", "json"] + keys)
    #expect(ran.status == 0)
    let entries = try #require(try ran.json()["history"]?.array)
    #expect(entries.count == saves)
    let counts = entries.flatMap { entry in
      ["cells", "texts", "organ"].map { entry[$0]?.array?.count ?? 0 }
    }
    #expect(counts.reduce(0, +) == changes)
  }

  @Test("gives programs everything, in the words that diff has")
  func givesEverything() throws {
    let desk = try desk()
    let ran = try desk.run(
      ["log", "-", "--format", "json"], stdin: try desk.bytes(of: "x.json"))
    let entry = try #require(try ran.json()["history"]?.array?.first)
    #expect(entry["by"]?.string == "张三")
    #expect(entry["on"]?.string?.count == 25)
    #expect(entry["cells"]?.array?.first?["at"]?.string == natural)
    #expect(entry["cells"]?.array?.first?["from"]?.compactText == "3")
    #expect(entry["cells"]?.array?.first?["to"]?.content == .null)
    #expect(entry["texts"]?.array?.first?["start"]?.integer == 0)
    #expect(entry["texts"]?.array?.first?["added"]?.compactText == #"["第一段。","第二段。"]"#)
  }

  @Test("knows places that only the history still has, and no others")
  func knowsPlaces() throws {
    let desk = try Desk()
    try desk.folder.write(
      #"{"cells":{},"form":"disclosure-2021","history":[{"by":"a\u001b[2J","cells":{"gone.x.y":{"to":1}},"#
        + #""texts":{"lost":[{"start":4,"added":["b\u202e"]}]}}],"organ":{"name":""},"#
        + #""schema":"nianbao/draft/1","year":2024}"#, to: "x.json")
    let ran = try desk.run("log", "x.json", "gone.x.y", "lost")
    #expect(ran.status == 0)
    #expect(
      ran.text == """
        时间不详　a\\u{1b}[2J　改动 2 处
          gone.x.y：（空白） → 1
          lost 第 5 段
            + b\\u{202e}

        """)
    for key in ["gone.x.z", "nothing", "organ.fax", ""] {
      let refused = try desk.run("log", "x.json", key)
      #expect(refused.status == 64)
      #expect(refused.output.isEmpty)
    }
  }

  @Test("says so where there is nothing, and refuses what is no draft")
  func saysSo() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run("log", "x.json")
    #expect(ran.status == 0 && ran.output.isEmpty)
    #expect(ran.errors == "x.json：没有修改记录\n")
    #expect(try desk.run("log", "missing.json").status == 2)
    #expect(try desk.run("log", "x.json", "--format", "xml").status == 64)
  }

  @Test("is fed by saves that change something, and by nothing else")
  func isFed() throws {
    let desk = try Desk(sample: "x.json")
    func count() throws -> Int {
      try desk.run("log", "x.json", "--format", "json").json()["history"]?.array?.count ?? -1
    }
    let bytes = try desk.bytes(of: "x.json")
    try desk.run("set", "x.json", "\(natural)=1")
    #expect(try desk.bytes(of: "x.json") == bytes)
    let written = try desk.run(["set", "-", "\(natural)=2"], stdin: bytes)
    #expect(!written.text.contains("\"history\""))
    try desk.run("set", "x.json", "\(natural)=2")
    #expect(try count() == 1)
    #expect(try desk.run("set", "x.json", "\(natural)=x").status == 64)
    #expect(try count() == 1)
  }

  @Test("does not hear of a finding that is let stand")
  func doesNotHearOfAcceptances() throws {
    let desk = try AcceptTests.desk()
    let before = try desk.run("log", "x.json").text
    let accepted = try desk.run(
      "accept", "x.json", "year", "held.times.all", "--reason", "含跨年一场")
    #expect(accepted.status == 0)
    #expect(try desk.run("log", "x.json").text == before)
  }

  @Test("names the user of the system where nothing else says who it is")
  func namesTheUser() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "\(natural)=2")
    let by = try desk.run("log", "x.json", "--format", "json").json()["history"]?.array?.first?[
      "by"]
    #expect(by?.string?.isEmpty == false)
  }

  @Test("stays out of exports, comparisons, and last year's report")
  func staysOut() throws {
    let desk = try desk()
    let original = try Desk(sample: "x.json")
    try original.run(
      "set", "x.json", "\(natural)=", "organ.level=city", "problems=第一段。\n第二段。")
    try original.run("set", "x.json", "\(natural)=4")
    try original.run("set", "x.json", "\(natural)=")
    try desk.folder.write(try original.bytes(of: "x.json"), to: "y.json")
    #expect(try desk.run("diff", "x.json", "y.json").status == 0)
    #expect(try desk.run("show", "x.json").output == desk.run("show", "y.json").output)
    let findings = try ["x.json", "y.json"].map { name in
      try desk.run("check", name, "--format", "json").json()["drafts"]?.array?[0]["findings"]
    }
    #expect(findings[0] == findings[1])
    let exported = try desk.run(
      "export", "x.json", "-o", "-", "--format", "json", "--draft")
    #expect(exported.status == 0)
    #expect(try exported.json()["history"] == nil)
    try desk.run("new", "next.json", "--year", "2024", "--previous", "x.json")
    let next = try JSON(reading: desk.bytes(of: "next.json"))
    #expect(next["history"] == nil && next["previous"]?["history"] == nil)
  }

  @Test("is fed by the editor, which tells it on Alt+H")
  func isFedByTheEditor() throws {
    let desk = try Desk(sample: "x.json")
    try run(desk, ["set", "x.json", "\(natural)=3"], by: "李四")
    let session = try desk.open("x.json")
    session.press(.control("g"))
    session.send(natural)
    session.press(.enter, .text("4"), .enter, .up, .alt("h"))
    try session.waitUntil(shows: "3 → 4")
    #expect(session.picture.contains("本次编辑，尚未保存"))
    #expect(session.picture.contains("李四"))
    session.press(.escape)
    try session.waitUntil { !$0.contains("尚未保存") }
    session.press(.control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.text("5"), .enter, .control("s"))
    try session.waitUntil { $0.contains("已保存") && !$0.contains("●") }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    let ran = try desk.run("log", "x.json", natural)
    let changes = ran.text.split(separator: "\n").compactMap { $0.split(separator: "：").last }
      .filter { $0.contains("→") }
    #expect(changes == ["4 → 5", "3 → 4", "1 → 3"])
  }

  @Test("shows in a review")
  func showsInAReview() throws {
    let desk = try desk()
    let session = try desk.open("review", "x.json")
    session.press(.control("u"))
    try session.waitUntil(shows: "F1 ")
    session.press(.control("g"))
    session.send(natural)
    session.press(.enter, .alt("h"))
    try session.waitUntil(shows: "3 → （空白）")
    session.press(.alt("h"))
    try session.waitUntil { !$0.contains("3 → （空白）") }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }
}

@Suite("A draft of a later version")
struct LaterVersionTests {
  private static let later =
    #"{"cells":{},"form":"disclosure-2021","organ":{"name":"局"},"schema":"nianbao/draft/2","year":2024}"#

  @Test(
    "is refused by every command, bytes and time untouched",
    arguments: [
      ["set", "x.json", "year=2023"], ["accept", "x.json", "jump", "overview", "--reason", "x"],
      ["show", "x.json"], ["check", "x.json"], ["log", "x.json"], ["diff", "x.json", "x.json"],
      ["export", "x.json", "-o", "y.html"],
      ["new", "y.json", "--year", "2025", "--previous", "x.json"],
    ])
  func isRefused(command: [String]) throws {
    let desk = try Desk()
    try desk.folder.write(Self.later, to: "x.json")
    let before = try desk.folder.lastChange(of: "x.json")
    let ran = try desk.run(command)
    #expect(ran.status == 2)
    #expect(ran.errors.contains("nianbao/draft/2"))
    #expect(try desk.bytes(of: "x.json") == Array(Self.later.utf8))
    #expect(try desk.folder.lastChange(of: "x.json") == before)
    #expect(desk.folder.names == ["x.json"])
  }

  @Test("is refused by the editor and the review, too", arguments: ["edit", "review"])
  func isRefusedByTheEditor(command: String) throws {
    let desk = try Desk()
    try desk.folder.write(Self.later, to: "x.json")
    let before = try desk.folder.lastChange(of: "x.json")
    let session = try desk.start([command, "x.json"])
    #expect(try session.waitForExit() == 2)
    #expect(try desk.folder.lastChange(of: "x.json") == before)
    #expect(try desk.bytes(of: "x.json") == Array(Self.later.utf8))
  }
}
