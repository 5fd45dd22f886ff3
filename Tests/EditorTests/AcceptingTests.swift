import CellGrid
@testable import Editor
import FormCatalog
import ReportModel
import Testing
import Wording

extension Draft {
  /// A draft of a small form with a rule that only warns, which its first row breaks, one that is
  /// an error, and one that is an error but may be accepted; a text stands beside the table.
  static func warned() throws -> Draft {
    func rule(_ id: String, _ severity: String, _ rest: String) -> String {
      """
      {"id":"\(id)","severity":"\(severity)","basis":"内部通知","name":"n","formula":"全年＝上半年＋下半年",
       "leftName":"两个半年","rightName":"全年",\(rest)}
      """
    }
    let rules = [
      rule(
        "year", "warning",
        #""table":"held","rows":["times"],"left":["first","second"],"right":["all"]"#),
      rule(
        "people", "error",
        #""table":"held","rows":["people"],"left":["first","second"],"right":["all"]"#),
      rule(
        "hours", "error",
        #""acceptable":true,"table":"held","rows":["hours"],"left":["first","second"],"right":["all"]"#
      ),
    ]
    let source = """
      {"schema":"nianbao/form/1","id":"training","name":"培训","title":"{organ}{year}","sections":[
      {"id":"sessions","title":"一、培训情况","short":"一 培训","tables":[{"id":"held","columns":[
      {"id":"first","label":"上半年"},{"id":"second","label":"下半年"},{"id":"all","label":"全年"}],
      "rows":[{"id":"times","label":"场次"},{"id":"people","label":"人次"},
      {"id":"hours","label":"课时"}]}]},
      {"id":"remarks","title":"二、说明","short":"二 说明","text":{}}],"rules":[\(rules.joined(separator: ","))]}
      """
    let form = try FormCatalog.form(reading: Array(source.utf8))
    var draft = Draft(form: form, carriesForm: true, organ: Organ(name: "示例县公安局"), year: 2024)
    for position in 0..<form.cellCount { draft[CellIndex(position)] = .zero }
    return try draft.with(["held.times.first": 2, "held.times.second": 3, "held.times.all": 6])
  }

  /// The draft with last year's report: every figure of its own and ten.
  func withPrevious() -> Draft {
    var draft = self
    var previous = PreviousYear(
      year: year - 1, form: form.id, organ: organ.name, source: "x.json", comparedOn: form)
    for position in 0..<form.cellCount {
      let digits = draft[CellIndex(position)]?.digits ?? 0
      previous[CellIndex(position)] = Quantity(whole: digits + 10)
    }
    draft.previous = previous
    return draft
  }
}

@Suite("Accepting on the screen")
struct AcceptingTests {
  private func editor(_ draft: Draft, access: Editor.Access = .editing) -> Editor {
    Editor(
      draft: draft, access: access, fileName: "x.json", wording: Wording(.chinese),
      size: Size(columns: 100, rows: 30), person: "张三", today: "2026-01-12")
  }

  private func shows(_ editor: Editor, _ text: String) -> Bool {
    editor.lines.contains { $0.contains(text) }
  }

  @Test(
    "asks for the reason, and counts the warning no more", arguments: [Key.function(3), .alt("a")])
  func asks(key: Key) throws {
    let draft = try Draft.warned()
    var editor = editor(draft)
    #expect(shows(editor, "✗0 ⚠1"))
    editor.press(.function(8))
    #expect(shows(editor, "⚠ 场次"))
    #expect(shows(editor, "F3 说明理由"))
    editor.press(key)
    #expect(editor.context == .reason)
    editor.type("含跨年")
    editor.paste(pasting: "一场\n")
    editor.press(Key(.enter))
    let accepted = try #require(editor.draft.acceptances.first)
    #expect(accepted.reason == "含跨年一场")
    #expect(accepted.by == "张三" && accepted.on == "2026-01-12")
    #expect(shows(editor, "✗0 ⚠0"))
    #expect(shows(editor, "✓ 已说明：含跨年一场（张三，2026-01-12）"))
    #expect(shows(editor, "✓ 场次"))
    #expect(!editor.isSaved)
    editor.press(.control("z"))
    #expect(editor.draft == draft)
    editor.press(.control("y"))
    #expect(editor.draft.acceptances == [accepted])
    try editor.open("held.times.first")
    editor.type("3")
    editor.press(Key(.enter))
    #expect(editor.problems.count(.warning) == 0)
    editor.press(Key(.up))
    editor.type("4")
    editor.press(Key(.enter))
    #expect(editor.problems.count(.warning) == 1)
  }

  @Test("takes no empty reason, and none that was given up")
  func refusesEmpty() throws {
    var editor = editor(try .warned())
    editor.press(.function(8), .function(3))
    editor.type("  ")
    editor.press(Key(.enter))
    #expect(editor.context == .reason)
    #expect(shows(editor, "请写明理由"))
    editor.type("因为")
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
    #expect(editor.draft.acceptances.isEmpty && editor.isSaved)
  }

  @Test("offers to take an acceptance back")
  func withdraws() throws {
    let draft = try Draft.warned()
    var editor = editor(draft)
    editor.press(.function(8), .function(3))
    editor.type("并表")
    editor.press(Key(.enter), .function(3))
    #expect(editor.context == .question)
    editor.press(Key(.enter))
    #expect(editor.draft.acceptances.count == 1)
    editor.press(.function(3))
    editor.type("w")
    #expect(editor.draft == draft)
    #expect(shows(editor, "✗0 ⚠1"))
    editor.press(.control("z"))
    #expect(editor.draft.acceptances.count == 1)
  }

  @Test("lets errors stand only where the form allows it")
  func errors() throws {
    var editor = editor(try Draft.warned().with(["held.people.all": 9, "held.hours.all": 9]))
    try editor.open("held.people.all")
    editor.press(.function(3))
    #expect(editor.context == .grid)
    #expect(shows(editor, "这是错误，不能说明后保留"))
    try editor.open("held.hours.all")
    editor.press(.function(3))
    #expect(editor.context == .reason)
    editor.type("上年公布数有误")
    editor.press(Key(.enter))
    #expect(editor.problems.count(.error) == 1)
    editor.press(Key(.up), Key(.up), Key(.left))
    try editor.open("held.hours.first")
    #expect(shows(editor, "已说明：上年公布数有误"))
  }

  @Test("says that nothing is wrong where nothing is")
  func nothingWrong() throws {
    var editor = editor(try .agreeing())
    editor.press(.function(3))
    #expect(shows(editor, editor.wording.nothingWrongHere))
    #expect(editor.context == .grid)
  }

  @Test("is not for the reviewer, who visits what was accepted")
  func reviewing() throws {
    var officer = editor(try .warned())
    officer.press(.function(8), .function(3))
    officer.type("并表")
    officer.press(Key(.enter))
    #expect(
      {
        var elsewhere = officer
        elsewhere.press(.function(8))
        return shows(elsewhere, "没有发现问题")
      }())
    var reviewer = editor(officer.draft, access: .reviewing)
    reviewer.press(.function(8))
    #expect(reviewer.address == "held.times.all")
    #expect(shows(reviewer, "已说明：并表"))
    reviewer.press(.function(3))
    #expect(reviewer.overlay == nil)
    #expect(shows(reviewer, "审核方式下不能"))
    #expect(reviewer.draft == officer.draft)
  }
}

@Suite("Last year's figures")
struct PreviousYearTests {
  @Test("stand below each row, on and off, and the cursor keeps to this year's")
  func toggles() throws {
    let draft = try Draft.warned().withPrevious()
    var editor = Editor.on(draft)
    #expect(!editor.lines.contains { $0.contains("上年 2023") })
    editor.press(.function(5))
    #expect(editor.lines.count { $0.contains("上年 2023") } == 3)
    let row = try #require(editor.lines.firstIndex { $0.contains("场次") })
    #expect(editor.lines[row + 1].contains("12│"))
    editor.press(Key(.down))
    #expect(editor.address == "held.people.first")
    editor.press(.function(5))
    #expect(!editor.lines.contains { $0.contains("上年 2023") })
    #expect(editor.isSaved)
  }

  @Test("are told for the cell under the cursor")
  func isTold() throws {
    var editor = Editor.on(try Draft.warned().withPrevious())
    try editor.open("held.times.second")
    #expect(editor.lines.contains { $0.contains("上年同格 13") })
  }

  @Test("are missing with a word on where to get them")
  func areMissing() throws {
    var editor = Editor.on(try .warned())
    editor.press(.function(5))
    #expect(editor.lines.contains { $0.contains("--previous") })
    #expect(!editor.showsPrevious)
  }

  @Test("are clicked as the row they belong to, and scroll into view with it")
  func isClicked() throws {
    var editor = Editor.on(
      try Draft.agreeing().withPrevious(), size: Size(columns: 80, rows: 24))
    try editor.open("applications.new.natural")
    editor.press(.function(5), Key(.end, .control))
    let lines = editor.lines
    let row = try #require(lines.firstIndex { $0.contains("四、结转下年度") })
    #expect(lines[row + 1].contains("上年 2022"))
    let caret = try #require(editor.screen().caret)
    #expect(caret.y == row)
    editor.press(Key(.up))
    _ = editor.update(.input(.mouse(Mouse(.press, at: Point(x: caret.x, y: caret.y + 1)))))
    #expect(editor.address == "applications.carriedOut.total")
  }
}
