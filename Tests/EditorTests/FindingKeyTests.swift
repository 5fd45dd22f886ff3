import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("The keys of findings")
struct FindingKeyTests {
  private func wrongEditor() throws -> Editor {
    var draft = try Draft.agreeing().with([
      "documents.rules.issued": nil, "documents.normative.issued": nil,
      "licensing.permits.decisions": nil, "applications.new.total": 2,
      "remedies.cases.reviewUpheld": 5,
    ])
    draft.organ.name = ""
    return Editor.on(draft)
  }

  static let stops = [
    "", "applications.new.total", "remedies.cases.reviewTotal", "documents.rules.issued",
    "licensing.permits.decisions",
  ]

  @Test("go from the contradictions in form order to one blank a table, and round")
  func goRound() throws {
    var editor = try wrongEditor()
    editor.open(entry: 0)
    for stop in Self.stops.dropFirst() + Self.stops {
      editor.press(.function(8))
      #expect(editor.address == stop)
    }
    for stop in Self.stops.dropLast().reversed() + Self.stops.reversed() {
      editor.press(.function(7))
      #expect(editor.address == stop)
    }
  }

  @Test("go to a text not begun after everything else, and into one to the words")
  func goIntoTexts() throws {
    var draft = try Draft.agreeing().with([
      "applications.new.total": 2, "licensing.permits.decisions": nil,
    ])
    draft.texts["problems"] = nil
    draft.texts["overview"]?.replace(0..<1, with: ["（一）主动公开。公开××条。"])
    var editor = Editor.on(draft)
    editor.open(entry: 0)
    #expect(editor.lines[0].contains("未填 2 ✗1 ⚠1"))
    editor.press(.function(8))
    #expect(editor.section?.id == "overview")
    #expect(editor.place.spot == .caret(Caret(paragraph: 0, offset: 10)))
    #expect(editor.lines.contains { $0.contains("⚠ “××”") })
    editor.press(.function(8))
    #expect(editor.address == "applications.new.total")
    editor.press(.function(8), .function(8))
    #expect(editor.section?.id == "problems")
    #expect(!editor.lines.dropFirst(2).contains { $0.contains("✗ “五") })
    editor.press(.function(7), .function(7), .function(7))
    #expect(editor.section?.id == "overview")
    // Live: once the words are gone, so is the finding.
    editor.press(Key(.delete), Key(.delete))
    editor.type("90")
    #expect(editor.problems.count(.warning) == 0)
  }

  @Test("say when they go on from the other end")
  func sayTheyGoRound() throws {
    var editor = try wrongEditor()
    editor.open(entry: 0)
    editor.press(.function(7))
    #expect(editor.lines.contains { $0.contains(editor.wording.fromTheOtherEnd) })
    editor.press(.function(7))
    #expect(!editor.lines.contains { $0.contains(editor.wording.fromTheOtherEnd) })
  }

  @Test("go from a place between findings to the nearest in that direction")
  func goToTheNearest() throws {
    var editor = try wrongEditor()
    try editor.open("applications.granted.natural")
    editor.press(.function(8))
    #expect(editor.address == "remedies.cases.reviewTotal")
    try editor.open("applications.granted.natural")
    editor.press(.function(7))
    #expect(editor.address == "applications.new.total")
  }

  @Test("go to what contradicts before any blank, also where it lies behind")
  func contradictionsBeforeBlanks() throws {
    var editor = Editor.on(
      try Draft.agreeing().with([
        "applications.new.total": 2, "remedies.cases.afterOther": nil,
        "remedies.cases.afterPending": nil,
      ]))
    try editor.open("applications.carriedOut.natural")
    editor.press(.function(8))
    #expect(editor.address == "applications.new.total")
    #expect(editor.lines.contains { $0.contains(editor.wording.fromTheOtherEnd) })
  }

  @Test("go to the cell that a suggestion would change, and say what it moves")
  func goToTheCulprit() throws {
    // What 洋河新区 published for 2025: both totals hold, two columns do not.
    var editor = Editor.on(
      try Draft.agreeing().with([
        "applications.new.natural": 60, "applications.new.business": 1,
        "applications.new.other": 1, "applications.new.total": 62,
        "applications.granted.natural": 61, "applications.granted.business": 1,
        "applications.granted.total": 62, "applications.handled.natural": 61,
        "applications.handled.business": 1, "applications.handled.total": 62,
      ]))
    #expect(editor.problems.count(.error) == 1)
    editor.open(entry: 0)
    editor.press(.function(8))
    #expect(editor.address == "applications.new.natural")
    #expect(editor.lines.contains { $0.contains("F4 把“一、本年新收”的 1 件由“其他”改列“自然人”") })
    editor.press(.function(4))
    #expect(editor.figure("applications.new.natural") == "61")
    #expect(editor.figure("applications.new.other") == "0")
    #expect(editor.problems.count(.error) == 0)
  }

  @Test("say that there are none")
  func sayNone() throws {
    var editor = Editor.on(try .agreeing())
    let place = editor.place
    editor.press(.function(8))
    #expect(editor.place == place)
    #expect(editor.lines.contains { $0.contains("没有发现问题") })
  }

  @Test("apply the only suggestion as one step")
  func applyTheOnlyOne() throws {
    let draft = try Draft.agreeing().with([
      "remedies.cases.reviewUpheld": 10, "remedies.cases.reviewCorrected": 1,
    ])
    var editor = Editor.on(draft)
    editor.press(.function(8), .function(4))
    #expect(editor.figure("remedies.cases.reviewTotal") == "11")
    #expect(editor.context == .grid)
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }

  @Test("ask which of several suggestions to apply")
  func askWhich() throws {
    let draft = try Draft.agreeing().with(["remedies.cases.reviewUpheld": 5])
    var editor = Editor.on(draft)
    editor.press(.function(8), .function(4))
    #expect(editor.context == .question)
    // None of them is applied by a key pressed too often.
    editor.press(Key(.enter))
    #expect(editor.draft == draft)
    editor.press(.function(4))
    editor.type("2")
    #expect(editor.figure("remedies.cases.reviewUpheld") == "0")
    #expect(editor.address == "remedies.cases.reviewUpheld")
    editor.press(.control("z"), .function(8), .function(4))
    editor.type("1")
    #expect(editor.figure("remedies.cases.reviewTotal") == "5")
  }

  @Test("apply a suggestion of two cells as one step, and stay where one of them is")
  func applyTwoCells() throws {
    let draft = try Draft.agreeing().with([
      "applications.granted.natural": 1, "applications.granted.total": 1,
    ])
    var editor = Editor.on(draft)
    try editor.open("applications.granted.total")
    editor.press(.function(4))
    #expect(editor.figure("applications.granted.natural") == "0")
    #expect(editor.figure("applications.granted.total") == "0")
    #expect(editor.address == "applications.granted.total")
    editor.press(.control("z"))
    #expect(editor.draft == draft)
  }

  @Test("say that nothing is wrong, or that no change of a few cells would do")
  func sayWhyNot() throws {
    var editor = Editor.on(try .agreeing())
    editor.press(.function(4))
    #expect(editor.lines.contains { $0.contains(editor.wording.nothingWrongHere) })
    // Two blanks under parts that are too many already: nothing says which figure is wrong.
    let draft = try Draft.agreeing().with([
      "remedies.cases.reviewUpheld": 1, "remedies.cases.reviewOther": nil,
      "remedies.cases.reviewPending": nil,
    ])
    editor = Editor.on(draft)
    editor.press(.function(8), .function(4))
    #expect(editor.lines.contains { $0.contains(editor.wording.noSuggestion) })
    #expect(editor.draft == draft)
  }

  @Test(
    "fill a total from its parts, and no other cell",
    arguments: [Key.function(9), .character("="), .character("＝")])
  func fillTotals(key: Key) throws {
    var editor = Editor.on(
      try Draft.agreeing().with([
        "applications.new.natural": 3, "applications.new.legal": 4, "applications.new.total": nil,
      ]))
    try editor.open("applications.new.total")
    editor.press(key)
    #expect(editor.figure("applications.new.total") == "7")
    try editor.open("applications.new.natural")
    let before = editor.draft
    editor.press(key)
    #expect(editor.draft == before)
    #expect(editor.lines.contains { $0.contains(editor.wording.notATotal) })
  }
}
