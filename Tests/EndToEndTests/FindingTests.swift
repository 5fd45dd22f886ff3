import JSONText
import Testing

@Suite("Findings on the screen")
struct FindingTests {
  /// The sample without its blank, and with a text that says 2022 and has a placeholder.
  private func desk() throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try desk.run(
      "set", "x.json", "applications.carriedOut.total=0",
      "overview=（一）主动公开。2022年，我局公开信息××条。\n（二）依申请公开。（三）政府信息管理。（四）平台建设。（五）监督保障。")
    return desk
  }

  @Test("F8 goes into the text, to the words, and says what is wrong with them")
  func goesToWords() throws {
    let desk = try desk()
    let session = try desk.open("x.json", size: (100, 30))
    session.press(.function(8))
    let first = try session.waitUntil("the year, marked, with the cursor on it") { picture in
      guard let y = picture.row(with: "2022年，我局"), picture.cursor.y == y else { return false }
      return picture.contains("⚠ 这里写的是 2022 年")
        && picture.style(x: picture.cursor.x, y: y)?.isUnderlined == true
    }
    #expect(first.style(x: first.cursor.x - 1, y: first.cursor.y)?.isUnderlined == false)
    session.press(.function(8))
    try session.waitUntil("the placeholder") {
      $0.contains("⚠ “××”") && $0.cursor.x > first.cursor.x
    }
    session.press(.delete, .delete, .text("90"))
    try session.waitUntil("one warning less, while typing") { $0.contains("✗0 ⚠1") }
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json")?.contains("信息90条") == true)
  }

  @Test("F3 lets a warning stand with a reason typed in Chinese, and check knows it")
  func accepts() throws {
    let desk = try desk()
    let session = try desk.start(["x.json"], environment: ["USER": "zhangsan"])
    try session.waitUntil(shows: "F1 ")
    session.press(.function(8))
    try session.waitUntil(shows: "F3 说明理由")
    session.press(.function(3))
    try session.waitUntil(shows: "保留的理由")
    session.press(.enter)
    try session.waitUntil(shows: "请写明理由")
    session.press(.text("转述上年"), .paste("工作部署"), .enter)
    try session.waitUntil("the reason with the name") {
      $0.contains("✓ 已说明：转述上年工作部署（zhangsan，20") && $0.contains("✗0 ⚠1")
    }
    session.press(.control("z"))
    try session.waitUntil(shows: "✗0 ⚠2")
    session.press(.control("y"))
    try session.waitUntil(shows: "✗0 ⚠1")
    try session.saveAndQuit()
    let answer = try desk.run("check", "x.json", "--format", "json").json()
    let checked = try #require(answer["drafts"]?.array?.first)
    #expect(checked["accepted"]?.integer == 1)
    let accepted = checked["findings"]?.array?.compactMap { $0["accepted"]?["reason"]?.string }
    #expect(accepted == ["转述上年工作部署"])
  }

  @Test("Alt+A does the same, and then offers to take it back")
  func withdraws() throws {
    let desk = try desk()
    let session = try desk.open("x.json")
    session.press(.function(8), .alt("a"))
    try session.waitUntil(shows: "保留的理由")
    session.press(.text("核对无误"), .enter)
    try session.waitUntil(shows: "已说明：核对无误")
    session.press(.alt("a"))
    try session.waitUntil(shows: "撤回说明")
    session.press(.text("w"))
    try session.waitUntil(shows: "✗0 ⚠2")
    try session.saveAndQuit()
    let draft = String(decoding: try desk.bytes(of: "x.json"), as: UTF8.self)
    #expect(!draft.contains("accepted"))
  }

  @Test("F4 lists alternatives; a number, Enter or a click takes one, Escape none")
  func alternatives() throws {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "remedies.cases.reviewTotal=9")
    let session = try desk.open("x.json", size: (80, 24))
    session.press(.function(8), .function(8))
    try session.waitUntil(shows: "种改法中选")
    session.press(.function(4))
    try session.waitUntil(shows: "“总计” 9 → ")
    session.press(.escape)
    try session.waitUntil("no list") { !$0.contains("“总计” 9 → ") }
    session.press(.function(4))
    let picture = try session.waitUntil(shows: "“结果维持” 0 → 8")
    let y = try #require(picture.row(with: "“结果维持” 0 → 8"))
    session.press(.mouseDown(x: 40, y: y), .mouseUp(x: 40, y: y))
    try session.waitUntil("the change") { !$0.contains("0 → 8") && $0.contains("✗1 ") }
    try session.saveAndQuit()
    #expect(try desk.value(of: "remedies.cases.reviewUpheld", in: "x.json") == "8")
  }

  @Test("F5 shows last year below this year, and says where to get it")
  func lastYear() throws {
    let desk = try Desk(sample: "x.json")
    try desk.folder.write(Desk.sample(), to: "last.json")
    try desk.run("set", "last.json", "year=2022", "applications.new.natural=7")
    let without = try desk.open("x.json")
    without.press(.function(5))
    try without.waitUntil(shows: "--previous")
    without.press(.control("q"))
    #expect(try without.waitForExit() == 0)
    let session = try desk.open("x.json", "--previous", "last.json")
    try session.waitUntil(shows: "上年同格 7")
    session.press(.function(5))
    try session.waitUntil("last year's 7 below this year's figures") { picture in
      guard let row = picture.row(with: "一、本年新收") else { return false }
      return picture.rows[row + 1].contains("上年 2022") && picture.rows[row + 1].contains("7│")
    }
    session.press(.function(5))
    try session.waitUntil("this year alone") { !$0.contains("上年 2022") }
  }
}
