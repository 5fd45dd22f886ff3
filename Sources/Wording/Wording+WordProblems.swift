import ReportModel

extension Wording {
  /// What a finding about the words of a text says, in one sentence.
  func message(of problem: WordProblem, _ finding: Finding, in form: Form) -> String {
    switch problem {
    case .textMissing: say("这一部分没有写", "this section is empty")
    }
  }
}
