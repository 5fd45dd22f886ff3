import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("The editor under noise")
struct NoiseTests {
  static let columns = [0, 1, 2, 5, 20, 79, 80, 100, 200]
  static let rows = [0, 1, 2, 4, 5, 9, 24, 60]

  /// What lies over or in an entry while it is drawn.
  enum Pose: CaseIterable { case plain, contents, typing, help, question, reason, lastYear }

  @Test("draws at any size, whatever is open", arguments: Pose.allCases, [false, true])
  func drawsAtAnySize(pose: Pose, ambiguousIsWide: Bool) throws {
    var editor = Editor.on(try Draft.sample().withPrevious())
    _ = editor.update(.input(.metrics(Metrics(ambiguousIsWide: ambiguousIsWide))))
    for entry in editor.spots.indices {
      var posed = editor
      posed.open(entry: entry)
      switch pose {
      case .plain: break
      case .contents: posed.press(Key(.function(6), .shift))
      case .typing: posed.type("12")
      case .help: posed.press(.function(1))
      case .lastYear: posed.showPrevious(true)
      case .reason:
        let finding = try #require(posed.validation.problems(in: posed.draft).first)
        posed.overlay = .reason(ReasonInput(finding: finding, input: LineInput("并表口径不同")))
      case .question: posed.overlay = .question(.quit(posed.wording, lastSaveFailed: true))
      }
      for columns in Self.columns {
        for rows in Self.rows {
          var sized = posed
          let size = Size(columns: columns, rows: rows)
          _ = sized.update(.input(.resize(size)))
          let grid = sized.screen()
          #expect(grid.size == size)
          if let caret = grid.caret {
            #expect(grid.bounds.contains(caret), "\(pose) entry \(entry) at \(columns)×\(rows)")
          }
        }
      }
    }
  }

  @Test("keeps its promises over 100 000 random inputs", arguments: UInt64(1)...10)
  func keepsItsPromises(seed: UInt64) throws {
    var random = Seeded(seed)
    let draft = try seed % 2 == 0 ? Draft.sample().withPrevious() : Draft.warned()
    var editor = Editor.on(draft)
    for number in 0..<10_000 {
      if number % 250 == 0 {
        editor.open(entry: Int.random(in: editor.spots.indices, using: &random))
        editor.overlay = nil
      }
      for effect in editor.update(.input(input(using: &random))) {
        switch effect {
        case .save: _ = editor.update(number % 2 == 0 ? .saved : .saveFailed(message: "满"))
        case .edit(let text):
          _ = editor.update(
            number % 2 == 0 ? .edited(text + "改\n。") : .editFailed(message: "没有编辑器"))
        case .rescue, .redraw, .quit, .copy, .suspend: break
        }
      }
      guard number % 20 == 0 else { continue }
      let grid = editor.screen()
      var forgetful = editor
      forgetful.backdrop = nil
      try #require(forgetful.screen() == grid, "what was kept is drawn as if from nothing")
      if let caret = grid.caret { #expect(grid.bounds.contains(caret), "\(number)") }
    }
    editor.overlay = nil
    editor.press(Key(.escape))
    #expect(editor.typing == nil)
    while editor.history.canUndo { editor.press(.control("z")) }
    #expect(editor.draft == draft)
    #expect(editor.validation == Validation(draft))
    while editor.history.canRedo { editor.press(.control("y")) }
    #expect(editor.validation == Validation(editor.draft))
  }

  private func input(using random: inout Seeded) -> Input {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60:
      return .key(Keymap.standard.bindings.randomElement(using: &random)?.key ?? Key(.down))
    case 60..<90:
      let characters = "0123456789.-,１２３年。，a e\u{301}\u{301}\u{200D}👩🇨🇳😀q“”s1\u{0}\u{202E}"
      // Scalar by scalar, as a terminal sends them.
      let scalar = characters.unicodeScalars.randomElement(using: &random) ?? "0"
      return .key(.character(Character(scalar)))
    case 90..<94:
      let pastes = [
        "12", "", "一\r\n二\r三\n", "\n", "\u{301}", "1,234", "\t\t", "中文“引号”", "a\u{2028}b",
        "🇨", "👩\u{200D}", "\r",
      ]
      return .paste(pastes.randomElement(using: &random) ?? "")
    case 94..<96: return .metrics(Metrics(ambiguousIsWide: Bool.random(using: &random)))
    case 96..<98:
      let action = [Mouse.Action.press, .press, .press, .wheelUp, .wheelDown, .drag, .release]
        .randomElement(using: &random)
      let point = Point(
        x: Int.random(in: 0...130, using: &random), y: Int.random(in: 0...40, using: &random))
      return .mouse(Mouse(action ?? .press, at: point))
    default:
      let isLarge = Int.random(in: 0..<20, using: &random) == 0
      return .resize(
        Size(
          columns: Int.random(in: 0...(isLarge ? 400 : 120), using: &random),
          rows: Int.random(in: 0...(isLarge ? 200 : 40), using: &random)))
    }
  }
}
