import CellGrid
import ReportModel
import Wording

/// Typing figures again without seeing them.
extension Editor {
  /// Compares what was typed with the draft: tells once where they differ, then asks whether to
  /// record the result.
  mutating func compareBlindSheet() -> [Effect] {
    guard commitTyping(), let sheet = blindSheet, sheet.stage != .recorded else { return [] }
    let differing = sheet.differing(from: draft)
    if sheet.stage == .typing, let first = differing.first {
      blindSheet?.tell(differing)
      judgeAnew()
      go(to: Place(entry: entry(of: first), spot: .cell(first)))
      tell(
        wording.typedOtherwise(
          differing.count, nextKey: keyName(of: .nextFinding), saveKey: keyName(of: .save)),
        .warning)
      return []
    }
    overlay = .question(.record(differing: differing.count, of: draft.form.cellCount, wording))
    return []
  }

  /// Shows side by side what differs, once that is in the draft; where nothing does, or line by
  /// line, all is said when the program has ended.
  mutating func noteRecorded(_ stored: [Quantity?]) -> [Effect] {
    blindSheet?.close(stored: stored)
    forgetNotes()
    history.noteSaved()
    judgeAnew()
    guard let sheet = blindSheet, size.columns > 0, !sheet.differing(from: draft).isEmpty else {
      return [.quit]
    }
    showSideBySide(sheet)
    return []
  }

  /// Shows what differs, the draft's figures beside those typed.
  mutating func showSideBySide(_ sheet: BlindSheet) {
    let differing = sheet.differing(from: draft)
    let head = wording.typedAgain(draft.form.cellCount, differing: differing.count)
    let lines = differing.map { cell in
      let text = wording.sideBySide(
        wording.fullName(of: cell, in: draft.form), stored: sheet.shown(cell), typed: draft[cell])
      return OverviewPage.Line(
        text: text, indent: 4, target: Place(entry: entry(of: cell), spot: .cell(cell)))
    }
    let top = [OverviewPage.Line(text: head, style: .header), OverviewPage.Line(text: "")]
    overlay = .overview(OverviewPage(lines: top + lines, chosen: top.count))
  }
}

extension Command {
  /// Whether the command has no sense on a sheet that is only typed to be compared.
  var isForDraftsOnly: Bool {
    [
      .saveElsewhere, .comment, .overview, .submit, .sendBack, .sign, .story, .accept,
      .applySuggestion, .compareYears, .insertFigure,
    ].contains(self)
  }
}

extension Question {
  /// Whether to record what came of typing figures again.
  static func record(differing: Int, of count: Int, _ wording: Wording) -> Question {
    Question(
      title: wording.recordQuestion(differing: differing, of: count),
      answers: [
        Answer(key: "y", label: wording.recordIt, action: .record),
        Answer(key: "n", label: wording.goOnTypingAgain, action: .dismiss),
      ], chosen: differing == 0 ? 0 : 1)
  }

  /// Whether to keep a sheet that is typed in part.
  static func leaveSheet(_ wording: Wording) -> Question {
    Question(
      title: wording.leaveSheetQuestion,
      answers: [
        Answer(key: "s", label: wording.keepSheet, action: .saveAndQuit),
        Answer(key: "d", label: wording.dropSheet, action: .quitWithoutSaving),
        Answer(key: "c", label: wording.goOnTypingAgain, action: .dismiss),
      ])
  }
}
