import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

/// The screens as they were looked at and found good; `RECORD_GOLDEN=1` records them anew.
@Suite("The screen")
struct GoldenScreenTests {
  static let sizes = [(80, 24), (100, 30), (120, 36), (200, 60)]

  @Test("shows the sample at four sizes", arguments: sizes, Language.allCases)
  func showsTheSample(size: (columns: Int, rows: Int), language: Language) throws {
    let editor = Editor.on(
      try .sample(), language: language, size: Size(columns: size.columns, rows: size.rows))
    try expectGolden(editor, "main-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  /// What is on the screen besides the first table.
  enum Scene: String, CaseIterable {
    case documents, remedies, text, emptyText, organ, contents, typing, contradiction, help
    case quitQuestion, choice, warning, reason, accepted, lastYear
  }

  @Test("shows every kind of page", arguments: Scene.allCases, Language.allCases)
  func showsPages(scene: Scene, language: Language) throws {
    let draft: Draft =
      switch scene {
      case .warning, .reason, .accepted: try .warned()
      case .lastYear: try Draft.sample().withPrevious()
      case .documents, .remedies, .text, .emptyText, .organ, .contents, .typing, .contradiction,
        .help, .quitQuestion, .choice:
        try .sample()
      }
    var editor = Editor.on(draft, language: language, size: Size(columns: 80, rows: 24))
    switch scene {
    case .documents: try editor.open("licensing.permits.decisions")
    case .remedies: try editor.open("remedies.cases.afterTotal")
    case .text:
      try editor.open(text: "overview")
      editor.press(Key(.down))
    case .emptyText:
      try editor.open(text: "problems")
      editor.apply([
        .text(
          section: "problems", start: 0, from: editor.draft.text(of: "problems").paragraphs,
          to: [""])
      ])
    case .organ: editor.open(entry: 0)
    case .contents: editor.press(Key(.function(6), .shift))
    case .typing: editor.type("１2")
    case .contradiction:
      try editor.open("remedies.cases.reviewTotal")
      editor.type("9")
      editor.press(.function(8), .function(8))
    case .help: editor.press(.function(1))
    case .quitQuestion:
      editor.type("2")
      editor.press(.control("q"))
    case .choice:
      try editor.open("remedies.cases.reviewTotal")
      editor.type("9")
      editor.press(.function(4))
    case .warning: editor.press(.function(8))
    case .reason:
      editor.press(.function(8), .function(3))
      editor.type("含跨年的一场")
    case .accepted:
      editor.press(.function(8), .function(3))
      editor.type("含跨年的一场")
      editor.press(Key(.enter))
    case .lastYear: editor.press(.function(5), .function(8))
    }
    editor.press(Key(.character("l"), .control))
    try expectGolden(editor, "\(scene.rawValue)-80x24-\(language.rawValue)")
  }

  @Test("draws lines in ASCII where ambiguous characters are wide")
  func drawsInASCII() throws {
    var editor = Editor.on(try .sample())
    _ = editor.update(.input(.metrics(Metrics(ambiguousIsWide: true))))
    #expect(!editor.lines.joined().contains { "│─┼●".contains($0) })
    try expectGolden(editor, "main-100x30-wide-zh")
  }

  private func expectGolden(_ editor: Editor, _ name: String) throws {
    let caret = editor.screen().caret.map { "\($0.x),\($0.y)" } ?? "none"
    let shown = editor.lines.joined(separator: "\n") + "\ncaret \(caret)\n"
    try expectRecorded(shown, as: name)
  }
}
