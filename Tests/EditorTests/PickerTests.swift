import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

@Suite("The lists")
struct PickerTests {
  private func labels(_ editor: Editor) -> [String] {
    guard case .picker(let picker) = editor.overlay else { return [] }
    return picker.items.map(\.label)
  }

  @Test(
    "find a command by its name or its pinyin initials",
    arguments: [
      ("bc", "保存草稿"), ("保存", "保存草稿"), ("cx", "撤销上一步"), ("ＢＣ", "保存草稿"), ("tc", "退出（未保存时先询问）"),
    ])
  func findCommands(text: String, expected: String) throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.control("p"))
    editor.type(text)
    #expect(labels(editor).first == expected)
  }

  @Test("do the chosen command")
  func doTheCommand() throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.control("p"))
    editor.type("bc")
    #expect(editor.press(Key(.enter)) == [.save(editor.draft)])
    #expect(editor.context == .grid)
  }

  @Test(
    "hold every command but those of typing and moving, with its key", arguments: Language.allCases)
  func holdEveryCommand(language: Language) throws {
    var editor = Editor.on(try .agreeing(), language: language)
    editor.press(.control("p"))
    guard case .picker(let picker) = editor.overlay else { throw Missing() }
    let offered = Set(picker.items.map(\.label))
    for command in Command.allCases where Picker.offers(command) {
      #expect(offered.contains(editor.wording.longName(command)))
    }
    let save = try #require(picker.items.first { $0.action == .perform(.save) })
    #expect(save.detail == "Ctrl+S" && save.isOffered)
  }

  private struct Missing: Error {}

  @Test("say where a command is of no use")
  func sayWhere() throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.control("p"))
    editor.type("外部编辑器")
    editor.press(Key(.enter))
    #expect(editor.lines.contains { $0.contains("此处不能用") })
  }

  @Test(
    "go to what is sought",
    arguments: [
      (Key.control("g"), "applications.partial.other", "applications.partial.other"),
      (.control("g"), "予以公开", "applications.granted.natural"),
      (.control("g"), "yygk", "applications.granted.natural"),
      (.control("f"), "部分公开", "applications.partial.natural"),
      (.control("f"), "8765", "applications.partial.legal"),
      (.control("f"), "８,７６５", "applications.partial.legal"),
    ])
  func go(key: Key, text: String, expected: String) throws {
    var editor = Editor.on(try .agreeing().with(["applications.partial.legal": 8765]))
    try editor.open("applications.new.natural")
    editor.press(key)
    editor.type(text)
    editor.press(Key(.enter))
    #expect(editor.address == expected)
  }

  @Test("go to words of a text, and on to the next when asked again")
  func goToWords() throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.control("f"))
    editor.type("公开")
    editor.type("。")
    editor.press(Key(.enter))
    #expect(editor.section?.id == "overview")
    #expect(editor.place.spot == .caret(Caret(paragraph: 0, offset: 5)))
    editor.press(.control("f"), Key(.enter))
    #expect(editor.place.spot == .caret(Caret(paragraph: 1, offset: 6)))
    // What is typed then takes the place of the old search.
    editor.press(.control("f"))
    editor.type("没有收取")
    editor.press(Key(.enter))
    #expect(editor.section?.id == "other")
  }

  @Test("put a figure of the tables into a text")
  func putFigure() throws {
    var editor = Editor.on(try .agreeing().with(["applications.new.total": 4321]))
    try editor.open(text: "overview")
    editor.press(.control("t"))
    editor.type("4321")
    editor.press(Key(.enter))
    #expect(editor.draft.text(of: "overview").paragraphs[0].hasPrefix("4321（一）"))
    editor.press(.control("z"))
    #expect(editor.draft.text(of: "overview").paragraphs[0].hasPrefix("（一）"))
  }

  @Test("jump from section to section")
  func jump() throws {
    var editor = Editor.on(try .agreeing())
    let entry = editor.entry
    editor.press(Key(.pageDown, .control))
    #expect(editor.entry == entry + 1)
    editor.press(Key(.pageUp, .control), Key(.pageUp, .control))
    #expect(editor.entry == entry - 1)
    for _ in 0..<20 { editor.press(Key(.pageUp, .control)) }
    #expect(editor.entry == 0)
  }
}

@Suite("The list of findings")
struct FindingsPaneTests {
  @Test("stands one pane on, tells what is found, and goes there")
  func goesThere() throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": 5, "remedies.cases.reviewUpheld": 3,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.granted.other")
    editor.press(.function(6))
    #expect(editor.context == .findings)
    let lines = editor.lines
    #expect(lines.contains { $0.contains("问题 ") })
    #expect(lines.count { $0.contains("✗ 三 申请情况") || $0.contains("✗ 四 复议诉讼") } >= 2)
    editor.press(Key(.end), Key(.enter))
    #expect(editor.context == .grid)
    #expect(editor.address.hasPrefix("remedies."))
    editor.press(.function(6), .function(6))
    #expect(editor.context == .contents)
    editor.press(.function(6))
    #expect(editor.context == .grid)
  }

  @Test("says so where nothing is found")
  func saysSo() throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.function(6))
    #expect(editor.lines.contains { $0.contains("没有发现问题") })
    editor.press(Key(.enter))
    #expect(editor.context == .grid)
  }
}
