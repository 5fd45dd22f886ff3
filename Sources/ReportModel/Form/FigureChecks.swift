/// The rules that read the figures in texts.
package struct FigureChecks: Equatable, Sendable {
  /// `text-number`: a figure that names cells.
  package let number: Check<FigureMentions>?
  /// `subset`: a part larger than its whole.
  package let subset: Check<FigureParts>?
  /// `text-sum`: parts that do not make their whole.
  package let sum: Check<FigureParts>?
  /// `percent`: a share or a growth that the figures do not give.
  package let percent: Check<FigureShares>?
  /// `claim`: words that the cells contradict.
  package let claim: Check<FigureClaims>?
  /// All words of these rules, looked for in one pass.
  private(set) var lexicon = FigureLexicon()

  package init(
    number: Check<FigureMentions>? = nil, subset: Check<FigureParts>? = nil,
    sum: Check<FigureParts>? = nil, percent: Check<FigureShares>? = nil,
    claim: Check<FigureClaims>? = nil
  ) {
    self.number = number
    self.subset = subset
    self.sum = sum
    self.percent = percent
    self.claim = claim
    lexicon = FigureLexicon(self)
  }

  /// Whether any of the rules is asked for.
  var isEmpty: Bool {
    number == nil && subset == nil && sum == nil && percent == nil && claim == nil
  }
}

/// What figures in texts mean which cells.
package struct FigureMentions: Equatable, Sendable {
  package var topics: [FigureTopic]
  /// Named lists of words, of which mentions say that one of them means something else.
  package var exclusions: [FigureExclusion]
  package var offices: OfficeWords
  package var mentions: [FigureMention]

  package init(
    topics: [FigureTopic], exclusions: [FigureExclusion], offices: OfficeWords,
    mentions: [FigureMention]
  ) {
    self.topics = topics
    self.exclusions = exclusions
    self.offices = offices
    self.mentions = mentions
  }
}

/// Words that make a figure another one than their mention's.
package struct FigureExclusion: Equatable, Sendable {
  package var words: [String]
  /// Words after which those of a clause before count no more.
  package var until: [String]

  package init(words: [String], until: [String]) {
    self.words = words
    self.until = until
  }
}

/// Something that a stretch of text is about, until another topic begins.
package struct FigureTopic: Equatable, Sendable {
  package var id: String
  package var words: [String]
  /// The topics, by index, within which the words count; empty where they always do.
  package var within: [Int]
  /// Words that, standing before in the same sentence, let the words count in any topic.
  package var with: [String]

  package init(id: String, words: [String], within: [Int], with: [String]) {
    self.id = id
    self.words = words
    self.within = within
    self.with = with
  }
}

/// Who a figure may be about when it is less than the organ's table.
package struct OfficeWords: Equatable, Sendable {
  /// Parts of the organ that report for themselves: a figure of theirs may be only their own.
  package var own: [String]
  /// Several others together: their figures are not the organ's.
  package var others: [String]
  /// The whole of the organ, which outweighs `others`.
  package var whole: [String]
  /// The whole area, which is the organ's own where its name ends as a government's does, and
  /// that of others for a department.
  package var area: [String]
  /// The ends of the names of governments and their offices, such as 办公室.
  package var governments: [String]
  /// The ends of the names of organs, such as 局.
  package var endings: [String]
  /// The reason offered for a figure of `own`.
  package var reason: LocalizedText

  package init(
    own: [String], others: [String], whole: [String], area: [String], governments: [String],
    endings: [String], reason: LocalizedText
  ) {
    self.own = own
    self.others = others
    self.whole = whole
    self.area = area
    self.governments = governments
    self.endings = endings
    self.reason = reason
  }
}

/// Words beside a figure that make it a figure of some cells.
package struct FigureMention: Equatable, Sendable {
  /// Whether 结转 with a year makes a mention: from the year before, or to the year after.
  package enum Carrying: String, CaseIterable, Equatable, Sendable {
    case `in`, out
  }

  /// When a mention counts.
  package enum Counting: String, CaseIterable, Equatable, Sendable {
    case always
    /// Only where the clause has no other mention.
    case alone
  }

  package var id: String
  package var name: LocalizedText
  /// One of these stands before the figure, in its clause.
  package var words: [String]
  /// Words that do the same right after the figure and its unit.
  package var after: [String]
  /// One of these stands in the clause too, unless the text is on one of the topics.
  package var with: [String]
  /// The topics, by index, on which the figure is one of these cells; empty where `with` decides.
  package var topics: [Int]
  /// The units that the figure may have; empty for any.
  package var units: [String]
  /// How many of the table's unit one is that is written in a text, as 元 against 万元.
  package var scale: Int
  /// The cells that add up to the figure.
  package var cells: [CellIndex]
  /// Other groups of cells that the same words may mean.
  package var others: [[CellIndex]]
  /// The exclusions, by index, whose words in the clause make the figure another one.
  package var unless: [Int]
  /// The exclusions whose words do so from anywhere before in the sentence.
  package var unlessBefore: [Int]
  /// Mentions of one group in one clause are added up.
  package var group: String?
  package var carries: Carrying?
  package var counts: Counting
  package var explanations: [FigureExplanation]

  package init(
    id: String, name: LocalizedText, words: [String], after: [String], with: [String],
    topics: [Int], units: [String], scale: Int, cells: [CellIndex], others: [[CellIndex]],
    unless: [Int], unlessBefore: [Int], group: String?, carries: Carrying?, counts: Counting,
    explanations: [FigureExplanation]
  ) {
    self.id = id
    self.name = name
    self.words = words
    self.after = after
    self.with = with
    self.topics = topics
    self.units = units
    self.scale = scale
    self.cells = cells
    self.others = others
    self.unless = unless
    self.unlessBefore = unlessBefore
    self.group = group
    self.carries = carries
    self.counts = counts
    self.explanations = explanations
  }
}

/// A way in which the table itself explains another figure.
package struct FigureExplanation: Equatable, Sendable {
  package var text: LocalizedText
  package var cells: [CellIndex]
  /// Cells taken off.
  package var minus: [CellIndex]
  /// Words with which the text says so itself; the figure is right then.
  package var words: [String]

  package init(
    text: LocalizedText, cells: [CellIndex], minus: [CellIndex], words: [String]
  ) {
    self.text = text
    self.cells = cells
    self.minus = minus
    self.words = words
  }
}

/// What tells a list of parts from a list of ways, and a whole list from a piece of one.
package struct FigureParts: Equatable, Sendable {
  /// Words for the ways on which things are published: one thing may go several ways.
  package var channels: [String]
  /// Words that together leave nothing else, in their order: 建议, 提案.
  package var complements: [[String]]

  package init(channels: [String], complements: [[String]]) {
    self.channels = channels
    self.complements = complements
  }
}

/// What a stated share may be a share of.
package struct FigureShares: Equatable, Sendable {
  /// Groups of cells that are wholes.
  package var wholes: [[CellIndex]]
  /// The mention groups whose figures are parts of them.
  package var groups: [String]

  package init(wholes: [[CellIndex]], groups: [String]) {
    self.wholes = wholes
    self.groups = groups
  }
}

/// Words that say that cells are 0.
package struct FigureClaims: Equatable, Sendable {
  package var claims: [FigureClaim]

  package init(claims: [FigureClaim]) {
    self.claims = claims
  }
}

/// One thing that words can claim.
package struct FigureClaim: Equatable, Sendable {
  /// What makes the words a claim.
  package enum Kind: String, CaseIterable, Equatable, Sendable {
    case statement
    /// Only after one of the figures that the claim is about.
    case beside
    /// Only with 100% right after.
    case rate
  }

  package var name: LocalizedText
  /// One of these begins it, such as 均 or 未发生; where there is none the words are enough.
  package var starts: [String]
  /// One of these follows in the same clause.
  package var words: [String]
  /// One of these stands in the clause too, unless the text is on one of the topics.
  package var with: [String]
  package var topics: [Int]
  /// One of these in the clause makes it another claim.
  package var unless: [String]
  /// The mentions, by index, that the nearest figure before may be of; any where empty.
  package var after: [Int]
  /// Groups of mentions that are passed over on the way back to that figure: parts of it.
  package var through: [String]
  package var kind: Kind
  /// The cells that must be 0.
  package var zero: [CellIndex]
  /// Where the nearest figure before is the sum of these, only they are meant: no finding.
  package var settled: [CellIndex]

  package init(
    name: LocalizedText, starts: [String], words: [String], with: [String], topics: [Int],
    unless: [String], after: [Int], through: [String], kind: Kind, zero: [CellIndex],
    settled: [CellIndex]
  ) {
    self.name = name
    self.starts = starts
    self.words = words
    self.with = with
    self.topics = topics
    self.unless = unless
    self.after = after
    self.through = through
    self.kind = kind
    self.zero = zero
    self.settled = settled
  }
}
