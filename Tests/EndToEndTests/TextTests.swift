import Testing

/// Keys pressed in the empty text of 一、总体情况, and what the draft then holds.
struct Written: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var keys: String
  var text: String

  init(_ name: String, _ keys: [Press], _ text: String) {
    testDescription = name
    self.keys = keys.map(\.bytes).joined()
    self.text = text
  }
}

@Suite("Writing a text")
struct TextTests {
  static let cases: [Written] = [
    Written("Chinese", [.text("全年公开信息１２条，“很好”。")], "全年公开信息１２条，“很好”。"),
    Written("keys of the table are text here", [.text("hjkl?？=＝12q")], "hjkl?？=＝12q"),
    Written("rare characters", [.text("𠮷䶮e\u{301}")], "𠮷䶮e\u{301}"),
    Written("Enter", [.text("甲"), .enter, .text("乙")], "甲\\n乙"),
    Written("Backspace", [.text("甲乙丙"), .backspace], "甲乙"),
    Written(
      "Backspace joins paragraphs", [.text("甲"), .enter, .text("乙"), .left, .backspace], "甲乙"),
    Written("Delete", [.text("甲乙丙"), .home, .delete], "乙丙"),
    Written("Delete joins paragraphs", [.text("甲"), .enter, .text("乙"), .up, .end, .delete], "甲乙"),
    Written("Home", [.text("乙丙"), .home, .text("甲")], "甲乙丙"),
    Written("End", [.text("甲乙"), .home, .end, .text("丙")], "甲乙丙"),
    Written("Left, Right", [.text("甲丁"), .left, .text("乙"), .right, .text("戊")], "甲乙丁戊"),
    Written("Up", [.text("甲"), .enter, .text("乙"), .up, .text("丙")], "甲丙\\n乙"),
    Written(
      "Down", [.text("甲"), .enter, .text("乙"), .up, .down, .text("丙")], "甲\\n乙丙"),
    Written(
      "Ctrl+Home, Ctrl+End",
      [.text("甲"), .enter, .text("乙"), .controlHome, .text("始"), .controlEnd, .text("终")],
      "始甲\\n乙终"),
    Written("a paste", [.paste("第一段\n第二段\n第三段")], "第一段\\n第二段\\n第三段"),
    Written("a paste from Windows", [.paste("第一段\r\n第二段")], "第一段\\n第二段"),
    Written("a paste as xterm sends it", [.paste("第一段\r第二段")], "第一段\\n第二段"),
    Written(
      "a paste into a text", [.text("前后"), .left, .paste("一\n二")], "前一\\n二后"),
    Written("a paste is one step", [.text("甲。"), .paste("一\n二"), .control("z")], "甲。"),
    Written("typing is one step", [.text("甲乙丙"), .control("z")], ""),
    Written("a sentence is a step", [.text("甲。乙丙"), .control("z")], "甲。"),
    Written("redo", [.text("甲乙"), .control("z"), .control("y")], "甲乙"),
    Written("undo of Enter", [.text("甲"), .enter, .control("z")], "甲"),
    Written("unknown keys", [.text("甲\u{1B}[42~\u{1B}[99;5u\u{1B}O5z乙")], "甲乙"),
  ]

  @Test("saves what was typed", arguments: cases)
  func writes(_ written: Written) throws {
    let desk = try Desk()
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024")
    let session = try desk.open("x.json")
    // The contents stand beside: one entry up is the text before the first tables.
    session.press(.shiftFunction(6), .up, .function(6))
    try session.waitUntil(shows: "依次写五个方面")
    session.send(written.keys)
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json") == written.text)
  }

  @Test("shows the text as it is typed, with the cursor behind it")
  func shows() throws {
    let desk = try Desk()
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024")
    let session = try desk.open("x.json")
    session.press(.shiftFunction(6), .up, .function(6))
    let before = try session.waitUntil("the cursor in the text") { $0.cursor == (20, 3) }.cursor
    session.press(.text("主动公开"), .enter, .text("ab"))
    try session.waitUntil("the text") {
      $0.contains("主动公开") && $0.cursor == (before.x + 2, before.y + 1)
    }
    session.press(.escape)
    try session.waitUntil("the contents") { $0.cursor.x == 0 }
    try session.saveAndQuit()
    #expect(try desk.value(of: "overview", in: "x.json") == "主动公开\\nab")
  }
}
