import ReportModel

extension Wording {
  /// What a finding about cells that are no relation says, in one sentence.
  func message(of problem: CellProblem, _ finding: Finding, in form: Form) -> String {
    switch problem {
    case .allZero: say("所有单元格都是 0，文字中却有具体工作", "every cell is 0 while a text speaks of work done")
    }
  }
}
