import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

@Suite("Finding and replacing in a text")
struct ReplacingTests {
  static let section = "overview"

  private func editor(
    _ text: String, access: Editor.Access = .editing, size: Size = Size(columns: 80, rows: 24)
  ) throws -> Editor {
    var draft = try Draft.agreeing()
    draft.setText(Prose(text), of: Self.section)
    var editor = Editor.on(draft, access: access, size: size)
    try editor.open(text: Self.section)
    return editor
  }

  private func text(_ editor: Editor) -> String { editor.draft.text(of: Self.section).text }

  private func shows(_ editor: Editor, _ text: String) -> Bool {
    editor.lines.contains { $0.contains(text) }
  }

  /// Fills in the two lines.
  private func fill(_ editor: inout Editor, _ pattern: String, _ replacement: String) {
    editor.press(.control("r"))
    editor.type(pattern)
    editor.press(Key(.tab))
    editor.type(replacement)
  }

  @Test(
    "finds without width and case",
    arguments: [
      ("ab12", 3), ("ＡＢ１２", 3), ("AB", 3), ("１２", 3), ("公开", 1), ("（", 1), ("(", 1), ("无", 0),
      ("", 0),
    ])
  func finds(pattern: String, count: Int) {
    #expect(Prose("AB12（公开）ａｂ１２\nＡb１2").matches(of: pattern).count == count)
  }

  @Test("finds none that overlaps the one before, and each of the others")
  func findsSideBySide() {
    let matches = Prose("aaaaa\naabaaab").matches(of: "aab")
    #expect(matches.map(\.lowerBound.offset) == [0, 4])
    #expect(Prose("aaaaa").matches(of: "aa").count == 2)
    #expect(Prose("ababac").matches(of: "abac").map(\.lowerBound.offset) == [2])
  }

  @Test("goes from one to the next and round again, and says so")
  func goesOn() throws {
    var editor = try editor("公开一\n公开二\n公开三")
    editor.press(Key(.down), .control("r"))
    editor.type("公开")
    #expect(shows(editor, "共 3 处"))
    for (number, paragraph) in [(2, 1), (3, 2), (1, 0), (2, 1)] {
      editor.press(Key(.enter))
      #expect(editor.textSelection?.lowerBound == Caret(paragraph: paragraph, offset: 0))
      #expect(shows(editor, number == 1 ? "从头继续" : "第 \(number) 处，共 3 处"))
    }
    editor.press(Key(.escape))
    #expect(editor.context == .text && editor.textSelection != nil)
  }

  @Test("goes on to what a longer pattern means at the same place")
  func goesOnTyping() throws {
    var editor = try editor("公开。公开申请。公开申请表。")
    editor.press(.control("r"))
    editor.type("公开")
    editor.press(Key(.enter), Key(.enter))
    editor.type("申请")
    editor.press(Key(.enter))
    #expect(editor.textSelection?.lowerBound.offset == 3)
  }

  @Test("begins with what is selected")
  func beginsWithSelection() throws {
    var editor = try editor("公开一公开二")
    editor.press(Key(.right, .shift), Key(.right, .shift), .control("r"))
    #expect(shows(editor, "第 1 处，共 2 处"))
    editor.press(Key(.enter))
    #expect(editor.textSelection?.lowerBound.offset == 3)
  }

  @Test("says that there is none", arguments: [Key(.enter), .function(4), .function(9)])
  func saysNone(key: Key) throws {
    var editor = try editor("公开")
    fill(&editor, "申请", "甲")
    editor.press(key)
    #expect(shows(editor, "没有找到“申请”"))
    #expect(text(editor) == "公开" && !editor.history.canUndo)
  }

  @Test(
    "replaces the one that is selected and goes to the next",
    arguments: [
      Key.function(4), .control("r"),
    ])
  func replacesOne(key: Key) throws {
    var editor = try editor("甲ＡＢ乙ab丙")
    fill(&editor, "ab", "X")
    editor.press(key)
    #expect(text(editor) == "甲ＡＢ乙ab丙")
    editor.press(key)
    #expect(text(editor) == "甲X乙ab丙")
    #expect(editor.textSelection?.lowerBound.offset == 3)
    editor.press(key)
    #expect(text(editor) == "甲X乙X丙")
    #expect(shows(editor, "已替换 1 处"))
    editor.press(Key(.escape), .control("z"))
    #expect(text(editor) == "甲X乙ab丙")
    editor.press(.control("z"))
    #expect(text(editor) == "甲ＡＢ乙ab丙")
  }

  @Test("replaces all as one step, and nothing else", arguments: ["", "新", "公开公开", "e\u{301}"])
  func replacesAll(replacement: String) throws {
    let old = "公开（ＡＢ）公开\n\n e\u{301}\u{200D}公 开\r公开"
    var editor = try editor(old)
    fill(&editor, "公开", replacement)
    editor.press(.function(9))
    let parts = ["", "（ＡＢ）", "\n\n e\u{301}\u{200D}公 开\r", ""]
    #expect(Array(text(editor).utf8) == Array(parts.joined(separator: replacement).utf8))
    #expect(shows(editor, "已替换 3 处"))
    editor.press(Key(.escape), .control("z"))
    #expect(Array(text(editor).utf8) == Array(old.utf8))
    #expect(!editor.history.canUndo)
  }

  @Test("finds in a review, and replaces nothing")
  func reviewing() throws {
    var editor = try editor("公开一公开二", access: .reviewing)
    fill(&editor, "公开", "甲")
    editor.press(Key(.enter), Key(.enter))
    #expect(editor.textSelection?.lowerBound.offset == 3)
    editor.press(.function(4), .function(9))
    #expect(shows(editor, editor.wording.readOnly))
    #expect(text(editor) == "公开一公开二")
  }

  @Test("shows the match and both lines at once", arguments: [10, 12, 24])
  func showsBoth(rows: Int) throws {
    let paragraphs = (1...40).map { "第\($0)段。" } + ["这里公开。"]
    var editor = try editor(
      paragraphs.joined(separator: "\n"), size: Size(columns: 60, rows: rows))
    fill(&editor, "公开", "发布")
    editor.press(Key(.enter))
    #expect(shows(editor, "这里公开。"))
    #expect(shows(editor, " 查找   公开") && shows(editor, " 替换为 发布"))
  }

  @Test("draws what there is room for", arguments: [0, 1, 3, 5, 9, 30], [0, 1, 8, 20, 80])
  func drawsAtAnySize(rows: Int, columns: Int) throws {
    var editor = try editor("公开", size: Size(columns: columns, rows: rows))
    fill(&editor, "公开", String(repeating: "长", count: 100))
    let grid = editor.screen()
    #expect(rows == 0 || columns == 0 || grid.caret != nil)
  }
}
