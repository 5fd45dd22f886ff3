import ReportModel

extension Wording {
  /// What a finding about the words of a text says, in one sentence.
  func message(of problem: WordProblem, _ finding: Finding, in form: Form) -> String {
    let quote = finding.text.map { quoted($0.quote) } ?? ""
    let section = finding.text.flatMap { form.section($0.section)?.short } ?? ""
    return switch problem {
    case .textBlank(let characters, let least):
      blankTextMessage(characters: characters, least: least, section: section)
    case .otherYear(let year):
      say(
        "这里写的是 \(year) 年，本报告的年度与此不同；是否沿用了别的年度的文字，请核对",
        "This says \(year), which is not the year of the report; was it taken from another year?")
    case .plannedInYear(let year):
      say(
        "\(year) 年是报告年度，这里写的却是该年的打算；是否沿用了上年的文字，请核对",
        "\(year) is the year of the report, but this plans for it; was it taken from last year’s?")
    case .brokenYear:
      say("统计期限的年份\(quote)不完整", "The year \(quote) of the statistical period is not a year")
    case .otherOrgan:
      say(
        "\(quote)不是本机关，请核对是否应为本机关名称",
        "\(quote) is not the organ that reports; should its own name stand here?")
    case .otherSelf:
      say(
        "\(quote)与本机关不符，请核对是否沿用了其他单位的文字",
        "\(quote) is not what this organ calls itself; was it taken from another report?")
    case .stale(let since, let instead):
      say(
        "\(quote)自 \(since) 年度起不再适用，\(text(instead))",
        "\(quote) no longer holds for reports of \(since) and later; \(text(instead))")
    case .feeMissing:
      say(
        "没有写收取信息处理费的情况，没有收取也要写明",
        "Nothing is said of the information handling fee; say so also when none was charged")
    case .periodMissing:
      say(
        "没有写明统计期限（本年1月1日至12月31日）",
        "The statistical period, 1 January to 31 December of the year, is not told")
    case .partsMissing(let names):
      say(
        "“\(section)”没有写到：" + names.joined(separator: "、"),
        "“\(section)” says nothing of: " + names.joined(separator: ", "))
    case .partCount(let stated, let expected):
      say(
        "写的是 \(stated) 个部分，规定格式为 \(expected) 个部分",
        "\(stated) parts are announced; the form has \(expected)")
    case .leftover(let leftover): message(of: leftover, quote)
    case .wrongWord(let right): say("\(quote)应为“\(right)”", "\(quote) should be “\(right)”")
    case .twiceVague:
      say("\(quote)前后矛盾，两个约数词只留一个", "\(quote) says both less and more; keep one of the two words")
    case .vagueSum:
      say(
        "\(quote)正好是各分项之和，是准确数，不必再用约数词",
        "\(quote) is just the sum of its parts; an exact figure needs no such word")
    case .doubled: say("\(quote)重复", "\(quote) stands twice")
    case .sameText(let percent):
      say(
        "与上年报告有 \(percent)% 的文字相同，请写本年的情况",
        "\(percent)% of the text is last year's; write about this year")
    case .identityNumber:
      say("含有居民身份证号码，公开前应当删除", "An identity-card number stands here; remove it before publication")
    case .mobileNumber:
      say(
        "含有手机号码，不是对外联系电话的应当删除",
        "A mobile number stands here; remove it unless it is an office's contact")
    }
  }

  private func blankTextMessage(characters: Int, least: Int, section: String) -> String {
    if characters == 0 { return say("“\(section)”没有写", "“\(section)” is empty") }
    return say(
      "“\(section)”只写了 \(characters) 个字，至少应有 \(least) 个字",
      "“\(section)” has only \(characters) characters; it should have at least \(least)")
  }

  private func message(of leftover: Leftover, _ quote: String) -> String {
    switch leftover {
    case .placeholder:
      say("\(quote)是占位文字，请改为实际内容", "\(quote) holds a place; write what belongs there")
    case .promptBracket:
      say("\(quote)是模板里的提示，请填写或者删除", "\(quote) is a prompt of a template; fill it in or remove it")
    case .markup: say("\(quote)是网页或者排版的标记，请删除", "\(quote) is a sign of another format; remove it")
    case .halfBracket: say("\(quote)没有与之配对的另一半", "\(quote) has no other half")
    case .gap: say("此处留有空缺，请补填", "Something was left out here; fill it in")
    case .formPrompt:
      say("\(quote)是表格的填写说明，请删除", "\(quote) is an instruction of the form; remove it")
    }
  }

  /// Words of a text as a sentence names them: on one line, and not too long.
  private func quoted(_ words: String) -> String {
    let longest = 40
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "“\(line.count > longest ? line.prefix(longest) + "…" : line)”"
  }
}
