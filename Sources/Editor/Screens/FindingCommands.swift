import CellGrid
import ReportModel
import Wording

extension Editor {
  /// What is found where the person is, the gravest first and what was accepted last.
  var findingsHere: [Finding] {
    switch spots[entry] {
    case .field: validation.organFindings(in: draft)
    case .cell(let cell): findings(at: cell)
    case .caret: textFinding.map { [$0] } ?? []
    }
  }

  /// What is found about a cell.
  func findings(at cell: CellIndex) -> [Finding] {
    let findings = validation.findings(at: cell, in: draft, problems.suggestions)
    func rank(_ finding: Finding) -> Int {
      if finding.acceptance != nil { return 3 }
      return switch finding.severity {
      case .error: 0
      case .warning: 1
      case .hint: 2
      }
    }
    return findings.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// Applies the only suggestion for what is found here, or asks which of several.
  mutating func applySuggestion() {
    guard canChange() else { return }
    let findings = findingsHere
    guard let finding = findings.first(where: { !$0.fixes.isEmpty }) else {
      let isOfText = findings.first?.text != nil
      tell(
        findings.isEmpty
          ? wording.nothingWrongHere
          : isOfText
            ? wording.correctTheText(acceptKey: keyName(of: .accept)) : wording.noSuggestion)
      return
    }
    if finding.fixes.count == 1 {
      apply(finding.fixes[0], isPartial: finding.isPartial)
    } else {
      overlay = .question(.choose(among: finding, in: draft, wording))
    }
  }

  /// Makes the changes of a suggestion one step, and goes to the first unless already at one.
  mutating func apply(_ fix: Fix, isPartial: Bool) {
    let edits = fix.changes.map { Edit.cell($0.cell, from: draft[$0.cell], to: $0.value) }
    guard let first = fix.changes.first?.cell else { return }
    let target = cell.flatMap { fix.value(of: $0) == nil ? nil : $0 } ?? first
    let told = wording.change(fix, in: draft)
    perform(edits, movingTo: Place(entry: entry(of: target), spot: .cell(target)))
    if isPartial {
      tell(wording.firstStepTaken(told), .suggestion)
    } else if edits.count > 1 {
      tell(wording.changed(told), .good)
    }
  }

  /// Asks for a reason for letting stand what is found here, or whether to withdraw the one given.
  mutating func accept() {
    let findings = findingsHere
    guard access == .editing else {
      tell(findings.isEmpty ? wording.nothingWrongHere : wording.acceptingIsForEditing, .warning)
      return
    }
    guard !findings.isEmpty else {
      tell(wording.nothingWrongHere)
      return
    }
    let acceptable = findings.filter(draft.form.allowsAccepting)
    if let finding = acceptable.first(where: { $0.acceptance == nil }) {
      overlay = .reason(ReasonInput(purpose: .accept(finding)))
    } else if let finding = acceptable.first, let acceptance = finding.acceptance {
      overlay = .question(.withdraw(finding, acceptance, wording))
    } else {
      tell(wording.errorsAreCorrected, .warning)
    }
  }

  /// Makes the reason that was typed an acceptance, or returns the draft with it.
  private mutating func takeReason(_ prompt: ReasonInput) -> [Effect] {
    let reason = String(prompt.input.text.trimmingBlanks)
    guard !reason.isEmpty else {
      tell(wording.reasonMissing, .warning)
      return []
    }
    overlay = nil
    switch prompt.purpose {
    case .accept(let finding): accept(finding, for: reason)
    case .sendBack: return [.stamp(.sendBack(reason: reason))]
    }
    return []
  }

  private mutating func accept(_ finding: Finding, for reason: String) {
    let acceptance = draft.acceptance(of: finding, by: person, on: today, reason: reason)
    let accepted = draft.acceptances(
      adding: acceptance, among: validation.problems(in: draft, problems.suggestions))
    perform([.acceptances(from: draft.acceptances, to: accepted)])
  }

  /// Takes an acceptance back.
  mutating func withdraw(_ finding: Finding) {
    guard canChange() else { return }
    let rest = draft.acceptances(removing: finding)
    guard rest != draft.acceptances else { return }
    perform([.acceptances(from: draft.acceptances, to: rest)])
  }

  mutating func performInReason(_ command: Command) -> [Effect] {
    guard case .reason(var prompt) = overlay else { return [] }
    if command == .cancel {
      overlay = nil
    } else if command == .accept {
      return takeReason(prompt)
    } else if prompt.input.perform(command) {
      overlay = .reason(prompt)
    }
    return []
  }

  mutating func insertInReason(_ text: String) {
    guard case .reason(var prompt) = overlay else { return }
    // A line end in what is pasted parts words as a blank does.
    prompt.input.insert(String(text.map { $0.isNewline ? " " : $0 }))
    overlay = .reason(prompt)
  }
}

extension Editor {
  /// Shows last year's figures beside this year's, or takes them away.
  mutating func compareYears() {
    guard draft.previous != nil else {
      tell(wording.noPreviousYear, .warning)
      return
    }
    showPrevious(!showsPrevious)
  }
}
