package import ReportModel

extension Wording {
  /// A text of a form in this language.
  package func text(_ text: LocalizedText) -> String {
    say(text.chinese, text.english)
  }

  /// A figure as people read it: digits without grouping, as in the published tables.
  package func figure(_ micros: Int128) -> String {
    if let quantity = Quantity(micros: micros) { return quantity.description }
    let sign = micros < 0 ? "-" : ""
    let whole = (micros / 1_000_000).magnitude
    let fraction = (micros % 1_000_000).magnitude
    guard fraction > 0 else { return sign + String(whole) }
    var digits = String(fraction)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return sign + String(whole) + "." + digits
  }

  /// What a finding says: what, where, by how much, in one sentence.
  package func message(of finding: Finding, in form: Form) -> String {
    switch finding.detail {
    case .organMissing:
      return say("没有填写机关名称", "The organ has no name")
    case .blank(let relation):
      return blankMessage(finding, relation: relation, in: form)
    case .wrongKind(let value, let kind):
      return finding.at.first.map { wrongKindMessage(value, kind, at: $0, in: form) } ?? ""
    case .unequal(let sums):
      return unequalMessage(sums, in: form)
    case .cells(let problem):
      return message(of: problem, finding, in: form)
    case .figures(let problem):
      return message(of: problem, finding, in: form)
    case .words(let problem):
      return message(of: problem, finding, in: form)
    }
  }

  /// That several cells of a row are blank.
  package func blanks(_ count: Int, inRowOf cell: CellIndex, in form: Form) -> String {
    let (table, row, _) = form.place(of: cell)
    let label = table.rows[row].label.isEmpty ? table.rows[row].short : table.rows[row].label
    let name = label.map { "“\($0)”" } ?? ""
    return say(
      "\(name)一行有 \(count) 格没有填",
      "\(plural(count, "cell")) of row \(name) \(count == 1 ? "is" : "are") blank")
  }

  private func blankMessage(_ finding: Finding, relation: Int?, in form: Form) -> String {
    guard let cell = finding.at.first else { return "" }
    let name = name(of: cell, in: form)
    guard let relation, let value = finding.fixes.first?.value(of: cell) else {
      return say("\(name)没有填", "\(name) is blank")
    }
    let rule = form.rules[form.relations[relation].rule]
    let isTotal = form.relations[relation].total == cell
    let relates = form.relations[relation]
    let source =
      isTotal
      ? text(rule.leftName)
      : relates.copy != nil
        ? text(relates.left.isEmpty ? rule.leftName : rule.rightName)
        : say("“\(text(rule.name))”", text(rule.name))
    let message = say(
      "\(name)没有填，按\(source)应为 \(value)", "\(name) is blank; by \(source) it would be \(value)")
    guard finding.fixes.contains(where: { $0.value(of: cell)?.micros != value.micros }) else {
      return message
    }
    return message + say("，但别的关系得出的数不同", ", but another relation gives another figure")
  }

  private func wrongKindMessage(
    _ value: Quantity, _ kind: FigureKind, at cell: CellIndex, in form: Form
  ) -> String {
    let name = name(of: cell, in: form)
    return switch kind {
    case .count:
      say(
        "\(name)填的是 \(value)，应为不小于 0 的整数",
        "\(name) is \(value); a count is whole and not negative")
    case .change:
      say("\(name)填的是 \(value)，应为整数", "\(name) is \(value); it must be whole")
    case .amount:
      say("\(name)填的是 \(value)，不应为负数", "\(name) is \(value); it must not be negative")
    }
  }

  private func unequalMessage(_ sums: RelationSums, in form: Form) -> String {
    let relation = form.relations[sums.relation]
    let rule = form.rules[relation.rule]
    let leftCount = relation.left.count + relation.previousLeft.count
    let rightCount = relation.right.count + relation.previousRight.count
    let left = text(rule.leftName) + (leftCount > 1 ? say("合计", "") : "")
    let right = text(rule.rightName) + (rightCount > 1 ? say("合计", "") : "")
    let place = place(of: relation, in: form)
    let leftSum = figure(sums.left)
    let rightSum = figure(sums.right)
    let difference = figure(
      sums.left > sums.right ? sums.left - sums.right : sums.right - sums.left)
    if sums.leftBlanks + sums.rightBlanks > 0 {
      let (more, moreSum, less, lessSum) =
        sums.left > sums.right
        ? (left, leftSum, right, rightSum) : (right, rightSum, left, leftSum)
      return say(
        "\(place)\(more)已达 \(moreSum)，超过\(less) \(lessSum)，多 \(difference)，尚有空格未填",
        "\(place)\(more) are already \(moreSum), \(difference) more than \(less) (\(lessSum)),"
          + " with blanks left")
    }
    let sums = "\(place)\(left) \(leftSum)" + say("，", ", ") + "\(right) \(rightSum)"
    return switch relation.comparison {
    case .equal:
      say(
        "\(sums)，两者应相等，相差 \(difference)", "\(sums): off by \(difference)")
    case .atMost:
      say(
        "\(sums)，前者不应大于后者，多 \(difference)",
        "\(sums): the first should not be more, by \(difference) it is")
    case .atLeast:
      say(
        "\(sums)，前者不应小于后者，少 \(difference)",
        "\(sums): the first should not be less, by \(difference) it is")
    }
  }

  /// Where a relation runs: the row or the column that all its cells share.
  private func place(of relation: Relation, in form: Form) -> String {
    let cells = relation.left + relation.right + relation.previous
    let places = cells.map { form.place(of: $0) }
    guard let first = places.first,
      places.allSatisfy({ $0.table.id == first.table.id })
    else { return "" }
    let row = first.table.rows[first.row]
    let column = first.table.columns[first.column]
    if places.allSatisfy({ $0.row == first.row }), !row.label.isEmpty {
      return say("“\(row.label)”行：", "Row “\(row.label)”: ")
    }
    if places.allSatisfy({ $0.column == first.column }) {
      return say("“\(column.label)”列：", "Column “\(column.label)”: ")
    }
    if places.allSatisfy({ $0.row == first.row }), let group = column.groups.last,
      places.allSatisfy({ $0.table.columns[$0.column].groups == column.groups })
    {
      return say("“\(group)”：", "“\(group)”: ")
    }
    return ""
  }

  /// A cell's name in a sentence: its row's label and its column's, with the group where the
  /// column's label alone is not unique.
  package func name(of cell: CellIndex, in form: Form) -> String {
    let (table, rowNumber, columnNumber) = form.place(of: cell)
    let row = table.rows[rowNumber]
    let column = table.columns[columnNumber]
    let isUnique = table.columns.count { $0.label == column.label } == 1
    var parts = [row.label]
    if !isUnique { parts += column.groups.suffix(1) }
    if table.columns.count > 1 { parts.append(column.label) }
    return parts.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: say("的", " "))
  }

  /// A cell's whole name with all groups of its row and column, for the detail strip.
  package func fullName(of cell: CellIndex, in form: Form) -> String {
    let (table, row, column) = form.position(of: cell)
    var name = ""
    func add(_ part: String, after separator: String) {
      if part.isEmpty { return }
      if !name.isEmpty { name += separator }
      name += part
    }
    // The column first: moving down a column then changes the end of the line only. A group over
    // every column, such as 申请人情况, tells nothing about this one.
    let coversAll = form.tables[table].columnTree.count == 1
    for group in form.tables[table].columns[column].groups.dropFirst(coversAll ? 1 : 0) {
      add(group, after: " ")
    }
    add(form.tables[table].columns[column].label, after: " ")
    var separator = " · "
    for group in form.tables[table].rows[row].groups {
      add(group, after: separator)
      separator = " "
    }
    add(form.tables[table].rows[row].label, after: separator)
    return name
  }

  /// The basis of a finding with the rule's formula, where it has one.
  package func basis(of finding: Finding, in form: Form) -> String {
    let relation: Int? =
      switch finding.detail {
      case .unequal(let sums): sums.relation
      case .blank(let relation): relation
      case .organMissing, .wrongKind, .cells, .figures, .words: nil
      }
    let formula = relation.map { text(form.rules[form.relations[$0].rule].formula) } ?? ""
    let parts = [finding.basis, formula].filter { !$0.isEmpty }
    if parts.isEmpty { return "" }
    return say("依据：", "Basis: ") + parts.joined(separator: say("，", ", "))
  }

  /// The name of a severity.
  package func name(of severity: Severity) -> String {
    switch severity {
    case .error: say("错误", "error")
    case .warning: say("提醒", "warning")
    case .hint: say("提示", "hint")
    }
  }
}
