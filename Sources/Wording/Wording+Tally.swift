package import ReportModel

extension Wording {
  /// What a column of a register says.
  package func name(of role: RegisterDefinition.Role) -> String {
    switch role {
    case .applicant: say("申请人类型", "kind of applicant")
    case .received: say("收到日期", "day of receipt")
    case .answered: say("答复日期", "day of the answer")
    case .outcome: say("办理结果", "outcome")
    }
  }

  // What is wrong with a register as a whole, or with a command line about one.

  package var registerAndDraftFromStandardInput: String {
    say(
      "登记表和草稿不能都从标准输入读取", "the register and the draft cannot both come from standard input")
  }
  package func openQuote(line: Int) -> String {
    say(
      "第 \(line) 行有一个双引号没有配对，其后的内容无法分栏", "line \(line): a double quote is never closed")
  }
  package func noSuchSheet(_ name: String, known: [String]) -> String {
    listed(
      say("没有工作表“\(shown(name))”", "there is no sheet “\(shown(name))”"), say("现有：", "there are: "),
      known)
  }
  package func noSuchHeading(_ name: String, known: [String]) -> String {
    listed(
      say(
        "--column：登记表没有“\(shown(name))”这一栏", "--column: the register has no column “\(shown(name))”"
      ),
      say("现有：", "there are: "), known)
  }
  package func noAssignment(_ option: String, _ text: String) -> String {
    say("\(option)：“\(shown(text))”应写成 甲=乙", "\(option): “\(shown(text))” should be A=B")
  }
  package func formWithoutRegister(_ id: String) -> String {
    say(
      "表样 \(shown(id)) 没有说明登记表怎样归入（register）",
      "the form \(shown(id)) does not say how a register is counted")
  }
  package var noHeadings: String {
    say(
      "没有找到表头：同一行至少要有申请人类型、收到日期、答复日期、办理结果中的两栏，别的栏名用 --column 指明",
      "no headings were found: one row must have at least two of kind of applicant, day of receipt,"
        + " day of the answer, outcome; name other headings with --column")
  }
  package func missingColumns(
    _ roles: [RegisterDefinition.Role], at place: String, headings: [String]
  ) -> String {
    let names = roles.map { "\(name(of: $0))（\($0.rawValue)）" }
    let plain = roles.map { "\(name(of: $0)) (\($0.rawValue))" }
    return listed(
      say(
        "\(place)的表头中没有找到或不能确定：\(names.joined(separator: "、"))，请用 --column 名称=栏名 指明，不需要的工作表用 --sheet 排除",
        "\(place): no single column for \(plain.joined(separator: ", ")); say --column ROLE=HEADING,"
          + " or leave the sheet out with --sheet"),
      say("现有的栏：", "headings: "), headings)
  }

  private func listed(_ sentence: String, _ lead: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return sentence }
    return sentence + say("。", "; ") + lead
      + items.prefix(40).map(shown).joined(separator: say("、", ", "))
  }

  // Questions.

  package func whichColumn(_ role: RegisterDefinition.Role, at place: String) -> String {
    say("\(place)的表头：哪一栏是“\(name(of: role))”？", "\(place): which column is the \(name(of: role))?")
  }
  package var noColumn: String { say("没有这一栏，停止", "none; stop") }
  package func whatDoesItMean(
    _ word: String, as role: RegisterDefinition.Role, lines: [String]
  ) -> String {
    let first = lines.first ?? ""
    return say(
      "\(name(of: role))“\(shown(word))”（\(lines.count) 行，如\(first)）归入哪一项？",
      "\(name(of: role)) “\(shown(word))” (\(plural(lines.count, "line")),"
        + " such as \(first)): what does it mean?"
    )
  }
  package var leaveWord: String { say("暂不归入，把这些行列出来", "leave it, and list these lines") }
  package func numberedChoice(_ number: Int, _ text: String) -> String {
    "\(number < 10 ? "  " : " ")\(number)  \(shown(text))"
  }
  package var typeNumber: String { say("输入编号，按回车：", "Type a number and press Enter:") }
  package func noSuchNumber(_ count: Int) -> String {
    say("请输入 0 至 \(count) 的编号：", "Type a number from 0 to \(count):")
  }
  package var tallyStopped: String { say("已停止，没有写入草稿", "stopped; the draft was not written") }
  package func answersKept(_ path: String) -> String {
    say("所选的归入办法已记入 \(shown(path))，下次不再问", "What you chose is kept in \(shown(path))")
  }
  package func answersNotKept(_ failure: String) -> String {
    say("所选的归入办法没有记下：\(failure)", "What you chose was not kept: \(failure)")
  }

  /// What was typed with ordinary digits and no blanks around.
  package func plainDigits(_ text: String) -> String {
    String(
      text.compactMap { $0.wholeNumberValue.map(String.init) ?? ($0.isWhitespace ? nil : "x") }
        .joined())
  }
}

extension Wording {
  // The report.

  package func columnRead(
    _ role: RegisterDefinition.Role, as heading: String, number: Int
  ) -> String {
    say(
      "\(name(of: role))＝第 \(number) 栏“\(shown(heading))”",
      "\(name(of: role)) = column \(number) “\(shown(heading))”")
  }
  package func sheetRead(lines: Int, columns: [String], at place: String) -> String {
    let columns = columns.joined(separator: say("，", ", "))
    return say(
      "读取 \(lines) 行（\(columns)）\t表头在\(place)",
      "read: \(plural(lines, "line")) (\(columns))\t\(place)")
  }
  package func sheetNotRead(at place: String) -> String {
    say("未读取：没有表头\t\(place)", "not read: no headings\t\(place)")
  }
  package func hiddenSheet(_ name: String) -> String {
    say(
      "未读取：工作表“\(shown(name))”已隐藏，要读取请用 --sheet 指明",
      "not read: the sheet “\(shown(name))” is hidden; --sheet reads it")
  }
  package func wordUnused(_ word: String, _ role: RegisterDefinition.Role) -> String {
    say(
      "--map：没有一行的\(name(of: role))是“\(cut(word))”，请核对",
      "--map: no line has “\(cut(word))” as its \(name(of: role)); check it")
  }
  package func skippedLine(_ text: String, at place: String) -> String {
    say("略去（不是申请）：\(shown(text))\t\(place)", "skipped (no request): \(shown(text))\t\(place)")
  }
  /// What a person told that a word means, so that it is seen every time.
  package func wordTold(
    _ word: String, _ role: RegisterDefinition.Role, id: String, lines: Int
  ) -> String {
    say(
      "按指定归入：\(name(of: role))“\(cut(word))”＝\(id)（\(lines) 行）",
      "as told: \(name(of: role)) “\(cut(word))” = \(id) (\(plural(lines, "line")))")
  }
  package func receivedAfter(_ day: String, at place: String) -> String {
    say(
      "不计入：\(day) 收到，在本年度之后\t\(place)", "not counted: received on \(day), after the year\t\(place)")
  }
  package func answeredBefore(_ day: String, at place: String) -> String {
    say(
      "不计入：\(day) 已答复，在本年度之前\t\(place)",
      "not counted: answered on \(day), before the year\t\(place)")
  }
  package func figureChanged(_ address: String, from old: Quantity, to new: Quantity) -> String {
    say("改动：\(address) \(old) → \(new)", "changed: \(address) \(old) → \(new)")
  }
  package func misfit(_ reasons: [String], at place: String) -> String {
    let reasons = reasons.joined(separator: say("；", "; "))
    return say("未归入：\(reasons)\t\(place)", "fits nowhere: \(reasons)\t\(place)")
  }
  package func wordToMap(_ word: String, lines: Int) -> String {
    say(
      "“\(shown(word))”（\(lines) 行）归入哪一项，请用 --map '\(shown(word))=名称' 指明",
      "“\(shown(word))” (\(plural(lines, "line"))): say what it means with --map '\(shown(word))=ID'"
    )
  }
  /// Before the lines that `meaning` makes.
  package func meanings(of role: RegisterDefinition.Role) -> String {
    say("\(name(of: role))可用的名称：", "the IDs of \(name(of: role)):")
  }
  /// What a word may be said to mean.
  package func meaning(_ id: String, _ label: String) -> String { "  \(id)\t\(label)" }
  package func tallySummary(
    year: Int, counted: Int, foreign: Int, misfits: Int, changed: Int, replaced: Int
  ) -> String {
    say(
      "\(year) 年度：计入 \(counted) 行，不计入 \(foreign) 行，未归入 \(misfits) 行；"
        + "与草稿不同 \(changed) 格，其中原来有数的 \(replaced) 格",
      "\(year): \(plural(counted, "line")) counted, \(foreign) of other years, \(misfits) fit"
        + " nowhere;"
        + " \(plural(changed, "cell")) differ from the draft, \(replaced) of them had a figure")
  }
  package var tallyRefused: String {
    say(
      "未写入草稿：有未归入的行，或没有一行属于本年度。请改正登记表或用 --map 指明后再来；仍要写入能归入的，加 --partial",
      "The draft was not written: lines fit nowhere, or none belongs to the year. Correct the register or"
        + " use --map; --partial writes what fits")
  }

  package func fieldBlank(_ role: RegisterDefinition.Role) -> String {
    say("没有\(name(of: role))", "no \(name(of: role))")
  }
  package func noDay(_ role: RegisterDefinition.Role, _ text: String) -> String {
    say("\(name(of: role))“\(cut(text))”不是日期", "\(name(of: role)) “\(cut(text))” is no day")
  }
  package func answeredBeforeReceived(_ received: String, _ answered: String) -> String {
    say(
      "答复日期 \(answered) 早于收到日期 \(received)",
      "answered on \(answered), before it was received on \(received)")
  }
  package func unknownWord(_ role: RegisterDefinition.Role, _ word: String) -> String {
    say("\(name(of: role))“\(cut(word))”不能确定归入哪一项", "\(name(of: role)) “\(cut(word))” is not known")
  }
  package func noOutcome(answered: String) -> String {
    say("\(answered) 已答复，没有办理结果", "answered on \(answered), without an outcome")
  }
  package func notAnswered(outcome: String) -> String {
    say(
      "有办理结果“\(cut(outcome))”，没有答复日期", "has the outcome “\(cut(outcome))” and no day of the answer")
  }
  package func openThoughAnswered(_ answered: String, outcome: String) -> String {
    say(
      "\(answered) 已答复，办理结果却是“\(cut(outcome))”",
      "answered on \(answered), yet the outcome is “\(cut(outcome))”")
  }

  /// A text that may be long, in one line.
  private func cut(_ text: String) -> String {
    text.count > 40 ? shown(String(text.prefix(40))) + "…" : shown(text)
  }

  // The lines of one cell.

  package func notCounted(_ address: String) -> String {
    say("\(shown(address)) 不由登记表统计", "\(shown(address)) is not counted from a register")
  }
  package func tallyHeading(
    _ address: String, _ name: String, count: Int, inDraft: Quantity?, misfits: Int
  ) -> String {
    let present =
      inDraft.map { say("草稿中为 \($0)", "\($0) in the draft") } ?? say("草稿中未填", "blank in the draft")
    let rest =
      misfits == 0
      ? "" : say("；另有 \(misfits) 行未归入任何一格", "; \(misfits) more lines fit nowhere")
    return say(
      "\(address) \(name)：\(count) 行，\(present)\(rest)",
      "\(address) \(name): \(plural(count, "line")), \(present)\(rest)")
  }
}
