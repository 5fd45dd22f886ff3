extension Validation {
  /// Everything found in `draft`, in form order; on one cell blanks and kinds before relations.
  ///
  /// Total: every draft has an answer. No error among them means that the draft may be exported.
  ///
  /// - Precondition: this validation was kept up to date with `draft`.
  package func findings(in draft: Draft) -> [Finding] {
    let assumed = Set(assumedZeros.map(\.position))
    let blanks = (0..<form.cellCount).filter {
      draft[CellIndex($0)] == nil && !assumed.contains($0)
    }
    return ordered(
      blanks.map { (CellIndex($0), blankFinding(at: CellIndex($0))) } + cellProblems(in: draft),
      in: draft)
  }

  /// What contradicts something or is worth a look: all findings but the blanks of which nothing
  /// tells the value, in the same order.
  ///
  /// - Complexity: O(*f* log *f*) for *f* findings, however many cells are blank.
  package func problems(in draft: Draft) -> [Finding] {
    let blanks = knownBlanks.sorted()
    return ordered(
      blanks.map { ($0, blankFinding(at: $0)) } + cellProblems(in: draft), in: draft)
  }

  /// What is found about figures, each with the cell that it is listed under.
  private func cellProblems(in draft: Draft) -> [(anchor: CellIndex, finding: Finding)] {
    var found: [(anchor: CellIndex, finding: Finding)] = []
    for position in wrongKind {
      if let finding = kindFinding(at: CellIndex(position), in: draft) {
        found.append((CellIndex(position), finding))
      }
    }
    for index in broken.sorted() {
      if let finding = finding(ofBroken: index, in: draft) {
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
    for (number, finding) in (texts.findings(in: draft) + allZeroFindings()).enumerated() {
      let place = finding.text
      let section = form.sections.firstIndex { $0.id == place?.section } ?? 0
      listed.append((key: (section, place?.range.lowerBound ?? 0, number), finding: finding))
    }
    listed.sort { $0.key < $1.key }
    return organFindings(in: draft) + draft.accepting(listed.map(\.finding))
  }

  /// What is found about one cell: its own fault, and the broken relations that it is marked for.
  package func findings(at cell: CellIndex, in draft: Draft) -> [Finding] {
    var found: [Finding] = []
    if draft[cell] == nil, !assumedZeros.contains(cell) { found.append(blankFinding(at: cell)) }
    if let finding = kindFinding(at: cell, in: draft) { found.append(finding) }
    let relations = form.relationsOfCell[cell.position].map(Int.init).filter(broken.contains)
    let (marked, others) = relations.stablyPartitioned {
      form.relations[$0].shownSide.contains(cell) || isSuggested(cell, by: $0, in: draft)
    }
    found += (marked + others).compactMap { finding(ofBroken: $0, in: draft) }
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

  /// The cells to be shown as wrong: figures of the wrong kind, blanks whose value is known, the
  /// right sides of broken relations, and the cells that the best suggestions would change.
  package func markedCells(in draft: Draft) -> Set<CellIndex> {
    var cells = Set(wrongKind.map { CellIndex($0) })
    cells.formUnion(knownBlanks)
    cells.formUnion(assumedZeros)
    for index in broken {
      cells.formUnion(form.relations[index].shownSide)
      for change in oneCellFixes(ofBroken: index, in: draft).first?.changes ?? [] {
        cells.insert(change.cell)
      }
    }
    return cells
  }

  /// Whether a cell is the one blank of a relation that then tells its value.
  package func isKnownBlank(_ cell: CellIndex) -> Bool {
    !demands(onBlank: cell).isEmpty
  }

  /// The cells with contradictions, in form order: each broken relation under its anchor, each
  /// wrong figure, each blank whose value is known.
  package var contradictions: [CellIndex] {
    let anchors = broken.map { anchor(of: $0) }
    let own = wrongKind.map { CellIndex($0) } + assumedZeros.prefix(1)
    return Set(anchors + own + knownBlanks).sorted()
  }

  private var knownBlanks: Set<CellIndex> {
    Set(nearlyFilled.map { CellIndex(tallies[$0].blankPositions) }.filter(isKnownBlank))
  }

  private func isSuggested(_ cell: CellIndex, by relation: Int, in draft: Draft) -> Bool {
    oneCellFixes(ofBroken: relation, in: draft).first?.changes.contains { $0.cell == cell } ?? false
  }

  private func blankFinding(at cell: CellIndex) -> Finding {
    let demands = demands(onBlank: cell)
    var values: [Quantity] = []
    for demand in demands where !values.contains(where: { $0.micros == demand.value.micros }) {
      values.append(demand.value)
    }
    let relation = demands.first?.relation
    return Finding(
      rule: BuiltInRule.blank, severity: .error, at: [cell],
      previous: relation.map { form.relations[$0].previous } ?? [],
      detail: .blank(relation: relation),
      fixes: values.map { Fix([Fix.Change(cell, $0)]) },
      basis: relation.map { form.rules[form.relations[$0].rule].basis } ?? form.basis)
  }

  private func kindFinding(at cell: CellIndex, in draft: Draft) -> Finding? {
    guard wrongKind.contains(cell.position), let value = draft[cell] else { return nil }
    return Finding(
      rule: BuiltInRule.kind, severity: .error, at: [cell],
      detail: .wrongKind(value, form.kind(of: cell)), fixes: [], basis: form.basis)
  }

  private func finding(ofBroken index: Int, in draft: Draft) -> Finding? {
    guard let sums = sums(ofBroken: index) else { return nil }
    let relation = form.relations[index]
    let rule = form.rules[relation.rule]
    let fixes = oneCellFixes(ofBroken: index, in: draft)
    let other = relation.shownSide == relation.right ? relation.left : relation.right
    var at = relation.shownSide + other
    if let suspect = fixes.first?.changes.first?.cell {
      at = [suspect] + at.filter { $0 != suspect }
    }
    return Finding(
      rule: rule.id, severity: rule.severity, at: at, previous: relation.previous,
      detail: .unequal(sums), fixes: fixes, basis: rule.basis)
  }
}

extension Array {
  /// The elements that satisfy a condition and those that do not, each in their order.
  fileprivate func stablyPartitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
