import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

/// The mouse: a click goes to what shows there, the wheel moves the cursor.
@Suite("Pointing")
struct PointingTests {
  /// The place of the first cell of the screen that begins with `text`.
  private func point(of text: String, in editor: Editor) throws -> Point {
    let grid = editor.screen()
    for y in 0..<grid.size.rows {
      for x in 0..<grid.size.columns {
        let rest = (x..<grid.size.columns).map { grid[$0, y] }.filter { $0.width > 0 }
        let shown = String(String.UnicodeScalarView(rest.flatMap(\.scalars)))
        if grid[x, y].width > 0, shown.hasPrefix(text) { return Point(x: x, y: y) }
      }
    }
    throw Missing(text: text)
  }

  private struct Missing: Error { var text: String }

  private func click(_ point: Point, in editor: inout Editor) {
    _ = editor.update(.input(.mouse(Mouse(.press, at: point))))
  }

  @Test("a click on a section opens it")
  func opensSection() throws {
    var editor = Editor.on(try .sample())
    click(try point(of: "五 主要问题", in: editor), in: &editor)
    #expect(editor.section?.id == "problems")
    #expect(editor.context == .text)
  }

  @Test("a click on a cell goes there, and takes over what was being typed")
  func goesToCell() throws {
    var editor = Editor.on(try .sample())
    editor.type("7")
    let label = try point(of: "（二）部分公开", in: editor)
    let column = try point(of: "自然人│", in: editor)
    click(Point(x: column.x + 5, y: label.y), in: &editor)
    #expect(editor.address == "applications.partial.natural")
    #expect(editor.figure("applications.new.natural") == "7")
  }

  @Test("a click between the cells, on a label or a header changes nothing")
  func missesCells() throws {
    var editor = Editor.on(try .sample())
    let before = editor.cell
    for text in ["申请人情况", "三、本年度办理结果", "（二）部分公开"] {
      click(try point(of: text, in: editor), in: &editor)
      #expect(editor.cell == before)
    }
  }

  @Test("a click on an answer takes it, one beside them none")
  func takesAnswer() throws {
    let draft = try Draft.agreeing().with(["remedies.cases.reviewUpheld": 5])
    var editor = Editor.on(draft)
    editor.press(.function(8), .function(4))
    click(Point(x: 0, y: 0), in: &editor)
    click(try point(of: "有几种改法", in: editor), in: &editor)
    #expect(editor.context == .question)
    click(try point(of: "“行政复议”的“结果维持” 5 → 0", in: editor), in: &editor)
    #expect(editor.context == .grid)
    #expect(editor.figure("remedies.cases.reviewUpheld") == "0")
  }

  @Test("a double click edits the cell in place")
  func edits() throws {
    var editor = Editor.on(try .sample())
    let label = try point(of: "（二）部分公开", in: editor)
    let column = try point(of: "自然人│", in: editor)
    let cell = Point(x: column.x + 5, y: label.y)
    click(cell, in: &editor)
    _ = editor.update(.input(.mouse(Mouse(.release, at: cell))))
    #expect(editor.context == .grid)
    _ = editor.update(.input(.mouse(Mouse(.press, at: cell, count: 2))))
    #expect(editor.context == .editing)
  }

  @Test("a drag selects, and follows beyond the edge")
  func drags() throws {
    var editor = Editor.on(try .sample())
    let label = try point(of: "（一）予以公开", in: editor)
    let column = try point(of: "自然人│", in: editor)
    let start = Point(x: column.x + 5, y: label.y)
    click(start, in: &editor)
    _ = editor.update(.input(.mouse(Mouse(.drag, at: Point(x: start.x + 7, y: start.y + 1)))))
    #expect(editor.selectedRange?.rows.count == 2 && editor.selectedRange?.columns.count == 2)
    let rows = editor.selectedRange?.rows.count ?? 0
    for _ in 0..<40 {
      _ = editor.update(.input(.mouse(Mouse(.drag, at: Point(x: start.x, y: 29)))))
    }
    #expect(editor.selectedRange?.rows.count ?? 0 > rows + 15)
    _ = editor.update(.input(.mouse(Mouse(.release, at: start))))
    let selected = editor.selectedRange
    _ = editor.update(.input(.mouse(Mouse(.drag, at: start))))
    #expect(editor.selectedRange == selected)
  }

  @Test("a click on the sign of a row goes to the cell it marks")
  func goesToMarkedCell() throws {
    var editor = Editor.on(try .agreeing().with(["applications.partial.total": 9]))
    try editor.open("applications.new.natural")
    let label = try point(of: "（二）部分公开", in: editor)
    let sign = (0..<label.x).last { editor.screen()[$0, label.y].scalar == "✗" }
    click(Point(x: try #require(sign), y: label.y), in: &editor)
    #expect(editor.address == "applications.partial.total")
  }

  @Test("a click on a key does what the key does")
  func pressesKeys() throws {
    var editor = Editor.on(try .sample())
    click(try point(of: "F1 帮助", in: editor), in: &editor)
    #expect(editor.context == .help)
  }

  @Test("a click on a line of a list takes it, one beside the list leaves it")
  func takesLines() throws {
    var editor = Editor.on(try .sample())
    editor.press(.control("g"))
    click(try point(of: "五、存在的主要问题", in: editor), in: &editor)
    #expect(editor.section?.id == "problems")
    editor.press(.control("g"))
    click(Point(x: 50, y: 28), in: &editor)
    #expect(editor.context == .text)
  }

  @Test("the wheel moves three rows, and back")
  func rolls() throws {
    var editor = Editor.on(try .sample())
    _ = editor.update(.input(.mouse(Mouse(.wheelDown, at: Point(x: 0, y: 0)))))
    #expect(editor.address == "applications.partial.natural")
    _ = editor.update(.input(.mouse(Mouse(.wheelUp, at: Point(x: 0, y: 0)))))
    #expect(editor.address == "applications.new.natural")
  }
}
