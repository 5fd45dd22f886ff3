import Testing

private let carriedOut = "四、结转下年度继续办理"

/// Bare `nianbao` on a terminal.
@Suite("The start screen, on a terminal")
struct StartTests {
  /// A published report as text, of the year 2024.
  private static let published = """
    示例县档案局2024年政府信息公开工作年度报告
    一、总体情况
    全年公开信息12条。
    二、主动公开政府信息情况
    第二十条第（五）项
    信息内容\t本年处理决定数量
    行政许可\t22
    三、收到和处理政府信息公开申请情况
    四、政府信息公开行政复议、行政诉讼情况
    五、存在的主要问题及改进情况
    更新不够及时。
    六、其他需要报告的事项
    没有收取信息处理费。
    """

  private func start(
    _ desk: Desk, options: [String] = [], size: (columns: Int, rows: Int) = (100, 45)
  ) throws -> TerminalSession {
    let session = try desk.start(options, size: size)
    try session.waitUntil("the list, read") { $0.contains("F1 ") && $0.contains("草稿 ") }
    return session
  }

  @Test("lists the drafts, opens one, and comes back with it read again")
  func opensAndComesBack() throws {
    let desk = try Desk(sample: "sample.json")
    try desk.folder.write("{}", to: "package.json")
    let session = try start(desk)
    try session.waitUntil("both files") {
      $0.contains("示例县公安局") && $0.contains("未填 1 ✗1") && $0.contains("不是年报草稿")
        && $0.rows[0].contains("草稿 1 份")
    }
    session.press(.end, .enter)
    try session.waitUntil("the draft") { $0.marks(carriedOut) }
    session.press(.function(8), .function(4), .control("s"))
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    // It is the last changed now, and still the chosen one.
    try session.waitUntil("the list, with the draft complete and chosen") {
      $0.contains("✓ 已填齐") && $0.contains("package.json")
        && $0.row(with: "sample.json") == $0.cursor.y
    }
    session.press(.text("q"))
    #expect(try session.waitForExit() == 0)
    #expect(session.isCooked)
    #expect(try desk.run("check", "sample.json").status == 0)
  }

  @Test("asks before work is lost, and goes on from there")
  func unsavedWork() throws {
    let desk = try Desk(sample: "sample.json")
    let session = try start(desk)
    session.press(.enter)
    try session.waitUntil(shows: carriedOut)
    session.press(.text("7"), .enter, .control("q"))
    try session.waitUntil(shows: "草稿有未保存的修改")
    session.press(.text("d"))
    try session.waitUntil(shows: "N 新建")
    #expect(try desk.bytes(of: "sample.json") == Desk.sample())
    // What is typed ahead is for the screen that follows.
    session.press(.enter, .text("7"), .enter, .control("s"), .control("q"), .text("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.new.natural", in: "sample.json") == "7")
  }

  @Test("says why a file is no draft, and stays")
  func noDraft() throws {
    let desk = try Desk()
    try desk.folder.write("{\n \"a\": 1,\n}", to: "broken.json")
    desk.folder.makeFolder("folder.json")
    let session = try start(desk)
    try session.waitUntil("both") { $0.contains("已损坏") && $0.contains("不是普通文件") }
    for name in ["broken.json", "folder.json"] {
      session.press(.home)
      if session.picture.row(with: name) != 2 { session.press(.down) }
      session.press(.enter)
      try session.waitUntil(shows: "\(name)：")
    }
    session.press(.escape)
    #expect(try session.waitForExit() == 0)
  }

  @Test("keeps work where the connection goes, and ends")
  func hangUp() throws {
    let desk = try Desk(sample: "sample.json")
    let session = try start(desk)
    session.press(.enter)
    try session.waitUntil(shows: carriedOut)
    session.press(.text("9"), .enter)
    try session.waitUntil(shows: "sample.json ●")
    session.kill(1)
    #expect(try session.waitForExit() == 2)
    #expect(session.picture.contains("再次打开 sample.json 时可以恢复"))
    try desk.restore("sample.json")
    #expect(try desk.value(of: "applications.new.natural", in: "sample.json") == "9")
  }

  @Test("ends at once where the connection goes while nothing is open")
  func hangUpInList() throws {
    let desk = try Desk(sample: "sample.json")
    for key in [Press.text(""), .text("n")] {
      let session = try start(desk)
      session.press(key)
      session.kill(15)
      #expect(try session.waitForExit() == 0)
    }
    #expect(desk.folder.names == ["sample.json"])
  }

  @Test("answers keys while it reads a large folder")
  func manyFiles() throws {
    let desk = try Desk()
    for number in 100..<400 { try desk.folder.write(Desk.sample(), to: "\(number).json") }
    let session = try desk.start([], size: (100, 30))
    session.press(.text("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test("says that a large file is being read, before it is")
  func largeFile() throws {
    let desk = try Desk(sample: "x.json")
    let line = "本年度主动公开政府信息工作正常开展，发布各类信息。\n"
    try desk.folder.write(String(repeating: line, count: 45_000), to: "text.txt")
    try desk.run("set", "x.json", "overview=@text.txt")
    let session = try start(desk)
    try session.waitUntil(shows: "MiB，未读取）")
    session.press(.enter)
    try session.waitUntil(shows: "正在读取 x.json…")
    let editor = try desk.start(["x.json"])
    try editor.waitUntil(shows: "正在读取 x.json…")
  }

  @Test("takes another size and another language over")
  func sizes() throws {
    let desk = try Desk(sample: "sample.json")
    let session = try desk.start(["--lang", "en"], size: (80, 24))
    try session.waitUntil(shows: "1 draft")
    session.press(.enter)
    try session.waitUntil(shows: "Ctrl+Q quit")
    session.resize(to: (60, 12))
    try session.waitUntil("the smaller screen") { $0.rows.count == 12 && $0.contains("F1 help") }
    session.press(.control("q"))
    try session.waitUntil("the list at that size") {
      $0.contains("N new") && $0.contains("sample.json")
    }
    session.press(.text("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test("opens a copy of the sample in a folder without drafts")
  func sample() throws {
    let desk = try Desk()
    let session = try desk.start([], environment: ["TMPDIR": desk.folder.path])
    try session.waitUntil(shows: "本文件夹中没有草稿")
    session.press(.text("d"))
    try session.waitUntil(shows: "sample.json")
    session.press(.control("q"))
    try session.waitUntil(shows: "样例的副本在")
    session.press(.text("q"))
    #expect(try session.waitForExit() == 0)
    #expect(desk.folder.names.count == 1)
  }

  @Test("makes a new draft from last year’s")
  func fromDraft() throws {
    let desk = try Desk(sample: "2023.json")
    try desk.run(
      "set", "2023.json", "applications.carriedOut.total=2", "applications.carriedOut.natural=2",
      "organ.region=示例省")
    let session = try start(desk)
    session.press(.text("n"))
    try session.waitUntil(shows: "新建草稿")
    session.press(.down, .right)
    try session.waitUntil("what was read") {
      $0.contains("✓ 已读取上年报告：示例县公安局 2023 年度") && $0.contains("2024.json")
    }
    #expect(desk.folder.names == ["2023.json"])
    session.press(.control("s"))
    try session.waitUntil(shows: "示例县公安局 · 2024 年度")
    session.press(.control("q"))
    try session.waitUntil("both drafts") {
      $0.contains("N 新建") && $0.contains("2024.json") && $0.contains("2023.json")
    }
    try session.waitUntil("the new draft, chosen") {
      $0.row(with: "2024.json") == $0.cursor.y
    }
    session.press(.text("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try desk.value(of: "applications.carriedIn.natural", in: "2024.json") == "2")
    #expect(try desk.value(of: "organ.region", in: "2024.json") == "示例省")
  }

  @Test("makes a new draft from a published report, whose path can be typed")
  func fromPublishedReport() throws {
    let desk = try Desk()
    desk.folder.makeFolder("old")
    try desk.folder.write(Self.published, to: "old/上年.txt")
    try desk.folder.write("会议纪要", to: "notes.txt")
    let session = try desk.start([])
    try session.waitUntil(shows: "本文件夹中没有草稿")
    session.press(.text("n"), .down, .right)
    try session.waitUntil("why not, in place") {
      $0.contains("✗ notes.txt：") && $0.contains("✗ 上年报告")
    }
    session.press(.down, .text("示例局"), .up, .text("old/上年.txt"), .enter)
    try session.waitUntil("the year of the report, and the organ that was typed") {
      $0.contains("示例局") && $0.contains("2025.json") && !$0.contains("✗")
    }
    session.press(.escape)
    try session.waitUntil(shows: "本文件夹中没有草稿")
    session.press(.text("n"))
    try session.waitUntil("all that was typed") {
      $0.contains("示例局") && $0.contains("old/上年.txt")
    }
    session.press(.control("s"))
    try session.waitUntil(shows: "示例局 · 2025 年度")
    session.press(.control("q"), .text("q"))
    #expect(try session.waitForExit() == 0)
    #expect(
      try desk.value(of: "previous:licensing.permits.decisions", in: "2025.json") == "22")
  }
}
