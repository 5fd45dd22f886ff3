import ReportModel

extension Wording {
  /// What a finding about the figures in a text says, in one sentence.
  func message(of problem: FigureProblem, _ finding: Finding, in form: Form) -> String {
    switch problem {
    case .otherThanCells(let difference):
      return differenceMessage(difference, finding, in: form)
    case .partExceedsWhole(let part, let whole):
      return say(
        "“其中”的 \(figure(part)) 大于总数 \(figure(whole))",
        "the part, \(figure(part)), is more than its whole, \(figure(whole))")
    case .partsMissWhole(let parts, let sum, let whole):
      let difference = figure(sum > whole ? sum - whole : whole - sum)
      let added = addition(parts)
      return say(
        "分项之和 \(added)\(figure(sum))，文中总数为 \(figure(whole))，相差 \(difference)",
        "the parts \(added)\(figure(sum)) are not the stated whole, \(figure(whole)):"
          + " off by \(difference)")
    case .wrongShare(let part, let whole, let stated, let step):
      let actual = percentage(part * 100_000_000, of: whole, step: step)
      return say(
        "\(figure(part)) 占 \(figure(whole)) 的 \(actual)，文中写的是 \(figure(stated))%",
        "\(figure(part)) of \(figure(whole)) is \(actual), the text says \(figure(stated))%")
    case .wrongGrowth(let current, let previous, let stated, let step):
      return growthMessage(current, previous, stated, step)
    case .rateOverWhole(let stated):
      return say(
        "文中的比率 \(figure(stated))% 超过 100%，请核对",
        "the rate in the text, \(figure(stated))%, is more than 100%")
    case .wrongChange(let current, let previous, let stated):
      return changeMessage(current, previous, stated)
    case .brokenClaim(let name, _):
      let cells = finding.at.map { "\(self.name(of: $0, in: form))" }.prefix(3)
        .joined(separator: say("、", ", "))
      return say(
        "文中说“\(text(name))”，表中\(cells)却不为 0",
        "the text says that \(text(name)), but \(cells) in the tables is not 0")
    }
  }

  private func differenceMessage(
    _ difference: StatedDifference, _ finding: Finding, in form: Form
  ) -> String {
    let stated = figure(difference.stated)
    let cells = figure(difference.cells)
    let gap = figure(
      difference.stated > difference.cells
        ? difference.stated - difference.cells : difference.cells - difference.stated)
    let place = cellsName(finding.at, in: form)
    let explanation = difference.explanation.map { say("；", "; ") + text($0) } ?? ""
    let name = text(difference.name)
    switch difference.exactness {
    case .exact, .about:
      let about = difference.exactness == .about
      return say(
        "文中“\(name)”为\(about ? "约" : "") \(stated)，表中为 \(cells)（\(place)），相差 \(gap)",
        "the text has \(about ? "about " : "")\(stated) for “\(name)”, the tables have \(cells)"
          + " (\(place)): off by \(gap)") + explanation
    case .more, .less:
      let isMore = difference.exactness == .more
      return say(
        "文中“\(name)”为\(isMore ? "超过" : "接近") \(stated)，表中为 \(cells)（\(place)），两者不符",
        "the text has \(isMore ? "more than" : "nearly") \(stated) for “\(name)”,"
          + " the tables have \(cells) (\(place))") + explanation
    }
  }

  /// One cell by its name; several by the first and how many there are.
  private func cellsName(_ cells: [CellIndex], in form: Form) -> String {
    guard let first = cells.first else { return "" }
    let name = name(of: first, in: form)
    if cells.count == 1 { return name }
    return say("\(name)等 \(cells.count) 格合计", "\(name) and \(cells.count - 1) more, added up")
  }

  private func changeMessage(
    _ current: Int128, _ previous: Int128, _ stated: Int128
  ) -> String {
    let change = current - previous
    let actual =
      change == 0
      ? say("持平", "is the same")
      : say(change > 0 ? "增加" : "减少", change > 0 ? "is up by" : "is down by")
        + " \(figure(change < 0 ? -change : change))"
    let text = figure(stated < 0 ? -stated : stated)
    return say(
      "\(figure(current)) 较上年 \(figure(previous)) \(actual)，"
        + "文中写的是\(stated > 0 ? "增加" : "减少") \(text)",
      "\(figure(current)) \(actual) against last year’s \(figure(previous)),"
        + " the text says \(stated > 0 ? "up" : "down") by \(text)")
  }

  private func growthMessage(
    _ current: Int128, _ previous: Int128, _ stated: Int128, _ step: Int128
  ) -> String {
    let change = current - previous
    let actual = percentage(
      (change < 0 ? -change : change) * 100_000_000, of: previous, step: step)
    let isRise = change >= 0
    let saysRise = stated >= 0
    let text = figure(stated < 0 ? -stated : stated)
    return say(
      "\(figure(current)) 较 \(figure(previous)) \(isRise ? "增长" : "下降") \(actual)，"
        + "文中写的是\(saysRise ? "增长" : "下降") \(text)%",
      "\(figure(current)) against \(figure(previous)) is \(isRise ? "up" : "down") \(actual),"
        + " the text says \(saysRise ? "up" : "down") \(text)%")
  }

  /// A quotient as a percentage, rounded to the digits of `step`, all in millionths.
  private func percentage(_ dividend: Int128, of whole: Int128, step: Int128) -> String {
    guard whole > 0, step > 0 else { return "" }
    let exact = (dividend * 2 + whole) / (whole * 2)
    let rounded = (exact + step / 2) / step * step
    return figure(rounded) + "%"
  }

  /// The parts of a sum with an equals sign, where they are few enough to be read.
  private func addition(_ parts: [Int128]) -> String {
    guard parts.count <= 6 else { return "" }
    return parts.map { figure($0) }.joined(separator: "+") + "="
  }
}
