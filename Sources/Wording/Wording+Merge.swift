package import ReportModel

/// What is said of two drafts that are put together.
extension Wording {
  /// What a side of a merge is called.
  package func name(of choice: Choice) -> String {
    switch choice {
    case .ours: say("本方", "ours")
    case .theirs: say("对方", "theirs")
    case .both: say("两段都留，本方在前", "keep both, ours first")
    }
  }

  /// What stood there before either side changed it.
  package var commonValue: String { say("原来", "before") }

  /// Where a conflict is, as people say it.
  package func place(of conflict: Conflict, in form: Form) -> String {
    switch conflict {
    case .cell(let cell, _): fullName(of: cell, in: form)
    case .organ(let key, _): organEntry + say("：", ": ") + name(of: key)
    case .year: name(of: nil)
    case .text(let section, let sides):
      (form.section(section)?.short ?? section) + say("，", ", ") + place(of: sides.ours)
    case .acceptances(let subject, _):
      say("对“\(subject.rule)”的说明：", "Why “\(subject.rule)” may stand: ")
        + places(of: subject, in: form)
    case .previous: say("上年的报告", "Last year’s report")
    case .review: reviewRecord
    case .unknown(let path, _):
      say("本版程序不认识的内容：", "Not known to this version: ") + path.joined(separator: ".")
    }
  }

  private func place(of passage: Passage) -> String {
    let (first, count) = (passage.start + 1, passage.paragraphs.count)
    if count == 0 {
      return passage.start == 0
        ? say("开头", "at the beginning")
        : say("第 \(passage.start) 段之后", "after paragraph \(passage.start)")
    }
    return count == 1
      ? say("第 \(first) 段", "paragraph \(first)")
      : say("第 \(first) 至 \(first + count - 1) 段", "paragraphs \(first) to \(first + count - 1)")
  }

  private func places(of subject: Acceptance.Subject, in form: Form) -> String {
    let shownCount = 2
    let names = subject.places.prefix(shownCount).map { place in
      Address(place).flatMap { form.cell(at: $0) }.map { name(of: $0, in: form) }
        ?? form.section(place)?.short ?? place
    }
    let list = names.joined(separator: say("、", ", "))
    let more = subject.places.count > shownCount
    return more ? say("\(list)等 \(subject.places.count) 处", "\(list) …") : list
  }

  /// What either side has at the place of a conflict, and what stood there before, as paragraphs.
  package func contents(of conflict: Conflict) -> Sides<[String]> {
    switch conflict {
    case .cell(_, let sides): contents(sides) { $0.map { [$0.description] } }
    case .organ(let key, let sides):
      contents(sides) { value in
        let hasChoices = key == .level || key == .kind
        return value.flatMap { $0.isEmpty ? nil : [hasChoices ? choice($0) : $0] }
      }
    case .year(let sides): contents(sides) { $0.map { [String($0)] } }
    case .text(_, let sides):
      contents(sides, none: noParagraph) { $0.paragraphs.isEmpty ? nil : $0.paragraphs }
    case .acceptances(_, let sides):
      contents(sides, none: say("（没有说明）", "(not accepted)")) {
        $0.isEmpty ? nil : $0.map(accepted)
      }
    case .previous(let sides): contents(sides) { $0.map { [about($0)] } }
    case .review(let sides):
      contents(sides, none: noReviewSteps) { $0.steps.isEmpty ? nil : $0.steps.map(line(of:)) }
    case .unknown(_, let sides):
      contents(sides.texts) { text in
        text.map { [$0.count > Self.mostOfUnknown ? $0.prefix(Self.mostOfUnknown) + "…" : $0] }
      }
    }
  }

  /// How much of what nobody can read is shown.
  private static let mostOfUnknown = 400

  private var noParagraph: String { say("（没有这一段）", "(no such paragraph)") }

  private func contents<Value>(
    _ sides: Sides<Value>, none: String? = nil, _ paragraphs: (Value) -> [String]?
  ) -> Sides<[String]> {
    let nothing = [none ?? blankValue]
    return Sides(
      base: paragraphs(sides.base) ?? nothing, ours: paragraphs(sides.ours) ?? nothing,
      theirs: paragraphs(sides.theirs) ?? nothing)
  }

  private func about(_ previous: PreviousYear) -> String {
    let organ = previous.organ.isEmpty ? unnamedOrgan : previous.organ
    return say(
      "\(previous.year) 年度，\(organ)，来自 \(previous.source)",
      "\(previous.year), \(organ), from \(previous.source)")
  }

  // The screen on which conflicts are decided.

  package var conflictsTitle: String {
    say("两人改得不同之处，请逐处选定", "You and somebody else differ here: choose")
  }
  package func conflictsLeft(_ count: Int, of all: Int) -> String {
    count == 0
      ? say("\(all) 处都已选定", "all \(all) chosen")
      : say("还有 \(count) 处未选定，共 \(all) 处", "\(count) of \(all) to choose")
  }
  package func chooseFirst(_ count: Int) -> String {
    say("还有 \(count) 处没有选定，选定以后才能保存", "\(count) still to be chosen before it can be saved")
  }
  package func conflictsHint(save: String, cancel: String) -> String {
    say(
      "数字键选定并转到下一处；全部选定后按 \(save) 保存，\(cancel) 返回编辑、暂不保存",
      "Digits choose and go on; \(save) saves when all are chosen; \(cancel) goes back")
  }
  package var notSavedForConflicts: String {
    say(
      "没有保存：与对方的改动不一致，尚未选定。您的修改都在，可以继续编辑，再次保存时接着选",
      "Not saved: the other’s changes contradict yours. Your work is all here; saving again asks again"
    )
  }

  /// That a draft was saved, and how much of others came in.
  package func saved(_ file: String, changesOfOthers count: Int) -> String {
    say(
      "已保存：\(file)，并入对方的改动 \(count) 处，可以撤销",
      "Saved: \(file), with \(count) \(count == 1 ? "change" : "changes") of others, which can be undone"
    )
  }

  // Line by line.

  package func plainConflicts(_ count: Int) -> String {
    say(
      "没有保存：对方同时改过这份草稿，有 \(count) 处两边改得不同，请逐处选定。",
      "Not saved: somebody else changed this draft, too. \(count) \(count == 1 ? "place differs" : "places differ"); choose at each."
    )
  }
  package func plainConflict(_ number: Int, of count: Int, at place: String) -> String {
    plainSentences([
      say("第 \(number) 处，共 \(count) 处：\(shown(place))", "\(number) of \(count): \(shown(place))")
    ])
  }
  package func plainCommon(_ content: [String]) -> [String] {
    plainContent(say("原来是：", "Before it was: "), content)
  }
  package func plainSide(_ number: Int, _ choice: Choice, _ content: [String]) -> [String] {
    let name = name(of: choice)
    if choice == .both {
      return [plainSentences([say("输入 \(number)：\(name)", "Type \(number) to \(name)")])]
    }
    return plainContent(say("输入 \(number)，取\(name)：", "Type \(number) for \(name): "), content)
  }

  private func plainContent(_ head: String, _ content: [String]) -> [String] {
    guard let first = content.first else { return [head] }
    return [head + shown(first)] + content.dropFirst().map(shown)
  }
  package func plainChosen(_ choice: Choice) -> String {
    plainSentences([say("现在选的是：\(name(of: choice))", "Chosen now: \(name(of: choice))")])
  }
  package var plainAllChosen: String {
    say(
      "各处都已选定。输入“\(word(of: PlainAnswer.save))”写入草稿；输入“\(word(of: PlainCommand.previous))”回到上一处；输入“\(word(of: PlainAnswer.stay))”返回编辑，暂不保存。",
      "All are chosen. Type \(word(of: PlainAnswer.save)) to write the draft, \(word(of: PlainCommand.previous)) for the one before,"
        + " \(word(of: PlainAnswer.stay)) to go on editing unsaved.")
  }
  package var plainHowToChoose: String {
    say(
      "请输入序号选定；输入“\(word(of: PlainCommand.previous))”回到上一处，“\(word(of: PlainAnswer.stay))”返回编辑，暂不保存。",
      "Type a number to choose; \(word(of: PlainCommand.previous)) for the one before, \(word(of: PlainAnswer.stay)) to go on"
        + " editing unsaved.")
  }

  // The command.

  package func mergeConflicts(_ path: String, _ count: Int) -> String {
    complaint(
      about: path,
      cause: say(
        "\(count) 处两边改得不同，合并结果里暂取本方的内容，请逐处核对",
        "\(count) \(count == 1 ? "conflict" : "conflicts"); the merged draft has ours there, check each"
      ))
  }
  package func mergeFavored(_ path: String, _ count: Int, _ choice: Choice) -> String {
    complaint(
      about: path,
      cause: say(
        "\(count) 处两边改得不同，都取\(name(of: choice))的内容",
        "\(count) \(count == 1 ? "conflict" : "conflicts"), decided for \(name(of: choice))"))
  }

  /// One side of a conflict in one line.
  package func mergeSide(_ name: String, _ content: [String]) -> String {
    "  \(name)" + say("：", ": ") + content.map(shown).joined(separator: "\\n")
  }
  package func differentForms(_ ids: [String]) -> String {
    let list = ids.map(shown).joined(separator: say("、", ", "))
    return say(
      "各份草稿的表样不同（\(list)），不能合并",
      "the drafts are on different forms (\(list)); they cannot be merged")
  }
  package var mergeStandardInputTwice: String {
    say("标准输入只能读一份草稿", "standard input is read once; only one draft can come from it")
  }
}
