import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

@Suite("Selecting in a text")
struct TextSelectionTests {
  static let section = "overview"

  private func editor(_ text: String, access: Editor.Access = .editing) throws -> Editor {
    var draft = try Draft.agreeing()
    draft.setText(Prose(text), of: Self.section)
    var editor = Editor.on(draft, access: access)
    try editor.open(text: Self.section)
    return editor
  }

  private func text(_ editor: Editor) -> String { editor.draft.text(of: Self.section).text }

  /// What is selected, by copying it.
  private func selected(_ editor: Editor) -> String? {
    var editor = editor
    guard case .copy(let text)? = editor.press(.control("c")).first else { return nil }
    return text
  }

  @Test(
    "goes with the motions and Shift",
    arguments: [
      ([Key(.right, .shift), Key(.right, .shift)], "一二"),
      ([Key(.end, .shift)], "一二三"),
      ([Key(.down, .shift)], "一二三\n"),
      ([Key(.down, .shift), Key(.right, .shift)], "一二三\n四"),
      ([Key(.right), Key(.home, .shift)], "一"),
      ([Key(.end, [.control, .shift])], "一二三\n四五"),
      ([Key(.end, .control), Key(.home, [.control, .shift])], "一二三\n四五"),
      ([Key(.pageDown, .shift)], "一二三\n"),
      ([Key(.end, .control), Key(.pageUp, .shift)], "三\n四五"),
      ([Key(.end, .control), Key(.up, .shift), Key(.left, .shift)], "二三\n四五"),
      ([.control("a")], "一二三\n四五"),
    ] as [([Key], String)])
  func goesWithMotions(keys: [Key], expected: String) throws {
    var editor = try editor("一二三\n四五")
    for key in keys { editor.press(key) }
    #expect(selected(editor) == expected)
  }

  @Test(
    "ends with a plain motion, at its own edge",
    arguments: [(Key(.left), 1), (Key(.right), 3), (Key(.home), 0), (Key(.end), 5)])
  func ends(key: Key, offset: Int) throws {
    var editor = try editor("一二三四五")
    editor.press(Key(.right), Key(.right, .shift), Key(.right, .shift), key)
    #expect(selected(editor) == nil)
    #expect(editor.place.spot == .caret(Caret(paragraph: 0, offset: offset)))
  }

  @Test("is drawn as selected, ends of paragraphs too")
  func isDrawn() throws {
    var editor = try editor("一二三\n\n四五")
    editor.press(Key(.right), Key(.down, .shift), Key(.down, .shift))
    let grid = editor.screen()
    let area = editor.textArea
    func isSelected(_ x: Int, _ y: Int) -> Bool { grid[area.x + x, area.y + y].style == .selected }
    #expect(
      (0...7).map { isSelected($0, 0) } == [false, false, true, true, true, true, true, false])
    #expect(isSelected(0, 1) && !isSelected(1, 1))
    #expect(isSelected(1, 2) && !isSelected(2, 2))
  }

  @Test("is counted beside the total")
  func isCounted() throws {
    var editor = try editor("一二三\n四五")
    editor.press(Key(.down, .shift), Key(.right, .shift))
    #expect(editor.lines[1].contains("选取 4 字 / 共 5 字"))
    editor.press(Key(.left))
    #expect(editor.lines[1].hasSuffix(" 5 字") && !editor.lines[1].contains("选取"))
  }

  @Test("is replaced by what is typed, as one step with the rest of the sentence")
  func isReplacedByTyping() throws {
    var editor = try editor("一二三\n四五")
    editor.press(Key(.right), Key(.down, .shift))
    editor.type("六七")
    #expect(text(editor) == "一六七五")
    editor.press(.control("z"))
    #expect(text(editor) == "一二三\n四五")
    #expect(selected(editor) == nil)
    editor.press(.control("y"))
    #expect(text(editor) == "一六七五")
  }

  @Test("is replaced by what is pasted, by Enter, by nothing")
  func isReplaced() throws {
    var editor = try editor("一二三")
    editor.press(Key(.right), Key(.right, .shift))
    var pasted = editor
    pasted.paste(pasting: "甲\n乙")
    #expect(text(pasted) == "一甲\n乙三")
    var split = editor
    split.press(Key(.enter))
    #expect(text(split) == "一\n三")
    for key in [Key(.backspace), Key(.delete)] {
      var deleted = editor
      deleted.press(key)
      #expect(text(deleted) == "一三")
      deleted.press(.control("z"))
      #expect(text(deleted) == "一二三")
    }
  }

  @Test("is put away by Escape, which leaves the section only then")
  func isPutAway() throws {
    var editor = try editor("一二三")
    editor.press(.control("a"), Key(.escape))
    #expect(editor.context == .text)
    #expect(selected(editor) == nil)
    editor.press(Key(.escape))
    #expect(editor.context == .contents)
  }

  @Test("does not go on from a place that is gone, with the button still down")
  func endsWithAnEdit() throws {
    var editor = try editor("一二三四五")
    let y = editor.textArea.y
    let far = Point(x: editor.textArea.x + 10, y: y)
    _ = editor.update(.input(.mouse(Mouse(.press, at: far))))
    editor.press(.control("a"), Key(.delete))
    _ = editor.update(.input(.mouse(Mouse(.drag, at: Point(x: editor.textArea.x, y: y)))))
    #expect(editor.textSelection == nil)
    #expect(editor.lines[1].hasSuffix(" 0 字"))
  }

  @Test("follows the mouse while its button is down")
  func followsTheMouse() throws {
    var editor = try editor("一二三四五")
    let area = editor.textArea
    _ = editor.update(.input(.mouse(Mouse(.press, at: Point(x: area.x + 2, y: area.y)))))
    _ = editor.update(.input(.mouse(Mouse(.drag, at: Point(x: area.x + 6, y: area.y)))))
    _ = editor.update(.input(.mouse(Mouse(.release, at: Point(x: area.x + 6, y: area.y)))))
    #expect(selected(editor) == "二三")
  }

  @Test("belongs to its section")
  func belongsToItsSection() throws {
    var editor = try editor("一二三")
    editor.press(
      .control("a"), Key(.function(6), .shift), Key(.down), Key(.up), .function(6))
    #expect(editor.context == .text)
    #expect(selected(editor) == nil)
  }

  @Test("is copied, cut and pasted")
  func isCopied() throws {
    var editor = try editor("一二三")
    editor.press(Key(.right, .shift))
    #expect(editor.press(.control("c")) == [.copy("一")])
    #expect(editor.press(Key(.end), .control("v")).isEmpty)
    #expect(text(editor) == "一二三一")
    editor.press(.control("z"))
    editor.press(Key(.home), Key(.right, .shift), Key(.right, .shift))
    #expect(editor.press(.control("x")) == [.copy("一二")])
    #expect(text(editor) == "三")
    editor.press(.control("v"), .control("v"))
    #expect(text(editor) == "一二一二三")
    editor.press(.control("z"), .control("z"), .control("z"))
    #expect(text(editor) == "一二三")
  }

  @Test("says that nothing is selected", arguments: [Key.control("c"), .control("x")])
  func saysNothingSelected(key: Key) throws {
    var editor = try editor("一二三")
    #expect(editor.press(key).isEmpty)
    #expect(editor.lines.contains { $0.contains(editor.wording.nothingSelected) })
    #expect(text(editor) == "一二三" && editor.clipboard == nil)
  }

  @Test("can be copied in a review, but not cut")
  func reviewing() throws {
    var editor = try editor("一二三", access: .reviewing)
    editor.press(.control("a"))
    #expect(editor.press(.control("x")).isEmpty)
    #expect(editor.lines.contains { $0.contains(editor.wording.readOnly) })
    #expect(editor.press(.control("c")) == [.copy("一二三")])
    editor.press(.control("v"), Key(.delete))
    editor.type("四")
    #expect(text(editor) == "一二三")
  }

  @Test("figures come into a text a row a paragraph, into a line on one")
  func pastesFigures() throws {
    var editor = try editor("甲")
    editor.clipboard = .cells([[Quantity(whole: 1), nil], [Quantity(whole: 3), .zero]])
    editor.press(Key(.end), .control("v"))
    #expect(text(editor) == "甲1 （空白）\n3 0")
    editor.open(entry: 0)
    editor.press(Key(.home), .control("v"), Key(.enter))
    #expect(editor.draft.organ.name == "1 （空白） 3 0")
  }

  @Test("what was copied can be typed in every line")
  func pastesInLines() throws {
    var editor = try editor("甲乙")
    editor.press(.control("a"), .control("c"))
    editor.open(entry: 0)
    editor.press(.function(2), Key(.home), .control("v"), Key(.enter))
    #expect(editor.draft.organ.name.hasPrefix("甲乙"))
    editor.press(.control("f"), .control("v"))
    guard case .picker(let picker) = editor.overlay else {
      Issue.record("no list")
      return
    }
    #expect(picker.input.text == "甲乙")
  }

  @Test("tells where the terminal's clipboard is not reached")
  func tellsNotCopied() throws {
    var editor = try editor("甲")
    _ = editor.update(.notCopied(message: "太长"))
    #expect(editor.lines.contains { $0.contains("太长") })
  }
}
