import ReportModel

/// The rules over figures in texts while they are read.
struct FigureCheckDecoder: Sendable {
  private var number: Check<FigureMentions>?
  private var subset: Check<FigureParts>?
  private var sum: Check<FigureParts>?
  private var percent: Check<FigureShares>?
  private var claim: Check<FigureClaims>?

  /// What was read.
  var checks: FigureChecks {
    FigureChecks(number: number, subset: subset, sum: sum, percent: percent, claim: claim)
  }

  /// The ids of the rules read here.
  static let ids = [
    FigureRule.number, FigureRule.subset, FigureRule.sum, FigureRule.percent, FigureRule.claim,
  ]

  /// Reads one check; false where its id is none of these.
  mutating func read(
    _ id: String, from node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Bool {
    switch id {
    case FigureRule.number: number = try node.check(try node.figureMentions(in: scope))
    case FigureRule.subset: subset = try node.check(try node.figureParts())
    case FigureRule.sum: sum = try node.check(try node.figureParts())
    case FigureRule.percent: percent = try node.check(try node.figureShares(in: scope, number))
    case FigureRule.claim: claim = try node.check(try node.figureClaims(in: scope, number))
    default: return false
    }
    return true
  }
}

extension DefinitionNode {
  fileprivate func figureMentions(
    in scope: DefinitionScope
  ) throws(FormError) -> FigureMentions {
    try requireObject(
      keys: CheckDecoder.commonKeys + ["topics", "exclusions", "offices", "mentions"])
    let topicNodes = try optional("topics")?.elements() ?? []
    let topics = try topicNodes.map { topic throws(FormError) in
      try topic.required("id").identifier()
    }
    var exclusions: [(id: String, exclusion: FigureExclusion)] = []
    for exclusion in try optional("exclusions")?.elements() ?? [] {
      try exclusion.requireObject(keys: ["id", "words", "until"])
      exclusions.append(
        (
          try exclusion.required("id").identifier(),
          FigureExclusion(
            words: try exclusion.required("words").texts(),
            until: try exclusion.optionalTexts("until"))
        ))
    }
    var mentions: [FigureMention] = []
    for mention in try required("mentions").elements() {
      mentions.append(
        try mention.figureMention(
          in: scope, topics: topics, exclusions: exclusions.map(\.id)))
    }
    return FigureMentions(
      topics: try topicNodes.map { topic throws(FormError) in
        try topic.figureTopic(among: topics)
      }, exclusions: exclusions.map(\.exclusion),
      offices: try optional("offices").map { node throws(FormError) in try node.officeWords() }
        ?? OfficeWords(
          own: [], others: [], whole: [], area: [], governments: [], endings: [],
          reason: LocalizedText("")),
      mentions: mentions)
  }

  private func figureTopic(among topics: [String]) throws(FormError) -> FigureTopic {
    try requireObject(keys: ["id", "words", "within", "with"])
    return FigureTopic(
      id: try required("id").identifier(), words: try required("words").texts(),
      within: try indices("within", among: topics),
      with: try optionalTexts("with"))
  }

  private func officeWords() throws(FormError) -> OfficeWords {
    try requireObject(
      keys: ["own", "others", "whole", "area", "governments", "endings", "reason"])
    return OfficeWords(
      own: try optionalTexts("own"), others: try optionalTexts("others"),
      whole: try optionalTexts("whole"), area: try optionalTexts("area"),
      governments: try optionalTexts("governments"), endings: try optionalTexts("endings"),
      reason: try required("reason").localizedText())
  }

  private func figureMention(
    in scope: DefinitionScope, topics: [String], exclusions: [String]
  ) throws(FormError) -> FigureMention {
    try requireObject(
      keys: [
        "id", "name", "words", "after", "with", "topics", "units", "scale", "cells", "or",
        "unless", "unlessBefore", "group", "carries", "counts", "explanations",
      ])
    var others: [[CellIndex]] = []
    for group in try optional("or")?.elements() ?? [] { others.append(try scope.cells(group)) }
    var explanations: [FigureExplanation] = []
    for explanation in try optional("explanations")?.elements() ?? [] {
      explanations.append(try explanation.figureExplanation(in: scope))
    }
    return FigureMention(
      id: try required("id").identifier(), name: try required("name").localizedText(),
      words: try optionalTexts("words"), after: try optionalTexts("after"),
      with: try optionalTexts("with"), topics: try indices("topics", among: topics),
      units: try optionalTexts("units"), scale: try optional("scale")?.scale() ?? 1,
      cells: try scope.cells(try required("cells")), others: others,
      unless: try indices("unless", among: exclusions),
      unlessBefore: try indices("unlessBefore", among: exclusions),
      group: try optional("group")?.identifier(), carries: try optional("carries")?.word(),
      counts: try optional("counts")?.word() ?? .always,
      explanations: explanations)
  }

  private func figureExplanation(
    in scope: DefinitionScope
  ) throws(FormError) -> FigureExplanation {
    try requireObject(keys: ["text", "cells", "minus", "words"])
    return FigureExplanation(
      text: try required("text").localizedText(), cells: try scope.cells(try required("cells")),
      minus: try optional("minus").map { node throws(FormError) in try scope.cells(node) } ?? [],
      words: try optionalTexts("words"))
  }

  fileprivate func figureParts() throws(FormError) -> FigureParts {
    try requireObject(keys: CheckDecoder.commonKeys + ["channels", "complements"])
    var complements: [[String]] = []
    for node in try optional("complements")?.elements() ?? [] {
      complements.append(try node.texts())
    }
    return FigureParts(channels: try optionalTexts("channels"), complements: complements)
  }

  fileprivate func figureShares(
    in scope: DefinitionScope, _ number: Check<FigureMentions>?
  ) throws(FormError) -> FigureShares {
    try requireObject(keys: CheckDecoder.commonKeys + ["wholes", "groups"])
    var wholes: [[CellIndex]] = []
    for group in try optional("wholes")?.elements() ?? [] { wholes.append(try scope.cells(group)) }
    let known = number?.parameters.mentions.compactMap(\.group) ?? []
    let groups = try indices("groups", among: known).map { known[$0] }
    return FigureShares(wholes: wholes, groups: groups)
  }

  fileprivate func figureClaims(
    in scope: DefinitionScope, _ number: Check<FigureMentions>?
  ) throws(FormError) -> FigureClaims {
    try requireObject(keys: CheckDecoder.commonKeys + ["claims"])
    let topics = number?.parameters.topics.map(\.id) ?? []
    let mentions = number?.parameters.mentions.map(\.id) ?? []
    var claims: [FigureClaim] = []
    for claim in try required("claims").elements() {
      claims.append(try claim.figureClaim(in: scope, topics: topics, mentions: mentions))
    }
    return FigureClaims(claims: claims)
  }

  private func figureClaim(
    in scope: DefinitionScope, topics: [String], mentions: [String]
  ) throws(FormError) -> FigureClaim {
    try requireObject(
      keys: [
        "name", "starts", "words", "with", "topics", "unless", "figures", "through", "kind", "zero",
        "settled",
      ])
    return FigureClaim(
      name: try required("name").localizedText(), starts: try optionalTexts("starts"),
      words: try required("words").texts(), with: try optionalTexts("with"),
      topics: try indices("topics", among: topics), unless: try optionalTexts("unless"),
      after: try indices("figures", among: mentions), through: try optionalTexts("through"),
      kind: try optional("kind")?.word() ?? .statement, zero: try scope.cells(try required("zero")),
      settled: try optional("settled").map { node throws(FormError) in try scope.cells(node) }
        ?? [])
  }

  private func optionalTexts(_ key: String) throws(FormError) -> [String] {
    try optional(key)?.texts() ?? []
  }

  /// The places among known ids of those that a key lists.
  private func indices(_ key: String, among ids: [String]) throws(FormError) -> [Int] {
    var indices: [Int] = []
    for node in try optional(key)?.elements() ?? [] {
      let id = try node.text()
      guard let index = ids.firstIndex(of: id) else {
        throw node.failure(.unknownWord(id, allowed: ids))
      }
      indices.append(index)
    }
    return indices
  }

  /// How many of a text's unit make one of the table's: 1, or 10000 for 元 against 万元.
  private func scale() throws(FormError) -> Int {
    let scale = try integer()
    guard scale == 1 || scale == 10_000 else {
      throw failure(.unknownWord("\(scale)", allowed: ["1", "10000"]))
    }
    return scale
  }
}
