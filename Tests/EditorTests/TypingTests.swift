import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("Typing into a cell")
struct TypingTests {
  static let cell = "applications.granted.business"

  private func editor() throws -> Editor {
    var editor = Editor.on(try Draft.agreeing().with([Self.cell: 7]))
    try editor.open(Self.cell)
    return editor
  }

  @Test(
    "takes the value over, wherever one goes then",
    arguments: [
      (Key(.enter), "applications.partial.business"), (Key(.tab), "applications.granted.research"),
      (Key(.tab, .shift), "applications.granted.natural"),
      (Key(.up), "applications.carriedIn.business"), (Key(.down), "applications.partial.business"),
      (Key(.left), "applications.granted.natural"), (Key(.right), "applications.granted.research"),
      (Key(.home), "applications.granted.natural"), (Key(.end), "applications.granted.total"),
      (.control("s"), cell), (.function(6), cell), (.function(1), cell), (.function(9), cell),
    ])
  func takesOver(key: Key, there: String) throws {
    var editor = try editor()
    editor.type("12")
    #expect(editor.context == .overwriting)
    #expect(editor.figure(Self.cell) == "7")
    editor.press(key)
    #expect(editor.figure(Self.cell) == "12")
    #expect(editor.address == there)
    #expect(editor.typing == nil)
  }

  @Test(
    "takes the value over before every command of the keymap but the line's own",
    arguments: [Context.overwriting, .editing])
  func takesOverBeforeEveryCommand(context: Context) throws {
    for binding in Keymap.standard.bindings where binding.contexts.contains(context) {
      var inLine: Set<Command> = [.cancel, .deleteBackward, .deleteForward, .editInPlace, .redraw]
      if context == .editing { inLine.formUnion([.left, .right, .lineStart, .lineEnd]) }
      if inLine.contains(binding.command) { continue }
      var editor = try editor()
      if context == .editing { editor.press(.function(2), Key(.backspace)) }
      editor.type("12")
      #expect(editor.context == context)
      let undone = binding.command == .undo
      editor.press(binding.key)
      // The value that was taken over is wrong, and its only suggestion was applied to it.
      if binding.command == .applySuggestion { editor.press(.control("z")) }
      #expect(editor.figure(Self.cell) == (undone ? "7" : "12"), "\(binding.command)")
      #expect(editor.typing == nil)
    }
  }

  @Test(
    "understands what people type",
    arguments: [
      ("１２", "12"), ("－３", "-3"), ("1,234", "1234"), ("１，２３４", "1234"), ("007", "7"),
      ("3.0", "3"), ("1.5", "1.5"), ("+4", "4"),
    ])
  func understands(typed: String, kept: String) throws {
    var editor = try editor()
    editor.type(typed)
    editor.press(Key(.enter))
    #expect(editor.figure(Self.cell) == kept)
  }

  @Test("stays and says so where it is no number", arguments: ["1.2.3", "-", "5.", "1,23", "--1"])
  func stays(typed: String) throws {
    var editor = try editor()
    editor.type(typed)
    editor.press(Key(.enter))
    #expect(editor.address == Self.cell)
    #expect(editor.figure(Self.cell) == "7")
    #expect(editor.lines.contains { $0.contains("“\(typed)”") })
  }

  @Test("restores the old value at once, and the typed one by redoing")
  func restores() throws {
    var editor = try editor()
    editor.type("12")
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
    #expect(editor.isSaved)
    #expect(editor.figure(Self.cell) == "7")
    editor.press(.control("y"))
    #expect(editor.figure(Self.cell) == "12")
    editor.press(.control("z"))
    #expect(editor.figure(Self.cell) == "7")
  }

  @Test("backs out one step at a time")
  func backsOut() throws {
    var editor = try editor()
    editor.type("1")
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
    editor.press(Key(.escape))
    #expect(editor.context == .contents)
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
    editor.press(.function(1))
    #expect(editor.context == .help)
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
    #expect(editor.isSaved)
  }

  @Test("blanks a cell, which is not 0")
  func blanks() throws {
    var editor = try editor()
    editor.press(Key(.delete))
    #expect(editor.draft[try editor.draft.form.cell(Self.cell)] == nil)
    editor.press(.control("z"), Key(.backspace))
    #expect(editor.context == .overwriting)
    editor.type("3")
    editor.press(Key(.enter))
    #expect(editor.figure(Self.cell) == "3")
  }

  @Test("edits in place inside the old value")
  func editsInPlace() throws {
    var editor = try editor()
    editor.press(.function(2), Key(.home))
    editor.type("1")
    editor.press(Key(.end))
    editor.type("2")
    editor.press(Key(.left), Key(.delete), Key(.enter))
    #expect(editor.figure(Self.cell) == "17")
  }

  @Test("is left alone by letters, and by pastes that are no number")
  func isLeftAlone() throws {
    var editor = try editor()
    editor.type("a中")
    editor.paste(pasting: "十二")
    editor.paste(pasting: "")
    #expect(editor.context == .grid)
    #expect(editor.figure(Self.cell) == "7")
    editor.paste(pasting: " 1,234\r\n")
    editor.press(Key(.enter))
    #expect(editor.figure(Self.cell) == "1234")
  }

  @Test("moves the cursor back when it is undone, and on when redone")
  func movesBack() throws {
    var editor = try editor()
    editor.type("12")
    editor.press(Key(.enter))
    editor.open(entry: 2)
    editor.press(.control("z"))
    #expect(editor.address == Self.cell)
    #expect(editor.figure(Self.cell) == "7")
    editor.open(entry: 0)
    editor.press(.control("y"))
    #expect(editor.address == Self.cell)
    #expect(editor.figure(Self.cell) == "12")
  }

  @Test("shows the broken row before the next key")
  func showsAtOnce() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    #expect(!editor.lines.contains { $0.contains("✗ ") && $0.contains("本年新收") })
    editor.type("1")
    editor.press(Key(.right))
    let line = editor.lines.first { $0.contains("一、本年新收") }
    #expect(line?.contains("✗ 一、本年新收") == true)
  }
}
