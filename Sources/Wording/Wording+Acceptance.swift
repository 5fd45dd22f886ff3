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

  /// What a key would do about a warning.
  package func acceptHint(_ key: String) -> String { say("\(key) 说明理由", "\(key) accept") }

  /// Above the line in which a reason is typed.
  package var reasonPrompt: String {
    say("保留的理由（回车确认，Esc 取消）：", "Why it may stand (Enter takes it, Esc gives up):")
  }
  package var withdrawAcceptance: String {
    say("撤回说明，重新列为问题", "Withdraw it; the finding is open again")
  }
  package var keepAcceptance: String { say("保留说明", "Let it stand") }
  package var errorsAreCorrected: String {
    say("这是错误，不能说明后保留，请改正", "This is an error: it cannot be accepted, only corrected")
  }
  package var acceptingIsForEditing: String {
    say("审核方式下不能填写或撤回说明，请退回填报人办理", "Reviewing: accepting is for whoever fills in the report")
  }

  /// That a suggestion over several cells was applied.
  package func changed(_ changes: String) -> String { say("已改：\(changes)", "Changed: \(changes)") }

  /// That a suggestion was applied which is not all.
  package func firstStepTaken(_ changes: String) -> String {
    say("已改：\(changes)。这是第一步，还有问题", "Changed: \(changes). A first step; more is open")
  }
}
