import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Takes note of who else is at work on the draft, and of what was left to be recovered.
  mutating func noteOpening(_ colleagues: [Colleague], _ left: [Recovery]) -> [Effect] {
    self.left = left.enumerated().map { Left(number: $0, recovery: $1) }
    guard !colleagues.isEmpty else { return [] }
    let names = wording.atWork(colleagues)
    if access == .reviewing || blindSheet != nil {
      tell(names, .warning)
    } else {
      overlay = .question(.whileAtWork(names, isCertain: colleagues.contains(\.isCertain), wording))
    }
    return []
  }

  /// Shows the next of what was left to be recovered, once nothing else lies over the screen.
  mutating func showNextLeft() {
    guard let next = left.first else { return }
    guard access == .editing else {
      left = []
      tell(wording.recoverableWhenEditing, .warning)
      return
    }
    guard overlay == nil, typing == nil else { return }
    left.removeFirst()
    do throws(MergeError) {
      let merge = try Merge(base: next.recovery.base, ours: next.recovery.draft, theirs: draft)
      overlay = .recovery(
        RecoveryForm(next.recovery, number: next.number, restored: merge.draft, in: self))
    } catch {
      tell(wording.recoveryOnOtherForm, .warning)
    }
  }

  /// Lets the person only read from now on.
  mutating func stopEditing() -> [Effect] {
    access = .reviewing
    tell(wording.onlyReading, .good)
    return [.leave]
  }
}

extension Colleague {
  /// Whether they are certainly there.
  fileprivate var isCertain: Bool { quietMinutes == nil }
}

extension [Colleague] {
  fileprivate func contains(_ property: KeyPath<Colleague, Bool>) -> Bool {
    contains { $0[keyPath: property] }
  }
}

extension Question {
  /// What to do about a draft that others are at work on.
  static func whileAtWork(_ names: String, isCertain: Bool, _ wording: Wording) -> Question {
    Question(
      title: names,
      answers: [
        Answer(key: "r", label: wording.onlyRead, action: .onlyRead),
        Answer(key: "k", label: wording.editCopy, action: .saveElsewhere),
        Answer(key: "g", label: wording.editTogether, action: .dismiss),
      ], chosen: isCertain ? 0 : 2)
  }

  /// Whether to give up what was left to be recovered.
  static func giveUp(_ form: RecoveryForm, _ wording: Wording) -> Question {
    Question(
      title: wording.giveUpQuestion(form.changeCount),
      answers: [
        Answer(key: "d", label: wording.giveUpRecovery, action: .giveUp(form)),
        Answer(key: "n", label: wording.backToRecovery, action: .show(form)),
      ], chosen: 1)
  }
}
