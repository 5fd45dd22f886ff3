import ReportModel

extension Wording {
  /// What a finding about cells that are no relation says, in one sentence.
  func message(of problem: CellProblem, _ finding: Finding, in form: Form) -> String {
    let name = finding.at.first.map { self.name(of: $0, in: form) } ?? ""
    switch problem {
    case .jump(let value, let previous):
      return say(
        "\(name)填的是 \(value)，上年为 \(previous)，变化较大，请核实",
        "\(name) is \(value), last year \(previous): a large change, worth a look")
    case .unit(let value, let previous?):
      return say(
        "\(name)填的是 \(value) \(unit(of: finding, in: form))，上年为 \(previous)，相差悬殊，请核对单位是否有误",
        "\(name) is \(value), last year \(previous): check whether the unit is the right one")
    case .unit(let value, nil):
      return say(
        "\(name)填的是 \(value) \(unit(of: finding, in: form))，数额过大，请核对单位是否有误",
        "\(name) is \(value), very much: check whether the unit is the right one")
    case .allZero:
      let quote = shown(finding.text?.quote ?? "")
      return say(
        "表中各格都是 0，文字中却写有“\(quote)”，请核实",
        "every cell is 0, but the text says “\(quote)”")
    case .authority(let level):
      let rows = rowNames(of: finding.at, in: form)
      return say(
        "\(rows)一行填了数，\(choice(level))机关没有这项权限，应为 0，请核实是否填错了行",
        "an organ of \(choice(level)) level has no power to make \(rows): this should be 0;"
          + " check whether the row is the right one")
    case .otherEdition(let year):
      return otherEditionMessage(year, form)
    case .splitRow:
      let kept = form.checks.cells.superseded?.parameters.splitRow?.kept ?? []
      let added = rowNames(of: finding.at, in: form)
      return say(
        "\(added)全部空白，只填了\(rowNames(of: kept, in: form))，像是沿用了只有一行的旧表样；没有发生的应填 0",
        "\(added) are wholly blank beside \(rowNames(of: kept, in: form)), as on the earlier form"
          + " with one row for them all; enter 0 where there is nothing")
    }
  }

  private func otherEditionMessage(_ year: Int, _ form: Form) -> String {
    let years = formYears(first: form.firstYear, last: form.lastYear)
    return say(
      "草稿用的是“\(text(form.name))”，适用于 \(years)，不适用于 \(year) 年度的报告，请改用该年度的表样",
      "the draft is on “\(text(form.name))”, which is for \(years), not for \(year);"
        + " use the form of that year")
  }

  private func unit(of finding: Finding, in form: Form) -> String {
    guard let cell = finding.at.first else { return "" }
    let (table, row, column) = form.place(of: cell)
    return table.rows[row].unit ?? table.columns[column].unit ?? table.unit ?? ""
  }

  /// The rows of cells, each once.
  private func rowNames(of cells: [CellIndex], in form: Form) -> String {
    var names: [String] = []
    for cell in cells {
      let (table, row, _) = form.place(of: cell)
      let label = table.rows[row].short ?? table.rows[row].label
      if !label.isEmpty, !names.contains(label) { names.append(label) }
    }
    return names.map { "“\($0)”" }.joined(separator: say("、", ", "))
  }
}
