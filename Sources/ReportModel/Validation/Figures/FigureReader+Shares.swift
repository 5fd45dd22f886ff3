/// A percentage of a paragraph that waits for the figures around it.
struct PendingShare {
  var figure: CountedFigure
  /// The figure that it stands beside, by index among the paragraph's.
  var part: Int?
  var sentence: Int
  /// How many brackets it stands in.
  var depth: Int
  /// How many figures of the paragraph stand before it.
  var before: Int
  var start: Int
  var rises: Bool
  var falls: Bool
  /// The year that stands in its clause, if any.
  var statedYear: Int?
  /// The whole of the list that it is told in.
  var whole: Int?
  var isListed = false
  /// Whether 率 names it.
  var isRate = false
}

extension FigureReader {
  /// How far back a whole is looked for.
  private static let reach = 24
  private static let one: Int128 = 1_000_000
  /// Beyond this a product might not fit.
  private static let limit: Int128 = 1_000_000_000_000_000

  mutating func notePercent(_ figure: CountedFigure, at range: Range<Int>) {
    guard checks.percent != nil, figure.number.exactness == .exact, figure.number.step > 0,
      !sentenceIsOtherYear
    else { return }
    let isGrowth = clause.rises != clause.falls
    if clause.isRate, !isGrowth, figure.value > 100 * Self.one { tellTooMuch(figure, range) }
    let rated = clause.isRate && !isGrowth ? partBeforeRate(figure, range) : nil
    guard isGrowth || rated != nil || partBeside(range) != nil else { return }
    shares.append(
      PendingShare(
        figure: figure, part: isGrowth ? nil : rated ?? partBeside(range), sentence: sentence,
        depth: depth, before: placed.count, start: placed.last?.start ?? clause.start,
        rises: clause.rises,
        falls: clause.falls, statedYear: clause.statedYear))
    if rated != nil { shares[shares.count - 1].isRate = true }
  }

  /// `percent`: 办结率 103 %.
  private mutating func tellTooMuch(_ figure: CountedFigure, _ range: Range<Int>) {
    guard let check = checks.percent else { return }
    reading.findings.append(
      Finding(
        rule: FigureRule.percent, severity: check.severity,
        text: scan.place(clause.start..<range.upperBound),
        detail: .figures(.rateOverWhole(stated: figure.value)), basis: check.basis))
  }

  /// The figure of the clause right before 办结率 and its like, where there is a whole before it.
  private func partBeforeRate(_ figure: CountedFigure, _ range: Range<Int>) -> Int? {
    guard figure.value < 100 * Self.one, let last = placed.indices.last,
      placed[last].sentence == sentence, placed[last].depth == depth,
      !placed[last].compares, !placed[last].isOtherYear
    else { return nil }
    guard range.lowerBound - placed[last].figure.range.upperBound <= 12 else { return nil }
    let commas = tokens[placed[last].token + 1..<position].count { $0.kind == .comma }
    return commas <= 1 ? last : nil
  }

  /// The figure just before a percentage, with nothing but 占, a comma or a bracket between.
  private func partBeside(_ range: Range<Int>) -> Int? {
    guard let last = placed.last, isEndOfClause(after: range.upperBound) else { return nil }
    var token = position - 1
    var covered = 0
    while token > last.token {
      switch tokens[token].kind {
      case .comma, .open: break
      case .word(let word):
        let uses = checks.lexicon.uses[word]
        guard uses.contains(where: { $0 == .role(.share) || $0 == .role(.filler) }) else {
          return nil
        }
      case .figure, .year, .colon, .close, .semicolon, .sentenceEnd, .paragraphEnd: return nil
      }
      covered += tokens[token].range.count
      token -= 1
    }
    let gap = scan.scalars[last.figure.range.upperBound..<range.lowerBound]
    // 59 件、占 45.3%: 、 parts no more than a comma does.
    guard gap.count(where: { $0 != 0x20 && $0 != 0x3001 }) <= covered, !last.compares,
      !last.isOtherYear
    else { return nil }
    return placed.count - 1
  }

  private func isEndOfClause(after offset: Int) -> Bool {
    guard offset < scan.scalars.count else { return true }
    return FigureTokens.mark(scan.scalars[offset]) != nil || scan.scalars[offset] == 0x3001
  }

  /// Gives the shares beside the parts of a list its whole.
  mutating func noteShares(of list: PartList) {
    for index in shares.indices.suffix(Self.reach) {
      guard let part = shares[index].part, list.parts.contains(part) else { continue }
      shares[index].isListed = true
      shares[index].whole = list.wholes.last {
        placed[$0].figure.unit == placed[part].figure.unit
      }
    }
  }

  /// Whether the shares beside the parts of a list are about 100 % together.
  func sharesAddUp(_ list: PartList) -> Bool {
    var sum: Int128 = 0
    var count = 0
    for share in shares.suffix(Self.reach) {
      guard let part = share.part, list.parts.contains(part) else { continue }
      sum += min(share.figure.value, 1000 * Self.one)
      count += 1
    }
    return count == list.parts.count && (98 * Self.one...102 * Self.one).contains(sum)
  }

  /// `percent`: judges all percentages of a paragraph.
  mutating func judgeShares() {
    for (number, share) in shares.enumerated() {
      if share.part == nil { judgeGrowth(share) } else { judge(share, number) }
    }
  }

  /// The shares around one of them.
  private func shares(around number: Int) -> ArraySlice<PendingShare> {
    shares[max(0, number - Self.reach)..<min(shares.count, number + Self.reach + 1)]
  }

  private mutating func judge(_ share: PendingShare, _ number: Int) {
    guard let check = checks.percent, let index = share.part else { return }
    let part = placed[index].figure
    guard part.number.exactness == .exact, part.value < Self.limit else { return }
    let from = max(0, index - Self.reach)
    let wholes = placed[from..<index].filter {
      $0.figure.unit == part.unit && $0.figure.value >= part.value && !$0.compares
    }.map(\.figure.value)
    let parts = shares(around: number).compactMap(\.part)
      .filter { $0 >= from && $0 <= index + Self.reach }
    let siblings = parts.reduce(0) { $0 + placed[$1].figure.value }
    let isAdjusted = isBalanced(share, number)
    let holds = (wholes + [siblings]).contains { isShare(share, part.value, of: $0, isAdjusted) }
    guard !holds else { return }
    if share.isRate { return judgeRate(share, index, isAdjusted) }
    let isOfCells = placed[index].group.map(check.parameters.groups.contains) == true
    let primary = share.whole.map { placed[$0].figure }
    if let primary, primary.number.exactness != .exact { return }
    guard primary != nil || isOfCells || parts.count > 1 else { return }
    let range = placed[index].start..<share.figure.range.upperBound
    reading.shares.append(
      StatedShare(
        place: scan.place(range), part: part.value, stated: share.figure.value,
        step: share.figure.number.step, whole: primary?.value,
        siblings: parts.count > 1 ? siblings : nil, isOfCells: isOfCells))
  }

  private func isShare(
    _ share: PendingShare, _ part: Int128, of whole: Int128, _ isAdjusted: Bool
  ) -> Bool {
    StatedShare.holds(
      part, of: whole, is: share.figure.value, step: share.figure.number.step,
      isAdjusted: isAdjusted)
  }

  /// Whether the shares of the sentence make 100 % sharp: then one of them may be adjusted to it.
  private func isBalanced(_ share: PendingShare, _ number: Int) -> Bool {
    var sum: Int128 = 0
    for other in shares(around: number) where other.sentence == share.sentence {
      if other.part != nil, !other.isRate { sum += min(other.figure.value, 1000 * Self.one) }
    }
    return sum == 100 * Self.one
  }

  /// A rate of the last figure in the one before it; any two of the sentence may be meant.
  private mutating func judgeRate(_ share: PendingShare, _ index: Int, _ isAdjusted: Bool) {
    // Of outcomes told one by one nothing says which of them the rate adds up.
    guard placed[index].group == nil else { return }
    let part = placed[index].figure
    let from = max(0, index - 8)
    let near = placed[from...min(placed.count - 1, index + 4)].filter {
      $0.figure.unit == part.unit && 0 < $0.figure.value && $0.figure.value < Self.limit
    }
    let inSentence = near.filter { $0.sentence == share.sentence }
    guard
      let whole = placed[from..<index].last(where: {
        $0.sentence == share.sentence && $0.figure.unit == part.unit && !$0.compares
          && !$0.isOtherYear && $0.figure.value >= part.value
      })?.figure, whole.number.exactness == .exact,
      inSentence.allSatisfy({ !$0.compares && !$0.isOtherYear })
    else { return }
    let values = inSentence.map(\.figure.value)
    let holds = values.contains { first in
      values.contains { second in
        isShare(share, first, of: second, isAdjusted)
          || isShare(share, second - first, of: second, isAdjusted)
          || isShare(share, first, of: first + second, isAdjusted)
      }
    }
    guard !holds else { return }
    let range = placed[index].start..<share.figure.range.upperBound
    reading.shares.append(
      StatedShare(
        place: scan.place(range), part: part.value, stated: share.figure.value,
        step: share.figure.number.step, whole: whole.value, siblings: nil,
        isOfCells: false))
  }

  /// A growth that only last year's report can tell right or wrong.
  private mutating func noteGrowth(_ share: PendingShare, of current: Int) {
    guard let mention = placed[current].mentions.first, placed[current].mentions.count == 1 else {
      return
    }
    let range = placed[current].start..<share.figure.range.upperBound
    reading.growths.append(
      StatedGrowth(
        place: scan.place(range), mention: mention, current: placed[current].figure.value,
        stated: share.figure.value * (share.rises ? 1 : -1), step: share.figure.number.step))
  }

  /// A growth against the figure of the year before, or against the difference, in the sentence.
  private mutating func judgeGrowth(_ share: PendingShare) {
    guard let check = checks.percent else { return }
    let near = max(0, share.before - Self.reach)..<min(placed.count, share.before + Self.reach)
    let inSentence = near.filter { placed[$0].sentence == share.sentence }
    guard
      let current = inSentence.last(where: {
        $0 < share.before && placed[$0].depth <= share.depth && !placed[$0].compares
          && !placed[$0].isOtherYear
      })
    else { return }
    let now = placed[current].figure
    let sign: Int128 = share.rises ? 1 : -1
    let bases = inSentence.filter { $0 != current && placed[$0].figure.unit == now.unit }
      .compactMap { index -> Int128? in
        let value = placed[index].figure.value
        if placed[index].rises || placed[index].falls {
          return index > current ? now.value - (placed[index].rises ? value : -value) : nil
        }
        return placed[index].compares || placed[index].isOtherYear ? value : nil
      }
    if bases.isEmpty, current == share.before - 1, now.number.exactness == .exact,
      share.statedYear.map({ $0 == year - 1 }) ?? true
    {
      noteGrowth(share, of: current)
    }
    guard now.number.exactness == .exact, now.value < Self.limit,
      let base = bases.first, bases.allSatisfy({ 0 < $0 && $0 < Self.limit })
    else { return }
    let holds = bases.contains {
      StatedShare.holds(
        (now.value - $0) * sign, of: $0, is: share.figure.value, step: share.figure.number.step)
    }
    guard !holds, bases.count == 1 else { return }
    let range = placed[current].start..<share.figure.range.upperBound
    reading.findings.append(
      Finding(
        rule: FigureRule.percent, severity: check.severity, text: scan.place(range),
        detail: .figures(
          .wrongGrowth(
            current: now.value, previous: base, stated: share.figure.value * sign,
            step: share.figure.number.step)),
        basis: check.basis))
  }
}
