import CellGrid
@testable import Editor
import FormCatalog
import ReportModel
import Testing
import Wording

@Suite("Typing figures again, unseen")
struct TypingAgainTests {
  /// An editor on a blank sheet for the enforcement figures of the sample, 1327 and 259.
  private func editor(columns: Int = 100) throws -> Editor {
    let draft = try Draft.sample()
    let table = try #require(draft.form.place(named: "enforcement"))
    let excerpt = try FormExcerpt(of: draft.form, cells: Set(draft.form.cells(at: table)))
    let sheet = Draft(form: excerpt.form, carriesForm: true, organ: draft.organ, year: draft.year)
    return Editor(
      draft: sheet, access: .editing, fileName: "sample.json", wording: Wording(.chinese),
      size: Size(columns: columns, rows: columns == 0 ? 0 : 30),
      blindSheet: BlindSheet(stored: excerpt.cells.map { draft[$0] }))
  }

  private func text(_ editor: Editor) -> String { editor.lines.joined(separator: "\n") }

  private func type(_ figures: String..., in editor: inout Editor) {
    for figure in figures {
      editor.type(figure)
      editor.press(Key(.enter))
    }
  }

  @Test("begins blank, on the tables that are typed alone, and shows nothing of the draft")
  func beginsBlank() throws {
    let editor = try editor()
    #expect(editor.figure("enforcement.penalties.decisions") == "")
    #expect(editor.address == "enforcement.penalties.decisions")
    let screen = text(editor)
    #expect(screen.contains("复录") && screen.contains("未填 2"))
    #expect(screen.contains("核对") && !screen.contains("批注"))
    #expect(!screen.contains("1327") && !screen.contains("259"))
    #expect(!screen.contains("总体情况"))
  }

  @Test("tells once where it differs, not what the draft has nor whether a second try is right")
  func tellsOnce() throws {
    var editor = try editor()
    type("1372", "259", in: &editor)
    #expect(editor.press(.control("s")) == [])
    #expect(editor.address == "enforcement.penalties.decisions")
    var screen = text(editor)
    #expect(screen.contains("有 1 格与草稿不一致"))
    #expect(screen.contains("⚠1"))
    editor.press(Key(.right))
    screen += text(editor)
    #expect(screen.contains("与草稿不一致，请对照原件再看"))
    #expect(!screen.contains("1327"))
    type("1400", in: &editor)
    screen = text(editor)
    #expect(!screen.contains("不一致"))
    #expect(editor.press(.control("s")) == [])
    // Neither how many still differ nor what the draft has: a new try is not to be a guess.
    #expect(text(editor).contains("记入草稿并列出两边的数字？"))
    #expect(!text(editor).contains("1 格") && !text(editor).contains("1327"))
    editor.press(Key(.escape))
    type("1327", in: &editor)
    editor.press(.control("s"))
    #expect(text(editor).contains("记入草稿并列出两边的数字？"))
    #expect(!text(editor).contains("一致"))
    let effects = editor.type("y")
    #expect(effects == [.record(editor.draft)])
  }

  @Test("shows both sides once it is recorded, takes no more figures, and ends")
  func recorded() throws {
    var editor = try editor()
    type("1372", in: &editor)
    editor.press(.control("s"))
    #expect(text(editor).contains("还有 1 格没有录。现在核对？"))
    editor.type("y")
    editor.press(.control("s"))
    #expect(editor.type("y") == [.record(editor.draft)])
    let effects = editor.update(.recorded([Quantity(whole: 1327), Quantity(whole: 259)]))
      .withoutNotes
    #expect(effects == [])
    let screen = text(editor)
    #expect(screen.contains("草稿 1327，复录 1372"))
    #expect(screen.contains("草稿 259，复录 （空白）"))
    editor.press(Key(.enter))
    #expect(editor.address == "enforcement.penalties.decisions")
    editor.type("5")
    #expect(editor.typing == nil)
    // What is recorded stays as it is on the screen, too.
    for key in ["z", "y", "s"] as [Character] {
      #expect(editor.press(.control(key)) == [])
      #expect(editor.figure("enforcement.penalties.decisions") == "1372")
      #expect(text(editor).contains("记入草稿以后不能再录"))
    }
    editor.press(.control("u"))
    #expect(text(editor).contains("草稿 1327"))
    #expect(editor.press(Key(.escape)) == [.quit])
  }

  @Test("ends at once where all is as in the draft")
  func allSame() throws {
    var editor = try editor()
    type("１３２７", "259", in: &editor)
    editor.press(.control("s"))
    #expect(text(editor).contains("2 格与草稿全部一致"))
    #expect(editor.press(Key(.enter)) == [.record(editor.draft)])
    #expect(
      editor.update(.recorded([Quantity(whole: 1327), Quantity(whole: 259)])).withoutNotes == [
        .quit
      ])
  }

  @Test("keeps what was typed where it could not be recorded, and says why")
  func notRecorded() throws {
    var editor = try editor()
    type("1327", "259", in: &editor)
    editor.press(.control("s"))
    editor.press(Key(.enter))
    #expect(editor.update(.saveFailed(message: "磁盘已满")).withoutNotes == [])
    #expect(text(editor).contains("磁盘已满"))
    editor.press(.control("s"))
    #expect(editor.press(Key(.enter)) == [.record(editor.draft)])
  }

  @Test("asks before it is left in part, and can be kept for another time")
  func leaving() throws {
    var editor = try editor()
    #expect(editor.press(.control("q")) == [.quit])
    type("1327", in: &editor)
    #expect(editor.press(.control("q")) == [])
    #expect(text(editor).contains("留着，下次接着录"))
    #expect(editor.type("s") == [.save(editor.draft)])
    #expect(editor.update(.saved(editor.draft)).withoutNotes == [.quit])
  }

  @Test(
    "has no place for what belongs to a draft",
    arguments: [Key.control("n"), .control("u"), Key(.function(3)), Key(.function(4))])
  func refuses(_ key: Key) throws {
    var editor = try editor()
    #expect(editor.press(key) == [])
    #expect(editor.overlay == nil)
    #expect(text(editor).contains("此处不能用"))
  }

  @Test("compares nothing before something is typed, and asks while not all is")
  func blanks() throws {
    var editor = try editor()
    #expect(editor.press(.control("s")) == [])
    #expect(text(editor).contains("还没有录入数字"))
    type("1327", in: &editor)
    editor.press(.control("s"))
    #expect(text(editor).contains("还有 1 格没有录。现在核对？"))
    editor.press(Key(.enter))
    #expect(editor.problems.stops.isEmpty)
    type("259", in: &editor)
    editor.press(.control("s"))
    #expect(text(editor).contains("2 格与草稿全部一致"))
  }

  @Test("offers in the list of commands what has sense there")
  func palette() throws {
    var editor = try editor()
    editor.press(.control("p"))
    guard case .picker(let picker) = editor.overlay else {
      Issue.record("no list of commands")
      return
    }
    let offered = picker.items.filter(\.isOffered).map(\.action)
    #expect(offered.contains(.perform(.save)))
    for command in [Command.comment, .applySuggestion, .sign, .fillTotal] {
      #expect(!offered.contains(.perform(command)), "\(command)")
    }
  }

  @Test("goes line by line as well, and names words there, not keys")
  func lineByLine() throws {
    var session = PlainSession(try editor(columns: 0))
    #expect(session.begin().joined().contains("复录"))
    _ = session.take("1372")
    _ = session.take("保存")
    let told = session.take("2").lines.joined()
    #expect(told.contains("有 2 格与草稿不一致"))
    #expect(told.contains("下一处：问题") && !told.contains("F8") && !told.contains("Ctrl"))
    let question = session.take("保存").lines.joined()
    #expect(question.contains("记入草稿并列出两边的数字？"))
    #expect(session.take("1").effects.withoutNotes == [.record(session.editor.draft)])
    #expect(
      session.take(.recorded([Quantity(whole: 1327), Quantity(whole: 259)])).effects == [.quit])
  }
}
