import ReportModel
import Testing

@Suite("A quantity")
struct QuantityTests {
  @Test(
    "reads a number of a file, digit for digit",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1", "1"), ("-3", "-3"), ("1.50", "1.50"), ("0.0", "0.0"),
      ("72701.2578", "72701.2578"), ("0.000001", "0.000001"), ("-0.05", "-0.05"),
      ("999999999999999", "999999999999999"), ("999999999.999999", "999999999.999999"),
      ("1e2", "100"), ("1E+2", "100"), ("1.5e1", "15"), ("15e-1", "1.5"), ("100e-2", "1"),
      ("1e14", "100000000000000"), ("0e99", "0"), ("0.0e-99999999999999999999", "0"),
      ("1000000000000000e-1", "100000000000000"), ("-2.5e-3", "-0.0025"),
      ("1000000000000000", nil), ("1e15", nil), ("0.0000001", nil), ("1.0000000", nil),
      ("1e-7", nil), ("9999999999.999999", nil), ("1e400", nil), ("1e99999999999999999999", nil),
    ] as [(String, String?)])
  func readsJSON(text: String, kept: String?) {
    #expect(Quantity(json: text)?.description == kept)
  }

  @Test(
    "reads what a person types",
    arguments: [
      ("12", "12"), ("１２", "12"), ("－３", "-3"), ("−3", "-3"), ("+3", "3"), ("＋３", "3"),
      ("３．５", "3.5"), (" 7 ", "7"), ("\u{3000}7\u{3000}", "7"), ("007", "7"), ("1.50", "1.50"),
      (".5", "0.5"), ("1,234", "1234"), ("１，２３４", "1234"), ("1,234,567.89", "1234567.89"),
      ("-1,234", "-1234"), ("12,345", "12345"),
      ("", nil), (" ", nil), ("-", nil), (".", nil), ("5.", nil), ("1,23", nil), ("1234,567", nil),
      (",123", nil), ("1,,234", nil), ("1,234,56", nil), ("1.2.3", nil), ("--3", nil), ("3-", nil),
      ("1 2", nil), ("1e2", nil), ("0x10", nil), ("一", nil), ("½", nil), ("٣", nil), ("12件", nil),
      ("1.5,000", nil), ("1.0000001", nil), ("1000000000000000", nil), ("/", nil), ("无", nil),
    ] as [(String, String?)])
  func readsTyping(text: String, kept: String?) {
    #expect(Quantity(typed: text)?.description == kept)
  }

  @Test("comes back from what it writes")
  func comesBack() {
    for text in ["0", "-1", "1.50", "0.000001", "-999999999.999999", "999999999999999"] {
      let quantity = Quantity(json: text)
      #expect(quantity?.description == text)
      #expect(quantity.flatMap { Quantity(typed: $0.description) } == quantity)
    }
  }

  @Test("adds up exactly")
  func addsUpExactly() throws {
    let tenth = try #require(Quantity(json: "0.1"))
    let sum = (0..<10).reduce(Int128(0)) { sum, _ in sum + tenth.micros }
    #expect(Quantity(micros: sum)?.description == "1")
    let largest = try #require(Quantity(json: "999999999999999"))
    #expect(Quantity(micros: largest.micros * 1000) == nil)
    #expect(Quantity(micros: 1_234_500)?.description == "1.2345")
    #expect(Quantity(micros: -1)?.description == "-0.000001")
  }

  @Test(
    "loses an empty fraction and no other",
    arguments: [("1.0", "1"), ("1.50", "1.50"), ("-2.000", "-2"), ("0.0", "0"), ("10", "10")])
  func losesAnEmptyFraction(text: String, plain: String) {
    #expect(Quantity(json: text)?.withoutEmptyFraction.description == plain)
  }

  @Test("knows its sign and whether it is whole")
  func knowsItself() throws {
    let zero = try #require(Quantity(json: "-0.00"))
    #expect(zero.isZero && zero.isWhole && !zero.isNegative)
    let change = try #require(Quantity(json: "-1.5"))
    #expect(change.isNegative && !change.isWhole && !change.isZero)
    #expect(Quantity(whole: 1_000_000_000_000_000) == nil)
    #expect(Quantity(whole: .min) == nil)
    #expect(Quantity(whole: -999_999_999_999_999)?.description == "-999999999999999")
  }
}

@Suite("An address")
struct AddressTests {
  @Test(
    "is three names and two points",
    arguments: [
      ("a.b.c", true), ("applications.new.natural", true), ("表.行.列", true), ("a.b", false),
      ("a.b.c.d", false), ("", false), ("..", false), ("a..c", false), (".b.c", false),
      ("a.b.", false),
    ])
  func isThreeNames(text: String, isAddress: Bool) {
    #expect(Address(text)?.description == (isAddress ? text : nil))
  }
}

@Suite("A text")
struct ProseTests {
  @Test(
    "comes back from its paragraphs as it was",
    arguments: ["", "一", "一\n二", "\n", "一\n\n二\n", "一\r\n二", "\u{2028}", "e\n\u{301}"])
  func comesBack(text: String) {
    let prose = Prose(text)
    #expect(Array(prose.text.utf8) == Array(text.utf8))
    #expect(prose.paragraphs.count == 1 + text.utf8.count { $0 == UInt8(ascii: "\n") })
    #expect(prose.isEmpty == text.isEmpty)
  }

  @Test(
    "from outside is split at whatever ends a line",
    arguments: ["一\n二", "一\r\n二", "一\r二", "一\u{2028}二", "一\u{85}二"])
  func splitsForeignText(text: String) {
    #expect(Prose(foreign: text).paragraphs == ["一", "二"])
  }

  @Test("changes only the paragraphs that are replaced")
  func replaces() {
    var prose = Prose("一\n二\n三")
    prose.replace(1..<2, with: ["甲", "乙"])
    #expect(prose.text == "一\n甲\n乙\n三")
    prose.replace(0..<4, with: [""])
    #expect(prose.isEmpty)
    #expect(prose.characterCount == 0)
  }
}

@Test("a number as long as a book is refused at once, however it is made up")
func refusesEndlessNumbers() {
  for text in [
    String(repeating: "9", count: 1_000_000), String(repeating: "0", count: 1_000_000) + "5",
    String(repeating: "1,", count: 500_000), String(repeating: "．", count: 300_000),
  ] {
    #expect(Quantity(typed: text) == nil)
  }
}
