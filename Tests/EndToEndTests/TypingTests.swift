import Testing

/// Keys pressed in the first cell of the table of requests, and what cells then hold.
struct Typed: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var keys: String
  var values: [String: String]

  init(_ name: String, _ keys: [Press], _ values: [String: String]) {
    testDescription = name
    self.keys = keys.map(\.bytes).joined()
    self.values = values
  }
}

@Suite("Typing in a table")
struct TypingTests {
  /// The first cell holds 1, its neighbours 0.
  static let natural = "applications.new.natural"
  static let business = "applications.new.business"
  static let below = "applications.carriedIn.natural"
  static let total = "applications.new.total"

  static let overwriting: [Typed] = [
    Typed("digits overwrite", [.text("12"), .enter], [natural: "12"]),
    Typed("full-width digits", [.text("１２"), .enter], [natural: "12"]),
    Typed("a full-width sign", [.text("－３"), .enter], [natural: "-3"]),
    Typed("a full-width point", [.text("３．５"), .enter], [natural: "3.5"]),
    Typed("a comma that groups", [.text("1,234"), .enter], [natural: "1234"]),
    Typed("an empty fraction", [.text("2.0"), .enter], [natural: "2"]),
    Typed("Tab", [.text("5"), .tab, .text("6"), .tab], [natural: "5", business: "6"]),
    Typed(
      "Shift+Tab", [.tab, .text("6"), .shiftTab, .text("5"), .enter],
      [natural: "5", business: "6"]),
    Typed("Enter", [.text("5"), .enter, .text("6"), .enter], [natural: "5", below: "6"]),
    Typed("Down", [.text("5"), .down, .text("6"), .down], [natural: "5", below: "6"]),
    Typed("Up", [.down, .text("6"), .up, .text("5"), .up], [natural: "5", below: "6"]),
    Typed("Right", [.text("5"), .right, .text("6"), .right], [natural: "5", business: "6"]),
    Typed("Left", [.right, .text("6"), .left, .text("5"), .left], [natural: "5", business: "6"]),
    Typed("Ctrl+S", [.text("5")], [natural: "5"]),
    Typed("a paste", [.paste("42\r\n"), .enter], [natural: "42"]),
    Typed("a paste that is no number", [.paste("十二"), .enter], [natural: "1", business: "0"]),
    Typed("a paste of a row", [.paste("5\t6"), .enter], [natural: "5", business: "6"]),
  ]

  static let inPlace: [Typed] = [
    Typed("F2 appends", [.function(2), .text("0"), .enter], [natural: "10"]),
    Typed("Left", [.function(2), .text("23"), .left, .text("9"), .enter], [natural: "1293"]),
    Typed(
      "Home, Delete", [.function(2), .text("23"), .home, .delete, .enter], [natural: "23"]),
    Typed(
      "End", [.function(2), .home, .text("4"), .end, .text("7"), .enter], [natural: "417"]),
    Typed(
      "F2 while typing", [.text("34"), .function(2), .left, .text("5"), .tab], [natural: "354"]),
    Typed("Backspace", [.function(2), .text("23"), .backspace, .enter], [natural: "12"]),
    Typed("Delete blanks", [.delete], [natural: ""]),
    Typed("Backspace blanks and edits", [.backspace, .text("8"), .enter], [natural: "8"]),
    Typed("Backspace, Enter", [.backspace, .enter], [natural: ""]),
    Typed("Backspace while typing", [.text("12"), .backspace, .enter], [natural: "1"]),
    Typed("Ctrl+Z", [.text("5"), .enter, .control("z")], [natural: "1"]),
    Typed("Ctrl+Y", [.text("5"), .enter, .control("z"), .control("y")], [natural: "5"]),
    Typed("a blank undone", [.delete, .control("z")], [natural: "1"]),
  ]

  static let others: [Typed] = [
    Typed(
      "the keypad", [.text("\u{1B}Oq\u{1B}Or\u{1B}OM\u{1B}Om\u{1B}Oy\u{1B}OM")],
      [natural: "12", below: "-9"]),
    Typed(
      "all keys of the keypad",
      [
        .text(
          "\u{1B}Os\u{1B}Ot\u{1B}Ou\u{1B}Ov\u{1B}Ow\u{1B}Ox"
            + "\u{1B}Op\u{1B}On\u{1B}Or"), .enter,
      ], [natural: "3456780.2"]),
    Typed("= in a total", [.text("5"), .end, .text("=")], [natural: "5", total: "5"]),
    Typed("＝ in a total", [.text("5"), .end, .text("＝")], [natural: "5", total: "5"]),
    Typed("F9 in a total", [.text("5"), .end, .function(9)], [natural: "5", total: "5"]),
    Typed("= in no total", [.text("=")], [natural: "1"]),
    Typed("= over a blank part", [.delete, .end, .text("=")], [natural: "", total: "1"]),
    Typed("F8, F4", [.function(8), .function(4)], ["applications.carriedOut.total": "0"]),
    Typed("Alt+Enter", [.function(8), .altEnter], ["applications.carriedOut.total": "0"]),
    Typed("F8, F9", [.function(8), .function(9)], ["applications.carriedOut.total": "0"]),
    Typed("j", [.text("j7"), .enter], [natural: "1", below: "7"]),
    Typed("l", [.text("l7"), .enter], [natural: "1", business: "7"]),
    Typed("k", [.text("jk7"), .enter], [natural: "7"]),
    Typed("h", [.text("lh7"), .enter], [natural: "7"]),
    Typed("letters", [.text("abcxyzQWE年报")], [natural: "1", business: "0"]),
    Typed("letters in a value", [.text("5a6hjkl7"), .enter], [natural: "567", below: "0"]),
    Typed(
      "a refused value stays open",
      [.text("1-2"), .enter, .backspace, .backspace, .text("5"), .enter], [natural: "15"]),
    Typed(
      "sixteen digits are refused", [.text("1234567890123456"), .tab, .backspace, .tab],
      [natural: "123456789012345", business: "0"]),
  ]

  @Test("does what a spreadsheet does", arguments: overwriting + inPlace + others)
  func types(_ typed: Typed) throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.send(typed.keys)
    try session.saveAndQuit()
    for (address, value) in typed.values {
      #expect(try desk.value(of: address, in: "x.json") == value, "\(address)")
    }
  }

  @Test("Esc restores the old value, Ctrl+Y brings the typed one back")
  func escape() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    let label = "一、本年新收"
    session.press(.text("77"))
    try session.waitUntil("the edit") { $0.figures(of: label).first == "77" }
    session.press(.escape)
    let picture = try session.waitUntil("the old value") { $0.figures(of: label).first == "1" }
    #expect(!picture.contains("●"))
    session.press(.control("y"))
    try session.waitUntil("the typed value") { $0.figures(of: label).first == "77" }
    session.press(.control("z"))
    try session.waitUntil("the old value") { $0.figures(of: label).first == "1" }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }

  @Test("a refused value says why, and is not written")
  func refused() throws {
    let desk = try Desk(sample: "x.json")
    let session = try desk.open("x.json")
    session.press(.text("1-2"), .control("s"))
    let picture = try session.waitUntil(shows: "“1-2”不是能填的数")
    #expect(picture.contains("●"))
    session.press(.control("q"))
    try session.waitUntil(shows: "“1-2”不是能填的数")
    #expect(try desk.bytes(of: "x.json") == Desk.sample())
    session.press(.escape)
    try session.waitUntil("the old value") { $0.figures(of: "一、本年新收").first == "1" }
    session.press(.control("q"))
    #expect(try session.waitForExit() == 0)
  }
}
