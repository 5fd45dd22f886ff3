package import ReportModel

/// What a command of the command line is for, in one line of its help page.
package enum CommandLineTopic: Sendable {
  case nianbao, start, edit, review, demo, new, importReport, set, accept, show, check, export,
    diff, merge, forms, log
  case draftArgument, draftToEdit, draftToReview, draftToWrite, draftToChange, draftsArgument,
    organOption, yearOption, levelOption, kindOption, formOption
  case forceFlag, outputOption, reportOption, assignments, keys, checkFormat, strictFlag
  case exportFile, exportFormat, draftFlag, signedOnOption, linePitchOption, gbkFlag, byTableFlag
  case formsArguments, languageOption, colorOption
  case sources, diffFormat, ambiguousOption, plainFlag, previousOption,
    previousToCompare
  case acceptedRule, acceptedPlace, reasonOption, personOption
  case versions, draftOfVersions, showVersion, restoreVersion, restoreOutput
  case logKeys
  case submit, sendBack, sign, status, comments
  case stagesOption, stageToSign, stageToReturn, actingPerson, remarkOption, returnReason
  case verify, verifyTable, verifyPlace
  case signKeyOption, allowedSignersOption, statusFormat, againstOption
  case commentsOn, commentText, commentQuote, commentReply, commentResolve, commentReopen,
    commentsOpenFlag
  case tally, registerArgument, mapOption, columnOption, sheetOption, explainOption, dryRunFlag,
    partialFlag
  case mergeBase, mergeOurs, mergeTheirs, mergeOutput, mergeFavor, mergeName
}

extension Wording {
  /// The line of help for a command, an argument or an option.
  package func help(_ topic: CommandLineTopic) -> String {
    switch topic {
    case .nianbao:
      say("编制政府信息公开工作年度报告", "Prepare the yearly report on government-information work")
    case .start: say("列出本文件夹中的草稿", "Show the drafts in this folder")
    case .edit: say("打开编辑器填报草稿", "Open a draft in the editor")
    case .review: say("只读打开草稿，供审核", "Open a draft for review; values are read-only")
    case .demo: say("用内置样例试用编辑器", "Try the editor on a bundled sample")
    case .new: say("新建草稿", "Make a new draft")
    case .importReport:
      say("把已发布或已填好的报告读成草稿", "Read a published or filled-in report into a draft")
    case .set: say("用命令填数、填文字", "Set figures and texts from a script")
    case .accept: say("对提醒说明理由，予以保留", "Let a warning stand, with a reason")
    case .show: say("显示草稿的表格，或按键列出数值", "Print the tables of a draft, or single values")
    case .check: say("检查勾稽关系和完整性", "Check totals and completeness")
    case .export: say("导出最终文件", "Export the final file")
    case .diff: say("比较两份草稿", "Compare two drafts")
    case .log: say("列出何人何时改动了什么", "Tell who changed what in a draft, and when")
    case .logKeys:
      say(
        "单元格地址、表或行、各部分、organ.项目、year；不写为全部",
        "Addresses, tables, rows, sections, organ.KEY, year; everything without any")
    case .submit: say("提交审核", "Hand a draft in for review")
    case .sendBack: say("退回草稿，说明理由", "Return a draft, with a reason")
    case .sign: say("签核草稿", "Sign a draft off for a stage")
    case .status: say("列出审核进度和签核是否有效", "Tell how far reviews are, and which sign-offs hold")
    case .comments: say("列出批注，或添加、答复、办结批注", "List comments, add one, answer or settle it")
    case .verify:
      say("由另一人复录数字（看不到原数），与草稿核对", "Let a second person type figures again, unseen, and compare")
    case .verifyTable:
      say("要复录的表；可写多次；默认为全部表", "A table to type again; may be repeated; all by default")
    case .verifyPlace:
      say("要复录的单元格、行或部分；可写多次", "A cell, row or section to type again; may be repeated")
    case .stagesOption:
      say(
        "审核环节，按顺序用逗号隔开，如 初审,复审,终审；默认取自配置",
        "The stages of review in their order, with commas between; from the config by default")
    case .stageToSign:
      say("签核的环节；默认为轮到的环节", "The stage to sign for; by default the one whose turn it is")
    case .stageToReturn:
      say("退回的环节；默认为轮到的环节", "The stage that returns; by default the one whose turn it is")
    case .actingPerson: say("办理人姓名；默认取自配置", "Who does it; from the config by default")
    case .remarkOption: say("附言", "A remark")
    case .returnReason: say("退回的理由", "Why it is returned")
    case .signKeyOption:
      say(
        "SSH 私钥（或 ssh-agent 中的公钥）文件，用来签名",
        "An SSH key to sign with: the private key, or the public one of a key in the agent")
    case .allowedSignersOption:
      say(
        "可信签名人名单（allowed_signers，一行一人：姓名 公钥），用来验证签名",
        "A list of who may sign (allowed_signers: a name and a public key a line), to verify with")
    case .againstOption:
      say(
        "与这份草稿相比，标出不同之处；默认与上次审核时相比",
        "Compare with this draft and mark what differs; by default with the last review")
    case .statusFormat: say("输出格式：text 或 json", "The output: text or json")
    case .commentsOn:
      say(
        "在此处添加批注：单元格地址、行（表.行）、表或部分",
        "Comment on this: a cell’s address, a row (TABLE.ROW), a table or a section")
    case .commentText: say("批注或答复的内容", "What the comment or the answer says")
    case .commentQuote: say("批注所指的文字", "The words of the text that are meant")
    case .commentReply: say("答复第几条批注", "The number of the comment to answer")
    case .commentResolve: say("办结第几条批注", "The number of the comment to settle")
    case .commentReopen: say("重新打开第几条批注", "The number of the comment to open again")
    case .commentsOpenFlag: say("只列未办结的", "Only those that are open")
    case .merge: say("把两人分别改过的草稿合并", "Merge two drafts that began as one")
    case .forms: say("列出表样、显示表样定义、检查自定表样", "List forms, print one, or check your own")
    case .draftArgument: say("草稿文件；“-”为标准输入", "The draft file; “-” is standard input")
    case .draftToEdit: say("草稿文件；没有就新建", "The draft file; begun anew where there is none")
    case .draftToReview: say("草稿文件", "The draft file")
    case .draftToWrite:
      say("要写入的草稿；“-”为标准输出", "The draft to write; “-” is standard output")
    case .draftToChange:
      say(
        "草稿文件；“-”为从标准输入读、写到标准输出",
        "The draft file; “-” reads standard input and writes standard output")
    case .draftsArgument:
      say(
        "草稿文件或文件夹（文件夹指其中的 *.json）；“-”为标准输入",
        "Draft files or folders (the *.json directly in them); “-” is standard input")
    case .organOption: say("机关名称", "The organ’s name")
    case .yearOption: say("报告年度，四位数字", "The report year, four digits")
    case .levelOption:
      say(
        "级别：national、province、city、county、township",
        "The level: national, province, city, county, township")
    case .kindOption: say("类别：government、department", "The kind: government, department")
    case .formOption:
      say("表样的名称，或自定表样文件", "The id of a form, or the file of your own")
    case .forceFlag: say("允许替换已有的文件", "Replace a file that exists")
    case .outputOption: say("写入的草稿；“-”为标准输出", "The draft to write; “-” is standard output")
    case .reportOption: say("读取情况的格式：text 或 json", "The form of the import report: text or json")
    case .assignments:
      say(
        "键=值：单元格地址、文字部分（@文件 取文件内容）、organ.项目、year",
        "KEY=VALUE: a cell’s address, a text (@FILE reads it), organ.KEY, year")
    case .keys:
      say("单元格地址、表或行、文字部分、organ.项目、year", "Addresses, tables, rows, texts, organ.KEY, year")
    case .checkFormat: say("输出格式：text、json 或 ndjson", "The output: text, json or ndjson")
    case .strictFlag: say("有提醒也算不通过", "Warnings count as failure too")
    case .exportFile: say("导出的文件；“-”为标准输出", "The file to write; “-” is standard output")
    case .exportFormat:
      say(
        "格式：html、docx、xlsx、csv、md、txt 或 json（默认按扩展名）",
        "The format: html, docx, xlsx, csv, md, txt or json (default: by the ending)")
    case .draftFlag: say("有错误也导出，每页标明“草稿”", "Export despite errors, marked 草稿 on every page")
    case .signedOnOption:
      say(
        "落款日期，如 2024-01-15；机关取草稿中的名称（html、docx、pdf、md、txt）",
        "Sign with the organ and this day, such as 2024-01-15 (html, docx, pdf, md, txt)")
    case .linePitchOption:
      say(
        "正文行距，28 至 30 磅，默认 28（docx）", "The distance of lines, 28 to 30 points; 28 by default (docx)"
      )
    case .gbkFlag:
      say(
        "用 GB18030（含 GBK）编码，供旧软件使用（csv、txt）",
        "Write GB18030, which holds GBK, for older programs (csv, txt)")
    case .byTableFlag:
      say(
        "每张表另写一个文件：报告-表名.csv（csv）",
        "Write each table to a file of its own as well: REPORT-TABLE.csv (csv)")
    case .formsArguments: say("表样名称；或 check 文件", "A form’s id; or check FILE")
    case .languageOption: say("界面语言：zh 或 en", "The language: zh or en")
    case .colorOption: say("颜色：auto、always 或 never", "Colours: auto, always or never")
    case .sources: say("一个或几个来源文件，按顺序构成一份报告", "One or more files that make one report, in order")
    case .diffFormat: say("输出格式：text 或 json", "The output: text or json")
    case .previousOption:
      say(
        "上年的报告：草稿，或 import 能读的文件；存入草稿",
        "Last year’s report: a draft, or what import reads; kept in the draft")
    case .previousToCompare:
      say(
        "上年的报告：草稿，或 import 能读的文件；只用于这次检查",
        "Last year’s report: a draft, or what import reads; for this check only")
    case .mergeBase: say("两份草稿共同的原稿；可以是空文件", "What both drafts began as; may be an empty file")
    case .mergeOurs: say("本方的草稿；合并结果写回这里", "Our draft; the result is written here")
    case .mergeTheirs: say("对方的草稿", "Their draft")
    case .mergeOutput:
      say("结果写入别的文件；“-”为标准输出", "Write the result elsewhere; “-” is standard output")
    case .mergeFavor:
      say("两边改得不同的，都取哪一方：ours 或 theirs", "Which side has it where both differ: ours or theirs")
    case .mergeName:
      say("提示信息中用的文件名（git 的 %P）", "The name to call the draft by in messages (%P of git)")
    case .acceptedRule: say("规则，如 jump；见 check 的输出", "The rule, such as jump, as check prints it")
    case .acceptedPlace:
      say("问题所在的单元格地址或文字部分", "A cell’s address or a text’s id that the finding names")
    case .reasonOption: say("保留的理由，不能为空", "Why it may stand; not empty")
    case .personOption: say("说明人（默认为登录名）", "Who says so (default: the login name)")
    case .tally:
      say("按依申请公开登记表填写收到和处理申请的表", "Count a register of requests into the table of requests")
    case .registerArgument:
      say("登记表文件，一行一件；“-”为标准输入", "The register, a line a request; “-” is standard input")
    case .mapOption:
      say(
        "登记表中的词归入哪一栏、哪一行：词=栏或行的名称（id），可写多次",
        "What a word of the register means: WORD=ID of a column or row; may be repeated")
    case .columnOption:
      say(
        "哪一栏是什么：applicant、received、answered、outcome=栏名或第几栏，可写多次",
        "Which column is what: applicant, received, answered, outcome=HEADING or number; may be repeated"
      )
    case .sheetOption: say("只读这个工作表，可写多次", "Read this sheet only; may be repeated")
    case .explainOption:
      say("列出构成这一格的登记行，不写草稿", "List the lines that make up this cell; write nothing")
    case .dryRunFlag: say("只显示会改动的格，不写草稿", "Show what would change; write nothing")
    case .partialFlag:
      say("有未归入的行时，也写入能归入的", "Write what fits even if lines fit nowhere")
    case .versions: say("列出、查看、恢复草稿以前的版本", "List, show or restore what a draft held before")
    case .draftOfVersions: say("草稿文件；已经不在也可以", "The draft file, be it gone")
    case .showVersion: say("把这一版的内容写到标准输出", "Print this version to standard output")
    case .restoreVersion:
      say("恢复为这一版，现在的内容先留作一版", "Restore this version; the present content is kept as one")
    case .restoreOutput:
      say("恢复到另一个文件，原来须没有这个文件", "Restore into another file, which must not exist")
    case .plainFlag:
      say(
        "逐行方式：不画屏幕，一问一答，供读屏软件和简单终端使用",
        "Line by line, without a screen: for screen readers and plain terminals")
    case .ambiguousOption:
      say(
        "制表线、引号等字符的宽度：ask、narrow 或 wide",
        "The width of ambiguous characters: ask, narrow or wide")
    }
  }

  // What commands print.

  package func checkHeader(
    path: String, draft: Draft, errors: Int, warnings: Int, hints: Int, accepted: Int
  ) -> String {
    let organ = draft.organ.name.isEmpty ? unnamedOrgan : draft.organ.name
    let head = say(
      "\(path)：\(organ) \(draft.year) 年度（\(draft.form.id)）错误 \(errors)，提醒 \(warnings)，提示 \(hints)",
      "\(path): \(organ) \(draft.year) (\(draft.form.id)), \(plural(errors, "error")), \(plural(warnings, "warning")),"
        + " \(plural(hints, "hint"))")
    return accepted == 0 ? head : head + say("，已说明 \(accepted)", ", \(accepted) accepted")
  }

  /// The alternatives of a finding, each as `checkFix` says it.
  package func checkFixes(_ fixes: [String]) -> String {
    say("建议：", "suggestion: ") + fixes.joined(separator: say(" 或 ", " or "))
  }

  /// One alternative: its changes as `set` takes them, after what they mean together, if anything.
  package func checkFix(_ changes: [String], _ meaning: String?) -> String {
    let changes = changes.joined(separator: " ")
    guard let meaning else { return changes }
    return say("\(meaning)（\(changes)）", "\(meaning) (\(changes))")
  }

  /// What became of a report of last year that is no draft.
  package func previousImported(_ path: String, year: Int, placed: Int, notPlaced: Int) -> String {
    say(
      "\(shown(path))：作为上年报告读取，\(year) 年度，录入 \(placed) 格，未录入 \(notPlaced) 行",
      "\(shown(path)): read as last year’s report, \(year), \(plural(placed, "cell")) placed,"
        + " \(plural(notPlaced, "line")) not placed")
  }

  /// That the report given as last year’s is of another year, so that nothing is compared.
  package func notLastYear(
    _ path: String, year: Int, previous: String, previousYear: Int
  ) -> String {
    say(
      "\(shown(path))：本报告是 \(year) 年度，\(shown(previous)) 是 \(previousYear) 年度，不是上一年度，未与它比较",
      "\(shown(path)): this report is for \(year), \(shown(previous)) for \(previousYear):"
        + " that is not the year before, so they are not compared")
  }

  /// That the report given as last year's has another organ's name.
  package func notOwnLastYear(_ path: String, organ: String, previous: String) -> String {
    say(
      "\(shown(path))：是\(shown(previous))的报告，本报告是\(shown(organ))的，请核对是否给错了文件",
      "\(shown(path)): a report of \(shown(previous)), this one is of \(shown(organ));"
        + " check whether it is the right file")
  }

  package func demoFolder(_ path: String) -> String {
    say("样例在此：\(shown(path))", "The sample is here: \(shown(path))")
  }

  package func rescued(_ path: String) -> String {
    say("未保存的内容已另存为：\(path)", "Unsaved work was kept as: \(path)")
  }

  package var notRescued: String {
    say("未保存的内容未能另存", "Unsaved work could not be kept")
  }

  package func formYears(first: Int?, last: Int?) -> String {
    switch (first, last) {
    case (let first?, let last?): say("\(first)–\(last) 年度", "report years \(first)–\(last)")
    case (let first?, nil): say("\(first) 年度起", "report years from \(first)")
    case (nil, let last?): say("至 \(last) 年度", "report years up to \(last)")
    case (nil, nil): ""
    }
  }

  package func formIsFine(_ path: String, cells: Int, relations: Int) -> String {
    say(
      "\(path)：表样可用，\(cells) 格，\(relations) 条勾稽关系",
      "\(path): the form is fine, \(plural(cells, "cell")), \(plural(relations, "relation"))")
  }

  /// The same where nobody can say whether the rules contradict each other.
  package func formIsReadable(_ path: String, cells: Int, relations: Int) -> String {
    say(
      "\(path)：表样写法正确，\(cells) 格，\(relations) 条勾稽关系，规则之间是否矛盾未全部核对",
      "\(path): the form is well written, \(plural(cells, "cell")), \(plural(relations, "relation"));"
        + " not all of them were judged for contradictions")
  }

  /// What is wrong with a form whose rules contradict each other: the rules, and the cells for
  /// which they leave nothing but 0.
  package func contradiction(rules: [String], cells: [String], cellCount: Int) -> String {
    let names = rules.joined(separator: say("、", ", "))
    let shown = cells.joined(separator: say("、", ", "))
    let more = cellCount > cells.count ? say("等 \(cellCount) 格", " … (\(cellCount) cells)") : ""
    return say(
      "规则 \(names) 互相矛盾：要同时满足，\(shown)\(more)只能填 0；请检查这些规则的 left、right 和 comparison",
      "the rules \(names) contradict each other: to satisfy them all, \(shown)\(more) can only be 0;"
        + " look at their left, right and comparison")
  }

  /// That a form is too large for its rules to be compared with each other.
  package var contradictionsNotJudged: String {
    say(
      "关系太多且互相交错，没有逐一检查规则之间是否矛盾",
      "its relations are too many and too interwoven to look for contradictions among all of them")
  }

  package func refusedExport(errors: Int) -> String {
    say(
      "未导出：还有 \(errors) 处错误。改正后再导出，或用 --draft 导出标明“草稿”的文件",
      "Not exported: \(plural(errors, "error")) \(errors == 1 ? "stands" : "stand"). Correct them, or export a marked draft with --draft"
    )
  }

  /// Beside two equal counts of characters.
  package var sameLength: String { say("字数相同，内容不同", "as long, but not the same") }

  /// A passage of a text that differs, after its place: what went in [-…-], what came in {+…+}.
  ///
  /// A paragraph that ends in one of the two texts alone ends with ↵.
  package func lines(of passage: WordDifference.Passage) -> [String] {
    func marked(_ operation: WordDifference.Operation, _ text: String) -> String {
      switch operation {
      case .same: text
      case .removed: "[-" + text.replacing("\n", with: "↵\n") + "-]"
      case .added: "{+" + text.replacing("\n", with: "↵\n") + "+}"
      }
    }
    var words = passage.pieces.map { marked($0.operation, $0.text) }.joined()
    // Nothing but empty paragraphs.
    if words.isEmpty { words = marked(passage.new.isEmpty ? .removed : .added, "↵") }
    let place =
      passage.new.isEmpty
      ? say("原\(paragraphs(passage.old))", "\(paragraphs(passage.old)) of the old text")
      : paragraphs(passage.new)
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map {
      shown(String($0))
    }
    return [place + say("：", ": ") + (lines.first ?? "")] + lines.dropFirst().map { "  " + $0 }
  }

  private func paragraphs(_ range: Range<Int>) -> String {
    range.count == 1
      ? paragraph(range.lowerBound + 1)
      : say(
        "第 \(range.lowerBound + 1) 至 \(range.upperBound) 段",
        "Paragraphs \(range.lowerBound + 1) to \(range.upperBound)")
  }

  package var secondDraftOrVersion: String {
    say(
      "请给出两份草稿，或一份草稿和 --version 版本号", "name two drafts, or one and a version with --version")
  }

  package func noDrafts(in folder: String) -> String {
    say("\(shown(folder))：文件夹中没有草稿", "\(shown(folder)): no drafts in this folder")
  }

  package func skippedNoDraft(_ path: String) -> String {
    say("\(path)：不是草稿，已跳过", "\(path): no draft, skipped")
  }
}
