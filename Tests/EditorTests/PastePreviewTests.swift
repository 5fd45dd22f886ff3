import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

@Suite("Pasting into a table")
struct PastePreviewTests {
  private let table =
    "项目\t自然人\t总计\r\n一、本年新收政府信息公开申请数量\t12件\t1,200\r\n"
    + "二、上年结转政府信息公开申请数量\t/\t\r\n没有这一项\t3\t3\r\n"

  private func pasted(_ text: String) throws -> Editor {
    var editor = Editor.on(
      try .agreeing().with(["applications.carriedIn.natural": 8, "applications.new.total": 1200]))
    try editor.open("applications.new.natural")
    editor.paste(pasting: text)
    return editor
  }

  @Test("shows old and new, what stays, what is a sign only and what is not understood")
  func shows() throws {
    let editor = try pasted(table)
    #expect(editor.context == .preview)
    let lines = editor.lines
    #expect(lines.contains { $0.contains("2 格将改变，1 格不变，其中 1 格只有“/”“-”“无”，1 处未识别") })
    #expect(lines.contains { $0.contains("自然人 · 一、本年新收") && $0.contains("0 → 12") })
    #expect(lines.contains { $0.contains("自然人 · 二、上年结转") && $0.contains("8 → （空白）") })
    #expect(lines.contains { $0.contains("第 4 行“没有这一项 3 3”：表中没有这一项") })
  }

  @Test("leaves everything as it was with Esc")
  func leaves() throws {
    var editor = try pasted(table)
    let draft = editor.draft
    editor.press(Key(.escape))
    #expect(editor.draft == draft && editor.context == .grid && !editor.history.canUndo)
  }

  @Test("is taken with one key, and back with one")
  func isOneStep() throws {
    var editor = try pasted(table)
    let draft = editor.draft
    editor.press(Key(.enter))
    #expect(editor.figure("applications.new.natural") == "12")
    #expect(editor.figure("applications.carriedIn.natural") == "")
    #expect(editor.figure("applications.carriedIn.total") == "0")
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }

  @Test("fills the signs with 0 when asked to, in the same step")
  func fillsSigns() throws {
    var editor = try pasted(table)
    editor.type(" ")
    editor.press(Key(.enter))
    #expect(editor.figure("applications.carriedIn.natural") == "0")
    #expect(editor.figure("applications.new.natural") == "12")
    editor.press(.control("z"))
    #expect(!editor.history.canUndo)
  }

  @Test("types one figure, and fills a selection with it")
  func typesOneFigure() throws {
    var editor = try pasted(" 1,234\n")
    #expect(editor.context == .overwriting)
    editor.press(Key(.enter))
    #expect(editor.figure("applications.new.natural") == "1234")
    try editor.open("applications.granted.natural")
    editor.press(Key(.down, .shift))
    editor.paste(pasting: "6")
    #expect(editor.figure("applications.granted.natural") == "6")
    #expect(editor.figure("applications.partial.natural") == "6")
  }

  @Test("changes nothing where nothing fits", arguments: ["中文", "", "\t\t", "a\nb\nc"])
  func changesNothing(text: String) throws {
    let editor = try pasted(text)
    #expect(editor.context == .grid && !editor.history.canUndo)
    // A single thing that does not fit has a reason of its own.
    #expect(editor.lines.contains { $0.contains("没有一处能对上") || $0.contains("不是数字") })
  }

  @Test("stands at every size")
  func standsAtEverySize() throws {
    var editor = try pasted(table)
    for columns in [0, 1, 2, 5, 20, 80, 200] {
      for rows in [0, 1, 2, 3, 5, 8, 24, 60] {
        _ = editor.update(.input(.resize(Size(columns: columns, rows: rows))))
        let grid = editor.screen()
        if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
      }
    }
  }
}

@Suite("Text that comes at once without brackets")
struct BurstTests {
  private func keys(_ text: String) -> [Key] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\r", "\n": Key(.enter)
      case "\t": Key(.tab)
      default: .character(Character(scalar))
      }
    }
  }

  private func sent(_ text: String, to address: String = "applications.new.natural") throws
    -> Editor
  {
    var editor = Editor.on(try .agreeing())
    try editor.open(address)
    _ = editor.update(.input(.burst(text, keys(text))))
    return editor
  }

  @Test(
    "is a paste where keys would do something else",
    arguments: [
      "1\t2\r3\t4\r", "1\r\n2\r\n", "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\r",
    ])
  func isPaste(text: String) throws {
    #expect(try sent(text).context == .preview)
  }

  @Test(
    "stays keys where they would do the same, or mean commands",
    arguments: [
      ("12\r34\r", ["new.natural 12", "carriedIn.natural 34"]),
      ("1\t2\t3\t4\r", ["new.natural 1", "new.business 2", "new.research 3", "new.welfare 4"]),
      ("5\r\r7\r", ["new.natural 5", "granted.natural 7"]),
      ("jj\r6\r", ["partial.natural 6"]), ("1件\r2件\r", ["new.natural 1", "carriedIn.natural 2"]),
    ])
  func staysKeys(text: String, expected: [String]) throws {
    let editor = try sent(text)
    #expect(editor.context == .grid)
    let form = editor.draft.form
    let filled = (0..<form.cellCount).map { CellIndex($0) }
      .filter { editor.draft[$0] != .zero }
      .map { "\(form.address(of: $0)) \(editor.draft[$0]?.description ?? "")" }
    #expect(filled == expected.map { "applications." + $0 })
  }
}
