import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Asks whether to hand the draft in.
  mutating func askToSubmit() {
    guard mayAct() else { return }
    guard access == .editing else {
      tell(wording.submittingIsForEditing, .warning)
      return
    }
    overlay = .question(
      .act(
        wording.submitQuestion(draft.review.stages, errors: problems.count(.error)),
        yes: wording.submitYes, .submit, wording))
  }

  /// Asks for the reason for returning the draft.
  mutating func askForReturn() {
    guard mayAct() else { return }
    overlay = .reason(ReasonInput(purpose: .sendBack))
  }

  /// Asks whether to sign for the stage whose turn it is.
  mutating func askToSign() {
    guard mayAct() else { return }
    guard let stage = reviewStatus?.next else {
      let isComplete = reviewStatus?.state == .complete
      tell(
        isComplete
          ? wording.message(of: .notItsTurn("", next: "")) : wording.message(of: .notSubmitted),
        .warning)
      return
    }
    overlay = .question(
      .act(
        wording.signQuestion(stage, as: person, errors: problems.count(.error)),
        yes: wording.signYes, .sign(stage: stage), wording))
  }

  /// Whether there is a review and somebody to act in it; says so where not.
  private mutating func mayAct() -> Bool {
    if draft.review.stages.isEmpty {
      tell(wording.message(of: .noStages), .warning)
    } else if person.isEmpty {
      tell(wording.message(of: .noName), .warning)
    } else {
      return true
    }
    return false
  }

  /// Makes a step of the review, which no undoing takes back, and saves it.
  mutating func step(_ stamped: Stamped, on moment: String) -> [Effect] {
    guard let sealing else { return [] }
    var reviewed = draft
    do throws(ReviewRefusal) {
      switch stamped {
      case .submit: try reviewed.submit(by: person, on: moment, sealing)
      case .sendBack(let reason):
        try reviewed.sendBack(by: person, on: moment, reason: reason, sealing)
      case .sign(let stage): try reviewed.sign(stage: stage, by: person, on: moment, sealing)
      case .comment, .reply, .resolve: return []
      }
    } catch {
      tell(wording.message(of: error), .warning)
      return []
    }
    apply([.review(from: draft.review, to: reviewed.review)])
    history.noteChanged()
    overlay = nil
    return save(.thenStay)
  }
}

extension Question {
  /// Whether to make a step of the review.
  static func act(
    _ title: String, yes: String, _ step: Stamped, _ wording: Wording
  ) -> Question {
    Question(
      title: title,
      answers: [
        Answer(key: "y", label: yes, action: .stamp(step)),
        Answer(key: "n", label: wording.notYet, action: .dismiss),
      ], chosen: 1)
  }
}
