package import ReportModel

/// What is answered where the editor is used line by line.
extension Wording {
  package func plainFilled(_ name: String, _ value: String) -> String {
    plainSentences([say("已填：\(name)，\(value)", "Filled in: \(name), \(value)")])
  }
  package func plainEmptied(_ name: String) -> String {
    plainSentences([say("已清空：\(name)", "Made blank: \(name)")])
  }
  package var plainUndone: String { say("已撤销。", "Undone.") }
  package var plainRedone: String { say("已重做。", "Done again.") }
  package var plainFirst: String { say("已经是最前面。", "This is the very first.") }
  package var plainLast: String { say("已经是最后，没有下一格了。", "This is the very last.") }
  package func plainNoNumber(_ text: String) -> String {
    say(
      "“\(shown(text))”不是能填的数，没有改动。最多 15 位数字，其中小数最多 6 位。",
      "“\(shown(text))” is no number that fits; nothing was changed."
        + " At most 15 digits, 6 of them decimals.")
  }
  package func plainUnknown(_ text: String) -> String {
    say("不认识“\(shown(text))”。输入“帮助”看用法。", "Unknown: “\(shown(text))”. Type help for the words.")
  }
  package func plainNotHere(_ command: PlainCommand) -> String {
    say("这里不能用“\(word(of: command))”。", "\(word(of: command)) does nothing here.")
  }
  package var plainHowToComment: String {
    say("在“批注”后面写内容，就加一条。", "Words behind comment add one.")
  }
  package var plainNoSuchComment: String { say("没有这一条批注。", "There is no such comment.") }
  package func plainRemark(_ remark: Comment.Remark) -> String {
    plainSentences([say("批注，", "Comment, ") + remarkLine(remark)])
  }
  package var plainControls: String {
    say(
      "这一行含有控制字符（可能按了方向键），没有执行，请重新输入。",
      "That line has control characters, perhaps of an arrow key; nothing was done. Type it again.")
  }
  package var plainNotUTF8: String {
    say(
      "这一行不是 UTF-8 编码，没有执行。请把终端的字符集设为 UTF-8。",
      "That line is not UTF-8; nothing was done. Set the terminal to UTF-8.")
  }
  package var plainTooLong: String {
    say(
      "这一行太长，可能没有收全，没有执行。长的段落请分段输入，或退出后用 nianbao set 从文件读入。",
      "That line is too long to have come whole; nothing was done."
        + " Type shorter paragraphs, or leave and use nianbao set with a file.")
  }
  package var plainCorrectText: String {
    say(
      "文字中的问题请用“改段”直接修改；查实无误的，用“说明”写明理由。",
      "Correct the words with replace; where they are right, accept them with a reason.")
  }
  package func plainNoSuchAlternative(_ count: Int) -> String {
    say("没有这种改法，请输入 1 至 \(count)。", "There is no such change; type 1 to \(count).")
  }

  // Going places.

  package func plainNoPlace(_ text: String) -> String {
    say(
      "没有找到“\(shown(text))”。可以输入部分的序号（见“目录”）、行名列名中的几个字，或单元格地址。",
      "“\(shown(text))” was not found. Type a section’s number (see sections), words of a row or a"
        + " column, or a cell’s address.")
  }
  package func plainPlaces(_ count: Int) -> String {
    say("有 \(count) 处，请输入序号，直接回车不去：", "\(plural(count, "place")); type a number, or Enter to stay:")
  }
  package func plainPlace(_ number: Int, _ name: String) -> String {
    say("\(number)，\(name)。", "\(number), \(name).")
  }
  package func plainMore(_ count: Int) -> String {
    say("还有 \(count) 处没有列出，可以多写几个字再找。", "\(count) more are not listed; more words find fewer.")
  }
  package func plainMoreFindings(_ count: Int) -> String {
    say("还有 \(count) 处没有列出，可用“问题”逐处查看。", "\(count) more are not listed; finding goes through them.")
  }
  /// What parts the pieces of a name in a list.
  package var plainComma: String { say("，", ", ") }
  /// A finding in a list: how grave it is, and what it says.
  package func plainFound(_ finding: Finding, in form: Form) -> String {
    if let acceptance = finding.acceptance { return accepted(acceptance) }
    return name(of: finding.severity) + say("：", ": ") + shown(message(of: finding, in: form))
  }
  package var plainStayed: String { say("没有移动。", "Stayed.") }

  /// How an entry of the contents stands.
  package func plainEntry(_ number: Int, _ name: String, _ state: String, isHere: Bool) -> String {
    let here = isHere ? say("，现在在这里", ", you are here") : ""
    return plainSentences([
      say("\(number)，\(name)：\(state)\(here)", "\(number), \(name): \(state)\(here)")
    ])
  }
  package func plainEntryState(errors: Int, warnings: Int, hints: Int, blanks: Int) -> String {
    var parts: [String] = []
    if errors > 0 {
      parts.append(say("错误 \(errors) 处", "\(plural(errors, "error"))"))
    }
    if warnings > 0 {
      parts.append(say("提醒 \(warnings) 处", "\(plural(warnings, "warning"))"))
    }
    if hints > 0 { parts.append(say("提示 \(hints) 处", "\(plural(hints, "hint"))")) }
    if blanks > 0 { parts.append(say("空白 \(blanks) 格", "\(blanks) blank")) }
    return parts.isEmpty
      ? say("已填齐，没有问题", "complete, nothing found") : parts.joined(separator: say("，", ", "))
  }

  // Texts.

  package func plainWhichParagraph(_ count: Int) -> String {
    say("请写明第几段，1 至 \(count)。", "Say which paragraph, 1 to \(count).")
  }
  package func plainTypeParagraph(_ number: Int) -> String {
    say("请输入第 \(number) 段的新内容，直接回车不改：", "Type paragraph \(number) anew; Enter alone leaves it:")
  }
  package func plainTypeInsertion(_ number: Int) -> String {
    say(
      "请输入要插在第 \(number) 段前面的一段，直接回车不插：",
      "Type the paragraph to stand before paragraph \(number); Enter alone gives up:")
  }
  package var plainTypeMore: String {
    say("请输入文字，一行一段，直接回车结束：", "Type the paragraphs, one a line; Enter alone ends:")
  }
  package func plainWritten(_ number: Int) -> String {
    say("已写入第 \(number) 段。", "Paragraph \(number) is written.")
  }
  package func plainDeleted(_ number: Int) -> String {
    say("已删除第 \(number) 段。", "Paragraph \(number) is deleted.")
  }
  package var plainUnchanged: String { say("没有改动。", "Nothing was changed.") }
  package var plainLastYearText: String { say("上年的文字：", "Last year’s text:") }
  package var plainNoLastYearText: String { say("上年这里没有文字。", "Nothing stood here last year.") }

  /// A row: its label, then every column with its figure.
  package func plainRow(_ name: String, _ figures: [String]) -> String {
    let list = figures.joined(separator: say("，", ", "))
    return plainSentences([name.isEmpty ? list : say("\(name)：\(list)", "\(name): \(list)")])
  }
  package func plainFigure(_ column: String, _ value: String, lastYear: String?) -> String {
    let last = lastYear.map { say("（上年 \($0)）", " (last year \($0))") } ?? ""
    return [column, value].filter { !$0.isEmpty }.joined(separator: " ") + last
  }

  // Questions.

  package func plainReason(_ message: String) -> String {
    plainSentences([shown(message)])
      + say("请输入保留的理由，直接回车取消：", " Type why it may stand; Enter alone gives up:")
  }
  package func plainByWord(_ word: String, _ meaning: String) -> String {
    plainSentences([say("输入“\(word)”：\(meaning)", "Type \(word): \(meaning)")])
  }
  package func plainByAnything(_ meaning: String) -> String {
    plainSentences([say("直接回车或输入别的：\(meaning)", "Enter alone, or anything else: \(meaning)")])
  }

  // Help.

  package var plainHelpHead: String {
    say(
      "每行输入一个词，回车执行；括号里是简写，中文、英文的词都可以用。",
      "Type one word a line; short forms stand in brackets. Chinese words work, too.")
  }
  package func plainHelp(of place: PlainPlace) -> String {
    switch place {
    case .cell:
      say(
        "在表格中：直接输入数字就填入这一格并转到下一格，全角数字也可以；直接回车不改，转到下一格。",
        "In a table: a number fills this cell and goes on to the next; Enter alone goes on.")
    case .text:
      say(
        "在文字部分：直接回车读下一段，输入段号读那一段。",
        "In a text: Enter alone reads the next paragraph, a number reads that one.")
    case .field:
      say(
        "在机关信息中：用“填”加内容填写，数字可以直接输入；直接回车转到下一项。",
        "In the organ’s data: set and the text fills it in, a number may stand alone; Enter alone goes"
          + " on.")
    }
  }
  package func plainHelp(_ command: PlainCommand) -> String {
    let words = names(command)
    return plainSentences([say("\(words)：\(does(command))", "\(words): \(does(command))")])
  }

  private func names(_ command: PlainCommand) -> String {
    let words = language == .chinese ? command.words.chinese : command.words.english
    guard words.count > 1 else { return words[0] }
    return say("\(words[0])（\(words[1])）", "\(words[0]) (\(words[1]))")
  }

  private func does(_ command: PlainCommand) -> String {
    switch command {
    case .next: say("不改，往下走；同直接回车", "go on without a change, as Enter alone does")
    case .previous: say("回到上一格、上一段、上一项", "go back by one")
    case .nextFinding: say("转到下一处问题", "go to the next finding")
    case .previousFinding: say("转到上一处问题", "go to the previous finding")
    case .findings: say("列出全部问题，可按序号转到", "list the findings; a number goes there")
    case .takeSuggestion:
      say(
        "采纳建议；有几种改法时后面写序号，如“采纳 2”",
        "take the suggestion; with a number where there are several: take 2")
    case .accept:
      say("后面写理由，保留此处的提醒；已说明的可以撤回", "let the warning stand, the reason behind it; or withdraw that")
    case .set: say("后面写内容，填入此处", "fill in what stands behind it")
    case .blank: say("清空此处，空白不等于 0", "make this blank; blank is not 0")
    case .total: say("按各项之和填入这个总计；也可输入 =", "fill this total from its parts")
    case .allTotals: say("按各项之和填入本表所有空白的总计", "fill every blank total of this table from its parts")
    case .zeros: say("本表的空白格一律填 0，先询问", "fill the blanks of this table with 0, after asking")
    case .read:
      say("再读一遍此处；在文字部分后面可写段号", "say again where you are; in a text, a paragraph by its number")
    case .readRow: say("读这一行的各格", "read this row")
    case .readAll: say("读完整张表、全部段落或各项", "read this whole table, text or list")
    case .lastYear: say("读上年的数或文字", "read what stood here last year")
    case .story: say("读此处的修改记录：何人何时由什么改为什么", "read who changed what is here, and when")
    case .overview:
      say("全稿概况：审核进度、问题、批注、改动", "how the draft stands: review, findings, comments, changes")
    case .comment:
      say("读此处的批注；后面写内容，就是加一条批注", "read the comments here; with words behind it, add one")
    case .reply:
      say(
        "后面写内容，答复此处的批注；可先写序号，如“答复 2 已改”",
        "answer the comment here; or one by its number: reply 2 mended")
    case .settle: say("办结此处的批注；后面可写序号", "settle the comment here, or one by its number")
    case .reopen: say("重新打开已办结的批注；后面可写序号", "open a settled comment again, or one by its number")
    case .submit: say("提交审核，先询问", "hand the draft in for review, after asking")
    case .sendBack: say("后面写理由，退回草稿", "return the draft, the reason behind it")
    case .sign: say("为轮到的环节签核，先询问", "sign off for the stage whose turn it is, after asking")
    case .sections: say("列出各部分及其填写情况", "list the sections and how they stand")
    case .goTo:
      say(
        "后面写部分的序号、行名列名中的几个字，或单元格地址，如“转到 4”",
        "go to a section’s number, to words of a row or column, or to an address: go 4")
    case .replace: say("后面写段号和新内容，如“改段 2 ……”", "a paragraph’s number and its new text: replace 2 …")
    case .insert: say("后面写段号和内容，插在这一段前面", "a number and a text: a paragraph before that one")
    case .append: say("在最后加一段；只输入这个词可以连续加几段", "add a paragraph at the end; alone, it takes several")
    case .delete: say("后面写段号，删除这一段", "delete the paragraph with this number")
    case .undo: say("撤销上一步", "undo the last step")
    case .redo: say("重做撤销的一步", "redo the step undone")
    case .save: say("保存草稿", "save the draft")
    case .saveElsewhere:
      say("后面写文件名，另存为那个文件，接着编辑它", "save as the file behind it, and go on with that")
    case .quit: say("退出，有未保存的修改时先询问", "quit; asks while something is unsaved")
    case .help: say("这些说明", "these lines")
    }
  }
}
