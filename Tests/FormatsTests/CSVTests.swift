import Documents
import Formats
import Testing

@Suite("A list with separated values")
struct CSVTests {
  private func rows(_ bytes: [UInt8]) throws -> [DocumentTable.Row] {
    let document = try Document(csv: bytes)
    guard case .table(let table) = document.blocks.first else { return [] }
    return table.rows
  }

  /// Texts, and their rows of fields.
  private static let texts: [(String, [[String]])] = [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
    ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b", [["a", "b"]]),
    (",,\na,,b", [["", "", ""], ["a", "", "b"]]),
    (#""a,1","b ""c""""#, [["a,1", #"b "c""#]]),
    ("\"a\nb\",c\r\nd,e", [["a\nb", "c"], ["d", "e"]]),
    ("\"a\r\nb\",c", [["a\nb", "c"]]),
    (#"5" pipe,"#, [[#"5" pipe"#, ""]]),
    (#""a"b,c"#, [["ab", "c"]]),
    ("a\n\n\nb", [["a"], ["b"]]),
    (#""""#, []),
    ("", []),
  ]

  @Test("is read field by field", arguments: texts)
  func isRead(text: String, fields: [[String]]) throws {
    #expect(try rows(Array(text.utf8)).map { $0.cells.map(\.text) } == fields)
  }

  @Test("takes the separator that makes even rows")
  func separator() throws {
    let text = "某局登记表，2024\n序号;内容;日期\n1;甲,乙,丙;2024\n2;丁;2024\n3;\"戊;己\";2024\n"
    #expect(
      try rows(Array(text.utf8)).map { $0.cells.count } == [1, 3, 3, 3, 3])
  }

  @Test("gives each row the line on which it begins")
  func lines() throws {
    let text = "a,b\n\"c\r\nd\n\ne\",f\n\ng,h\n"
    #expect(try rows(Array(text.utf8)).map(\.line) == [1, 2, 7])
  }

  @Test("may be in GB18030")
  func gb18030Text() throws {
    let bytes = try gb18030("申请人类型,答复日期\n自然人,2024-01-05\n")
    #expect(
      try rows(bytes).map { $0.cells.map(\.text) }
        == [["申请人类型", "答复日期"], ["自然人", "2024-01-05"]])
  }

  @Test(
    "is refused where a quote is never closed, with the line of its row",
    arguments: [("a,b\nc,\"d\ne,f\n", 2), ("\"", 1), ("a\n\"b\"\"\n", 2)])
  func refusesOpenQuote(text: String, line: Int) {
    #expect(throws: FormatError.damaged(part: "CSV", line: line)) {
      try Document(csv: Array(text.utf8))
    }
  }

  @Test("is refused beyond 16 MiB, and where it is no text")
  func refuses() {
    #expect(throws: FormatError.tooLarge(part: "CSV", limit: 16 << 20)) {
      try Document(csv: Array(repeating: 0x61, count: 16 << 20 | 1))
    }
    #expect(throws: FormatError.notText) { try Document(csv: [0xFF, 0x00, 0x81]) }
  }
}
