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

  @Test("the wheel moves three rows, and back")
  func rolls() throws {
    var editor = Editor.on(try .sample())
    _ = editor.update(.input(.mouse(Mouse(.wheelDown, at: Point(x: 0, y: 0)))))
    #expect(editor.address == "applications.partial.natural")
    _ = editor.update(.input(.mouse(Mouse(.wheelUp, at: Point(x: 0, y: 0)))))
    #expect(editor.address == "applications.new.natural")
  }
}
