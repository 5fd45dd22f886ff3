// `text-number`: a figure in a text that differs from the cells it names.

extension FigureReading {
  /// The figures that are other than their cells.
  func differences(in draft: Draft, _ checks: FigureChecks) -> [Finding] {
    guard let check = checks.number else { return [] }
    let mentions = check.parameters.mentions
    // Once the section tells the whole rightly, a smaller figure of the same thing is a part of it.
    var confirmed: Set<Int> = []
    var open: [(StatedFigure, Int128)] = []
    for statement in statements where isOfAll(statement, in: draft, checks) {
      let groups = groups(of: statement, mentions)
      guard let main = groups.first.flatMap({ sum(of: $0.cells, in: draft) }) else { continue }
      let bounds = statement.number.bounds
      let agrees = groups.contains { group in
        sum(of: group.cells, in: draft).map { bounds.contains($0 * group.scale) } == true
      }
      if agrees {
        confirmed.formUnion(statement.mentions)
      } else if !isExplainedByItself(statement, mentions, in: draft) {
        open.append((statement, main * (groups.first?.scale ?? 1)))
      }
    }
    return open.compactMap { statement, cells in
      let isPart =
        statement.number.micros < cells && statement.mentions.allSatisfy(confirmed.contains)
      return isPart ? nil : finding(of: statement, cells: cells, in: draft, check)
    }
  }

  /// Whether a figure is a part of all that the tables tell, and not of something within: 涉及征地的
  /// 50 件中，予以公开 20 件.
  private func isOfAll(_ statement: StatedFigure, in draft: Draft, _ checks: FigureChecks) -> Bool {
    guard let whole = statement.partOf, let wholes = checks.percent?.parameters.wholes else {
      return true
    }
    return wholes.contains { sum(of: $0, in: draft) == whole }
  }

  /// What the figure may be: its mentions added up where they are one group, else each, and what
  /// else their words may mean.
  private func groups(
    of statement: StatedFigure, _ mentions: [FigureMention]
  ) -> [(cells: [CellIndex], scale: Int128)] {
    let named = statement.mentions.map { mentions[$0] }
    guard let last = named.last else { return [] }
    let scale = Int128(last.scale)
    var groups: [(cells: [CellIndex], scale: Int128)] = []
    let joined = joinedMentions(named)
    if joined.count > 1 { groups.append((joined.flatMap(\.cells), scale)) }
    for mention in named.reversed() {
      groups.append((mention.cells, Int128(mention.scale)))
    }
    for mention in named.reversed() {
      groups += mention.others.map { ($0, Int128(mention.scale)) }
    }
    return groups
  }

  /// The mentions whose cells the figure adds up: the last and those of its group.
  private func joinedMentions(_ named: [FigureMention]) -> [FigureMention] {
    guard let last = named.last else { return [] }
    return named.filter { $0.id == last.id || last.group != nil && $0.group == last.group }
  }

  /// Whether the text says itself why the figure differs, and that is so.
  private func isExplainedByItself(
    _ statement: StatedFigure, _ mentions: [FigureMention], in draft: Draft
  ) -> Bool {
    guard let mention = statement.mentions.first.map({ mentions[$0] }) else { return false }
    return statement.said.contains { number in
      explains(mention.explanations[number], statement, mention, in: draft)
    }
  }

  private func explains(
    _ explanation: FigureExplanation, _ statement: StatedFigure, _ mention: FigureMention,
    in draft: Draft
  ) -> Bool {
    guard let plus = sum(of: explanation.cells, in: draft),
      let minus = sum(of: explanation.minus, in: draft)
    else { return false }
    return statement.number.bounds.contains((plus - minus) * Int128(mention.scale))
  }

  private func finding(
    of statement: StatedFigure, cells: Int128, in draft: Draft, _ check: Check<FigureMentions>
  ) -> Finding? {
    let mentions = statement.mentions.map { check.parameters.mentions[$0] }
    guard let main = mentions.last else { return nil }
    let joinedMentions = joinedMentions(mentions)
    var explanation =
      mentions.count == 1
      ? main.explanations.first { explains($0, statement, main, in: draft) }?.text : nil
    if explanation == nil, statement.isOwnOffice, statement.number.micros < cells {
      explanation = check.parameters.offices.reason
    }
    return Finding(
      rule: FigureRule.number, severity: check.severity,
      at: joinedMentions.flatMap(\.cells), text: statement.place,
      detail: .figures(
        .otherThanCells(
          StatedDifference(
            name: joined(joinedMentions.map(\.name)), stated: statement.number.micros,
            exactness: exactness(statement.number),
            cells: cells, explanation: explanation))),
      basis: check.basis)
  }

  private func joined(_ names: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      names.map(\.chinese).joined(separator: "、"),
      english: names.map(\.english).joined(separator: ", "))
  }

  private func exactness(_ number: WrittenNumber) -> FigureExactness {
    switch number.exactness {
    case .exact: number.isScaled ? .about : .exact
    case .about: .about
    case .more: .more
    case .less: .less
    }
  }
}
