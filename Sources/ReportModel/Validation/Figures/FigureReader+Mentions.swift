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
    if takenUntil > 0 {
      clause.hits.removeAll { tokens[$0.token].range.upperBound <= takenUntil }
      takenUntil = 0
    }
    let full = wholeClause(before: range.lowerBound)
    let isOtherYear = full.isOtherYear || sentenceIsOtherYear
    let compares = full.compares || clause.rises || clause.falls
    let named = isOtherYear || compares ? Named() : mentions(in: full, after: after, figure)
    let found = named.mentions
    let group = found.first.flatMap { checks.number?.parameters.mentions[$0].group }
    let place = PlacedFigure(
      figure: figure, mentions: found, group: group, sentence: sentence, depth: depth,
      start: full.start, token: position, compares: compares, rises: clause.rises,
      falls: clause.falls, isOtherYear: isOtherYear, isChannel: full.isChannel,
      isRest: clause.isRest)
    if !found.isEmpty { state(place, to: named.end, clause: full) }
    if compares { noteChange(place) }
    addToList(place)
    judgeTotal(place)
    if list != nil, clause.isExhaustive { list?.isExhaustive = true }
    placed.append(place)
    told.formUnion(found)
    clause.restart(at: range.upperBound, followsFigure: true)
  }

  /// Takes note of 增加 20 件 right after the figure that is compared with last year's.
  private mutating func noteChange(_ place: PlacedFigure) {
    guard place.rises != place.falls, place.figure.number.exactness == .exact, !tellsParts,
      clause.statedYear.map({ $0 == year - 1 }) ?? true, let last = placed.last,
      last.sentence == sentence, last.depth == depth, last.mentions.count == 1,
      !last.compares, !last.isOtherYear, last.figure.unit == place.figure.unit,
      last.figure.number.exactness == .exact
    else { return }
    reading.changes.append(
      StatedChange(
        place: scan.place(last.start..<place.figure.range.upperBound), mention: last.mentions[0],
        current: last.figure.value, stated: place.figure.value * (place.rises ? 1 : -1)))
  }

  /// The words between a figure and the mark after it; nothing where another figure comes first.
  private func clauseAfter(_ token: Int) -> FigureClause {
    var after = FigureClause()
    var next = token + 1
    scan: while next < tokens.count {
      switch tokens[next].kind {
      case .word(let word):
        for use in checks.lexicon.uses[word] {
          after.note(use, token: next, range: tokens[next].range)
        }
      case .year(let stated):
        if let carrying = carrying(around: tokens[next].range, stated),
          let carries = mention(carrying)
        {
          after.hits.append((carries, next))
        }
      case .figure, .comma, .colon, .open, .close, .semicolon, .sentenceEnd, .paragraphEnd:
        break scan
      }
      next += 1
    }
    if next < tokens.count {
      if case .figure(let index) = tokens[next].kind, figures[index].unit != nil {
        let start = tokens[next].range.lowerBound
        // 5 件予以公开、3 件…: the words before 、 belong to the figure before.
        return scan.scalars[start - 1] == 0x3001 ? after : FigureClause()
      }
    }
    return after
  }

  /// The clause, with the one before where it says hardly more than 共.
  private func wholeClause(before offset: Int) -> FigureClause {
    guard let earlierClause, !clause.hasContent, offset - clause.start <= 4 else { return clause }
    return clause.joined(to: earlierClause)
  }

  /// What a figure is called, and where the last word for it ends if it stands after the figure.
  struct Named {
    var mentions: [Int] = []
    var end: Int?
  }

  private mutating func mentions(
    in clause: FigureClause, after: FigureClause, _ figure: CountedFigure
  ) -> Named {
    let namesWhole = clause.namesWhole || clause.namesArea && isGovernment
    if clause.namesOthers || clause.namesArea, !namesWhole { return Named() }
    // 予以公开、不予公开分别为 3 件、2 件: which is which is told by order alone.
    if clause.isExhaustive { return Named() }
    if self.clause.hits.isEmpty {
      let named = mentionsAfter(in: clause, after: after, figure)
      if !named.mentions.isEmpty { return named }
      if colonEnd == self.clause.start, !after.isSilent { return Named() }
    }
    return Named(mentions: mentionsBefore(in: clause, after: after, figure))
  }

  /// The mentions whose words follow: 5 件予以公开, 36 件政府信息公开申请.
  private mutating func mentionsAfter(
    in clause: FigureClause, after: FigureClause, _ figure: CountedFigure
  ) -> Named {
    guard let parameters = checks.number?.parameters, !countsInformation(figure) else {
      return Named()
    }
    var (strong, weak): ([Int], [Int]) = ([], [])
    var end = 0
    for (index, token) in after.hits {
      let mention = parameters.mentions[index]
      guard mention.after.isEmpty || mention.carries != nil,
        mention.group != nil || mention.counts == .alone,
        fits(mention, index, clause, after, figure.unit), !isExcluded(mention, clause, after)
      else { continue }
      switch mention.counts {
      case .always: strong.appendOnce(index)
      case .alone where clause.hits.isEmpty && isRightAfter(token, figure): weak.appendOnce(index)
      case .alone: continue
      }
      end = max(end, tokens[token].range.upperBound)
      if case .year = tokens[token].kind, end < scan.scalars.count, scan.scalars[end] == 0x5E74 {
        end += 1
      }
    }
    if strong.isEmpty { strong = weak }
    guard !strong.isEmpty else { return Named() }
    takenUntil = end
    return Named(mentions: strong, end: end)
  }

  private func mentionsBefore(
    in clause: FigureClause, after: FigureClause, _ figure: CountedFigure
  ) -> [Int] {
    guard let parameters = checks.number?.parameters else { return [] }
    let unit = figure.unit
    var strong: [Int] = []
    var weak: [Int] = []
    for (index, token) in clause.hits {
      let mention = parameters.mentions[index]
      guard fits(mention, index, clause, after, unit) else { continue }
      if isOtherOrgan(before: token, clause) { return [] }
      if isExcluded(mention, clause, after) {
        // 结转上年后收到…事项 5 件: what was carried is not what the figure counts.
        if mention.counts == .always {
          strong.removeAll { parameters.mentions[$0].carries != nil }
        }
        continue
      }
      switch mention.counts {
      case .always: strong.appendOnce(index)
      case .alone:
        if isBeside(token, figure) { weak.appendOnce(index) }
      }
    }
    if strong.contains(where: { parameters.mentions[$0].carries == .out }) {
      // 结转下年度继续办理的 6 件 are carried over; 办理 says what will be done with them.
      strong.removeAll { parameters.mentions[$0].carries != .out }
    }
    if strong.isEmpty { strong = weak }
    if strong.isEmpty, clause.hits.isEmpty {
      strong = after.afterHits.filter { index in
        let mention = parameters.mentions[index]
        return fits(mention, index, clause, after, unit) && !isExcluded(mention, clause, after)
      }
    }
    return strong
  }

  /// 对 3 条信息不予公开 counts pieces of information; 3 条信息公开申请 does not.
  private func countsInformation(_ figure: CountedFigure) -> Bool {
    let rest = scan.scalars[figure.range.upperBound...]
    return rest.starts(with: "信息".scalarValues) && !rest.starts(with: "信息公开".scalarValues)
  }

  private func isRightAfter(_ token: Int, _ figure: CountedFigure) -> Bool {
    scan.scalars[figure.range.upperBound..<tokens[token].range.lowerBound].allSatisfy { $0 == 0x20 }
  }

  /// How many words may stand between a figure and what it is called.
  private static let reach = 40

  /// Whether hardly anything but words like 共 stands between a word and the figure.
  private func isBeside(_ token: Int, _ figure: CountedFigure) -> Bool {
    let end = tokens[token].range.upperBound
    var gap = figure.range.lowerBound - end
    guard gap >= 0, position - token <= Self.reach else { return false }
    var next = token + 1
    while next < tokens.count, tokens[next].range.lowerBound < figure.range.lowerBound {
      gap -= tokens[next].range.count
      next += 1
    }
    return gap <= 4
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
    let first = max(0, token - Self.reach)
    var token = token
    var end = tokens[token].range.lowerBound
    while token > first, case .word(let word) = tokens[token - 1].kind,
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
    _ place: PlacedFigure, to end: Int?, clause: FigureClause
  ) {
    let isPart = tellsParts && place.mentions.allSatisfy(told.contains)
    guard !isPart else { return }
    var start = place.start
    while start < place.figure.range.lowerBound, WordScan.isBlank(scan.scalars[start]) {
      start += 1
    }
    let range = start..<(end ?? place.figure.range.upperBound)
    let isOwnOffice =
      !clause.namesWhole && !clause.namesArea
      && clause.offices.contains { !isOwnName(tokens[$0].range) }
    // 其中机关本级 297 件 is a part of all.
    guard !(isOwnOffice && tellsParts) else { return }
    let whole = place.group == nil ? nil : list?.wholes.last.map { placed[$0] }
    let isPartOfOther =
      whole.map { $0.mentions.isEmpty && $0.figure.unit == place.figure.unit } == true
    reading.statements.append(
      StatedFigure(
        place: scan.place(range), mentions: place.mentions, number: place.figure.number,
        isOwnOffice: isOwnOffice, said: explanations(of: place, clause),
        partOf: isPartOfOther ? whole?.figure.value : nil))
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

extension String {
  /// The values of its scalars.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}

extension [UInt32] {
  /// Whether two scalars stand side by side somewhere.
  fileprivate func containsRun(_ first: UInt32, _ second: UInt32) -> Bool {
    zip(self, dropFirst()).contains { $0 == (first, second) }
  }
}
