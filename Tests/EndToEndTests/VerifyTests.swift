import JSONText
import Testing

@Suite("Figures that a second person types again")
struct VerifyTests {
  private func record(_ desk: Desk) throws -> [JSON] {
    try JSON(reading: desk.bytes(of: "x.json"))["rekeyed"]?.array ?? []
  }

  @Test("are compared unseen, shown side by side, and recorded in the draft")
  func records() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("verify", "x.json", "--table", "enforcement", "--as", "赵六")
    #expect(!session.picture.contains("1327"))
    session.press(.text("1372"), .enter, .text("259"), .enter, .control("s"))
    try session.waitUntil(shows: "有 1 格与草稿不一致")
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    session.press(.control("s"))
    try session.waitUntil(shows: "记入草稿并列出两边的数字？")
    session.press(.text("y"))
    let both = try session.waitUntil(shows: "草稿 1327，复录 1372")
    #expect(both.contains("已记入草稿"))
    session.press(.escape)
    #expect(try session.waitForExit() == 1)
    #expect(session.picture.contains("enforcement.penalties.decisions"))
    let record = try #require(record(desk).first)
    #expect(record["by"]?.string == "赵六")
    #expect(record["count"]?.integer == 2)
    #expect(record["differences"]?.array?.count == 1)
    let overview = try desk.open("review", "x.json", "--as", "李四")
    #expect(overview.picture.contains("复录核对：1 次"))
    #expect(overview.picture.contains("草稿 1327，复录 1372"))
  }

  @Test("void no sign-off, and are part of the review sheet")
  func voidsNothing() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("submit", "x.json", "--stages", "初审", "--as", "王五")
    try desk.run("sign", "x.json", "--as", "李四")
    let lines = "1327\n259\n保存\n1\n"
    let ran = try desk.run(
      ["verify", "--plain", "x.json", "--table", "enforcement", "--as", "赵六"],
      stdin: Array(lines.utf8))
    #expect(ran.status == 0, "\(ran.text) \(ran.errors)")
    #expect(ran.errors.contains("复录 2 格，与草稿全部一致，已记入草稿"))
    #expect(try desk.run("status", "x.json").status == 0)
    #expect(try record(desk).count == 1)
    try desk.run("export", "x.json", "--review-sheet", "sheet.md")
    let sheet = String(decoding: try desk.bytes(of: "sheet.md"), as: UTF8.self)
    #expect(sheet.contains("与草稿一致"))
  }

  @Test("are there again after kill -9, and after they were kept for another time")
  func goesOn() throws {
    let desk = try Desk(sample: "x.json")
    let settings = ["XDG_STATE_HOME": desk.folder / "state"]
    let command = ["verify", "x.json", "--at", "enforcement", "--as", "赵六"]
    let first = try desk.start(command, environment: settings)
    try first.waitUntil(shows: "F1 ")
    first.press(.text("1327"), .enter)
    try first.waitUntil("the value") { $0.figures(of: "行政处罚").first == "1327" }
    first.settle()
    first.kill(9)
    #expect(try first.waitForExit() == 137)
    let second = try desk.start(command, environment: settings)
    try second.waitUntil(shows: "有未保存的修改可以恢复")
    second.press(.enter)
    try second.waitUntil("the value") { $0.figures(of: "行政处罚").first == "1327" }
    second.press(.control("q"))
    try second.waitUntil(shows: "留着，下次接着录")
    second.press(.text("s"))
    #expect(try second.waitForExit() == 0)
    let third = try desk.start(command, environment: settings)
    try third.waitUntil(shows: "F1 ")
    #expect(third.settle().figures(of: "行政处罚").first == "1327")
    third.press(.down, .text("259"), .enter, .control("s"))
    try third.waitUntil(shows: "2 格与草稿全部一致")
    third.press(.enter)
    #expect(try third.waitForExit() == 0)
    #expect(try desk.execute(["/bin/ls", "-A", "state/nianbao/verify"]).text == "")
    #expect(try record(desk).count == 1)
  }

  @Test("are what the draft has when they are recorded, not when typing began")
  func comparesWithTheFile() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("verify", "x.json", "--table", "licensing", "--as", "赵六")
    try desk.run("set", "x.json", "licensing.permits.decisions=12000")
    session.press(.text("11995"), .enter, .control("s"))
    try session.waitUntil(shows: "1 格与草稿全部一致")
    session.press(.enter)
    try session.waitUntil(shows: "草稿 12000，复录 11995")
    session.press(.escape)
    #expect(try session.waitForExit() == 1)
    #expect(try desk.value(of: "licensing.permits.decisions", in: "x.json") == "12000")
  }

  @Test("are typed again by one at a time; a sheet that cannot be read is named")
  func oneAtATime() throws {
    let desk = try Desk(sample: "x.json")
    let settings = ["XDG_STATE_HOME": desk.folder / "state"]
    let command = ["verify", "x.json", "--at", "enforcement", "--as", "赵六"]
    let first = try desk.start(command, environment: settings)
    try first.waitUntil(shows: "F1 ")
    let second = try desk.start(command, environment: settings)
    #expect(try second.waitForExit() == 2)
    #expect(second.picture.contains("正在别的窗口里复录"))
    first.press(.text("1"), .enter, .control("q"))
    try first.waitUntil(shows: "留着，下次接着录")
    first.press(.text("s"))
    #expect(try first.waitForExit() == 0)
    let name = try desk.execute(["/bin/ls", "state/nianbao/verify"]).text.filter { $0 != "\n" }
    let sheet = "state/nianbao/verify/" + name
    for content in [Array("{".utf8), try Desk.sample()] {
      try desk.folder.write(content, to: sheet)
      let third = try desk.start(command, environment: settings)
      #expect(try third.waitForExit() == 2)
      #expect(third.picture.text.filter { !$0.isWhitespace }.contains("后重新复录"))
      #expect(try desk.bytes(of: sheet) == content)
    }
  }

  @Test(
    "are refused where there are none, or where it is not said who types them",
    arguments: [
      (["--table", "preface"], 64), (["--at", "problems"], 64), (["--at", "no.such.cell"], 64),
      (["--table", "enforcement.penalties"], 64),
    ])
  func refusals(_ options: [String], _ status: Int) throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run(["verify", "x.json", "--as", "赵六"] + options)
    #expect(ran.status == status)
    #expect(ran.complaints.first?.contains(options[1]) == true)
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
  }

  @Test("need a terminal")
  func needsTerminal() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run("verify", "x.json", "--as", "赵六")
    #expect(ran.status == 2)
    #expect(ran.complaints.count == 1)
  }
}
