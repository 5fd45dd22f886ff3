/// What was seen in a text since the last comma, bracket or figure.
struct FigureClause {
  /// Where it begins.
  var start = 0
  /// The tokens of the mentions' words, in order.
  var hits: [(mention: Int, token: Int)] = []
  var afterHits: [Int] = []
  var withs: [Int] = []
  var exclusions: [Int] = []
  var explanations: [(mention: Int, number: Int)] = []
  var claims: [(claim: Int, range: Range<Int>)] = []
  var claimStarts: [(claim: Int, start: Int)] = []
  var claimWiths: [Int] = []
  var claimUnless: [Int] = []
  /// The tokens of words for a part of the organ.
  var offices: [Int] = []
  var namesOthers = false
  var namesWhole = false
  var namesArea = false
  var compares = false
  var rises = false
  var falls = false
  var isOtherYear = false
  /// The last year that stands in it.
  var statedYear: Int?
  var isChannel = false
  var isApart = false
  var isRest = false
  var isShare = false
  var namesThisYear = false
  var isDivision = false
  var isTotal = false
  var isRate = false
  var isExhaustive = false
  /// Whether it says more than 共 or 达.
  var hasContent = false
  /// Whether a figure stands right before it.
  var followsFigure = false

  /// Whether it names nothing that figures are of.
  var isSilent: Bool { hits.isEmpty && afterHits.isEmpty && !hasContent }

  /// Begins anew and keeps the memory.
  mutating func restart(at offset: Int, followsFigure: Bool) {
    start = offset
    hits.removeAll(keepingCapacity: true)
    afterHits.removeAll(keepingCapacity: true)
    withs.removeAll(keepingCapacity: true)
    exclusions.removeAll(keepingCapacity: true)
    explanations.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
    claimStarts.removeAll(keepingCapacity: true)
    claimWiths.removeAll(keepingCapacity: true)
    claimUnless.removeAll(keepingCapacity: true)
    offices.removeAll(keepingCapacity: true)
    (namesOthers, namesWhole, namesArea) = (false, false, false)
    (compares, rises, falls) = (false, false, false)
    (isOtherYear, isChannel, isApart, isRest, isShare) = (false, false, false, false, false)
    (isExhaustive, hasContent, namesThisYear) = (false, false, false)
    (isDivision, isTotal, isRate) = (false, false, false)
    statedYear = nil
    self.followsFigure = followsFigure
  }

  /// Takes in what a word is for.
  mutating func note(_ use: FigureWordUse, token: Int, range: Range<Int>) {
    switch use {
    case .role(let role): note(role)
    case .topic, .topicContext, .exclusionEnd: break
    case .exclusion(let index): exclusions.appendOnce(index)
    case .mention(let index): hits.append((index, token))
    case .mentionAfter(let index): afterHits.appendOnce(index)
    case .mentionWith(let index): withs.appendOnce(index)
    case .explanation(let mention, let number):
      if !explanations.contains(where: { $0 == (mention, number) }) {
        explanations.append((mention, number))
      }
    case .officeOwn: offices.append(token)
    case .officeOthers: namesOthers = true
    case .officeWhole: namesWhole = true
    case .officeArea: namesArea = true
    case .channel: isChannel = true
    case .claimStart(let index): claimStarts.append((index, range.lowerBound))
    case .claimWord(let index): claims.append((index, range))
    case .claimWith(let index): claimWiths.appendOnce(index)
    case .claimUnless(let index): claimUnless.appendOnce(index)
    }
    if use != .role(.filler), use != .role(.thisYear) { hasContent = true }
  }

  private mutating func note(_ role: FigureRole) {
    switch role {
    case .comparison: compares = true
    case .rise: rises = true
    case .fall: falls = true
    case .otherYear: isOtherYear = true
    case .apart: isApart = true
    case .rest: isRest = true
    case .share: isShare = true
    case .exhaustive: isExhaustive = true
    case .thisYear: namesThisYear = true
    case .division: isDivision = true
    case .total: isTotal = true
    case .rate: isRate = true
    case .among, .including, .filler, .span, .from, .composing: break
    }
  }

  /// This clause with the one before it, of which it says only the number.
  func joined(to earlier: FigureClause) -> FigureClause {
    var joined = earlier
    joined.hits += hits
    joined.withs += withs
    joined.exclusions += exclusions
    joined.explanations += explanations
    joined.isOtherYear = earlier.isOtherYear || isOtherYear
    joined.compares = earlier.compares || compares
    return joined
  }
}

extension [Int] {
  /// Appends a number that is not there yet.
  ///
  /// For the few numbers of a form's lists, however often a text uses their words.
  mutating func appendOnce(_ number: Int) {
    if !contains(number) { append(number) }
  }
}
