import CellGrid
import ReportModel
import Testing
import Wording

@testable import Editor

extension Recovery {
  /// What somebody left of a draft: a figure, words, and a value half typed.
  static func cutOff(from base: Draft) throws -> Recovery {
    var draft = try base.with(["applications.new.natural": 12])
    draft.setText(Prose("新写的一段。"), of: "problems")
    draft.organ[.region] = "示例省示例市"
    return Recovery(
      user: "张三", host: "bgs-03", since: "2026-01-14T16:02:41+08:00", base: base, draft: draft,
      halfTyped: HalfTyped(at: "applications.carriedIn.natural", text: "４."), isCutOff: true)
  }
}

extension Colleague {
  static let atWork = Colleague(
    user: "李四", host: "bgs-07", since: "2026-01-14T15:10:00+08:00", quietMinutes: nil)
}

@Suite("Opening a draft")
struct OpeningTests {
  private func opened(
    _ colleagues: [Colleague] = [], left: [Recovery] = [], access: Editor.Access = .editing
  ) throws -> Editor {
    var editor = Editor.on(try .sample(), access: access)
    let effects = editor.update(.opened(colleagues: colleagues, left: left))
    #expect(effects == [])
    return editor
  }

  @Test("restores what was left as one step, and goes on typing where it was cut off")
  func restores() throws {
    var editor = try opened(left: [.cutOff(from: .sample())])
    #expect(editor.context == .recovery)
    let effects = editor.update(.input(.key(Key(.enter))))
    guard case .note(let edits, let typing)? = effects.first else {
      Issue.record("What is restored is not in the journal.")
      return
    }
    #expect(edits.count == 3)
    #expect(typing == HalfTyped(at: "applications.carriedIn.natural", text: "４."))
    #expect(effects.dropFirst() == [.recovered(0)])
    #expect(editor.figure("applications.new.natural") == "12")
    #expect(editor.address == "applications.carriedIn.natural")
    #expect(editor.context == .overwriting)
    editor.press(Key(.escape), .control("z"))
    #expect(editor.figure("applications.new.natural") == "1")
    #expect(try editor.draft == .sample())
  }

  @Test("shows one after the other where several were cut off")
  func showsAll() throws {
    var second = try Recovery.cutOff(from: .sample())
    second.draft = try Draft.sample().with(["applications.new.business": 7])
    second.halfTyped = nil
    var editor = try opened(left: [.cutOff(from: .sample()), second])
    editor.press(Key(.escape))
    #expect(editor.context == .recovery)
    #expect(editor.press(Key(.enter)) == [.recovered(1)])
    #expect(editor.figure("applications.new.business") == "7")
    #expect(editor.figure("applications.new.natural") == "1")
  }

  @Test("gives up what was left only after asking")
  func givesUp() throws {
    var editor = try opened(left: [.cutOff(from: .sample())])
    editor.press(Key(.delete), Key(.enter))
    #expect(editor.context == .recovery)
    #expect(editor.press(Key(.delete), .character("d")) == [.gaveUp(0)])
    #expect(try editor.draft == .sample())
  }

  @Test("asks what to do where somebody else is at work, and about the rest afterwards")
  func asksAboutColleagues() throws {
    var editor = try opened([.atWork], left: [.cutOff(from: .sample())])
    #expect(editor.lines.contains { $0.contains("李四") && $0.contains("bgs-07") })
    editor.press(.character("g"))
    #expect(editor.context == .recovery)
    var reading = try opened([.atWork], left: [.cutOff(from: .sample())])
    #expect(reading.press(.character("r")) == [.leave])
    #expect(reading.press(.character("7")) == [])
    #expect(reading.isSaved)
    var copying = try opened([.atWork])
    copying.press(.character("k"))
    #expect(copying.press(Key(.enter)) == [.saveElsewhere(copying.draft, path: "sample-副本.json")])
    var renaming = copying
    renaming.press(.control("u"))
    renaming.type("别处.json")
    #expect(renaming.press(Key(.enter)) == [.saveElsewhere(renaming.draft, path: "别处.json")])
    _ = copying.update(.savedElsewhere(copying.draft, fileName: "sample-副本.json"))
    #expect(copying.fileName == "sample-副本.json")
    #expect(copying.context == .grid)
  }

  @Test("takes one who was quiet for long for gone, unless told otherwise")
  func takesTheQuietForGone() throws {
    var quiet = Colleague.atWork
    quiet.quietMinutes = 200
    var editor = try opened([quiet])
    #expect(editor.lines.contains { $0.contains("200 分钟") })
    editor.press(Key(.enter))
    #expect(editor.access == .editing && editor.context == .grid)
  }

  @Test("stays at the question where a place to save would not do")
  func asksForAnotherPath() throws {
    var editor = try opened()
    editor.press(.function(12), Key(.enter))
    #expect(editor.update(.saveFailed(message: "磁盘已满")) == [])
    #expect(editor.context == .path)
    #expect(editor.lines.contains { $0.contains("磁盘已满") })
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
  }
}

@Suite("What is noted in a journal")
struct JournalingTests {
  private func notes(_ effects: [Effect]) -> [(edits: Int, typing: String?)] {
    effects.compactMap { effect in
      guard case .note(let edits, let typing) = effect else { return nil }
      return (edits.count, typing?.text)
    }
  }

  @Test("is every key of a value, then the value, then its undoing")
  func isEveryKey() throws {
    var editor = Editor.on(try .sample())
    var noted: [(edits: Int, typing: String?)] = []
    for key in [Key.character("4"), .character("2"), Key(.enter), .control("z"), Key(.down)] {
      noted += notes(editor.update(.input(.key(key))))
    }
    #expect(noted.map(\.edits) == [0, 0, 1, 1])
    #expect(noted.map(\.typing) == ["4", "42", nil, nil])
  }

  @Test("is nothing where nothing is changed, and nothing of what a save brought")
  func isNothing() throws {
    var editor = Editor.on(try .sample())
    #expect(notes(editor.update(.input(.key(Key(.down))))).isEmpty)
    let written = try Draft.sample().with(["applications.new.business": 9])
    #expect(notes(editor.update(.saved(written))).isEmpty)
    #expect(editor.figure("applications.new.business") == "9")
  }

  @Test("that failed is told, with the key that saves")
  func tellsFailure() throws {
    var editor = Editor.on(try .sample())
    #expect(editor.update(.notNoted(message: "磁盘已满")) == [])
    #expect(editor.lines.contains { $0.contains("磁盘已满") && $0.contains("Ctrl+S") })
  }
}
