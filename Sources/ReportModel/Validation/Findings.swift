extension Validation {
  /// Everything found in `draft`, in form order; on one cell blanks and kinds before relations.
  ///
  /// Total: every draft has an answer. No error among them means that the draft may be exported.
  ///
  /// - Precondition: this validation was kept up to date with `draft`.
  package func findings(in draft: Draft) -> [Finding] {
    let suggestions = suggestions(in: draft)
    let assumed = Set(assumedZeros.map(\.position))
    let blanks =
      blankCount == 0
      ? []
      : (0..<form.cellCount).filter { draft[CellIndex($0)] == nil && !assumed.contains($0) }
    return ordered(
      blanks.map { (CellIndex($0), blankFinding(at: CellIndex($0), suggestions)) }
        + cellProblems(in: draft, suggestions),
      in: draft)
  }

  /// What contradicts something or is worth a look: all findings but the blanks of which nothing
  /// tells the value, in the same order.
  ///
  /// - Complexity: O(*f* log *f*) for *f* findings, however many cells are blank.
  package func problems(in draft: Draft) -> [Finding] {
    problems(in: draft, suggestions(in: draft))
  }

  /// The same, with suggestions that were worked out for the draft as it is.
  package func problems(in draft: Draft, _ suggestions: Suggestions) -> [Finding] {
    let blanks = knownBlanks.sorted()
    return ordered(
      blanks.map { ($0, blankFinding(at: $0, suggestions)) } + cellProblems(in: draft, suggestions),
      in: draft)
  }

  /// What is found about figures, each with the cell that it is listed under.
  private func cellProblems(
    in draft: Draft, _ suggestions: Suggestions
  ) -> [(anchor: CellIndex, finding: Finding)] {
    var found: [(anchor: CellIndex, finding: Finding)] = []
    for position in wrongKind {
      if let finding = kindFinding(at: CellIndex(position), in: draft) {
        found.append((CellIndex(position), finding))
      }
    }
    for index in broken {
      if let finding = finding(ofBroken: index, suggestions) {
        found.append((anchor(of: index), finding))
      }
    }
    for finding in cellFindings(in: draft) {
      found.append((finding.at.first ?? CellIndex(0), finding))
    }
    return found
  }

  /// The organ, then section by section: cells by their position, words by where they stand.
  private func ordered(
    _ found: [(anchor: CellIndex, finding: Finding)], in draft: Draft
  ) -> [Finding] {
    var listed = found.enumerated().map { number, found in
      let section = form.sectionNumber(of: found.anchor)
      return (key: (section, found.anchor.position, number), finding: found.finding)
    }
    for (number, finding)
      in (texts.findings(in: draft, after: cells.previousFigure) + allZeroFindings()).enumerated()
    {
      let place = finding.text
      let section = form.sections.firstIndex { $0.id == place?.section } ?? 0
      listed.append((key: (section, place?.range.lowerBound ?? 0, number), finding: finding))
    }
    listed.sort { $0.key < $1.key }
    return organFindings(in: draft) + draft.accepting(listed.map(\.finding))
  }

  /// What is found about one cell: its own fault, and the broken relations that it is marked for.
  package func findings(at cell: CellIndex, in draft: Draft) -> [Finding] {
    findings(at: cell, in: draft, suggestions(in: draft))
  }

  /// The same, with suggestions that were worked out for the draft as it is.
  package func findings(
    at cell: CellIndex, in draft: Draft, _ suggestions: Suggestions
  ) -> [Finding] {
    var found: [Finding] = []
    if draft[cell] == nil, !assumedZeros.contains(cell) {
      found.append(blankFinding(at: cell, suggestions))
    }
    if let finding = kindFinding(at: cell, in: draft) { found.append(finding) }
    let relations = form.memberships(of: cell).map(\.relation).filter { broken[$0] }
    let (marked, others) = relations.stablyPartitioned { relation in
      form.relations[relation].shownSide.contains(cell)
        || suggestions.group(of: relation)?.fixes(for: relation).fixes.first?.value(of: cell) != nil
    }
    found += (marked + others).compactMap { finding(ofBroken: $0, suggestions) }
    return draft.accepting(found + cellFindings(at: cell, in: draft))
  }

  /// What is found about the organ and the year: no name, a form that is not the year's.
  package func organFindings(in draft: Draft) -> [Finding] {
    let edition = editionFindings(in: draft)
    guard draft.organ.name.allSatisfy(\.isWhitespace) else { return edition }
    let missing = Finding(
      rule: BuiltInRule.organ, severity: .error, at: [], detail: .organMissing, fixes: [],
      basis: form.basis)
    return [missing] + edition
  }

  /// The cell under which a relation's finding is listed: the first of the side it is shown at.
  package func anchor(of relation: Int) -> CellIndex {
    form.relations[relation].shownSide.first ?? CellIndex(0)
  }

  /// The cells that are the one blank of a relation that then tells their value.
  private var knownBlanks: Set<CellIndex> {
    let blanks = nearlyFilled.map { CellIndex(tallies[$0].blankPositions) }
    return Set(blanks.filter { !demands(onBlank: $0).isEmpty })
  }

  private func blankFinding(at cell: CellIndex, _ suggestions: Suggestions) -> Finding {
    let demands = demands(onBlank: cell)
    let group = demands.first.flatMap { suggestions.group(of: $0.relation) }
    let suggested = demands.first.flatMap { group?.fixes(for: $0.relation) }
    var fixes = suggested?.fixes ?? []
    var isPartial = suggested?.isPartial ?? false
    if fixes.first?.value(of: cell) == nil, let demand = demands.first {
      // Nothing mends the group with this blank in it: then what one relation asks is a first step.
      fixes = [Fix([Fix.Change(cell, demand.value)])]
      isPartial = true
    }
    let value = fixes.first?.value(of: cell)
    let relation = (demands.first { $0.value.micros == value?.micros } ?? demands.first)?.relation
    return Finding(
      rule: BuiltInRule.blank, severity: .error, at: [cell],
      previous: relation.map { form.relations[$0].previous } ?? [],
      detail: .blank(relation: relation), fixes: fixes, isPartial: isPartial,
      basis: relation.map { form.rules[form.relations[$0].rule].basis } ?? form.basis)
  }

  private func kindFinding(at cell: CellIndex, in draft: Draft) -> Finding? {
    guard wrongKind[cell.position], let value = draft[cell] else { return nil }
    return Finding(
      rule: BuiltInRule.kind, severity: .error, at: [cell],
      detail: .wrongKind(value, form.kind(of: cell)), fixes: [], basis: form.basis)
  }

  private func finding(ofBroken index: Int, _ suggestions: Suggestions) -> Finding? {
    guard var finding = finding(ofBroken: index) else { return nil }
    guard let group = suggestions.group(of: index) else { return finding }
    (finding.fixes, finding.isPartial) = group.fixes(for: index)
    let (suspects, others) = finding.at.stablyPartitioned { cell in
      finding.fixes.first?.value(of: cell) != nil
    }
    finding.at = suspects + others
    return finding
  }

  /// A broken relation, without what would mend it.
  private func finding(ofBroken index: Int) -> Finding? {
    guard let sums = sums(ofBroken: index) else { return nil }
    let relation = form.relations[index]
    let rule = form.rules[relation.rule]
    let other = relation.shownSide == relation.right ? relation.left : relation.right
    return Finding(
      rule: rule.id, severity: rule.severity, at: relation.shownSide + other,
      previous: relation.previous, detail: .unequal(sums), basis: rule.basis)
  }

  /// The broken relations that nobody accepted, in order.
  func openRelations(in draft: Draft) -> [Int] {
    guard !draft.acceptances.isEmpty else { return Array(broken) }
    let found = draft.accepting(broken.compactMap { finding(ofBroken: $0) })
    return found.compactMap { finding in
      guard finding.acceptance == nil, case .unequal(let sums) = finding.detail else { return nil }
      return sums.relation
    }
  }
}

extension Array {
  /// The elements that satisfy a condition and those that do not, each in their order.
  fileprivate func stablyPartitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
