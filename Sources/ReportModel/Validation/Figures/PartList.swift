/// Figures that are told as parts of another.
struct PartList {
  /// The figures that may be the whole, the nearest last; indices into the paragraph's figures.
  var wholes: [Int]
  var parts: [Int] = []
  var depth: Int
  var start: Int
  var isExhaustive = false
  /// Whether a colon begins it: then it may go on after ；.
  var isAfterColon = false
  /// Whether it is a list only once 组成 ends it.
  var wantsEnd = false
  /// How many parts stand before the first ；, after which only a last 其他 shows that it goes on.
  var countBeforeSemicolon: Int?
}

extension FigureReader {
  /// Begins a list at 其中, or at a colon right after a figure.
  mutating func beginList(at range: Range<Int>) {
    let isColon = FigureTokens.mark(scan.scalars[range.lowerBound]) == .colon
    let next = range.upperBound
    let isBeforeColon = next < scan.scalars.count && FigureTokens.mark(scan.scalars[next]) == .colon
    endList()
    // 对其中 3 件…，对其中 2 件…: each is a part of what stands before them all.
    if range.lowerBound > 0, scan.scalars[range.lowerBound - 1] == 0x5BF9 { return }
    let inSentence = placed.suffix(8).indices.filter { index in
      placed[index].sentence == sentence && placed[index].depth <= depth
    }
    var wholes = inSentence.filter(isWhole)
    if inSentence.isEmpty {
      wholes = placed.suffix(8).indices.filter { index in
        placed[index].sentence == sentence - 1 && placed[index].depth <= depth && isWhole(index)
      }
    }
    tellsParts = true
    list = PartList(wholes: wholes, depth: depth, start: range.lowerBound)
    list?.isAfterColon = isColon || isBeforeColon
  }

  /// Begins a list at 包括, 分别为 or 由 right after the clause of a figure.
  mutating func beginParts(at range: Range<Int>, _ use: FigureWordUse) {
    guard list == nil || list?.countBeforeSemicolon != nil, let last = placed.indices.last,
      placed[last].sentence == sentence,
      placed[last].depth == depth, isWhole(last),
      range.lowerBound - placed[last].figure.range.upperBound <= 1
    else { return }
    endList()
    list = PartList(wholes: [last], depth: depth, start: range.lowerBound)
    list?.isExhaustive = use == .role(.exhaustive)
    list?.wantsEnd = use == .role(.from)
    if use != .role(.from) { tellsParts = true }
  }

  /// 组成 after the parts: they are everything.
  mutating func closeParts() {
    guard list != nil else { return }
    list?.isExhaustive = true
    list?.wantsEnd = false
    endList()
  }

  /// Whether shares are told beside the parts, which then go on after ；.
  func hasShares(_ list: PartList) -> Bool {
    shares.last.map { $0.isRate ? false : $0.part.map(list.parts.contains) == true } == true
  }

  /// `text-sum`: 合计 after figures that do not make it.
  mutating func judgeTotal(_ place: PlacedFigure) {
    let isInList = list != nil && list?.countBeforeSemicolon == nil
    // 其他信息共计 4 条 is the last part of a list and not the sum of those before.
    guard let check = checks.sum, clause.isTotal || saysOnlyTogether(place), !clause.isRest,
      !isInList, !place.compares, !place.isOtherYear
    else { return }
    var sums: (low: Int128, high: Int128) = (0, 0)
    var parts: [Int] = []
    for index in placed.indices.reversed().prefix(20) {
      let part = placed[index]
      guard part.sentence == sentence, part.depth == place.depth, !part.compares,
        part.figure.unit == place.figure.unit, part.group == placed.last?.group
      else { break }
      parts.append(index)
      sums.low += bounds(index).lowerBound
      sums.high += bounds(index).upperBound
      // Any of the runs before may be meant.
      if place.figure.number.bounds.overlaps(sums.low...sums.high) { return }
    }
    let hasRest = parts.contains { placed[$0].isRest }
    let isWays = parts.contains { placed[$0].isChannel }
    guard parts.count >= 2, let first = parts.last, hasRest || !isWays,
      !isWays || sums.high < place.figure.number.bounds.lowerBound,
      parts.allSatisfy({ placed[$0].mentions.isEmpty || placed[$0].group != nil })
    else { return }
    let values = parts.reversed().map { placed[$0].figure.value }
    reading.findings.append(
      Finding(
        rule: FigureRule.sum, severity: check.severity,
        text: scan.place(placed[first].start..<place.figure.range.upperBound),
        detail: .figures(
          .partsMissWhole(
            parts: values, sum: values.reduce(0, +), whole: place.figure.value)),
        basis: check.basis))
  }

  /// Whether nothing but 共 stands before a figure in its clause: 建议 9 件、提案 6 件，共 15 件.
  private func saysOnlyTogether(_ place: PlacedFigure) -> Bool {
    scan.scalars[clause.start..<place.figure.range.lowerBound].filter { $0 != 0x20 } == [0x5171]
  }

  private func isWhole(_ index: Int) -> Bool {
    !placed[index].compares && !placed[index].isOtherYear
  }

  /// Takes a figure as a part where a list is being told; `place` is the next of the paragraph.
  mutating func addToList(_ place: PlacedFigure) {
    guard let list, list.depth == place.depth else { return }
    let isNewMatter = !place.mentions.isEmpty && place.group == nil
    let isOtherThing =
      list.isExhaustive && list.parts.count > 1
      && list.parts.last.map { placed[$0].figure.unit != place.figure.unit } == true
    if clause.isApart || isNewMatter || isOtherThing {
      tellsParts = false
      endList()
    } else if !place.compares, !place.isOtherYear {
      self.list?.parts.append(placed.count)
    }
  }

  /// Judges the list that is being told, if any, and ends it.
  mutating func endList() {
    guard var list else { return }
    self.list = nil
    if let count = list.countBeforeSemicolon, list.parts.last.map({ placed[$0].isRest }) != true {
      list.parts.removeSubrange(count...)
    }
    guard !list.parts.isEmpty, !list.wholes.isEmpty, !list.wantsEnd else { return }
    noteShares(of: list)
    if judgeSubset(list) { return }
    judgeSum(list)
  }

  /// `subset`: a part that is larger than whatever may be its whole.
  private mutating func judgeSubset(_ list: PartList) -> Bool {
    var worst: (part: Int, whole: Int)?
    for part in list.parts {
      let wholes = list.wholes.filter {
        FigureUnits.counts(placed[$0].figure.unit, sameAs: placed[part].figure.unit)
      }
      guard let whole = wholes.last,
        wholes.allSatisfy({ bounds($0).upperBound < bounds(part).lowerBound })
      else { continue }
      if worst.map({ placed[$0.part].figure.value < placed[part].figure.value }) != false {
        worst = (part, whole)
      }
    }
    guard let worst else { return false }
    guard let check = checks.subset else { return true }
    let range = placed[worst.whole].start..<placed[worst.part].figure.range.upperBound
    reading.findings.append(
      Finding(
        rule: FigureRule.subset, severity: check.severity, text: scan.place(range),
        detail: .figures(
          .partExceedsWhole(
            part: placed[worst.part].figure.value, whole: placed[worst.whole].figure.value)),
        basis: check.basis))
    return true
  }

  /// `text-sum`: parts that are everything and yet are not their whole.
  private mutating func judgeSum(_ list: PartList) {
    guard let check = checks.sum, list.parts.count >= 2, isOneKind(list),
      let whole = list.wholes.last(where: { placed[$0].figure.unit == unit(of: list) })
    else { return }
    var sum: Int128 = 0
    var (low, high): (Int128, Int128) = (0, 0)
    for part in list.parts {
      sum += placed[part].figure.value
      low += bounds(part).lowerBound
      high += bounds(part).upperBound
    }
    let candidates = list.wholes.filter { placed[$0].figure.unit == unit(of: list) }
    let together = candidates.reduce(Int128(0)) { $0 + placed[$1].figure.value }
    let fits =
      candidates.contains { bounds($0).overlaps(low...high) } || (low...high).contains(together)
    let hasSubtotal = list.parts.contains { placed[$0].figure.value * 2 == sum }
    guard !fits, !hasSubtotal else { return }
    let exceeds = candidates.allSatisfy { low > bounds($0).upperBound }
    guard claimsEverything(list) || exceeds && isPlainList(list) else { return }
    guard let last = list.parts.last else { return }
    let range = placed[whole].start..<placed[last].figure.range.upperBound
    reading.findings.append(
      Finding(
        rule: FigureRule.sum, severity: check.severity, text: scan.place(range),
        detail: .figures(
          .partsMissWhole(
            parts: list.parts.map { placed[$0].figure.value }, sum: sum,
            whole: placed[whole].figure.value)),
        basis: check.basis))
  }

  private func bounds(_ index: Int) -> ClosedRange<Int128> { placed[index].figure.number.bounds }

  private func unit(of list: PartList) -> Int? {
    list.parts.first.flatMap { placed[$0].figure.unit }
  }

  /// One unit, one group of mentions, and no ways of publishing among the parts.
  private func isOneKind(_ list: PartList) -> Bool {
    guard let first = list.parts.first else { return false }
    return list.parts.allSatisfy {
      placed[$0].figure.unit == placed[first].figure.unit
        && placed[$0].group == placed[first].group && !placed[$0].isChannel
    }
  }

  private func claimsEverything(_ list: PartList) -> Bool {
    if list.isExhaustive { return true }
    if list.parts.last.map({ placed[$0].isRest }) == true { return true }
    return sharesAddUp(list) || isComplementary(list)
  }

  /// Whether the parts are called by words that leave nothing else: 建议 and 提案.
  private func isComplementary(_ list: PartList) -> Bool {
    let longest = 30
    let names = list.parts.map { part in
      let end = placed[part].figure.range.lowerBound
      return scan.scalars[max(placed[part].start, end - longest)..<end]
    }
    return checks.sum?.parameters.complements.contains { words in
      words.count == names.count
        && zip(words, names).allSatisfy { word, name in
          WordScan.contains(word.scalarValues, in: Array(name))
        }
    } == true
  }

  /// Whether parts without a name of their own cannot overlap, as kinds of news cannot.
  private func isPlainList(_ list: PartList) -> Bool {
    guard let first = list.parts.first else { return false }
    let isPiece = FigureUnits.counts(placed[first].figure.unit, sameAs: FigureUnits.piece)
    return placed[first].group != nil || isPiece
  }
}
