import CellGrid
import ReportModel
import Storage
import Testing
import Wording

@testable import Editor

@Suite("Choosing between two versions")
struct ConflictTests {
  /// An editor whose own changes contradict those of somebody else, right after Ctrl+S.
  private func asked(size: Size = Size(columns: 80, rows: 24)) throws -> (Editor, Merge) {
    let merge = try Merge.contradicting(.sample())
    var editor = Editor.on(try .sample(), size: size)
    try editor.open("applications.new.natural")
    editor.type("77")
    editor.press(Key(.enter))
    let own = try merge.draft.with(["charges.fees.amount": 0])
    editor.perform(editor.draft.edits(to: own))
    let effects = editor.press(.control("s"))
    #expect(effects == [.save(editor.draft)])
    #expect(editor.update(.conflicted(merge)) == [])
    return (editor, merge)
  }

  private func shows(_ editor: Editor, _ text: String) -> Bool {
    editor.lines.contains { $0.contains(text) }
  }

  @Test("shows both versions beside what was there before, and how many are open")
  func shows() throws {
    let (editor, merge) = try asked()
    #expect(merge.conflicts.count == 4)
    #expect(editor.context == .conflicts)
    #expect(shows(editor, "还有 4 处未选定，共 4 处"))
    #expect(shows(editor, "1. 机关信息：所在地区"))
    #expect(shows(editor, "原来 示例县"))
    #expect(editor.lines.contains { $0.contains("示例市") && $0.contains("示例省示例市") })
    #expect(shows(editor, "2. 自然人 · 一、本年新收政府信息公开申请数量"))
    #expect(editor.lines.contains { $0.contains("77") && $0.contains("9") })
  }

  @Test("saves what was chosen with the digits, once all are chosen")
  func choosesByDigits() throws {
    var (editor, merge) = try asked()
    #expect(editor.press(Key(.enter)) == [])
    #expect(shows(editor, "还有 4 处没有选定"))
    editor.type("12１")
    #expect(shows(editor, "还有 1 处未选定，共 4 处"))
    #expect(editor.type("3") == [])
    #expect(shows(editor, "4 处都已选定"))
    let decided = merge.draft(choosing: [.ours, .theirs, .ours, .both])
    #expect(editor.press(Key(.enter)) == [.saveMerged(decided)])
    #expect(editor.update(.saved(decided)) == [])
    #expect(editor.draft == decided && editor.isSaved && editor.context == .grid)
    #expect(editor.draft.text(of: "overview").paragraphs.count == 7)
    // The choice can be taken back like any other step, and done again.
    editor.press(.control("z"))
    #expect(editor.figure("applications.new.natural") == "77" && !editor.isSaved)
    #expect(editor.figure("charges.fees.amount") == "0")
    editor.press(.control("y"))
    #expect(editor.draft == decided && editor.isSaved)
  }

  @Test("chooses with the arrows, the space bar and the mouse, too")
  func choosesOtherwise() throws {
    var (editor, merge) = try asked()
    editor.press(Key(.right), Key(.down), Key(.right), Key(.left), Key(.down))
    editor.press(.character(" "), .character(" "), Key(.down), .character(" "))
    // Both passages cannot be kept of a figure.
    let decided = merge.draft(choosing: [.theirs, .ours, .theirs, .ours])
    var chosen = editor
    #expect(chosen.press(Key(.enter)) == [.saveMerged(decided)])
    editor.press(Key(.home))
    let row = try #require(editor.lines.firstIndex { $0.contains("示例省示例市") })
    _ = editor.update(
      .input(.mouse(Mouse(.press, at: Point(x: 5, y: row)))))
    #expect(
      editor.press(Key(.enter)) == [
        .saveMerged(merge.draft(choosing: [.ours, .ours, .theirs, .ours]))
      ])
  }

  @Test("goes back to editing with Esc, nothing lost, and remembers what was chosen")
  func goesBack() throws {
    var (editor, merge) = try asked()
    let draft = editor.draft
    editor.type("22")
    editor.press(Key(.escape))
    #expect(editor.context == .grid && editor.draft == draft && !editor.isSaved)
    #expect(shows(editor, "没有保存"))
    editor.press(.control("s"))
    _ = editor.update(.conflicted(merge))
    #expect(shows(editor, "还有 2 处未选定"))
    editor.press(.control("q"), Key(.escape), .control("q"))
    #expect(editor.context == .question)
  }

  @Test("quits after the choice where quitting was asked for, and not after Esc")
  func quits() throws {
    var (editor, merge) = try asked()
    editor.press(Key(.escape), .control("q"))
    editor.type("s")
    _ = editor.update(.conflicted(merge))
    var stayed = editor
    editor.type("1111")
    let decided = merge.draft(choosing: merge.conflicts.map { _ in .ours })
    #expect(editor.press(Key(.enter)) == [.saveMerged(decided)])
    #expect(editor.update(.saved(decided)) == [.quit])
    stayed.press(Key(.escape))
    #expect(stayed.update(.saved(stayed.draft)) == [])
  }

  @Test("lets what was typed ahead wait for the draft as it was written")
  func waits() throws {
    var (editor, merge) = try asked()
    let keys = "1111".map { Key.character($0) } + [Key(.enter), .character("5"), Key(.enter)]
    let decided = merge.draft(choosing: merge.conflicts.map { _ in .ours })
    #expect(editor.update(.input(.burst("1111\r5\r", keys))) == [.saveMerged(decided)])
    #expect(editor.figure("applications.carriedIn.natural") == "0")
    _ = editor.update(.saved(decided))
    #expect(editor.figure("applications.carriedIn.natural") == "5" && !editor.isSaved)
    #expect(editor.figure("charges.fees.amount") == "3")
  }

  @Test("keeps the choice where writing it failed")
  func keepsTheChoice() throws {
    var (editor, merge) = try asked()
    editor.type("2222")
    editor.press(Key(.enter))
    #expect(editor.update(.saveFailed(message: "磁盘已满")) == [])
    #expect(shows(editor, "磁盘已满") && !editor.isSaved)
    editor.press(.control("s"))
    _ = editor.update(.conflicted(merge))
    #expect(shows(editor, "4 处都已选定"))
  }

  @Test("saves at once what does not contradict")
  func savesAtOnce() throws {
    let base = try Draft.sample()
    var editor = Editor.on(base)
    editor.press(.control("s"))
    let merge = try Merge(
      base: base, ours: base, theirs: base.with(["applications.new.natural": 9]))
    #expect(editor.update(.conflicted(merge)) == [.saveMerged(merge.draft)])
  }

  @Test("shows all of a long text, line by line, at any height", arguments: [7, 12, 24])
  func showsLongTexts(rows: Int) throws {
    let base = try Draft.sample()
    let sentences = (1...60).map { "第\($0)句话写的是本方的内容；" }
    var (ours, theirs) = (base, base)
    ours.setText(Prose(sentences.joined(separator: "\n")), of: "other")
    theirs.setText(Prose("只有一句。"), of: "other")
    var editor = Editor.on(base, size: Size(columns: 80, rows: rows))
    _ = editor.update(
      .conflicted(try Merge(base: base, ours: ours, theirs: theirs)))
    var seen = editor.lines.joined()
    for _ in 0..<200 {
      editor.press(Key(.down))
      seen += editor.lines.joined()
    }
    for number in 1...60 { #expect(seen.contains("第\(number)句")) }
    for _ in 0..<200 { editor.press(Key(.up)) }
    #expect(editor.lines.contains { $0.contains("▸ 1. ") })
  }

  @Test("puts the versions one below the other in a narrow window")
  func isNarrow() throws {
    let (editor, _) = try asked(size: Size(columns: 40, rows: 24))
    let first = try #require(editor.lines.firstIndex { $0.contains("1 本方") })
    let second = try #require(editor.lines.firstIndex { $0.contains("2 对方") })
    #expect(second == first + 2)
  }
}

@Suite("Changes of others that a save brings")
struct TakingOverTests {
  @Test("are one step, told of and taken back together")
  func areOneStep() throws {
    var editor = Editor.on(try .sample())
    try editor.open("applications.new.natural")
    editor.type("77")
    editor.press(.control("s"))
    let own = editor.draft
    var written = try own.with(["charges.fees.amount": 3, "applications.new.business": 4])
    written.replace(1, of: "overview") { $0 + "补充。" }
    let file =
      #"{"cells":{},"form":"disclosure-2021","organ":{"name":""},"schema":"nianbao/draft/1","#
      + #""x":true,"year":2023}"#
    written.unknown = try DraftFile.draft(reading: Array(file.utf8)).unknown
    written = written.revised(from: try .sample(), by: "李四", on: "2026-01-12T09:30:05+08:00")
    #expect(editor.update(.saved(written)) == [])
    #expect(editor.draft == written && editor.isSaved && editor.draft.revisions.count == 1)
    #expect(editor.validation == Validation(written))
    #expect(editor.lines.contains { $0.contains("并入对方的改动 3 处") })
    editor.press(.control("z"))
    #expect(editor.figure("charges.fees.amount") == "0")
    #expect(editor.draft.text(of: "overview") == own.text(of: "overview"))
    #expect(editor.draft.unknown == written.unknown && !editor.isSaved)
    editor.press(.control("z"))
    #expect(editor.draft.unknown == written.unknown)
    #expect(editor.figure("applications.new.natural") == "1")
  }

  @Test("bring last year's report along, which is judged at once")
  func bringLastYear() throws {
    var editor = Editor.on(try .sample())
    editor.press(.control("s"))
    let written = try Draft.sample().withPrevious()
    _ = editor.update(.saved(written))
    #expect(editor.draft.previous == written.previous)
    #expect(editor.validation == Validation(written))
    #expect(!editor.canUndo)
  }

  @Test("leave the person where there is still something to be at")
  func keepThePersonInside() throws {
    var editor = Editor.on(try .sample())
    try editor.open(text: "overview")
    editor.press(Key(.end, .control), Key(.up, .shift))
    try editor.open("applications.new.natural")
    editor.type("7")
    editor.press(.control("s"))
    var written = editor.draft
    written.setText(Prose("短。"), of: "overview")
    _ = editor.update(.saved(written))
    try editor.open(text: "overview")
    editor.press(Key(.end, .control))
    editor.type("加")
    #expect(editor.draft.text(of: "overview").text == "短。加")
    editor.press(.control("z"), .control("z"))
    try editor.open(text: "overview")
    editor.press(Key(.end, .control))
    #expect(editor.lines.contains { $0.contains("（五）监督保障") })
  }
}
