package import ReportModel

/// What the sheet says that an office files about a review, and what is said of writing it.
extension Wording {
  package var reviewSheetHelp: String {
    say(
      "另写一份审核单（docx、html 或 md），不论审核进度；只写审核单时不用 -o",
      "Write a sheet about the review as well (docx, html or md), whatever its state; without -o only that"
    )
  }

  package func reviewSheetTitle(_ report: String) -> String {
    report + say("审核单", ": review sheet")
  }

  package func reviewSheetEnding(_ ending: String) -> String {
    say(
      "--review-sheet：不能写“\(shown(ending))”格式，可用 docx、html、md",
      "--review-sheet: cannot write “\(shown(ending))”; use docx, html or md")
  }
  package var exportNeedsFile: String {
    say(
      "没有写明导出的文件，请用 -o 或 --review-sheet", "name the file to write with -o or --review-sheet")
  }
  package var sheetIsTheReport: String {
    say("-o 和 --review-sheet 不能是同一个文件", "-o and --review-sheet cannot be the same file")
  }
  package func optionWithoutOutput(_ option: String) -> String {
    say("\(option) 要和 -o 一起用", "\(option) goes with -o")
  }

  /// The parts of the sheet, in order.
  package enum ReviewSheetPart: Int, CaseIterable, Sendable {
    case report, steps, oddities, findings, acceptances, comments, rekeyings
  }

  package func heading(of part: ReviewSheetPart) -> String {
    switch part {
    case .report: say("一、基本情况", "1. The report")
    case .steps: say("二、审核过程", "2. The review")
    case .oddities: say("三、需要注意的情况", "3. What is odd")
    case .findings: say("四、检查发现的问题", "4. Findings")
    case .acceptances: say("五、保留问题的说明", "5. Findings let stand, with reasons")
    case .comments: say("六、批注", "6. Comments")
    case .rekeyings: say("七、复录核对", "7. Figures typed again")
    }
  }

  /// That a part of the sheet has nothing in it.
  package func absence(in part: ReviewSheetPart) -> String {
    switch part {
    case .report: ""
    case .steps: say("没有提交、退回或签核的记录。", "Nothing was handed in, returned or signed.")
    case .oddities: say("没有。", "Nothing.")
    case .findings: say("没有发现问题。", "Nothing was found.")
    case .acceptances: say("没有。", "None.")
    case .comments: say("没有批注。", "No comments.")
    case .rekeyings: say("没有复录。", "Nothing was typed again.")
    }
  }

  /// What stands at the head of a line or a column of the sheet.
  package enum ReviewSheetLabel: Sendable {
    case organ, year, form, report, state, content
    case number, stage, action, person, time, validity
    case place, message, rule, reason, day, standing
    case remarks, stored, typed
  }

  package func label(_ label: ReviewSheetLabel) -> String {
    switch label {
    case .organ: say("机关名称", "Organ")
    case .year: say("年度", "Year")
    case .form: say("表样", "Form")
    case .report: say("报告标题", "Title")
    case .state: say("审核进度", "State of the review")
    case .content: say("内容摘要（SHA-256）", "Digest of the content (SHA-256)")
    case .number: say("序号", "No.")
    case .stage: say("环节", "Stage")
    case .action: say("办理", "Step")
    case .person: say("办理人", "Who")
    case .time: say("时间", "When")
    case .validity: say("签核效力", "Sign-off")
    case .place: say("位置", "Place")
    case .message: say("问题", "What is found")
    case .rule: say("规则", "Rule")
    case .reason: say("理由", "Reason")
    case .day: say("日期", "Day")
    case .standing: say("现状", "Now")
    case .remarks: say("批注和答复", "Comment and answers")
    case .stored: say("草稿中的数", "In the draft")
    case .typed: say("复录的数", "Typed again")
    }
  }

  package func sheetForm(_ form: Form) -> String {
    say("\(text(form.name))（\(form.id)）", "\(text(form.name)) (\(form.id))")
  }

  package func name(of action: ReviewStep.Action) -> String {
    switch action {
    case .submit: say("提交", "handed in")
    case .return: say("退回", "returned")
    case .sign: say("签核", "signed")
    }
  }

  package func sheetReason(_ reason: String) -> String {
    say("理由或附言：\(reason)", "Reason or remark: \(reason)")
  }
  package func sheetDigest(_ digest: String) -> String { say("摘要：\(digest)", "Digest: \(digest)") }

  /// A sign-off that a later step took the place of.
  package var supersededSignOff: String {
    say("此后已退回、重新提交或重新签核", "since then returned, handed in anew or signed anew")
  }

  /// What a sign-off is worth, with what its key's signature is.
  package func validity(_ words: String, _ signature: Signature) -> String {
    words + say("；", "; ") + name(of: signature)
  }

  package func unsignedStages(_ stages: [String]) -> String {
    say(
      "尚未签核的环节：\(stages.joined(separator: "、"))。",
      "Not signed yet: \(stages.joined(separator: ", ")).")
  }

  /// What sign-offs without keys do not prove.
  package var worthOfSignOffs: String {
    say(
      "说明：签核效力按本审核单生成时草稿的内容判定。没有经密钥签名并验证的签核，只能说明内容此后有没有改动，不能证明由何人签核。",
      "Note: whether a sign-off holds is judged by what the draft held when this sheet was made. A sign-off whose key was not verified tells whether the content was changed since; it does not prove who signed."
    )
  }

  package func sheetFindings(_ severity: Severity, count: Int) -> String {
    switch severity {
    case .error: say("错误 \(count) 处", count == 1 ? "1 error" : "\(count) errors")
    case .warning: say("提醒 \(count) 处", count == 1 ? "1 warning" : "\(count) warnings")
    case .hint: say("提示 \(count) 处", count == 1 ? "1 hint" : "\(count) hints")
    }
  }

  /// Whether a reason still fits a finding as things stand.
  package func standing(ofAcceptance holds: Bool) -> String {
    holds
      ? say("有效", "holds")
      : say("所说明的问题已不存在或已变化", "what it was about is gone or has changed")
  }

  package func standing(of comment: Comment) -> String {
    comment.resolution.map(resolutionLine) ?? say("未办结", "open")
  }

  /// A place with the words that are meant.
  package func commentPlace(_ place: String, quote: String?) -> String {
    place + (quote.map { say("“\($0)”", " “\($0)”") } ?? "")
  }

  /// What was typed again, by whom and when, and how much differed.
  package func rekeyingHead(_ rekeying: Rekeying, places: [String]) -> String {
    let who = [rekeying.on.isEmpty ? "" : minute(of: rekeying.on), rekeying.by]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let head = who.isEmpty ? "" : who + say("，", ", ")
    let (count, differences) = (rekeying.count, rekeying.differences.count)
    let result =
      differences == 0
      ? say("与草稿一致", "all as in the draft")
      : say(
        "\(differences) 个与当时的草稿不同", "\(differences) not as in the draft then")
    return head
      + say(
        "复录\(places.joined(separator: "、"))，共 \(count) 个数，\(result)。",
        "\(places.joined(separator: ", ")): \(count) typed again, \(result).")
  }

  /// The first places of several.
  package func sheetPlaces(_ places: [String], of count: Int) -> String {
    let list = places.joined(separator: say("；", "; "))
    return count > places.count ? say("\(list)等 \(count) 处", "\(list) … (\(count) places)") : list
  }

  package func figureOrBlank(_ figure: Quantity?) -> String {
    figure?.description ?? blankValue
  }

  /// A place of the form as people say it, also one of the organ's data, of last year's figures and
  /// of the report as a whole, as findings and acceptances name them.
  package func sheetPlace(_ name: String, in form: Form) -> String {
    if name.hasPrefix(Form.previousMark) {
      let place = placeName(String(name.dropFirst(Form.previousMark.count)), in: form)
      return say("上年：\(place)", "last year: \(place)")
    }
    let organMark = "organ."
    if name.hasPrefix(organMark),
      let key = Organ.Key(rawValue: String(name.dropFirst(organMark.count)))
    {
      return self.name(of: key)
    }
    if name == "year" { return self.name(of: nil as Organ.Key?) }
    if let section = form.section(name) {
      return section.title.isEmpty ? section.short : section.title
    }
    return placeName(name, in: form)
  }
}
