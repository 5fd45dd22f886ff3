import CellGrid
import ReportModel
import Testing

@testable import Editor

/// A paragraph, a width, and the lines that it falls into.
struct Wrapped: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var text: String
  var width: Int
  var lines: [String]

  init(_ name: String, _ text: String, _ width: Int, _ lines: [String]) {
    testDescription = name
    self.text = text
    self.width = width
    self.lines = lines
  }
}

@Suite("The lines of a text")
struct LineBreakingTests {
  static let cases: [Wrapped] = [
    Wrapped("plain text", "全年公开信息", 8, ["全年公开", "信息"]),
    Wrapped("no full stop first", "全年公开。信息", 8, ["全年公", "开。信息"]),
    Wrapped("no comma first", "全年公开，信息", 8, ["全年公", "开，信息"]),
    Wrapped("no closing marks first", "见（附件）》。后", 8, ["见（附", "件）》。", "后"]),
    Wrapped("no opening mark last", "全年公（一）", 8, ["全年公", "（一）"]),
    Wrapped("no opening marks last", "全年“《条例》”", 8, ["全年", "“《条", "例》”"]),
    Wrapped("no percent sign first", "占比达到８％了", 10, ["占比达到", "８％了"]),
    Wrapped("no degree first", "气温达到５℃了", 10, ["气温达到", "５℃了"]),
    Wrapped("a number with its separators", "收费1,234.56元", 10, ["收费", "1,234.56元"]),
    Wrapped("a number with its percent sign", "办结率99.5%。", 10, ["办结率", "99.5%。"]),
    Wrapped("full-width digits", "共收到１２３件", 10, ["共收到", "１２３件"]),
    Wrapped("full-width point", "共１２．５万元", 8, ["共", "１２．５", "万元"]),
    Wrapped("a date in digits", "自2023-01-31起", 12, ["自2023-01-31", "起"]),
    Wrapped("a year may part from its number", "于2023年", 6, ["于2023", "年"]),
    Wrapped("a word", "网址open data好", 10, ["网址open ", "data好"]),
    Wrapped("an address", "见http://www.gov.cn/a?b=1。", 26, ["见", "http://www.gov.cn/a?b=1。"]),
    Wrapped("an address of mail", "邮箱ab.c@xx.gov.cn", 14, ["邮箱", "ab.c@xx.gov.cn"]),
    Wrapped("a word longer than the line", "abcdefghij", 4, ["abcd", "efgh", "ij"]),
    Wrapped("after a blank", "ab cd ef", 6, ["ab cd ", "ef"]),
    Wrapped("an ellipsis stays together", "甲乙丙丁……戊", 9, ["甲乙丙", "丁……戊"]),
    Wrapped("a dash stays together", "甲乙丙——丁", 7, ["甲乙", "丙——丁"]),
    Wrapped("an apostrophe", "甲乙丙don’t", 10, ["甲乙丙", "don’t"]),
    Wrapped("a currency sign", "费用为￥50元", 8, ["费用为", "￥50元"]),
    Wrapped("nothing but closing marks", "。。。。。", 4, ["。。", "。。", "。"]),
    Wrapped("an indented paragraph", "　　全年公开", 8, ["　　全年", "公开"]),
    Wrapped("no text", "", 8, [""]),
  ]

  @Test("end where Chinese lines may end", arguments: cases)
  func ends(wrapped: Wrapped) {
    #expect(lines(of: wrapped.text, width: wrapped.width) == wrapped.lines)
  }

  private func lines(of text: String, width: Int, isWide: Bool = false) -> [String] {
    let metrics = Metrics(ambiguousIsWide: isWide)
    let layout = TextLayout(text, width: width, metrics: metrics)
    return layout.lines.map { String(layout.characters[$0]) }
  }

  private static let pieces = [
    "公", "开", "。", "，", "（", "）", "《", "》", "“", "”", "…", "…", "—", "1", "2", ",", ".", "%",
    "％", "a", "b", " ", "　", "/", ":", "年", "e\u{301}", "👩", "１", "￥", "、", "\u{A0}", "'", "\"",
  ]

  @Test("keep the rules in any text at any width", arguments: UInt64(1)...20)
  func keepTheRules(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<100 {
      let count = Int.random(in: 0...60, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let width = Int.random(in: 2...24, using: &random)
      let metrics = Metrics(ambiguousIsWide: Bool.random(using: &random))
      let layout = TextLayout(text, width: width, metrics: metrics)
      #expect(layout.lines.map { String(layout.characters[$0]) }.joined() == text)
      for (line, next) in zip(layout.lines, layout.lines.dropFirst()) {
        #expect(!line.isEmpty && line.upperBound == next.lowerBound)
        let characters = layout.characters
        #expect(line.count == 1 || metrics.width(String(characters[line])) <= width)
        // It ends where it may, or there is no such place in it.
        let mayEnd = LineBreaking.mayPart(
          characters[next.lowerBound - 1], characters[next.lowerBound])
        let places = line.dropFirst().filter {
          LineBreaking.mayPart(characters[$0 - 1], characters[$0])
        }
        #expect(mayEnd || places.isEmpty, "“\(text)” at \(width)")
        // It is as full as may be: what comes up to the next such place had no room.
        let end = (next.lowerBound + 1..<characters.count).first {
          LineBreaking.mayPart(characters[$0 - 1], characters[$0])
        }
        let longer = String(characters[line.lowerBound..<(end ?? characters.count)])
        #expect(metrics.width(longer) > width, "“\(text)” at \(width)")
      }
      for offset in 0...layout.characters.count {
        let line = layout.line(of: offset)
        #expect(layout.lines[line].lowerBound <= offset)
        #expect(offset < layout.lines[line].upperBound || line == layout.lines.count - 1)
      }
    }
  }

  @Test("keep the caret in its column over lines of unequal length")
  func keepTheCaret() throws {
    // 18 columns: “收费” ends the first line early, before the figure.
    var draft = try Draft.agreeing()
    draft.setText(Prose("全年公开信息收费1,234.56元办结全部申请"), of: "overview")
    var editor = Editor.on(draft, size: Size(columns: 20, rows: 24))
    try editor.open(text: "overview")
    let top = try #require(editor.screen().caret)
    editor.press(Key(.end))
    let end = try #require(editor.screen().caret)
    #expect(end.y == top.y)
    editor.press(Key(.right))
    #expect(editor.screen().caret == Point(x: top.x, y: top.y + 1))
    editor.press(Key(.up), Key(.end), Key(.down))
    #expect(editor.screen().caret == Point(x: end.x, y: top.y + 1))
    editor.press(Key(.home))
    #expect(editor.screen().caret == Point(x: top.x, y: top.y + 1))
  }
}
