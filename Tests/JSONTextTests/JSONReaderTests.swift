import JSONText
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test(
    "takes what the grammar allows",
    arguments: [
      ("null", .null), (" true\n", .bool(true)), ("\tfalse\r", .bool(false)),
      ("0", .number("0")), ("-0", .number("-0")), ("-0.0e-00", .number("-0.0e-00")),
      ("1.50", .number("1.50")), ("1E+2", .number("1E+2")),
      ("123456789012345678901234567890", .number("123456789012345678901234567890")),
      ("\"\"", .string("")), ("\"年报\"", .string("年报")),
      ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u0000\u00e9\u00E9\u5e74""#, .string("\u{0}éé年")),
      (#""\ud83d\ude00\uDBFF\uDFFF""#, .string("😀\u{10FFFF}")),
      ("[]", .array([])), ("[ ]", .array([])), ("{ }", .object([])),
      ("[1,[2]]", .array([JSON(.number("1")), JSON(.array([JSON(.number("2"))]))])),
      (
        #"{"b":1,"a":{"b":null}}"#,
        .object([
          JSON.Member("b", JSON(.number("1"))),
          JSON.Member("a", JSON(.object([JSON.Member("b", JSON(.null))]))),
        ])
      ),
      (
        #"{"":0," ":1}"#,
        .object([
          JSON.Member("", JSON(.number("0"))), JSON.Member(" ", JSON(.number("1"))),
        ])
      ),
    ] as [(String, JSON.Content)])
  func takes(text: String, content: JSON.Content) throws {
    #expect(try JSON(reading: Array(text.utf8)).content == content)
  }

  @Test("remembers where keys and values stood")
  func remembersPlaces() throws {
    let json = try JSON(reading: Array(#"{ "a":1, "b": {"c" :2}}"#.utf8))
    #expect(json.object?.map(\.offset) == [2, 9])
    #expect(json["b"]?.object?.map(\.offset) == [15])
    #expect(json["b"]?["c"]?.offset == 20)
  }

  @Test(
    "refuses everything else, with the place",
    arguments: [
      ("", .unexpectedEnd, 0), (" \n", .unexpectedEnd, 2), ("[", .unexpectedEnd, 1),
      ("[1", .unexpectedEnd, 2), ("[1,", .unexpectedEnd, 3), ("{\"a\"", .unexpectedEnd, 4),
      ("{\"a\":", .unexpectedEnd, 5), ("\"a", .unexpectedEnd, 2), ("tru", .unexpectedEnd, 3),
      ("\"\\", .unexpectedEnd, 2), ("\"\\u12", .unexpectedEnd, 5),
      ("[1,]", .trailingComma, 2), ("{\"a\":1 , }", .trailingComma, 7),
      ("[,1]", .unexpected(","), 1), ("[1,,2]", .unexpected(","), 3),
      ("[1 2]", .unexpected("2"), 3),
      ("[1}", .unexpected("}"), 2), ("{1:2}", .unexpected("1"), 1), ("{a:1}", .unexpected("a"), 1),
      ("{\"a\" 1}", .unexpected("1"), 5), ("{\"a\":1,,}", .unexpected(","), 7),
      ("{'a':1}", .unexpected("'"), 1), ("年", .unexpected("年"), 0), ("nulL", .unexpected("L"), 3),
      ("True", .unexpected("T"), 0), ("NaN", .unexpected("N"), 0), ("+1", .unexpected("+"), 0),
      (".5", .unexpected("."), 0), ("/*c*/1", .unexpected("/"), 0),
      ("\u{A0}1", .unexpected("\u{A0}"), 0),
      ("\u{C}1", .unexpected("\u{C}"), 0), ("1 2", .textAfterValue, 2), ("[]]", .textAfterValue, 2),
      ("1//c", .textAfterValue, 1), ("1\u{0}", .textAfterValue, 1),
      ("01", .badNumber, 0), ("-01", .badNumber, 0), ("-", .badNumber, 1), ("1.", .badNumber, 2),
      ("1.e3", .badNumber, 2), ("1e", .badNumber, 2), ("1e+", .badNumber, 3), ("-a", .badNumber, 1),
      ("0x1", .textAfterValue, 1), ("１", .unexpected("１"), 0),
      (#""\x41""#, .invalidEscape, 1), (#""\'""#, .invalidEscape, 1),
      (#""\U0041""#, .invalidEscape, 1),
      (#""\u00g0""#, .invalidEscape, 1), (#""\u+123""#, .invalidEscape, 1),
      (#""\ud800""#, .invalidEscape, 1), (#""\ud800x""#, .invalidEscape, 1),
      (#""\ud800\n""#, .invalidEscape, 1), (#""\ud800\u0041""#, .invalidEscape, 1),
      (#""\ud800\ud800""#, .invalidEscape, 1), (#""a\udc00""#, .invalidEscape, 2),
      ("\"a\u{0}\"", .controlCharacter, 2), ("\"a\n\"", .controlCharacter, 2),
      ("\"\t\"", .controlCharacter, 1), ("\"\u{1F}\"", .controlCharacter, 1),
      (#"{"a":1,"b":2,"a":3}"#, .duplicateKey("a"), 13),
      (#"{"a":1,"\u0061":3}"#, .duplicateKey("a"), 7),
      (#"[{"":1,"":1}]"#, .duplicateKey(""), 7),
    ] as [(String, JSONError.Cause, Int)])
  func refuses(text: String, cause: JSONError.Cause, offset: Int) {
    #expect(throws: JSONError(cause, offset: offset)) { try JSON(reading: Array(text.utf8)) }
  }

  @Test(
    "refuses bytes that are no UTF-8, at the first of them",
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC0, 0x80, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xE5, 0xB9, 0x22], 1), ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0xFF], 0),
      ([0xFE, 0xFF, 0x00, 0x31], 0), ([0x22, 0x5C, 0x6E, 0xE5, 0xB9, 0xB4, 0x80, 0x22], 6),
    ] as [([UInt8], Int)])
  func refusesBadBytes(bytes: [UInt8], offset: Int) {
    #expect(throws: JSONError(.invalidUTF8, offset: offset)) { try JSON(reading: bytes) }
  }

  @Test("keeps keys apart that only look the same")
  func keepsLookAlikes() throws {
    let json = try JSON(reading: Array("{\"é\":1,\"e\u{301}\":2}".utf8))
    #expect(json.object?.count == 2)
    #expect(json["e\u{301}"] == JSON(.number("2")))
  }

  @Test("skips one byte order mark and no second")
  func skipsAMark() {
    #expect(throws: Never.self) { try JSON(reading: [0xEF, 0xBB, 0xBF, 0x31]) }
    #expect(throws: JSONError(.unexpected("\u{FEFF}"), offset: 3)) {
      try JSON(reading: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x31])
    }
  }

  @Test("stops at its limits, however deep the text goes on", arguments: ["[", "{\"a\":"])
  func stopsAtItsLimits(open: String) throws {
    let bottom = open == "[" ? "" : "0"
    let close = open == "[" ? "]" : "}"
    func nested(_ depth: Int) -> [UInt8] {
      let opened = String(repeating: open, count: depth)
      return Array((opened + bottom + String(repeating: close, count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSON(reading: nested(64)) }
    for depth in [66, 100_000] {
      let error = #expect(throws: JSONError.self) { try JSON(reading: nested(depth)) }
      #expect(error?.cause == .tooDeep(limit: 64))
    }
    let limits = JSONLimits(bytes: 2, depth: 1)
    #expect(throws: JSONError(.tooLarge(limit: 2), offset: 0)) {
      try JSON(reading: Array("123".utf8), limits: limits)
    }
  }

  @Test("tells where each value stood, as people count")
  func tellsPlaces() throws {
    let bytes = Array("{\n  \"年\": [1,\n 22]}".utf8)
    let list = try #require(JSON(reading: bytes)["年"]?.array)
    #expect(TextPosition(of: list[0].offset, in: bytes) == TextPosition(line: 2, column: 9))
    #expect(TextPosition(of: list[1].offset, in: bytes) == TextPosition(line: 3, column: 2))
    #expect(TextPosition(of: 999, in: bytes) == TextPosition(line: 3, column: 6))
  }
}
