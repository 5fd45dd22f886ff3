package import ReportModel

/// What is said of reviews: stages, sign-offs, what was typed again.
extension Wording {
  package var reviewRecord: String { say("审核记录", "The record of the review") }
  package var noReviewSteps: String { say("（没有记录）", "(nothing)") }
  package func unknownReviewAction(_ path: String) -> String {
    say(
      "\(shown(path))：不是本版程序认识的审核步骤（submit、return、sign）",
      "\(shown(path)) is no step of a review that this version knows (submit, return, sign)")
  }

  /// A step as people say it: who did what for which stage, when and why.
  package func line(of step: ReviewStep) -> String {
    let by = step.by.isEmpty ? unnamedPerson : shown(step.by)
    let stage = shown(step.stage)
    let what: String =
      switch step.action {
      case .submit: say("\(by)提交审核", "handed in by \(by)")
      case .return: say("\(stage)：\(by)退回", "\(stage): returned by \(by)")
      case .sign: say("\(stage)：\(by)签核", "\(stage): signed by \(by)")
      }
    let reason = step.reason.isEmpty ? "" : say("：", ": ") + shown(step.reason)
    return (step.on.isEmpty ? "" : minute(of: step.on) + " ") + what + reason
  }

  /// A moment of a draft without seconds and offset.
  package func minute(of moment: String) -> String {
    guard Moment(moment) != nil else { return shown(moment) }
    return moment.prefix(10) + " " + moment.dropFirst(11).prefix(5)
  }

  private var unnamedPerson: String { say("（未署名）", "(no name)") }

  /// How far a review is, in a word or two.
  package func name(of state: ReviewStatus.State) -> String {
    switch state {
    case .none: say("不分级审核", "no review")
    case .drafting: say("填报中", "being filled in")
    case .returned: say("已退回", "returned")
    case .inReview(let next): say("待\(shown(next))", "waits for \(shown(next))")
    case .complete: say("审核完毕", "reviewed")
    case .void: say("签核失效", "sign-off void")
    }
  }

  /// Why a sign-off does not hold.
  package func name(of flaw: ReviewStatus.Flaw) -> String {
    switch flaw {
    case .changed: say("签核后内容有改动", "changed after it was signed")
    case .altered: say("审核记录被改动过", "the record was altered")
    case .outOfOrder: say("前一环节没有有效的签核", "the stage before has no sign-off that holds")
    }
  }

  package func text(of warning: ReviewStatus.Warning, in review: Review) -> String {
    switch warning {
    case .samePerson(let person, let stages):
      say(
        "\(shown(person))一人签了\(stages.map(shown).joined(separator: "、"))",
        "\(shown(person)) alone signed \(stages.map(shown).joined(separator: ", "))")
    case .timeRunsBack(let step):
      say(
        "时间倒退：“\(line(of: review.steps[step]))”早于它前面的一步，请核对计算机时钟",
        "time runs back: “\(line(of: review.steps[step]))” is earlier than the step before; check the clock"
      )
    case .changedSinceSubmission: say("提交以后内容有改动", "changed since it was handed in")
    }
  }

  /// Why a step of a review was not made, and what to do.
  package func message(of refusal: ReviewRefusal) -> String {
    switch refusal {
    case .noStages:
      say(
        "这份草稿没有审核环节，用 submit --stages 初审,复审,终审 设置",
        "the draft has no stages of review; set them with submit --stages A,B,C")
    case .noName: say("缺少姓名，请用 --as 写明", "nobody is named; name who does it with --as")
    case .noReason: say("退回须说明理由", "say why it is returned")
    case .unknownStage(let stage, let known):
      say(
        "没有环节“\(shown(stage))”，有 \(known.map(shown).joined(separator: "、"))",
        "there is no stage “\(shown(stage))”; there are \(known.map(shown).joined(separator: ", "))"
      )
    case .submittedAlready: say("已经提交，内容没有变化", "it is handed in already, as it is")
    case .notSubmitted:
      say("草稿不在审核中，请先提交（submit）", "it is not under review; hand it in first (submit)")
    case .notItsTurn(let stage, let next):
      next.isEmpty
        ? say("各环节都已签核", "all stages have signed")
        : say(
          "还没有轮到\(shown(stage))，现在待\(shown(next))",
          "it is not the turn of \(shown(stage)); \(shown(next)) comes first")
    case .signedAlready(let stage):
      say("\(shown(stage))已经签核，内容没有变化", "\(shown(stage)) has signed it, as it is")
    case .altered:
      say(
        "审核记录被别的程序改动过，请核实后重新提交（submit）",
        "something else altered the record of the review; look into it, then hand it in anew (submit)"
      )
    }
  }

  package func submitted(next stage: String) -> String {
    say("已提交，待\(shown(stage))", "Handed in; waits for \(shown(stage))")
  }
  package func submittedDespite(errors: Int) -> String {
    say(
      "注意：还有 \(errors) 处错误没有改正或说明",
      "Note: \(errors) \(errors == 1 ? "error stands" : "errors stand")")
  }
  package func returned(by stage: String) -> String {
    say("已由\(shown(stage))退回", "Returned by \(shown(stage))")
  }
  package func signedOff(_ stage: String, digest: String) -> String {
    say("\(shown(stage))已签核，摘要 \(digest)", "Signed for \(shown(stage)); digest \(digest)")
  }

  /// A line with two or more stages of review that are no such list.
  package func badStages(_ text: String) -> String {
    say(
      "--stages：“\(shown(text))”不是用逗号隔开、互不相同的环节名称（最多 9 个）",
      "--stages: “\(shown(text))” is no list of different names with commas between (9 at most)")
  }
  package var stagesOfReviewBegun: String {
    say(
      "审核已经开始，不能改环节；退回以后再改",
      "the review has begun, so its stages stay; they can be set after it was returned")
  }

  // The status of drafts.

  package func statusHead(path: String, draft: Draft, _ state: ReviewStatus.State) -> String {
    let organ = draft.organ.name.isEmpty ? unnamedOrgan : shown(draft.organ.name)
    return say(
      "\(path)：\(organ) \(draft.year) 年度　\(name(of: state))",
      "\(path): \(organ) \(draft.year)  \(name(of: state))")
  }
  package func statusUnsigned(_ stage: String) -> String {
    say("\(shown(stage))：未签核", "\(shown(stage)): not signed")
  }
  package var signOffHolds: String { say("有效", "holds") }
  package func signOffVoid(_ reason: String) -> String { say("失效：\(reason)", "void: \(reason)") }

  // Signatures by keys.

  /// What a signature is worth.
  package enum Signature: Equatable, Sendable {
    case none, unchecked, good, bad
    /// By a key of another person on the list.
    case other(String)
    /// By a key that is not on the list.
    case unknown
  }

  package func name(of signature: Signature) -> String {
    switch signature {
    case .none: say("没有密钥签名", "not signed with a key")
    case .unchecked: say("有密钥签名，未验证", "signed with a key, not verified")
    case .good: say("密钥签名有效", "the key’s signature holds")
    case .bad: say("密钥签名不符", "the key’s signature is wrong")
    case .other(let person):
      say("密钥是\(shown(person))的", "the key is that of \(shown(person))")
    case .unknown: say("密钥不在名单上", "the key is not on the list")
    }
  }
  package func signKeyFailed(_ path: String, _ cause: String) -> String {
    complaint(
      about: path, cause: say("不能用这个密钥签名：", "cannot sign with this key: ") + shown(cause))
  }
  package func sshKeygenMissing(_ program: String) -> String {
    say(
      "没有 \(program)，请先安装：apt-get install openssh-client",
      "\(program) is not installed: apt-get install openssh-client")
  }
  package func sshKeygenFailed(_ program: String, _ cause: String) -> String {
    say("\(program) 没有运行完：\(shown(cause))", "\(program) did not finish: \(shown(cause))")
  }

  // The final file.

  package func refusedUnreviewed(_ state: ReviewStatus.State) -> String {
    say(
      "未导出：审核没有完成（\(name(of: state))）。各环节签核有效后再导出，或用 --draft 导出标明“草稿”的文件",
      "Not exported: the review is not complete (\(name(of: state))). Export when all stages have signed, or a marked draft with --draft"
    )
  }

  // Comments.

  package var commentsName: String { say("批注", "Comments") }

  /// A place of the form as people say it; the name itself where the form has no such place.
  package func placeName(_ name: String, in form: Form) -> String {
    switch form.place(named: name) {
    case .cell(let cell): fullName(of: cell, in: form)
    case .row(let table, let row):
      form.tables[table].rows[row].label + say("（整行）", " (row)")
    case .table(let table): form.tables[table].heading ?? name
    case .section(let id): form.section(id)?.title ?? name
    case nil: name
    }
  }
  package func commentHead(
    _ number: Int, place: String, quote: String?, isOpen: Bool
  ) -> String {
    let words = quote.map { say("“\(shown($0))”", " “\(shown($0))”") } ?? ""
    let state = isOpen ? say("未办结", "open") : say("已办结", "settled")
    return say(
      "\(number). [\(state)] \(shown(place))\(words)",
      "\(number). [\(state)] \(shown(place))\(words)")
  }
  package func remarkLine(_ remark: Comment.Remark) -> String {
    let head = [remark.on.isEmpty ? "" : minute(of: remark.on), shown(remark.by)]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return head.isEmpty ? shown(remark.text) : head + say("：", ": ") + shown(remark.text)
  }
  package func resolutionLine(_ resolution: Comment.Resolution) -> String {
    let head = [resolution.on.isEmpty ? "" : minute(of: resolution.on), shown(resolution.by)]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return head + (head.isEmpty ? "" : " ") + say("办结", "settled it")
  }
  package func noComments(in path: String) -> String {
    say("\(shown(path))：没有批注", "\(shown(path)): no comments")
  }
  package func noSuchComment(_ number: Int, count: Int) -> String {
    say(
      "没有第 \(number) 条批注，共 \(count) 条", "there is no comment \(number); there are \(count)")
  }
  package var commentNeedsText: String { say("--text：缺少内容", "--text: say something") }
  package var oneCommentAction: String {
    say(
      "--on、--reply、--resolve、--reopen 一次只能用一个；--text 用于 --on 和 --reply，--quote 用于 --on",
      "one of --on, --reply, --resolve and --reopen at a time; --text goes with --on and --reply, --quote with --on"
    )
  }
  package func quoteNotThere(_ quote: String, in place: String) -> String {
    say(
      "“\(shown(place))”里没有这些文字：\(shown(quote))",
      "“\(shown(place))” does not have these words: \(shown(quote))")
  }
}
