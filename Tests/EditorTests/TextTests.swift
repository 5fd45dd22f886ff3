import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("A text section")
struct TextTests {
  static let section = "overview"

  private func editor(_ text: String = "", size: Size = Size(columns: 100, rows: 30)) throws
    -> Editor
  {
    var draft = try Draft.agreeing()
    draft.setText(Prose(text), of: Self.section)
    var editor = Editor.on(draft, size: size)
    try editor.open(text: Self.section)
    return editor
  }

  private func text(_ editor: Editor) -> String { editor.draft.text(of: Self.section).text }

  @Test("takes a sentence as one step, and gives it back whole")
  func takesSentences() throws {
    var editor = try editor()
    editor.type("今天开会。明天再说")
    #expect(text(editor) == "今天开会。明天再说")
    editor.press(.control("z"))
    #expect(text(editor) == "今天开会。")
    editor.press(.control("z"))
    #expect(text(editor) == "")
    #expect(editor.isSaved)
    editor.press(.control("y"), .control("y"))
    #expect(text(editor) == "今天开会。明天再说")
    editor.type("吧")
    #expect(text(editor) == "今天开会。明天再说吧")
  }

  @Test("takes what is typed elsewhere as another step")
  func takesAnotherStep() throws {
    var editor = try editor()
    editor.type("甲乙")
    editor.press(Key(.left))
    editor.type("丙")
    editor.press(.control("z"))
    #expect(text(editor) == "甲乙")
  }

  @Test("keeps a saved state reachable in the middle of a sentence")
  func keepsTheSavedState() throws {
    var editor = try editor()
    editor.type("甲乙")
    editor.press(.control("s"))
    _ = editor.update(.saved(editor.draft))
    editor.type("丙")
    #expect(!editor.isSaved)
    editor.press(.control("z"))
    #expect(text(editor) == "甲乙")
    #expect(editor.isSaved)
  }

  @Test(
    "takes pasted lines as paragraphs, whatever ends them",
    arguments: ["一\r\n二\r\n三", "一\n二\n三", "一\r二\r三", "一\u{2028}二\u{2028}三"])
  func takesPastedLines(pasted: String) throws {
    var editor = try editor("甲乙")
    editor.press(Key(.right))
    editor.paste(pasting: pasted)
    #expect(editor.draft.text(of: Self.section).paragraphs == ["甲一", "二", "三乙"])
    editor.type("！")
    #expect(text(editor) == "甲一\n二\n三！乙")
    editor.press(.control("z"), .control("z"))
    #expect(text(editor) == "甲乙")
  }

  @Test("joins and splits paragraphs")
  func joinsAndSplits() throws {
    var editor = try editor("甲\n乙")
    editor.press(Key(.end, .control), Key(.home), Key(.backspace))
    #expect(text(editor) == "甲乙")
    editor.press(Key(.enter))
    #expect(text(editor) == "甲\n乙")
    editor.press(Key(.left), Key(.delete))
    #expect(text(editor) == "甲乙")
    editor.press(Key(.home, .control), Key(.backspace))
    #expect(text(editor) == "甲乙")
  }

  @Test(
    "takes characters that join the one before them",
    arguments: ["e\u{301}x", "❤\u{FE0F}好", "👩\u{200D}👧。", "🇨🇳🇨", "각"])
  func takesJoiningCharacters(typed: String) throws {
    var editor = try editor()
    for scalar in typed.unicodeScalars { editor.press(.character(Character(scalar))) }
    #expect(text(editor) == typed)
    editor.press(Key(.left), Key(.right))
    editor.type("末")
    #expect(text(editor) == typed + "末")
    for _ in 0..<20 { editor.press(.control("z")) }
    #expect(text(editor) == "")
  }

  @Test("puts the caret where the next character will stand, at wraps too")
  func putsTheCaret() throws {
    // 18 columns of text: nine characters a line.
    let size = Size(columns: 20, rows: 24)
    var editor = try editor(String(repeating: "字", count: 20), size: size)
    let top = try #require(editor.screen().caret)
    for offset in 0...20 {
      let caret = try #require(editor.screen().caret)
      #expect(caret == Point(x: top.x + offset % 9 * 2, y: top.y + offset / 9), "\(offset)")
      editor.press(Key(.right))
    }
    editor.press(Key(.up))
    #expect(editor.screen().caret == Point(x: top.x + 4, y: top.y + 1))
    editor.press(Key(.home))
    #expect(editor.screen().caret == Point(x: top.x, y: top.y + 1))
  }

  @Test("leaves by Escape without a question, with everything kept")
  func leaves() throws {
    var editor = try editor()
    editor.type("甲")
    editor.press(Key(.escape))
    #expect(editor.context == .contents)
    #expect(text(editor) == "甲")
  }

  @Test("takes characters that are commands elsewhere", arguments: ["?", "=", "h", "q", "7", " "])
  func takesCharacters(character: String) throws {
    var editor = try editor()
    editor.type(character)
    #expect(text(editor) == character)
  }
}

@Suite("Wrapping")
struct WrappingTests {
  static let texts = [
    "", "a", "字", "abc字字d", "“引号”——…", "e\u{301}e\u{301}字",
    String(repeating: "本年新收政府信息 ab", count: 9),
  ]

  @Test("neither splits a wide character nor exceeds the width", arguments: texts, [false, true])
  func neverExceeds(text: String, ambiguousIsWide: Bool) {
    let metrics = Metrics(ambiguousIsWide: ambiguousIsWide)
    for width in 2...40 {
      let layout = TextLayout(text, width: width, metrics: metrics)
      #expect(layout.lines.map { String(layout.characters[$0]) }.joined() == text)
      let label = metrics.wrap(text, width: width)
      #expect(label.joined() == text)
      for line in layout.lines.map({ String(layout.characters[$0]) }) + label {
        #expect(metrics.width(line) <= width)
      }
      #expect(metrics.width(metrics.truncate(text, width: width)) <= width)
    }
  }

  @Test("finds a caret again from its line and column", arguments: texts)
  func findsCaretsAgain(text: String) {
    for width in 2...20 {
      let layout = TextLayout(text, width: width, metrics: Metrics())
      for offset in 0...layout.characters.count {
        let line = layout.line(of: offset)
        #expect(layout.offset(line: line, column: layout.column(of: offset)) == offset)
      }
    }
  }
}
