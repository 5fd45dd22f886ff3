// What `percent` and `claim` find once the cells are known.

extension FigureReading {
  /// `percent`: a share that neither the text nor the cells give.
  func finding(of share: StatedShare, in draft: Draft, _ checks: FigureChecks) -> Finding? {
    guard let check = checks.percent else { return nil }
    // A whole that the text does not state: what the shares beside it add up to, or else the one
    // that comes nearest.
    var ofCells: (cells: [CellIndex], sum: Int128)?
    var isSummed = false
    for cells in check.parameters.wholes {
      guard let whole = sum(of: cells, in: draft) else { continue }
      if StatedShare.holds(share.part, of: whole, is: share.stated, step: share.step) {
        return nil
      }
      guard share.whole == nil, whole > 0, !isSummed else { continue }
      if share.siblings == whole {
        (ofCells, isSummed) = ((cells, whole), true)
      } else if share.isOfCells,
        ofCells.map({ share.distance(from: whole) < share.distance(from: $0.sum) }) ?? true
      {
        ofCells = (cells, whole)
      }
    }
    guard let whole = share.whole ?? ofCells?.sum, whole > 0 else { return nil }
    return Finding(
      rule: FigureRule.percent, severity: check.severity, at: ofCells?.cells ?? [],
      text: share.place,
      detail: .figures(
        .wrongShare(part: share.part, whole: whole, stated: share.stated, step: share.step)),
      basis: check.basis)
  }

  /// `percent`: a growth that last year's figures do not give.
  func finding(
    of growth: StatedGrowth, in draft: Draft, after previous: (CellIndex) -> Quantity?,
    _ checks: FigureChecks
  ) -> Finding? {
    guard let check = checks.percent, let number = checks.number else { return nil }
    let cells = number.parameters.mentions[growth.mention].cells
    guard let base = lastYear(cells, previous) else { return nil }
    guard base > 0, sum(of: cells, in: draft) == growth.current else { return nil }
    let holds = StatedShare.holds(
      growth.current - base, of: base, is: growth.stated, step: growth.step)
    guard !holds else { return nil }
    return Finding(
      rule: FigureRule.percent, severity: check.severity, at: cells, previous: cells,
      text: growth.place,
      detail: .figures(
        .wrongGrowth(
          current: growth.current, previous: base, stated: growth.stated, step: growth.step)),
      basis: check.basis)
  }

  /// `percent`: a difference to last year's figure that last year's report does not give.
  func finding(
    of change: StatedChange, in draft: Draft, after previous: (CellIndex) -> Quantity?,
    _ checks: FigureChecks
  ) -> Finding? {
    guard let check = checks.percent, let number = checks.number else { return nil }
    let cells = number.parameters.mentions[change.mention].cells
    guard let base = lastYear(cells, previous) else { return nil }
    guard sum(of: cells, in: draft) == change.current, change.current - base != change.stated else {
      return nil
    }
    return Finding(
      rule: FigureRule.percent, severity: check.severity, at: cells, previous: cells,
      text: change.place,
      detail: .figures(
        .wrongChange(current: change.current, previous: base, stated: change.stated)),
      basis: check.basis)
  }

  /// The sum of last year's figures of cells in millionths; nil where one is not known.
  private func lastYear(_ cells: [CellIndex], _ previous: (CellIndex) -> Quantity?) -> Int128? {
    var sum: Int128 = 0
    for cell in cells {
      guard let value = previous(cell) else { return nil }
      sum += value.micros
    }
    return sum
  }

  /// `claim`: words that the cells contradict.
  func finding(of stated: StatedClaim, in draft: Draft, _ checks: FigureChecks) -> Finding? {
    guard let check = checks.claim else { return nil }
    let claim = check.parameters.claims[stated.claim]
    let filled = claim.zero.filter { draft[$0].map { $0.micros > 0 } == true }
    guard !filled.isEmpty else { return nil }
    if let nearest = stated.nearest, sum(of: claim.settled, in: draft) == nearest { return nil }
    let sum = filled.reduce(Int128(0)) { $0 + (draft[$1]?.micros ?? 0) }
    return Finding(
      rule: FigureRule.claim, severity: check.severity, at: filled, text: stated.place,
      detail: .figures(.brokenClaim(claim.name, sum: sum)), basis: check.basis)
  }
}
