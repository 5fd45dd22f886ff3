import CellGrid
import ReportModel
import Wording

/// Typing figures again without seeing them.
extension Editor {
  /// Compares what was typed with the draft: tells once where they differ, then asks whether to
  /// record the result.
  ///
  /// Cells that are not typed yet are asked about first: who saves out of habit halfway through
  /// would spend the only comparison.
  mutating func compareBlindSheet(whileBlank isSure: Bool = false) -> [Effect] {
    guard canChange(), commitTyping(), let sheet = blindSheet else { return [] }
    let count = draft.form.cellCount
    let blanks = (0..<count).count { draft[CellIndex($0)] == nil }
    guard blanks < count else {
      tell(wording.nothingTypedYet, .warning)
      return []
    }
    if sheet.stage == .typing, blanks > 0, !isSure {
      overlay = .question(.compareWhileBlank(blanks, wording))
      return []
    }
    let differing = sheet.differing(from: draft)
    if sheet.stage == .typing, let first = differing.first {
      blindSheet?.tell(differing)
      judgeAnew()
      go(to: Place(entry: entry(of: first), spot: .cell(first)))
      let isPlain = size.columns == 0
      tell(
        wording.typedOtherwise(
          differing.count,
          nextKey: isPlain ? wording.word(of: .nextFinding) : keyName(of: .nextFinding),
          saveKey: isPlain ? wording.word(of: PlainCommand.save) : keyName(of: .save)),
        .warning)
      return []
    }
    // Once it was told where they differ, a count would tell of each new try whether it is right.
    overlay = .question(.record(allSameOf: sheet.stage == .typing ? count : nil, wording))
    return []
  }

  /// Whether a command belongs to drafts, and what is open is a sheet.
  func isOutOfPlace(_ command: Command) -> Bool { blindSheet != nil && command.isForDraftsOnly }

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
      .applySuggestion, .compareYears, .insertFigure, .fillTotal, .fillTotals,
    ].contains(self)
  }
}

extension Question {
  /// Whether to compare while some cells are not typed.
  static func compareWhileBlank(_ blanks: Int, _ wording: Wording) -> Question {
    Question(
      title: wording.compareWhileBlank(blanks),
      answers: [
        Answer(key: "n", label: wording.goOnTypingAgain, action: .dismiss),
        Answer(key: "y", label: wording.compareNow, action: .compare),
      ])
  }

  /// Whether to record what came of typing figures again; all are the same where their count is
  /// given.
  static func record(allSameOf count: Int?, _ wording: Wording) -> Question {
    Question(
      title: wording.recordQuestion(allSameOf: count),
      answers: [
        Answer(key: "y", label: wording.recordIt, action: .record),
        Answer(key: "n", label: wording.goOnTypingAgain, action: .dismiss),
      ], chosen: count == nil ? 1 : 0)
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
