extension FigureReader {
  /// Judges what the clause claims in words, at its end.
  mutating func flushClaims(endedByFigure figure: CountedFigure?) {
    guard !clause.claims.isEmpty, let claims = checks.claim?.parameters.claims else { return }
    guard !clause.isOtherYear, !sentenceIsOtherYear else { return }
    let isFull = figure.map { $0.unit == nil && $0.value == 100_000_000 } == true
    let starts = Dictionary(grouping: clause.claimStarts, by: \.claim)
    let before = placed.suffix(Self.nearby).filter { $0.sentence == sentence }
    var isDone: Set<Int> = []
    for (index, range) in clause.claims where !isDone.contains(index) {
      let claim = claims[index]
      guard
        let start = claim.starts.isEmpty
          ? range.lowerBound : Self.lastStart(starts[index] ?? [], before: range)
      else { continue }
      // The rest is the same for every word of the claim.
      isDone.insert(index)
      // 全部答复 5 件 says which were answered; that is a figure, and no claim about the rest.
      guard claim.kind == .rate ? isFull : figure?.unit == nil else { continue }
      // 收到申请 9 件，其中自然人 8 件，已全部办结: the parts are passed over.
      let told = before.filter { $0.group.map(claim.through.contains) != true }
      let last = told.last { !$0.compares && !$0.isOtherYear }
      guard !clause.claimUnless.contains(index), isOnTopic(index, claim), concerns(claim, last)
      else { continue }
      let nearest = told.last { !$0.mentions.isEmpty }
      reading.claims.append(
        StatedClaim(
          place: scan.place(start..<range.upperBound), claim: index,
          nearest: claim.settled.isEmpty ? nil : nearest?.figure.value))
    }
  }

  /// How many figures back the one is looked for that a claim is about.
  private static let nearby = 24

  /// The last of some starts, in order, that lies before a word.
  private static func lastStart(
    _ starts: [(claim: Int, start: Int)], before word: Range<Int>
  ) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].start < word.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].start : nil
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
