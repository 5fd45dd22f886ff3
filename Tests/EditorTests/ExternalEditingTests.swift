import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

@Suite("Editing a text elsewhere")
struct ExternalEditingTests {
  static let section = "overview"

  private func editor(_ text: String, access: Editor.Access = .editing) throws -> Editor {
    var draft = try Draft.agreeing()
    draft.setText(Prose(text), of: Self.section)
    var editor = Editor.on(draft, access: access)
    try editor.open(text: Self.section)
    return editor
  }

  private func text(_ editor: Editor) -> String { editor.draft.text(of: Self.section).text }

  @Test(
    "takes over what came back, without what editors add",
    arguments: [
      ("甲\n乙", "甲\n丙", "甲\n丙"),
      ("甲\n乙", "甲\n丙\n", "甲\n丙"),
      ("甲\n乙", "甲\n丙\r\n", "甲\n丙"),
      ("甲\n乙", "甲\r\n丙\r\n丁\r\n", "甲\n丙\n丁"),
      ("甲\n乙", "\u{FEFF}甲\n丙\n", "甲\n丙"),
      ("甲\n", "甲\n乙\n", "甲\n乙\n"),
      ("甲", "", ""),
      ("", "甲\n", "甲"),
      ("甲\n乙\n丙", "甲\n丙", "甲\n丙"),
      ("甲\n丙", "甲\n乙\n丙\n", "甲\n乙\n丙"),
      ("甲\n甲\n甲", "甲\n甲", "甲\n甲"),
      ("甲", "甲\n\n\n", "甲\n\n"),
      ("甲", "甲\t乙\n", "甲乙"),
      ("甲\r乙", "甲\r乙\n丙", "甲\r乙\n丙"),
    ])
  func takesOver(old: String, returned: String, new: String) throws {
    var editor = try editor(old)
    editor.press(Key(.end, .control))
    #expect(editor.press(.control("e")) == [.edit(old)])
    #expect(editor.update(.edited(returned)).withoutNotes.isEmpty)
    #expect(Array(text(editor).utf8) == Array(new.utf8))
    #expect(editor.lines.contains { $0.contains(editor.wording.editedTaken) })
    editor.press(.control("z"))
    #expect(Array(text(editor).utf8) == Array(old.utf8))
    #expect(!editor.history.canUndo)
  }

  @Test(
    "makes no step of a text that did not change",
    arguments: [
      ("甲\n乙", "甲\n乙"), ("甲\n乙", "甲\n乙\n"), ("甲\n乙", "甲\r\n乙\r\n"), ("", ""), ("", "\n"),
      ("甲\n", "甲\n"), ("甲\r", "甲\r"), ("甲\t乙", "甲\t乙\n"),
    ])
  func leavesUnchanged(old: String, returned: String) throws {
    var editor = try editor(old)
    editor.press(.control("e"))
    _ = editor.update(.edited(returned))
    #expect(Array(text(editor).utf8) == Array(old.utf8))
    #expect(editor.isSaved && !editor.history.canUndo)
    #expect(editor.lines.contains { $0.contains(editor.wording.editedUnchanged) })
  }

  @Test("keeps the text and says why where it did not come back")
  func saysWhy() throws {
    var editor = try editor("甲")
    editor.press(.control("e"))
    _ = editor.update(.editFailed(message: "没有编辑器"))
    #expect(text(editor) == "甲" && editor.isSaved)
    #expect(editor.lines.contains { $0.contains("没有编辑器") })
  }

  @Test("gives nothing away in a review")
  func reviewing() throws {
    var editor = try editor("甲", access: .reviewing)
    #expect(editor.press(.control("e")).isEmpty)
    #expect(editor.lines.contains { $0.contains(editor.wording.readOnly) })
  }
}
