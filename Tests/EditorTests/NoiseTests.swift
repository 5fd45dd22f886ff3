import CellGrid
import Documents
@testable import Editor
import Noise
import ReportModel
import Testing
import Wording

@Suite("The editor under noise")
struct NoiseTests {
  static let columns = [0, 1, 2, 5, 20, 79, 80, 100, 200]
  static let rows = [0, 1, 2, 4, 5, 9, 24, 60]

  /// What lies over or in an entry while it is drawn.
  enum Pose: CaseIterable {
    case plain, contents, findings, typing, help, question, reason, lastYear, picker, preview
    case selection, conflicts, recovery, colleagues, path, overview, thread
  }

  @Test("draws at any size, whatever is open", arguments: Pose.allCases, [false, true])
  func drawsAtAnySize(pose: Pose, ambiguousIsWide: Bool) throws {
    var editor = Editor.on(try Draft.sample().withPrevious())
    _ = editor.update(.input(.metrics(Metrics(ambiguousIsWide: ambiguousIsWide))))
    // What lies over an entry is drawn alike over others of its kind.
    let entries = pose == .plain ? Array(editor.spots.indices) : [0, 1, 3, 4]
    for entry in entries {
      var posed = editor
      posed.open(entry: entry)
      switch pose {
      case .plain: break
      case .contents: posed.press(Key(.function(6), .shift))
      case .findings: posed.pane = .findings
      case .picker: posed.press(.control("p"))
      case .preview:
        let reading = PasteReading("1\t/\n约\t2", for: posed.draft.form, at: CellIndex(0))
        posed.overlay = .preview(PastePreview(reading, in: posed.draft))
      case .selection: posed.press(Key(.down, .shift), Key(.right, .shift))
      case .conflicts: _ = posed.update(.conflicted(try .contradicting(posed.draft)))
      case .recovery:
        _ = posed.update(.opened(colleagues: [], left: [try .cutOff(from: posed.draft)]))
      case .colleagues:
        _ = posed.update(.opened(colleagues: [.atWork], left: []))
      case .path: posed.press(.function(12))
      case .typing: posed.type("12")
      case .help: posed.press(.function(1))
      case .lastYear: posed.showPrevious(true)
      case .reason:
        let finding = try #require(posed.validation.problems(in: posed.draft).first)
        posed.overlay = .reason(ReasonInput(purpose: .accept(finding), input: LineInput("并表口径不同")))
      case .overview: posed.press(.control("u"))
      case .thread:
        posed.press(.control("n"))
        posed.type("请核对")
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

  @Test("keeps its promises over a portion of random events", arguments: UInt64(1)...16)
  func keepsItsPromises(seed: UInt64) throws {
    let draft = try seed % 2 == 0 ? Draft.sample().withPrevious() : Draft.warned()
    let access: Editor.Access = seed % 8 == 0 ? .reviewing : .editing
    var trial = EditorTrial(Editor.on(draft, access: access), seed: seed)
    try trial.run(events: 2_500, lookingEvery: 10)
    try trial.finish()
  }
}
