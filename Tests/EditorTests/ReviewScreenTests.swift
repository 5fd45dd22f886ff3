import CellGrid
@testable import Editor
import ReportModel
import Storage
import Testing
import Wording

@Suite("Reviewing on the screen")
struct ReviewScreenTests {
  private static let moment = "2026-01-14T16:02:41+08:00"

  /// The sample without its error, handed in for two stages, as it was changed since.
  private func handedIn(_ stages: [String] = ["初审", "终审"]) throws -> Draft {
    var draft = try Draft.withHistory().with(["applications.carriedOut.total": 0])
    draft.organ[.region] = nil
    draft.review.stages = stages
    try draft.submit(by: "王五", on: Self.moment, .sha256)
    return draft
  }

  private func editor(
    on draft: Draft, access: Editor.Access = .reviewing, person: String = "赵六",
    comparedWith other: Draft? = nil
  ) -> Editor {
    Editor(
      draft: draft, access: access, fileName: "sample.json", wording: Wording(.chinese),
      size: Size(columns: 100, rows: 40), person: person, sealing: .sha256,
      comparison: other.map { Editor.Comparison(draft: $0, name: "上次审核以来") })
  }

  /// Presses keys and tells the time when it is asked for; what else is asked of the world.
  private func press(_ editor: inout Editor, _ keys: Key...) -> [Effect] {
    var others: [Effect] = []
    for key in keys {
      var effects = editor.press(key)[...]
      while let effect = effects.popFirst() {
        if case .stamp(let stamped) = effect {
          effects += editor.update(.stamped(stamped, on: Self.moment)).withoutNotes
        } else {
          others.append(effect)
        }
      }
    }
    return others
  }

  private func text(_ editor: Editor) -> String { editor.lines.joined(separator: "\n") }

  @Test("begins with how the draft stands: state, findings, comments, changes, persons")
  func beginsWithTheOverview() throws {
    let before = try handedIn()
    var draft = try before.with(["applications.new.natural": 7])
    draft.comments = [Comment(at: "problems", .init(by: "李四", on: Self.moment, text: "太短"))]
    let editor = editor(on: draft, comparedWith: before)
    #expect(editor.context == .overview)
    let page = text(editor)
    for said in [
      "审核：待初审", "初审：未签核", "提交以后内容有改动", "问题：错误 ", "批注：未办结 1，共 1",
      "李四：太短", "上次审核以来的变动：1 处", "5 → 7", "谁改了什么", "张三：保存 1 次",
    ] {
      #expect(page.contains(said), "\(said)")
    }
  }

  @Test("goes from the overview to what it tells of, and comes back with a key")
  func goesToPlaces() throws {
    var draft = try handedIn()
    draft.comments = [
      Comment(at: "remedies.cases.reviewTotal", .init(by: "李四", on: "", text: "核对"))
    ]
    var editor = editor(on: draft)
    while !editor.lines.contains(where: { $0.contains("✎") }) { editor.press(Key(.down)) }
    for _ in 0..<40 { editor.press(Key(.down)) }
    editor.press(Key(.enter))
    #expect(editor.context == .grid)
    #expect(editor.address == "remedies.cases.reviewTotal")
    #expect(text(editor).contains("✎ 李四：核对"))
    editor.press(.control("u"))
    #expect(editor.context == .overview)
  }

  @Test("steps with one key through what is found, said and changed")
  func stepsThrough() throws {
    let before = try handedIn()
    var draft = try before.with(["remedies.cases.reviewTotal": 4])
    draft.comments = [Comment(at: "applications.granted", .init(by: "", on: "", text: "问"))]
    var editor = editor(on: draft, comparedWith: before)
    editor.press(Key(.escape))
    var seen: Set<String> = []
    for _ in 0..<60 {
      editor.press(.function(8))
      seen.insert(editor.address)
    }
    #expect(seen.isSuperset(of: ["applications.granted.natural", "remedies.cases.reviewTotal"]))
    try editor.open("remedies.cases.reviewTotal")
    #expect(text(editor).contains("上次审核以来改动，原为 1"))
  }

  @Test("signs for the stage whose turn it is, saves at once, and no undoing takes that back")
  func signs() throws {
    var editor = editor(on: try handedIn())
    let none = press(&editor, .function(4), Key(.enter))
    #expect(none == [])
    #expect(editor.draft.review.steps.count == 1)
    let effects = press(&editor, .control("u"), .function(4), .character("y"))
    guard case .save(let saved)? = effects.first else {
      Issue.record("not saved: \(effects)")
      return
    }
    #expect(saved.review.steps.last?.by == "赵六")
    #expect(ReviewStatus(saved, .sha256).state == .inReview(next: "终审"))
    _ = editor.update(.saved(saved))
    #expect(text(editor).contains("待终审"))
    editor.press(.control("z"))
    #expect(editor.draft.review.steps.count == 2)
  }

  @Test("keeps what was said when the disk is full, and saves it elsewhere")
  func savesElsewhere() throws {
    var editor = editor(on: try handedIn(), person: "李四")
    editor.press(Key(.escape), .function(12))
    #expect(editor.context == .grid)
    try editor.open("applications.new.natural")
    editor.press(.control("n"))
    editor.type("请核对")
    _ = press(&editor, Key(.enter), Key(.escape))
    #expect(press(&editor, .control("s")) == [.save(editor.draft)])
    _ = editor.update(.saveFailed(message: "磁盘已满"))
    editor.press(.function(12))
    #expect(
      press(&editor, Key(.enter)) == [.saveElsewhere(editor.draft, path: "sample-副本.json")])
    _ = editor.update(.savedElsewhere(editor.draft, fileName: "sample-副本.json"))
    #expect(editor.isSaved)
    editor.type("5")
    #expect(text(editor).contains("只能查看"))
  }

  @Test("returns the draft with a reason")
  func returns() throws {
    var editor = editor(on: try handedIn())
    editor.press(.function(3))
    editor.type("请补充说明")
    let effects = press(&editor, Key(.enter))
    guard case .save(let saved)? = effects.first else {
      Issue.record("not saved: \(effects)")
      return
    }
    #expect(ReviewStatus(saved, .sha256).state == .returned)
    #expect(saved.review.steps.last?.reason == "请补充说明")
  }

  @Test("tells who fills in at once that an edit makes the sign-offs void, and when it does not")
  func tellsOfVoid() throws {
    var draft = try handedIn(["初审"])
    try draft.sign(stage: "初审", by: "赵六", on: Self.moment, .sha256)
    var editor = editor(on: draft, access: .editing, person: "王五")
    #expect(text(editor).contains("✓审核完毕"))
    try editor.open("applications.new.natural")
    editor.type("9")
    editor.press(Key(.enter))
    #expect(text(editor).contains("这一改动使已有的签核失效"))
    #expect(editor.lines[0].contains("✗签核失效"))
    editor.press(.control("z"))
    #expect(editor.lines[0].contains("✓审核完毕"))
  }

  @Test("comments on a cell, its row, its table; answers, settles and opens again")
  func comments() throws {
    var editor = editor(on: try handedIn(), person: "李四")
    editor.press(Key(.escape))
    try editor.open("applications.new.natural")
    editor.press(.control("n"))
    editor.type("这个数对吗")
    #expect(press(&editor, Key(.enter)) == [])
    #expect(editor.draft.comments.map(\.at) == ["applications.new.natural"])
    #expect(editor.draft.comments[0].remark.by == "李四")
    editor.type("已经核对")
    _ = press(&editor, Key(.enter))
    #expect(editor.draft.comments[0].replies.map(\.text) == ["已经核对"])
    _ = press(&editor, .function(4))
    #expect(editor.draft.comments[0].isOpen == false)
    _ = press(&editor, .function(4))
    #expect(editor.draft.comments[0].isOpen)
    editor.press(Key(.down), Key(.tab))
    editor.type("整行请核对")
    _ = press(&editor, Key(.enter))
    #expect(editor.draft.comments.map(\.at).last == "applications.new")
    #expect(text(editor).contains("整行请核对"))
    editor.press(Key(.escape), Key(.right))
    #expect(text(editor).contains("✎ 2026-01-14 16:02 李四：整行请核对"))
    #expect(editor.lines[0].contains("●"))
    // What was said is one step after the other.
    editor.press(.control("z"))
    #expect(editor.draft.comments.count == 1)
  }

  @Test("comments on words of a text that are selected")
  func commentsOnWords() throws {
    var editor = editor(on: try handedIn(), access: .editing, person: "王五")
    try editor.open(text: "problems")
    editor.press(Key(.right, .shift), Key(.right, .shift), .control("n"))
    editor.type("换个说法")
    _ = press(&editor, Key(.enter))
    let comment = try #require(editor.draft.comments.first)
    #expect(comment.at == "problems")
    #expect(editor.draft.text(of: "problems").text.hasPrefix(comment.quote ?? "-"))
    #expect(comment.quote?.count == 2)
  }

  @Test("marks the words of a text that are new, stops at each place, and tells what stood there")
  func marksWords() throws {
    var before = try Draft.sample()
    before.setText(Prose("甲方共受理 3 件，均已办结。\n没有变化的一段。\n丙段原来的话。"), of: "problems")
    var after = before
    after.setText(Prose("甲方共受理 12 件，均已办结。\n没有变化的一段。\n丙段后来的话。"), of: "problems")
    var editor = editor(on: after, comparedWith: before)
    editor.press(.control("u"))
    try editor.open(text: "problems")
    let grid = editor.screen()
    var words: [String] = []
    for y in 0..<grid.size.rows {
      let marked = (0..<grid.size.columns).map { grid[$0, y] }
        .filter { $0.style == .changed && $0.width > 0 }
      if !marked.isEmpty { words.append(marked.map { String($0.scalar) }.joined()) }
    }
    #expect(words == ["12", "后"])
    let stops = editor.problems.stops.filter { $0.mark == .changed }.map(editor.place(of:))
    #expect(
      stops.map(\.spot) == [
        .caret(Caret(paragraph: 0, offset: 6)), .caret(Caret(paragraph: 2, offset: 2)),
      ])
    editor.go(to: try #require(stops.last))
    #expect(text(editor).contains("上次审核以来改动，原为 丙段原来的话。"))
    #expect(!text(editor).contains("甲方共受理 3 件"))
  }
}
