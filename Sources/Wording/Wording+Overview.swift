package import ReportModel

/// What the page that tells how a draft stands says, and the pages of comments.
extension Wording {
  package func overviewState(_ state: ReviewStatus.State) -> String {
    say("审核：\(name(of: state))", "Review: \(name(of: state))")
  }
  package func overviewFindings(errors: Int, warnings: Int, hints: Int, accepted: Int) -> String {
    say(
      "问题：错误 \(errors)，提醒 \(warnings)，提示 \(hints)，已说明 \(accepted)",
      "Findings: \(plural(errors, "error")), \(plural(warnings, "warning")), \(plural(hints, "hint")), \(accepted) accepted"
    )
  }
  package func overviewComments(open: Int, all: Int) -> String {
    say("批注：未办结 \(open)，共 \(all)", "Comments: \(open) open of \(all)")
  }
  package func overviewChanges(since what: String, _ count: Int) -> String {
    say("\(what)的变动：\(count) 处", "Changed \(what): \(count)")
  }
  package var sinceLastReview: String { say("上次审核以来", "since the last review") }
  package func against(_ file: String) -> String {
    say("与 \(shown(file)) 相比", "against \(shown(file))")
  }
  package var againstOneOnly: String {
    say("--against 和 --version 只能写一个", "give --against or --version, not both")
  }
  package func overviewYearly(_ year: Int) -> String {
    say("与 \(year) 年度相比变化最大的数据", "What differs most from \(year)")
  }
  package func overviewChange(_ place: String, from: String, to: String) -> String {
    say("\(place)：", "\(place): ") + "\(shown(from)) → \(shown(to))"
  }
  package func overviewText(_ section: String, from: Int, to: Int) -> String {
    say("\(section)：文字有改动，\(from) 字 → \(to) 字", "\(section): \(from) → \(to) characters")
  }
  package var overviewPersons: String { say("谁改了什么", "Who changed what") }
  package func overviewShare(_ person: String, saves: Int, changes: Int, last: String) -> String {
    let name = person.isEmpty ? say("（未署名）", "(no name)") : shown(person)
    let when = last.isEmpty ? "" : say("，最近 ", ", last ") + minute(of: last)
    return say(
      "\(name)：保存 \(saves) 次，改动 \(changes) 处\(when)",
      "\(name): \(plural(changes, "change")) in \(plural(saves, "save"))\(when)")
  }
  package func andMore(_ count: Int) -> String { say("另有 \(count) 处", "\(count) more") }

  /// What a place had in what the draft is compared with.
  package func before(_ value: String, _ what: String) -> String {
    say("\(what)改动，原为 \(value)", "changed \(what), was \(value)")
  }

  // Steps of a review.

  package var notYet: String { say("再看看", "not yet") }
  package func submitQuestion(_ stages: [String], errors: Int) -> String {
    let list = stages.map(shown).joined(separator: " → ")
    return say(
      "提交审核（\(list)）？" + (errors > 0 ? "还有 \(errors) 处错误。" : ""),
      "Hand the draft in (\(list))?"
        + (errors > 0 ? " \(plural(errors, "error")) \(errors == 1 ? "stands" : "stand")." : ""))
  }
  package var submitYes: String { say("提交并保存", "hand in and save") }
  package func signQuestion(_ stage: String, as person: String, errors: Int) -> String {
    say(
      "以“\(shown(person))”的名义为“\(shown(stage))”签核？" + (errors > 0 ? "还有 \(errors) 处错误。" : ""),
      "Sign for \(shown(stage)) as \(shown(person))?"
        + (errors > 0 ? " \(plural(errors, "error")) \(errors == 1 ? "stands" : "stand")." : "")
    )
  }
  package var signYes: String { say("签核并保存", "sign and save") }
  package var returnPrompt: String { say("退回的理由", "Why it is returned") }
  package var submittingIsForEditing: String {
    say("提交审核由填报人办理，请用 edit 打开", "handing in is for who fills in; open the draft with edit")
  }
  package var signOffVoided: String {
    say("这一改动使已有的签核失效", "this change makes the sign-offs void")
  }

  // Comments.

  package var noCommentsHere: String { say("机关信息不能批注", "the organ’s data cannot be commented on") }
  package var nobodySaidAnything: String { say("这里还没有批注。", "Nobody said anything here yet.") }
  package var commentEmpty: String { say("请写批注的内容", "say something") }
  package func replyPrompt(_ number: Int) -> String {
    say("答复第 \(number) 条：", "Answer to comment \(number):")
  }
  package func commentPrompt(_ place: String, quote: String?) -> String {
    let words = quote.map { say("“\(shown($0))”", " “\(shown($0))”") } ?? ""
    return say("新批注（\(place)\(words)）：", "New comment (\(place)\(words)):")
  }
}
