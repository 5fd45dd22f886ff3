package import ReportModel

extension Wording {
  /// That a finding was let stand: why, by whom and when.
  package func accepted(_ acceptance: Acceptance) -> String {
    let who = [acceptance.by, acceptance.on].filter { !$0.isEmpty }
      .joined(separator: say("，", ", "))
    let reason = shown(acceptance.reason)
    guard !who.isEmpty else { return say("已说明：\(reason)", "Accepted: \(reason)") }
    return say("已说明：\(reason)（\(shown(who))）", "Accepted: \(reason) (\(shown(who)))")
  }
}
