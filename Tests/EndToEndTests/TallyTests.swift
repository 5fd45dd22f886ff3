import JSONText
import Testing

@Suite("A register, counted from the command line")
struct TallyTests {
  private static let register = """
    序号,收到日期,申请人类型,答复日期,办理结果
    1,2022-12-20,自然人,2023-01-10,予以公开
    2,2023-01-05,公司,2023-01-20,不予公开（属于国家秘密）
    3,2023-02-05,自然人,2023-02-20,信息不存在
    4,2023-12-30,自然人,,
    5,2024-01-02,自然人,,
    合计,4件,,,
    """

  /// A desk with the sample, of 2023, and a register.
  private func desk(_ register: String = register) throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "year=2023")
    try desk.folder.write(register, to: "r.csv")
    return desk
  }

  private func values(_ addresses: [String], on desk: Desk) throws -> [String] {
    try addresses.map { try desk.value(of: "applications." + $0, in: "x.json") ?? "" }
  }

  @Test("fills the table, tells what it left out, and leaves the rest alone")
  func fills() throws {
    let desk = try desk()
    let before = try desk.run("show", "x.json", "remedies", "charges", "overview").text
    let ran = try desk.run("tally", "r.csv", "x.json")
    #expect(ran.status == 0)
    #expect(ran.text.isEmpty)
    #expect(ran.errors.contains("不计入：2024-01-02 收到，在本年度之后\t第 6 行"))
    #expect(ran.errors.contains("略去（不是申请）：合计\t第 7 行"))
    #expect(ran.complaints.last?.hasPrefix("2023 年度：计入 4 行，不计入 1 行，未归入 0 行") == true)
    #expect(
      try values(
        [
          "new.natural", "new.business", "new.total", "carriedIn.total", "granted.natural",
          "deniedStateSecret.business", "unavailableNotHeld.total", "handled.total",
          "carriedOut.natural", "carriedOut.total", "partial.total",
        ], on: desk) == ["2", "1", "3", "1", "1", "1", "1", "3", "1", "1", "0"])
    #expect(try desk.run("show", "x.json", "remedies", "charges", "overview").text == before)
    let check = try desk.run("check", "x.json", "--format", "ndjson").text
    #expect(!["row-total", "handled-total", "balance"].contains { check.contains("\"\($0)\"") })
    #expect(try desk.run("log", "x.json").text.contains("applications.handled.total"))
  }

  @Test("only shows with --dry-run, and explains a total by its lines")
  func shows() throws {
    let desk = try desk()
    let before = try desk.bytes(of: "x.json")
    let shown = try desk.run("tally", "r.csv", "x.json", "--dry-run")
    #expect(shown.status == 0)
    #expect(shown.text.split(separator: "\n").contains("applications.carriedIn.natural\t0\t1"))
    let explained = try desk.run(
      "tally", "r.csv", "x.json", "--explain", "applications.handled.total")
    #expect(explained.status == 0)
    #expect(
      explained.text == """
        第 2 行\t2022-12-20\t2023-01-10\t自然人\t予以公开
        第 3 行\t2023-01-05\t2023-01-20\t公司\t不予公开（属于国家秘密）
        第 4 行\t2023-02-05\t2023-02-20\t自然人\t信息不存在\n
        """)
    #expect(explained.errors.contains("3 行"))
    #expect(
      try desk.run("tally", "r.csv", "x.json", "--explain", "charges.fees.amount").status == 64)
    #expect(try desk.run("tally", "r.csv", "x.json", "--explain", "a.b.c").status == 64)
    #expect(try desk.bytes(of: "x.json") == before)
  }

  @Test("does not blank a table that is filled because a register has no lines")
  func emptyRegister() throws {
    let desk = try desk("收到日期,申请人类型,答复日期,办理结果\n")
    try desk.run("set", "x.json", "applications.new.natural=95")
    let before = try desk.bytes(of: "x.json")
    let ran = try desk.run("tally", "r.csv", "x.json")
    #expect(ran.status == 1)
    #expect(try desk.bytes(of: "x.json") == before)
    // Where nothing stands yet, it says that nobody applied.
    try desk.run("new", "blank.json", "--organ", "示例局", "--year", "2023")
    #expect(try desk.run("tally", "r.csv", "blank.json").status == 0)
    #expect(try desk.value(of: "applications.new.total", in: "blank.json") == "0")
  }

  @Test("tells of a word that no line has")
  func unusedWord() throws {
    let desk = try desk()
    let ran = try desk.run("tally", "r.csv", "x.json", "--map", "未用词=natural")
    #expect(ran.status == 0)
    #expect(ran.errors.contains("没有一行的申请人类型是“未用词”"))
  }

  @Test("writes nothing where a line fits nowhere, unless it is told what the line means")
  func refuses() throws {
    let desk = try desk(
      """
      收到日期,申请人类型,答复日期,办理结果
      2023-01-05,律师,2023-01-20,予以公开
      2023-01-06,自然人,2023-01-20,已办
      2023-01-07,自然人,2023-01-20,
      """)
    let before = try desk.bytes(of: "x.json")
    let refused = try desk.run("tally", "r.csv", "x.json")
    #expect(refused.status == 1)
    for line in ["第 2 行", "第 3 行", "第 4 行", "--map '律师=名称'", "--map '已办=名称'", "未写入草稿"] {
      #expect(refused.errors.contains(line))
    }
    #expect(try desk.bytes(of: "x.json") == before)
    let told = [
      "tally", "r.csv", "x.json", "--map", "律师=legal", "--map", "已办=otherReasons",
    ]
    #expect(try desk.run(told).status == 1)
    #expect(try desk.run(told + ["--partial"]).status == 1)
    #expect(
      try values(["new.legal", "otherReasons.natural", "new.total"], on: desk) == ["1", "1", "2"])
    #expect(try desk.run("tally", "r.csv", "x.json", "--map", "律师=nobody").status == 64)
  }

  @Test("refuses a register without the columns, of another year, or from nowhere")
  func refusesFiles() throws {
    let desk = try desk()
    let files = [
      ("甲,乙\n1,2\n", 2), ("收到日期,申请人类型,办理结果\n2023-01-05,自然人,予以公开\n", 2),
      ("收到日期,申请人类型,答复日期,办理结果\n2021-01-05,自然人,2021-01-20,予以公开\n", 1), ("a,\"b\n", 2), ("", 2),
    ]
    let before = try desk.bytes(of: "x.json")
    for (text, status) in files {
      try desk.folder.write(text, to: "other.csv")
      #expect(try desk.run("tally", "other.csv", "x.json").status == status, "\(text)")
    }
    #expect(try desk.run("tally", "none.csv", "x.json").status == 2)
    #expect(try desk.run("tally", "r.csv", "none.json").status == 2)
    #expect(try desk.run("tally", "-", "-").status == 64)
    #expect(try desk.run("tally", "r.csv", "x.json", "--column", "when=收到日期").status == 64)
    #expect(try desk.run("tally", "r.csv", "x.json", "--column", "received=别的").status == 64)
    #expect(try desk.run("tally", "r.csv", "x.json", "--column", "received=99").status == 64)
    #expect(try desk.bytes(of: "x.json") == before)
  }

  @Test("takes either file from standard input")
  func standardInput() throws {
    let desk = try desk()
    let fromInput = try desk.run(["tally", "r.csv", "-"], stdin: try desk.bytes(of: "x.json"))
    #expect(fromInput.status == 0)
    let register = try desk.run(["tally", "-", "x.json"], stdin: Array(Self.register.utf8))
    #expect(register.status == 0)
    let written = try fromInput.json()["cells"]
    #expect(try written == JSON(reading: desk.bytes(of: "x.json"))["cells"])
  }

  @Test("asks on a terminal what it does not know, and keeps the answers")
  func asks() throws {
    let desk = try desk(
      """
      收文日,申请人类型,答复日期,办理结果
      2023-01-05,律师,2023-01-20,予以公开
      2023-01-06,自然人,2023-01-20,已办
      """)
    desk.folder.makeFolder("config")
    let environment = ["XDG_CONFIG_HOME": desk.folder / "config"]
    let session = try desk.start(["tally", "r.csv", "x.json"], environment: environment)
    try session.waitUntil(shows: "哪一栏是“收到日期”")
    session.send("1\n")
    try session.waitUntil(shows: "申请人类型“律师”")
    session.send("99\n")
    try session.waitUntil(shows: "请输入 0 至 6 的编号")
    session.send("1\n")
    try session.waitUntil(shows: "办理结果“已办”")
    session.send("21\n")
    try session.waitUntil(shows: "未归入 0 行")
    #expect(try session.waitForExit() == 0)
    #expect(try values(["new.natural", "otherReasons.natural"], on: desk) == ["2", "1"])
    // The next time nothing is asked, also where nobody could answer.
    let again = try desk.run(
      ["tally", "r.csv", "x.json", "--dry-run"], environment: environment)
    #expect(again.status == 0)
    #expect(again.text.isEmpty)
    #expect(again.errors.contains("按指定归入：申请人类型“律师”＝natural（1 行）"))
  }
}
