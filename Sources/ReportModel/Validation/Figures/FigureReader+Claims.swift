extension FigureReader {
  /// Judges what the clause claims in words, at its end.
  mutating func flushClaims(endedByFigure figure: CountedFigure?) {
    guard !clause.claims.isEmpty, let claims = checks.claim?.parameters.claims else { return }
    guard !clause.isOtherYear, !sentenceIsOtherYear else { return }
    let isFull = figure.map { $0.unit == nil && $0.value == 100_000_000 } == true
    var stated: Set<Int> = []
    for (index, range) in clause.claims where !stated.contains(index) {
      let claim = claims[index]
      // 全部答复 5 件 says which were answered; that is a figure, and no claim about the rest.
      guard claim.kind == .rate ? isFull : figure?.unit == nil else { continue }
      guard let start = start(of: index, claim, before: range),
        !clause.claimUnless.contains(index), isOnTopic(index, claim)
      else { continue }
      let nearest = placed.last { $0.sentence == sentence && !$0.mentions.isEmpty }
      let last = placed.last { $0.sentence == sentence && !$0.compares && !$0.isOtherYear }
      guard concerns(claim, last) else { continue }
      stated.insert(index)
      reading.claims.append(
        StatedClaim(
          place: scan.place(start..<range.upperBound), claim: index,
          nearest: claim.settled.isEmpty ? nil : nearest?.figure.value))
    }
  }

  private func start(of index: Int, _ claim: FigureClaim, before range: Range<Int>) -> Int? {
    if claim.starts.isEmpty { return range.lowerBound }
    return clause.claimStarts.last { $0.claim == index && $0.start < range.lowerBound }?.start
  }

  private func isOnTopic(_ index: Int, _ claim: FigureClaim) -> Bool {
    if clause.claimWiths.contains(index) { return true }
    guard !claim.topics.isEmpty else { return claim.with.isEmpty }
    return topic.map(claim.topics.contains) == true
  }

  /// Whether the nearest figure before is one that the claim is about, or there is none.
  private func concerns(_ claim: FigureClaim, _ last: PlacedFigure?) -> Bool {
    guard let last else { return claim.kind != .beside }
    if claim.after.isEmpty { return true }
    return last.mentions.contains { claim.after.contains($0) }
  }
}
