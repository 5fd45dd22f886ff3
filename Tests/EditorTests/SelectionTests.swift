import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

private let shiftDown = Key(.down, .shift)
private let shiftRight = Key(.right, .shift)

@Suite("A selection of cells")
struct SelectionTests {
  /// The figures of some cells of the table of applications, by row and column.
  private func figures(_ editor: Editor, _ rows: [String], _ columns: [String]) -> [[String]] {
    rows.map { row in columns.map { editor.figure("applications.\(row).\($0)") } }
  }

  @Test("grows with Shift and is gone with the next movement")
  func grows() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.press(shiftDown, shiftRight)
    #expect(
      editor.selectedRange
        == CellRange(table: editor.selectedRange?.table ?? 0, rows: 0...1, columns: 0...1))
    #expect(editor.lines.contains { $0.contains("选取 2 行 2 列") })
    editor.press(Key(.right))
    #expect(editor.selectedRange == nil)
    #expect(editor.address == "applications.carriedIn.research")
  }

  @Test("is drawn as selected, the cursor besides")
  func isDrawn() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.press(shiftDown, shiftRight)
    let grid = editor.screen()
    var counts: [Style: Int] = [:]
    for y in 0..<grid.size.rows {
      for x in 0..<grid.size.columns { counts[grid[x, y].style, default: 0] += 1 }
    }
    let width = try #require(counts[.focused])
    #expect(counts[.selected] == 3 * width)
  }

  @Test("stays within its table")
  func staysWithinItsTable() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("documents.rules.issued")
    for _ in 0..<20 { editor.press(shiftDown) }
    #expect(editor.address.hasPrefix("documents."))
    #expect(editor.selectedRange?.columns.count == 1)
  }

  @Test("is blanked, cut, copied and pasted as one step each")
  func isOneStep() throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": 1, "applications.new.business": 2,
      "applications.carriedIn.natural": 3, "applications.carriedIn.business": 4,
    ])
    let rows = ["new", "carriedIn"]
    let columns = ["natural", "business"]
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(shiftDown, shiftRight)
    #expect(editor.press(.control("c")) == [.copy("1\t2\n3\t4")])
    editor.press(Key(.delete))
    #expect(figures(editor, rows, columns) == [["", ""], ["", ""]])
    editor.press(.control("z"))
    #expect(figures(editor, rows, columns) == [["1", "2"], ["3", "4"]])
    editor.press(Key(.home), Key(.up), shiftDown, shiftRight)
    #expect(editor.press(.control("x")) == [.copy("1\t2\n3\t4")])
    try editor.open("applications.granted.research")
    editor.press(.control("v"))
    #expect(
      figures(editor, ["granted", "partial"], ["research", "welfare"]) == [
        ["1", "2"], ["3", "4"],
      ])
    editor.press(.control("z"), .control("z"))
    #expect(editor.draft == draft)
  }

  @Test("takes one copied figure into all of its cells")
  func takesOneFigure() throws {
    var editor = Editor.on(try .agreeing().with(["applications.new.natural": 7]))
    try editor.open("applications.new.natural")
    editor.press(.control("c"))
    try editor.open("applications.granted.natural")
    editor.press(shiftDown, shiftRight, .control("v"))
    #expect(
      figures(editor, ["granted", "partial"], ["natural", "business"])
        == [["7", "7"], ["7", "7"]])
  }

  @Test("pastes nothing where the block does not fit, and says so")
  func refusesWhatDoesNotFit() throws {
    let draft = try Draft.agreeing()
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(shiftDown, shiftRight, .control("c"))
    try editor.open("applications.carriedOut.total")
    editor.press(.control("v"))
    #expect(editor.draft == draft)
    #expect(editor.lines.contains { $0.contains("放不下") })
  }

  @Test(
    "is filled down and right",
    arguments: [
      (Key.control("d"), [["5", "6"], ["5", "6"]]), (Key.control("r"), [["5", "5"], ["7", "7"]]),
    ])
  func isFilled(key: Key, expected: [[String]]) throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": 5, "applications.new.business": 6,
      "applications.carriedIn.natural": 7, "applications.carriedIn.business": 8,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(shiftDown, shiftRight, key)
    #expect(figures(editor, ["new", "carriedIn"], ["natural", "business"]) == expected)
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }

  @Test("of one cell is filled from the cell above or at its left")
  func fillsFromBeside() throws {
    var editor = Editor.on(try .agreeing().with(["applications.new.natural": 5]))
    try editor.open("applications.carriedIn.natural")
    editor.press(.control("d"))
    try editor.open("applications.new.business")
    editor.press(.control("r"))
    #expect(
      figures(editor, ["new", "carriedIn"], ["natural", "business"]) == [["5", "5"], ["5", "0"]])
  }
}

@Suite("Filling a table")
struct FillingTests {
  @Test("fills every blank total whose parts are known, totals of totals too, as one step")
  func fillsTotals() throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": 3, "applications.new.total": nil,
      "applications.granted.natural": 3, "applications.granted.total": nil,
      "applications.handled.natural": nil, "applications.handled.total": nil,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(Key(.function(9), .control))
    #expect(editor.figure("applications.new.total") == "3")
    #expect(editor.figure("applications.handled.natural") == "3")
    #expect(editor.figure("applications.handled.total") == "3")
    #expect(editor.problems.count(.error) == 0)
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }

  @Test("leaves a total blank whose parts are, and tells how many")
  func leavesTotals() throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": nil, "applications.new.total": nil,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(Key(.function(9), .control))
    #expect(editor.draft == draft)
    #expect(editor.lines.contains { $0.contains("还有 1 个总计") })
  }

  @Test("fills blanks with 0 only after asking, and totals with their sums")
  func fillsZeros() throws {
    let draft = try Draft.agreeing().with([
      "applications.new.natural": 4, "applications.new.business": nil,
      "applications.new.total": nil,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.new.natural")
    editor.press(.alt("0"))
    #expect(editor.context == .question)
    editor.press(Key(.enter))
    #expect(editor.draft == draft)
    editor.press(.alt("0"))
    editor.type("y")
    #expect(editor.figure("applications.new.business") == "0")
    #expect(editor.figure("applications.new.total") == "4")
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }
}
