import ReportModel

extension Wording {
  /// What a finding about the figures in a text says, in one sentence.
  func message(of problem: FigureProblem, _ finding: Finding, in form: Form) -> String {
    switch problem {
    case .partExceedsWhole: say("部分大于整体", "a part is larger than its whole")
    }
  }
}
