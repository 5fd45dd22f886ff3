import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("Saving and quitting")
struct SavingTests {
  @Test func savesWhatIsBeingTyped() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    #expect(!editor.isSaved)
    let effects = editor.press(.control("s"))
    #expect(effects == [.save(editor.draft)])
    #expect(editor.figure("applications.new.natural") == "5")
    #expect(!editor.isSaved)
    #expect(editor.update(.saved(editor.draft)) == [])
    #expect(editor.isSaved)
    #expect(editor.press(.control("q")) == [.quit])
  }

  @Test func quitsOnlyOnceSaved() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    #expect(editor.press(.control("q")) == [])
    #expect(editor.context == .question)
    #expect(editor.press(.character("s")) == [.save(editor.draft)])
    #expect(editor.update(.saved(editor.draft)) == [.quit])
  }

  @Test func staysWhereSavingFailed() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    editor.press(.control("q"))
    editor.press(Key(.enter))
    #expect(editor.update(.saveFailed(message: "磁盘已满")) == [])
    #expect(!editor.isSaved)
    #expect(editor.lines.contains { $0.contains("磁盘已满") })
    // The next save does not end the program by itself.
    #expect(editor.press(.control("s")) == [.save(editor.draft)])
    #expect(editor.update(.saved(editor.draft)) == [])
  }

  @Test(
    "does what the answer says",
    arguments: [("d", [.quit]), ("D", [.quit]), ("c", []), ("x", [])] as [(Character, [Effect])])
  func answers(key: Character, expected: [Effect]) throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    editor.press(.control("q"))
    #expect(editor.press(.character(key)) == expected)
    #expect(editor.figure("applications.new.natural") == "5")
    #expect((editor.context == .question) == (key == "x"))
  }

  @Test func keepsEditingAfterEscape() throws {
    var editor = Editor.on(try .agreeing())
    editor.type("5")
    editor.press(.control("q"), Key(.escape))
    #expect(editor.context == .grid)
    #expect(!editor.isSaved)
  }

  @Test func neitherSavesNorQuitsWithAHalfTypedValue() throws {
    for key in [Key.control("s"), .control("q")] {
      var editor = Editor.on(try .agreeing())
      editor.type("1.2.3")
      #expect(editor.press(key) == [])
      #expect(editor.context == .overwriting)
    }
  }

  @Test func isSavedAgainAfterUndoing() throws {
    var editor = Editor.on(try .agreeing())
    editor.type("5")
    editor.press(Key(.enter))
    #expect(!editor.isSaved)
    editor.press(.control("z"))
    #expect(editor.isSaved)
    #expect(editor.press(.control("q")) == [.quit])
  }

  @Test func putsUnsavedWorkAsideAtAHangUp() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    let effects = editor.update(.input(.hangUp))
    #expect(effects.withoutNotes == [.rescue(editor.draft), .quit])
    #expect(editor.figure("applications.new.natural") == "5")
    var unchanged = Editor.on(try .agreeing())
    #expect(unchanged.update(.input(.hangUp)) == [.quit])
  }

  @Test func leavesTheHalfTypedValueToTheJournalAtAHangUp() throws {
    var editor = Editor.on(try .agreeing())
    try editor.open("applications.new.natural")
    editor.type("5")
    editor.press(Key(.enter))
    for key in "1.2.3" { _ = editor.update(.input(.key(.character(key)))) }
    #expect(editor.notedTyping?.text == "1.2.3")
    #expect(editor.update(.input(.hangUp)) == [.rescue(editor.draft), .quit])
    #expect(editor.figure("applications.new.natural") == "5")
    #expect(editor.notedTyping?.text == "1.2.3")
  }
}
