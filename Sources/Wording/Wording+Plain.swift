package import ReportModel

/// What is said where the editor is used line by line: whole sentences without signs, for a screen
/// reader as for a plain terminal; what tells places apart comes first.
extension Wording {
  /// Ends a sentence that may have its end already.
  private func ended(_ text: String) -> String {
    guard let last = text.last, !"。！？.!?：:".contains(last) else { return text }
    return text + say("。", ".")
  }

  /// Sentences one after the other.
  package func plainSentences(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.map(ended).joined(separator: say("", " "))
  }

  /// The word of a command, as help names it.
  package func word(of command: PlainCommand) -> String {
    say(command.words.chinese[0], command.words.english[0])
  }

  /// The word of an answer.
  package func word(of answer: PlainAnswer) -> String {
    say(answer.words.chinese[0], answer.words.english[0])
  }

  private func quoted(_ command: PlainCommand) -> String {
    say("“\(word(of: command))”", word(of: command))
  }

  // When the session begins.

  package func plainGreeting(file: String, draft: Draft, mode: String) -> String {
    let organ = draft.organ.name.isEmpty ? unnamedOrgan : draft.organ.name
    return plainSentences([
      say("\(programName)，\(mode)，逐行方式", "\(programName), \(mode), line by line"),
      say(
        "\(shown(organ))，\(year(draft.year))，文件 \(shown(file))",
        "\(shown(organ)), \(year(draft.year)), file \(shown(file))"),
    ])
  }
  package func plainState(blanks: Int, errors: Int, warnings: Int) -> String {
    say(
      "未填 \(blanks) 处，错误 \(errors) 处，提醒 \(warnings) 处。",
      "\(blanks) blank, \(plural(errors, "error")),"
        + " \(plural(warnings, "warning")).")
  }
  package var plainHint: String {
    say("输入“帮助”看用法，直接回车往下走。", "Type help for the words; Enter alone goes on.")
  }
  package var plainNewDraft: String {
    say(
      "新草稿：请先填机关名称和年度，输入“保存”后才写入文件。",
      "A new draft: name the organ and check the year; nothing is written before you type save.")
  }

  // Where one is.

  /// A section on arriving in it.
  package func plainSection(_ title: String, _ about: String) -> String {
    say("进入：\(title)，\(about)。", "Now in: \(title), \(about).")
  }
  package func plainTable(rows: Int, unit: String?) -> String {
    rowCount(rows, unit: nil) + (unit.map { say("，单位：\($0)", ", unit \($0)") } ?? "")
  }
  package func plainText(_ text: Prose) -> String {
    guard !text.isEmpty else { return say("还没有写", "nothing written yet") }
    let count = text.paragraphs.count
    return say(
      "\(count) 段，\(text.characterCount) 字",
      "\(count) \(count == 1 ? "paragraph" : "paragraphs"), \(text.characterCount) characters")
  }
  package func plainFields(_ count: Int) -> String { say("\(count) 项", "\(count) fields") }

  /// A cell: its column and figure first, then last year's, its row, its table.
  package func plainCell(
    column: String, value: String, previous: String?, row: String, table: String
  ) -> String {
    let last = previous.map { say("，上年 \($0)", ", last year \($0)") } ?? ""
    let name = [column, row].first { !$0.isEmpty } ?? ""
    return plainSentences([
      say("\(name)：\(value)\(last)", "\(name): \(value)\(last)"), name == row ? "" : row, table,
    ])
  }
  package var plainBlank: String { say("空白", "blank") }
  package func plainField(_ name: String, _ value: String) -> String {
    let value = value.isEmpty ? plainBlank : shown(value)
    return plainSentences([say("\(name)：\(value)", "\(name): \(value)")])
  }
  package func plainChoices(_ choices: [String]) -> String {
    let list = choices.enumerated().map { "\($0 + 1) \(choice($1))" }
      .joined(separator: say("，", ", "))
    return say("输入序号选择：\(list)，0 不选。", "Type a number to choose: \(list), 0 none.")
  }
  package func plainParagraph(_ number: Int, _ text: String) -> String {
    say("第 \(number) 段：", "Paragraph \(number): ") + (text.isEmpty ? plainBlank : shown(text))
  }
  package func plainPrompt(_ prompt: String) -> String {
    plainSentences([say("要写的是：\(prompt)", "What belongs here: \(prompt)")])
  }
  package var plainBeginText: String { say("输入“加段”开始写。", "Type append to begin writing.") }

  // What is found.

  package func plainFinding(_ finding: Finding, in form: Form) -> String {
    if let acceptance = finding.acceptance {
      return plainSentences([accepted(acceptance), message(of: finding, in: form)])
    }
    let head = name(of: finding.severity)
    let capital = say(head, head.prefix(1).uppercased() + head.dropFirst())
    return plainSentences([
      capital + say("：", ": ") + shown(message(of: finding, in: form)),
      basis(of: finding, in: form),
    ])
  }
  package func plainSuggestion(_ change: String, isPartial: Bool) -> String {
    let head =
      isPartial ? say("建议先改一步", "A first step would be") : say("建议", "Suggested")
    return plainSentences([head + say("：", ": ") + change])
  }
  package var plainHowToTake: String { say("照办请输入“采纳”。", "Type take to do so.") }
  package func plainAlternatives(_ count: Int) -> String {
    say("有 \(count) 种改法：", "\(count) changes would do:")
  }
  package func plainAlternative(_ number: Int, _ change: String) -> String {
    plainSentences([say("\(number)，\(change)", "\(number), \(change)")])
  }
  package var plainHowToTakeOne: String {
    say("选第 1 种请输入“采纳 1”，其余类推。", "Type take 1 for the first, and so on.")
  }
  package var plainHowToAccept: String {
    say("查实无误的，输入“说明”，再写理由，可以保留。", "If it is right as it is: accept, and the reason.")
  }

  /// A suggestion in words: every cell with what it holds and what it would hold.
  package func plainChange(_ fix: Fix, in draft: Draft) -> String {
    let shownCount = 8
    var parts = fix.changes.prefix(shownCount).map { change in
      let name = name(of: change.cell, in: draft.form)
      guard let old = draft[change.cell] else {
        return say("\(name)填入 \(change.value)", "\(name) from blank to \(change.value)")
      }
      return say("\(name)由 \(old) 改为 \(change.value)", "\(name) from \(old) to \(change.value)")
    }
    if fix.changes.count > shownCount {
      parts.append(
        say("共 \(fix.changes.count) 格", "\(plural(fix.changes.count, "cell")) in all"))
    }
    let list = parts.joined(separator: say("；", "; "))
    guard let transfer = fix.transfer(in: draft) else { return list }
    return self.transfer(transfer, in: draft.form) + say("，即\(list)", ", that is: \(list)")
  }
}
