import CellGrid
@testable import Editor
import ReportModel
import Terminal
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
    case selection, palette, find, preview, findings, textSelection, replacing
    case story, textStory, upgradeQuestion, conflicts, recovery, colleagues, path
  }

  @Test("shows every kind of page", arguments: Scene.allCases, Language.allCases)
  func showsPages(scene: Scene, language: Language) throws {
    let draft: Draft =
      switch scene {
      case .warning, .reason, .accepted: try .warned()
      case .lastYear: try Draft.sample().withPrevious()
      case .story, .textStory: try .withHistory()
      case .documents, .remedies, .text, .emptyText, .organ, .contents, .typing, .contradiction,
        .help, .quitQuestion, .choice, .selection, .palette, .find, .preview, .textSelection,
        .replacing, .upgradeQuestion, .conflicts, .recovery, .colleagues, .path:
        try .sample()
      case .findings: try Draft.sample().with(["applications.new.natural": 5])
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
    case .selection: editor.press(Key(.down, .shift), Key(.right, .shift), Key(.right, .shift))
    case .palette: editor.press(.control("p"))
    case .find:
      editor.press(.control("f"))
      editor.type("yygk")
    case .preview:
      editor.paste(
        pasting: "项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t12件\t1,200\n二、上年结转政府信息公开申请数量\t/\t0\n没有这一项\t3\t3"
      )
    case .findings: editor.press(.function(6), Key(.down))
    case .textSelection:
      try editor.open(text: "overview")
      editor.press(Key(.right), Key(.down, .shift), Key(.down, .shift))
    case .replacing:
      try editor.open(text: "overview")
      editor.press(.control("r"))
      editor.type("公开")
      editor.press(Key(.enter), Key(.enter), Key(.tab))
      editor.type("发布")
    case .story:
      try editor.open("applications.new.natural")
      editor.type("8")
      editor.press(.alt("h"))
    case .textStory:
      try editor.open(text: "problems")
      editor.press(.alt("h"))
    case .upgradeQuestion:
      editor.upgradedFrom = "nianbao/draft/1"
      editor.press(.control("s"))
    case .recovery:
      _ = editor.update(.opened(colleagues: [], left: [try .cutOff(from: .sample())]))
    case .colleagues: _ = editor.update(.opened(colleagues: [.atWork], left: []))
    case .path:
      editor.press(.function(12))
      _ = editor.update(.saveFailed(message: "sample-副本.json：文件已存在"))
    case .conflicts:
      _ = editor.update(.conflicted(try .contradicting(.sample())))
      editor.press(Key(.right), Key(.down), Key(.down))
    }
    editor.press(Key(.character("l"), .control))
    try expectGolden(editor, "\(scene.rawValue)-80x24-\(language.rawValue)")
  }

  @Test(
    "gives every place the look that the terminal's colours allow", arguments: ColorDepth.allCases,
    [(80, 24), (100, 30), (200, 60)])
  func looks(depth: ColorDepth, size: (columns: Int, rows: Int)) throws {
    for language in Language.allCases {
      var editor = Editor.on(
        try Draft.sample().with(["applications.new.natural": 5]), language: language,
        size: Size(columns: size.columns, rows: size.rows))
      editor.press(Key(.down, .shift), Key(.right, .shift))
      let name = "looks-\(size.columns)x\(size.rows)-\(depth)-\(language.rawValue)"
      try expectRecorded(looks(of: editor.screen(), in: Palette(depth: depth)), as: name)
    }
  }

  /// A screen as runs of one look each: what stands there and how it is drawn.
  private func looks(of grid: Grid, in palette: Palette) -> String {
    var lines: [String] = []
    for y in 0..<grid.size.rows {
      var line = ""
      var last: Look?
      for x in 0..<grid.size.columns where grid[x, y].width > 0 {
        let look = palette.look(of: grid[x, y].style)
        if look != last { line += "{\(description(of: look))}" }
        last = look
        line += String(String.UnicodeScalarView(grid[x, y].scalars))
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func description(of look: Look) -> String {
    let names: [(Look.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    var parts = names.filter { look.attributes.contains($0.0) }.map(\.1)
    if let ink = look.foreground { parts.append(String(ink)) }
    if let ground = look.background { parts.append("on \(ground)") }
    return parts.joined(separator: " ")
  }

  @Test("draws lines in ASCII where ambiguous characters are wide")
  func drawsInASCII() throws {
    var editor = Editor.on(try .sample())
    _ = editor.update(.input(.metrics(Metrics(ambiguousIsWide: true))))
    #expect(!editor.lines.joined().contains { "│─┼●".contains($0) })
    try expectGolden(editor, "main-100x30-wide-zh")
  }

  private func expectGolden(_ editor: Editor, _ name: String) throws {
    try expect(editor.screen(), golden: name)
  }
}
