/// A figure of a text with what the words around it say.
struct PlacedFigure {
  var figure: CountedFigure
  /// The mentions that it is a figure of, by index.
  var mentions: [Int]
  /// The group that these mentions share.
  var group: String?
  /// Sentences end at 。 here; ； does not end one.
  var sentence: Int
  var depth: Int
  /// Where its clause begins.
  var start: Int
  var token: Int
  /// Whether it is a difference or another year's figure.
  var compares: Bool
  var rises: Bool
  var falls: Bool
  var isOtherYear: Bool
  var isChannel: Bool
  var isRest: Bool
}

/// Reads one text for its figures, in one pass over its tokens.
struct FigureReader {
  let scan: TextScan
  let checks: FigureChecks
  let year: Int
  let organ: [UInt32]
  /// Whether the organ reports for its whole area, as a government does and a department does not.
  let isGovernment: Bool
  let tokens: [FigureToken]
  let figures: [CountedFigure]
  var reading = FigureReading()

  /// The figures of the paragraph, percentages left out.
  var placed: [PlacedFigure] = []
  var shares: [PendingShare] = []
  var list: PartList?
  var clause = FigureClause()
  /// The clause before, while it had no figure of its own.
  var earlierClause: FigureClause?
  var clauseBeforeBracket: FigureClause?
  var topic: Int?
  var topicContexts: [Int] = []
  var exclusionsBefore: [Int] = []
  var sentence = 0
  var sentenceStart = 0
  var depth = 0
  var sentenceIsOtherYear = false
  var paragraphIsOtherYear = false
  /// Whether a part of something that was mentioned before is being told.
  var tellsParts = false
  /// The mentions that the section told so far.
  var told: Set<Int> = []
  var position = 0
  /// Where the last colon ends.
  var colonEnd = 0
  /// Words up to here were taken by the figure before them.
  var takenUntil = 0

  init(_ scan: TextScan, of draft: Draft) {
    self.scan = scan
    checks = draft.form.checks.figures
    year = draft.year
    let name = draft.organ.name.scalarValues
    organ = name
    let governments = checks.number?.parameters.offices.governments ?? []
    isGovernment =
      name.isEmpty || governments.isEmpty
      || governments.contains { name.suffix($0.unicodeScalars.count) == $0.scalarValues[...] }
    let read = FigureTokens(scan.scalars, checks.lexicon)
    tokens = read.tokens
    figures = read.figures
  }

  /// Everything that the text states.
  mutating func read() -> FigureReading {
    while position < tokens.count {
      let token = tokens[position]
      switch token.kind {
      case .word(let word): read(word: word, at: token.range)
      case .figure(let index): read(figure: figures[index], at: token.range)
      case .year(let stated): read(year: stated, at: token.range)
      case .comma: endClause(at: token.range)
      case .colon: readColon(at: token.range)
      case .open: openBracket(at: token.range)
      case .close: closeBracket(at: token.range)
      case .semicolon: endPart(at: token.range)
      case .sentenceEnd: endSentence(at: token.range)
      case .paragraphEnd: endParagraph(at: token.range)
      }
      position += 1
    }
    endParagraph(at: scan.scalars.count..<scan.scalars.count)
    return reading
  }

  private mutating func read(word: Int, at range: Range<Int>) {
    for use in checks.lexicon.uses[word] {
      clause.note(use, token: position, range: range)
      switch use {
      case .topic(let index): turn(to: index)
      case .topicContext(let index): topicContexts.appendOnce(index)
      case .exclusion(let index): exclusionsBefore.appendOnce(index)
      case .exclusionEnd(let index):
        if !clause.exclusions.contains(index) { exclusionsBefore.removeAll { $0 == index } }
      case .role(.span):
        if !clause.namesThisYear { sentenceIsOtherYear = true }
      case .role(.among): beginList(at: range)
      case .role(.including), .role(.exhaustive), .role(.from): beginParts(at: range, use)
      case .role(.composing): closeParts()
      case .role(.apart):
        tellsParts = false
        endList()
      case .role, .mention, .mentionAfter, .mentionWith, .explanation, .officeOwn, .officeOthers,
        .officeWhole, .officeArea, .channel, .claimStart, .claimWord, .claimWith, .claimUnless:
        break
      }
    }
  }

  /// Begins a topic where its words count here.
  private mutating func turn(to index: Int) {
    guard let topics = checks.number?.parameters.topics else { return }
    let within = topics[index].within
    guard within.isEmpty || topic.map(within.contains) == true || topicContexts.contains(index)
    else { return }
    topic = index
  }

  /// Takes note of the year that what follows is about.
  private mutating func read(year stated: Int, at range: Range<Int>) {
    let isOther = stated != year
    clause.statedYear = stated
    if isOther, isAfterComparison(range.lowerBound) { clause.compares = true }
    if isOther, let carrying = carrying(around: range, stated) {
      if let carries = mention(carrying) { clause.hits.append((carries, position)) }
      return
    }
    if !isOther { clause.namesThisYear = true }
    let isFirst = range.lowerBound - sentenceStart <= 12 && depth == 0
    let next = range.upperBound + 1
    let follows = next < scan.scalars.count ? scan.scalars[next] : 0
    // 2022年，… and 2022年度… say what the sentence is about; 2022年制定的… does not.
    let setsPeriod =
      FigureTokens.mark(follows) == .comma || [0x5EA6, 0x6211, 0x5168, 0x5171].contains(follows)
    if !isOther {
      sentenceIsOtherYear = false
      if isFirst { paragraphIsOtherYear = false }
    } else if clause.compares || isAfterPreposition(range.lowerBound) || !(setsPeriod || isFirst) {
      clause.isOtherYear = true
    } else {
      sentenceIsOtherYear = true
      if isFirst, setsPeriod { paragraphIsOtherYear = true }
    }
  }

  /// Whether a year is only the one that something is carried from or to.
  func carrying(around range: Range<Int>, _ stated: Int) -> FigureMention.Carrying? {
    let after = range.upperBound..<min(scan.scalars.count, range.upperBound + 5)
    let before = max(0, range.lowerBound - 4)..<range.lowerBound
    if stated > year, scan.scalars[before].contains(0x8F6C) { return .out }
    if stated < year, scan.scalars[after].contains(0x7ED3) { return .in }
    return nil
  }

  func mention(_ carrying: FigureMention.Carrying) -> Int? {
    checks.number?.parameters.mentions.firstIndex { $0.carries == carrying }
  }

  /// Whether 较 or 比 stands before an offset, with at most a blank between.
  private func isAfterComparison(_ offset: Int) -> Bool {
    var last = offset - 1
    if last > 0, scan.scalars[last] == 0x20 { last -= 1 }
    return last >= 0 && (scan.scalars[last] == 0x8F83 || scan.scalars[last] == 0x6BD4)
  }

  /// Whether 较, 比, 自, 从 or their like stands right before an offset.
  private func isAfterPreposition(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    return [0x8F83, 0x6BD4, 0x81EA, 0x4ECE, 0x4E0E, 0x7531, 0x636E, 0x7167, 0x4E8E].contains(
      scan.scalars[offset - 1])
  }
}

// Where clauses, sentences and paragraphs end.
extension FigureReader {
  mutating func endClause(at range: Range<Int>) {
    flushClaims(endedByFigure: nil)
    earlierClause = clause.followsFigure ? nil : clause
    clause.restart(at: range.upperBound, followsFigure: false)
  }

  private mutating func readColon(at range: Range<Int>) {
    let isAfterFigure = clause.followsFigure && clause.start == range.lowerBound
    let isDivision = clause.isDivision && list == nil
    endClause(at: range)
    colonEnd = range.upperBound
    if isAfterFigure || isDivision { beginList(at: range) }
  }

  private mutating func openBracket(at range: Range<Int>) {
    flushClaims(endedByFigure: nil)
    clauseBeforeBracket = clause.followsFigure ? nil : clause
    earlierClause = nil
    clause.restart(at: range.upperBound, followsFigure: false)
    depth += 1
  }

  private mutating func closeBracket(at range: Range<Int>) {
    flushClaims(endedByFigure: nil)
    depth = max(0, depth - 1)
    if let list, list.depth > depth {
      endList()
      tellsParts = false
    }
    earlierClause = clauseBeforeBracket
    clauseBeforeBracket = nil
    clause.restart(at: range.upperBound, followsFigure: false)
  }

  private mutating func endPart(at range: Range<Int>) {
    endClause(at: range)
    if let list, !list.isAfterColon, !hasShares(list), list.countBeforeSemicolon == nil {
      self.list?.countBeforeSemicolon = list.parts.count
    }
    earlierClause = nil
    clauseBeforeBracket = nil
    exclusionsBefore.removeAll(keepingCapacity: true)
    topicContexts.removeAll(keepingCapacity: true)
    depth = 0
    sentenceStart = range.upperBound
  }

  private mutating func endSentence(at range: Range<Int>) {
    endPart(at: range)
    endList()
    tellsParts = false
    sentence += 1
    sentenceIsOtherYear = paragraphIsOtherYear
  }

  private mutating func endParagraph(at range: Range<Int>) {
    endSentence(at: range)
    judgeShares()
    placed.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    paragraphIsOtherYear = false
    sentenceIsOtherYear = false
  }
}
