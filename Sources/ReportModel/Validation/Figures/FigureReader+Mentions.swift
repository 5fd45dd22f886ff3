extension FigureReader {
  /// Takes in a figure: a count, an amount or a percentage.
  mutating func read(figure: CountedFigure, at range: Range<Int>) {
    flushClaims(endedByFigure: figure)
    if figure.unit == nil {
      notePercent(figure, at: range)
      clause.restart(at: range.upperBound, followsFigure: true)
      return
    }
    let after = clauseAfter(position)
    let full = wholeClause(before: range.lowerBound)
    let isOtherYear = full.isOtherYear || sentenceIsOtherYear
    let compares = full.compares || clause.rises || clause.falls
    let found =
      isOtherYear || compares ? [] : mentions(in: full, after: after, unit: figure.unit)
    let group = found.first.flatMap { checks.number?.parameters.mentions[$0].group }
    let place = PlacedFigure(
      figure: figure, mentions: found, group: group, sentence: sentence, depth: depth,
      start: full.start, token: position, compares: compares, rises: clause.rises,
      falls: clause.falls, isOtherYear: isOtherYear, isChannel: full.isChannel,
      isRest: clause.isRest)
    if !found.isEmpty { state(place, clause: full, after: after) }
    addToList(place)
    if list != nil, clause.isExhaustive { list?.isExhaustive = true }
    placed.append(place)
    told.formUnion(found)
    clause.restart(at: range.upperBound, followsFigure: true)
  }

  /// The words between a figure and the mark after it; nothing where another figure comes first.
  private func clauseAfter(_ token: Int) -> FigureClause {
    var after = FigureClause()
    var next = token + 1
    while next < tokens.count, case .word(let word) = tokens[next].kind {
      for use in checks.lexicon.uses[word] {
        after.note(use, token: next, range: tokens[next].range)
      }
      next += 1
    }
    if next < tokens.count {
      if case .figure(let index) = tokens[next].kind, figures[index].unit != nil {
        return FigureClause()
      }
    }
    return after
  }

  /// The clause, with the one before where it says hardly more than 共.
  private func wholeClause(before offset: Int) -> FigureClause {
    guard let earlierClause, !clause.hasContent, offset - clause.start <= 4 else { return clause }
    return clause.joined(to: earlierClause)
  }

  private func mentions(
    in clause: FigureClause, after: FigureClause, unit: Int?
  ) -> [Int] {
    guard let parameters = checks.number?.parameters else { return [] }
    if clause.namesOthers, !clause.namesWhole { return [] }
    // 予以公开、不予公开分别为 3 件、2 件: which is which is told by order alone.
    if clause.isExhaustive { return [] }
    var strong: [Int] = []
    var weak: [Int] = []
    for (index, token) in clause.hits {
      let mention = parameters.mentions[index]
      guard fits(mention, index, clause, after, unit) else { continue }
      if isOtherOrgan(before: token, clause) { return [] }
      if isExcluded(mention, clause, after) { continue }
      switch mention.counts {
      case .always: strong.append(index)
      case .alone: weak.append(index)
      }
    }
    if strong.isEmpty { strong = weak }
    if strong.isEmpty, clause.hits.isEmpty {
      strong = after.afterHits.filter { index in
        let mention = parameters.mentions[index]
        return fits(mention, index, clause, after, unit) && !isExcluded(mention, clause, after)
      }
    }
    var unique: [Int] = []
    for index in strong where !unique.contains(index) { unique.append(index) }
    return unique
  }

  private func fits(
    _ mention: FigureMention, _ index: Int, _ clause: FigureClause, _ after: FigureClause,
    _ unit: Int?
  ) -> Bool {
    guard let unit else { return false }
    guard mention.units.isEmpty || mention.units.contains(FigureUnits.all[unit]) else {
      return false
    }
    if clause.withs.contains(index) || after.withs.contains(index) { return true }
    guard !mention.topics.isEmpty else { return mention.with.isEmpty }
    return topic.map(mention.topics.contains) == true
  }

  private func isExcluded(
    _ mention: FigureMention, _ clause: FigureClause, _ after: FigureClause
  ) -> Bool {
    mention.unless.contains { clause.exclusions.contains($0) || after.exclusions.contains($0) }
      || mention.unlessBefore.contains { exclusionsBefore.contains($0) }
  }

  /// Whether another organ is named right before a word: 县教育局收到… in a report of another.
  private func isOtherOrgan(before token: Int, _ clause: FigureClause) -> Bool {
    guard let endings = checks.number?.parameters.offices.endings else { return false }
    var token = token
    var end = tokens[token].range.lowerBound
    while token > 0, case .word(let word) = tokens[token - 1].kind,
      tokens[token - 1].range.upperBound == end, isFiller(word),
      end > clause.start
    {
      token -= 1
      end = tokens[token].range.lowerBound
    }
    guard end - clause.start >= 2 else { return false }
    let pair = scan.scalars[end - 2..<end]
    guard let last = pair.last, let first = pair.first,
      endings.contains(where: { $0.unicodeScalars.first?.value == last })
    else { return false }
    // 我局, 本局, 全局, 县局, 市局, 区局, 省局, 该局
    if [0x6211, 0x672C, 0x5168, 0x53BF, 0x5E02, 0x533A, 0x7701, 0x8BE5].contains(first),
      last != 0x5E9C
    {
      return false
    }
    return !organ.isEmpty && !organ.containsRun(first, last)
  }

  private func isFiller(_ word: Int) -> Bool {
    checks.lexicon.uses[word].contains { $0 == .role(.filler) || $0 == .role(.thisYear) }
  }

  /// Keeps what a figure says of cells, to be compared when findings are asked for.
  private mutating func state(
    _ place: PlacedFigure, clause: FigureClause, after: FigureClause
  ) {
    let isPart = tellsParts && place.mentions.allSatisfy(told.contains)
    guard !isPart else { return }
    var start = place.start
    while start < place.figure.range.lowerBound, scan.scalars[start] == 0x20 { start += 1 }
    let range = start..<place.figure.range.upperBound
    let isOwnOffice =
      !clause.namesWhole && clause.offices.contains { !isOwnName(tokens[$0].range) }
    reading.statements.append(
      StatedFigure(
        place: scan.place(range), mentions: place.mentions, number: place.figure.number,
        isOwnOffice: isOwnOffice, said: explanations(of: place, clause), isPartial: tellsParts))
  }

  /// Whether a word is the end of the organ's own name.
  private func isOwnName(_ range: Range<Int>) -> Bool {
    guard range.count >= 2 else { return false }
    return organ.containsRun(scan.scalars[range.upperBound - 2], scan.scalars[range.upperBound - 1])
  }

  /// The explanations that the text gives itself, in the clause or what the sentence adds to it.
  private func explanations(of place: PlacedFigure, _ clause: FigureClause) -> [Int] {
    guard let first = place.mentions.first,
      checks.number?.parameters.mentions[first].explanations.isEmpty == false
    else { return [] }
    var numbers = clause.explanations.filter { $0.mention == first }.map(\.number)
    var next = place.token + 1
    var hasFigure = false
    while next < min(tokens.count, place.token + 12) {
      switch tokens[next].kind {
      case .word(let word):
        for case .explanation(first, let number) in checks.lexicon.uses[word] {
          numbers.append(number)
        }
      case .figure:
        if hasFigure { return numbers }
        hasFigure = true
      case .sentenceEnd, .paragraphEnd, .semicolon: return numbers
      case .year, .comma, .colon, .open, .close: break
      }
      next += 1
    }
    return numbers
  }
}

extension [UInt32] {
  /// Whether two scalars stand side by side somewhere.
  fileprivate func containsRun(_ first: UInt32, _ second: UInt32) -> Bool {
    zip(self, dropFirst()).contains { $0 == (first, second) }
  }
}
