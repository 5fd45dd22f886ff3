import Testing

@Suite("A table as in a spreadsheet, on a terminal")
struct SpreadsheetTests {
  private let new = "一、本年新收"

  /// Waits for the table of the sample.
  private func table(on desk: Desk) throws -> TerminalSession {
    let session = try desk.open("x.json")
    try session.waitUntil("the whole table, the cursor in its first row") {
      $0.contains("Ctrl+Q") && $0.row(with: new) == $0.cursor.y
    }
    return session
  }

  private func values(_ addresses: [String], on desk: Desk) throws -> [String] {
    try addresses.map { try desk.value(of: "applications." + $0, in: "x.json") ?? "" }
  }

  @Test("a block is selected, copied to the terminal too, pasted, and taken back in one step")
  func copiesABlock() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    session.press(.text("7"), .tab, .text("8"), .enter, .up, .left)
    session.press(.shiftRight, .control("c"))
    try session.waitUntil(shows: "已复制 1 行 2 列")
    session.press(.down, .down, .left, .control("v"))
    try session.waitUntil("the block below") {
      $0.figures(of: "（一）予以公开").prefix(2) == ["7", "8"]
    }
    session.press(.control("z"))
    try session.waitUntil("the old figures") {
      $0.figures(of: "（一）予以公开").prefix(2) == ["0", "0"]
    }
    session.press(.control("y"))
    try session.saveAndQuit()
    #expect(
      try values(["new.natural", "new.business", "granted.natural", "granted.business"], on: desk)
        == ["7", "8", "7", "8"])
  }

  @Test("the mouse drags a block, and Delete blanks it")
  func dragsABlock() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    let picture = session.picture
    let (x, y) = (picture.cursor.x, picture.cursor.y)
    session.press(
      .mouseDown(x: x, y: y), .mouseDrag(x: x + 7, y: y + 1), .mouseUp(x: x + 7, y: y + 1))
    try session.waitUntil(shows: "选取 2 行 2 列")
    session.press(.delete)
    try session.saveAndQuit()
    #expect(
      try values(
        ["new.natural", "new.business", "carriedIn.natural", "carriedIn.business"], on: desk)
        == ["", "", "", ""])
  }

  @Test("a double click edits in place")
  func doubleClicks() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    let (x, y) = (session.picture.cursor.x, session.picture.cursor.y)
    session.press(
      .mouseDown(x: x, y: y), .mouseUp(x: x, y: y), .mouseDown(x: x, y: y), .mouseUp(x: x, y: y))
    session.press(.home, .text("4"), .enter)
    try session.saveAndQuit()
    #expect(try values(["new.natural"], on: desk) == ["41"])
  }

  @Test(
    "a table from another program goes by its labels once it is taken",
    arguments: ["\r", "\n", "\r\n"])
  func pastesATable(lineEnd: String) throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    let lines = [
      "项目\t自然人\t总计", "二、上年结转政府信息公开申请数量\t１２件\t1,234", "一、本年新收政府信息公开申请数量\t/\t5",
      "没有这一项\t1\t1",
    ]
    session.press(.paste(lines.joined(separator: lineEnd) + lineEnd))
    let preview = try session.waitUntil("the whole preview") {
      $0.contains("表中没有这一项") && $0.rows.last?.contains("Esc 放弃") == true
    }
    #expect(preview.contains("0 → 12") && preview.contains("0 → 1234"))
    #expect(preview.contains("表中没有这一项"))
    session.press(.escape)
    try session.waitUntil("nothing changed") { $0.contains(new) && !$0.contains("●") }
    session.press(.paste(lines.joined(separator: lineEnd) + lineEnd))
    try session.waitUntil(shows: "粘贴之前请核对")
    session.press(.text(" "), .enter)
    try session.waitUntil(shows: "已粘贴")
    try session.saveAndQuit()
    #expect(
      try values(["carriedIn.natural", "carriedIn.total", "new.natural", "new.total"], on: desk)
        == ["12", "1234", "0", "5"])
  }

  @Test("what a terminal without brackets sends at once is a paste only where keys would differ")
  func tellsBursts() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    session.send("31\r32\r")
    try session.waitUntil("two figures typed") {
      $0.figures(of: new).first == "31" && $0.figures(of: "二、上年结转").first == "32"
    }
    session.press(.controlHome)
    session.settle()
    session.send("1\t2\r3\t4\r")
    try session.waitUntil(shows: "粘贴之前请核对")
    session.press(.enter)
    try session.waitUntil(shows: "已粘贴")
    try session.saveAndQuit()
    #expect(
      try values(
        ["new.natural", "new.business", "carriedIn.natural", "carriedIn.business"], on: desk)
        == ["1", "2", "3", "4"])
  }

  @Test("the palette finds a command by its initials and does it")
  func findsCommands() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    session.press(.text("9"), .enter, .control("p"), .text("bc"))
    try session.waitUntil(shows: "保存草稿")
    session.press(.enter)
    try session.waitUntil(shows: "已保存")
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
    #expect(try values(["new.natural"], on: desk) == ["9"])
  }

  @Test("a search goes to the row, F6 to the list of findings and from there to the cell")
  func goesPlaces() throws {
    let desk = try Desk(sample: "x.json")
    let session = try table(on: desk)
    session.press(.control("f"), .text("yygk"))
    try session.waitUntil(shows: "applications.granted")
    session.press(.enter)
    try session.waitUntil("the row found") { $0.cursor.y == $0.row(with: "（一）予以公开") }
    session.press(.function(6))
    try session.waitUntil(shows: "问题 1 处")
    session.press(.enter)
    try session.waitUntil("the blank total") {
      $0.cursor.y == $0.row(with: "四、结转下年度继续办理") && $0.contains("F4 填入 0")
    }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }
}
