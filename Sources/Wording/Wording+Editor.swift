package import ReportModel

extension Wording {
  package var programName: String { say("年报", "nianbao") }
  package var unnamedOrgan: String { say("（机关名称未填）", "(no organ yet)") }
  package func year(_ year: Int) -> String { say("\(year) 年度", "\(year)") }
  package func untouched(_ count: Int) -> String { say("未填 \(count)", "blank \(count)") }
  package var filling: String { say("填报", "edit") }
  package var reviewing: String { say("审核", "review") }
  package var contents: String { say("目录", "Contents") }
  package var organEntry: String { say("机关信息", "Organ") }
  package var organTitle: String { say("机关信息", "The organ and its report") }
  package var sentenceGap: String { say("　", "  ") }

  /// How much there is in a section's tables.
  package func rowCount(_ count: Int, unit: String?) -> String {
    let rows = say("\(count) 行", count == 1 ? "1 row" : "\(count) rows")
    return unit.map { "\(rows) · \($0)" } ?? rows
  }

  package func characterCount(_ count: Int) -> String {
    say("\(count) 字", "\(plural(count, "character"))")
  }

  // What stands below the main pane.

  package func basis(_ text: String) -> String { say("依据：\(text)", "Basis: \(text)") }

  /// What the same cell held in the report that is compared; nil is last year's, as it should be.
  package func sameCell(_ value: Quantity?, in year: Int?) -> String {
    let shown = value?.description ?? blankValue
    guard let year else { return say("上年同格 \(shown)", "Last year \(shown)") }
    return say("\(year) 年同格（不是上年）\(shown)", "In \(year), not last year: \(shown)")
  }

  /// Before last year's figures below a row.
  package func previousYear(_ year: Int?) -> String {
    let shown = year.map { " \($0)" } ?? ""
    return say("上年\(shown)", "last year\(shown)")
  }

  /// What ends typing, and the whole of what was typed where a narrow cell may not show it.
  package func typingHint(old: String, typed: String) -> String {
    let whole = typed.count > 4 ? say("正在输入 \(typed)　", "Typing \(typed)  ") : ""
    return whole + say("回车确认　Esc 恢复原值 \(old)", "Enter takes it, Esc restores \(old)")
  }

  /// What Esc does while something is being typed.
  package var restore: String { say("恢复原值", "restore") }

  package var blankValue: String { say("（空白）", "(blank)") }

  /// What stands in the place of the key where none does it.
  package var suggestedWord: String { say("建议", "suggested:") }
  /// What a key would do, or how many ways there are.
  package func suggestion(of finding: Finding, for cell: CellIndex?, in draft: Draft, key: String)
    -> String
  {
    let fixes = finding.fixes
    guard let change = fixes.first?.changes.first else { return "" }
    guard fixes.count == 1 else {
      return say("\(key) 从 \(fixes.count) 种改法中选", "\(key) choose from \(fixes.count) changes")
    }
    let step = finding.isPartial ? say("先", "first ") : ""
    if let transfer = fixes[0].transfer(in: draft) {
      return say("\(key) \(step)把", "\(key) \(step)") + self.transfer(transfer, in: draft.form)
    }
    let count = fixes[0].changes.count
    if count > 1 {
      return say("\(key) \(step)一并改 \(count) 格", "\(key) \(step)change \(plural(count, "cell"))")
    }
    if change.cell == cell {
      return say("\(key) \(step)填入 \(change.value)", "\(key) \(step)fill in \(change.value)")
    }
    let name = name(of: change.cell, in: draft.form)
    return say(
      "\(key) \(step)将\(name)改为 \(change.value)", "\(key) \(step)change \(name) to \(change.value)")
  }

  /// A suggestion as one of several: what would change from what to what.
  package func change(_ fix: Fix, in draft: Draft) -> String {
    if let transfer = fix.transfer(in: draft) {
      let figures = [transfer.from, transfer.to].map { cell in
        "\(draft[cell].map(\.description) ?? blankValue) → "
          + (fix.value(of: cell).map(\.description) ?? blankValue)
      }
      return self.transfer(transfer, in: draft.form)
        + say("（\(figures.joined(separator: "，"))）", " (\(figures.joined(separator: ", ")))")
    }
    if fix.changes.count > 3, let first = fix.changes.first {
      let name = name(of: first.cell, in: draft.form)
      return say(
        "\(name)等 \(fix.changes.count) 格", "\(name) and \(fix.changes.count - 1) more cells")
    }
    return fix.changes.map { change in
      let old = draft[change.cell].map(\.description) ?? blankValue
      return "\(name(of: change.cell, in: draft.form)) \(old) → \(change.value)"
    }.joined(separator: say("，", ", "))
  }

  /// What a suggestion moves from where to where.
  package func transfer(_ transfer: Transfer, in form: Form) -> String {
    let (table, row, column) = form.place(of: transfer.from)
    let other = form.place(of: transfer.to)
    let amount = "\(transfer.amount)" + say(table.unit.map { " \($0)" } ?? "", "")
    if transfer.isWithinRow {
      let label = table.rows[row].short ?? table.rows[row].label
      let place = label.isEmpty ? "" : "“\(label)”"
      let (from, to) = (columnName(column, of: table), columnName(other.column, of: table))
      return say(
        "\(place.isEmpty ? "" : place + "的 ")\(amount)由\(from)改列\(to)",
        "move \(amount) from \(from) to \(to)\(place.isEmpty ? "" : " in \(place)")")
    }
    let (from, to) = (rowName(row, of: table), rowName(other.row, of: table))
    let place = columnName(column, of: table)
    return say(
      "\(place)列的 \(amount)由\(from)改列\(to)", "move \(amount) from \(from) to \(to) in \(place)")
  }

  private func rowName(_ row: Int, of table: Table) -> String {
    "“\(table.rows[row].short ?? table.rows[row].label)”"
  }

  /// A column's label, with its group where the label alone is not unique.
  private func columnName(_ number: Int, of table: Table) -> String {
    let column = table.columns[number]
    let isUnique = table.columns.count { $0.label == column.label } == 1
    let parts = (isUnique ? [] : Array(column.groups.suffix(1))) + [column.label]
    return parts.map { "“\($0)”" }.joined()
  }

  // Messages that stay until the next key.

  package func newDraftHint(saveKey key: String) -> String {
    say(
      "新草稿：请先填机关名称和年度，\(key) 保存后才写入文件",
      "A new draft: name the organ and the year; nothing is written before \(key)")
  }
  package func draftCreated(_ file: String) -> String {
    say("草稿已建立：\(file)", "Created: \(file)")
  }
  package func saved(_ file: String) -> String { say("已保存：\(file)", "Saved: \(file)") }
  package var readOnly: String {
    say("审核方式下只能查看，不能修改", "Reviewing: values can be read, not changed")
  }
  package var onlyNumbers: String { say("此处只能填数字", "Only a number goes here") }
  package func noNumber(_ text: String) -> String {
    say(
      "“\(text)”不是能填的数（最多 15 位数字、6 位小数，逗号只能隔开千位），请修改，或按 Esc 恢复原值",
      "“\(text)” is no number that fits (15 digits, 6 decimals at most; commas group thousands): correct it, or Esc"
    )
  }
  package func noYear(_ text: String) -> String {
    say("“\(text)”不是年度，请填四位数字，如 2025", "“\(text)” is no year; type four digits")
  }
  package var nothingToUndo: String { say("没有可撤销的操作", "Nothing to undo") }
  package var nothingToRedo: String { say("没有可重做的操作", "Nothing to redo") }
  package var totalIsRight: String { say("总计与各项之和相符", "The total agrees with its parts") }
  package var totalTooLarge: String {
    say("各项之和超过 15 位数字，填不下", "The parts add up to more than 15 digits")
  }
  package func partsBlank(_ cells: [CellIndex], in form: Form) -> String {
    let first = cells.first.map { name(of: $0, in: form) } ?? ""
    return say(
      "还有 \(cells.count) 格没有填，不能求和：\(first)",
      "\(cells.count) parts are still blank, so there is no sum: \(first)")
  }
  package func totalsDiffer(_ row: Quantity, _ column: Quantity) -> String {
    say(
      "按行相加为 \(row)，按列相加为 \(column)，请先核对各项",
      "The row adds up to \(row), the column to \(column): check the parts first")
  }
  package var notATotal: String {
    say("此格不是总计，没有可合计的项", "This cell is no total; it has no parts")
  }
  package var nothingWrongHere: String { say("此处没有问题", "Nothing is wrong here") }
  package var noSuggestion: String {
    say(
      "改动三格以内找不到改法，请核对相关各格",
      "No change of up to three cells mends this; check the cells concerned")
  }
  package func correctTheText(acceptKey key: String) -> String {
    say(
      "文字中的问题请直接修改；查实无误的，按 \(key) 说明理由",
      "Correct the words themselves; where they are right, \(key) accepts them with a reason")
  }
  package var noFindings: String { say("没有发现问题", "No findings") }
  package var fromTheOtherEnd: String { say("已到尽头，从另一端继续", "Went on from the other end") }

  package var noPreviousYear: String {
    say(
      "草稿里没有上年数；退出后用 nianbao edit 草稿 --previous 上年文件 重新打开",
      "No figures of last year here; leave, and open with nianbao edit DRAFT --previous FILE")
  }

  // Questions.

  package var quitQuestion: String { say("草稿有未保存的修改", "The draft has unsaved changes") }
  package var saveAndQuit: String { say("保存并退出", "Save and quit") }
  package var saveElsewhere: String { say("另存为别的文件", "Save as another file") }
  package var quitWithoutSaving: String { say("不保存，直接退出", "Quit without saving") }
  package var goOnEditing: String { say("继续编辑", "Go on editing") }
  package var whichSuggestion: String { say("有几种改法，选哪一种？", "Several changes would do. Which one?") }
  package var whichFirstStep: String {
    say("没有哪种改法能一次改好，先改哪一处？", "No change mends everything. Which first step?")
  }
  package var changeNothing: String { say("都不改", "Change nothing") }

  // The organ's data.

  package var organHint: String {
    say(
      "直接输入即可修改，级别和类别用左右键选择；机关名称用于报告标题",
      "Type to change; level and kind are chosen with Left and Right; the name stands in the title")
  }

  /// What a piece of the organ's data is called; nil is the report's year.
  package func name(of key: Organ.Key?) -> String {
    switch key {
    case nil: say("年度", "Report year")
    case .name: say("机关名称", "Organ")
    case .level: say("级别", "Level")
    case .kind: say("类别", "Kind")
    case .region: say("所在地区", "Region")
    case .address: say("地址", "Address")
    case .postcode: say("邮编", "Postcode")
    case .telephone: say("电话", "Telephone")
    case .email: say("电子邮箱", "E-mail")
    case .website: say("网站", "Website")
    }
  }

  /// A level or kind of organ as people say it; what is not one of ours stands as it is.
  package func choice(_ value: String) -> String {
    switch value {
    case "national": say("国家级", "national")
    case "province": say("省级", "province")
    case "city": say("市级", "city")
    case "county": say("县级", "county")
    case "township": say("乡镇级", "township")
    case "government": say("人民政府", "government")
    case "department": say("部门、单位", "department")
    case "": say("（未选）", "(not chosen)")
    default: value
    }
  }

  // The help page.

  package var helpTitle: String { say("帮助", "Help") }
  package var helpKeys: String {
    say("上下键、PgUp、PgDn 滚动　Esc 返回", "Up, Down, PgUp, PgDn scroll   Esc goes back")
  }
}
