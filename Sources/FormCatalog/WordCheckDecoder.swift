import ReportModel

extension WordChecks {
  /// The ids of the rules read here.
  static let ids = [
    BlankTexts.id, OtherYears.id, OtherOrgans.id, StaleCitations.id, FeeStatement.id,
    StatisticalPeriod.id, RequiredParts.id, Leftovers.id, WordUse.id, RepeatedTexts.id,
    PrivateNumbers.id,
  ]

  /// Reads one check; false where its id is none of these.
  mutating func read(
    _ id: String, from node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Bool {
    switch id {
    case BlankTexts.id: blankTexts = try node.check(node.blankTexts(in: scope))
    case OtherYears.id: otherYears = try node.check(node.otherYears(in: scope))
    case OtherOrgans.id: otherOrgans = try node.check(node.otherOrgans(in: scope))
    case StaleCitations.id: staleCitations = try node.check(node.staleCitations())
    case FeeStatement.id: feeStatement = try node.check(node.feeStatement(in: scope))
    case StatisticalPeriod.id: statisticalPeriod = try node.check(node.statisticalPeriod(in: scope))
    case RequiredParts.id: requiredParts = try node.check(node.requiredParts(in: scope))
    case Leftovers.id: leftovers = try node.check(node.leftovers(in: scope))
    case WordUse.id: wordUse = try node.check(node.wordUse())
    case RepeatedTexts.id: repeatedTexts = try node.check(node.repeatedTexts(in: scope))
    case PrivateNumbers.id: privateNumbers = try node.check(node.privateNumbers())
    default: return false
    }
    return true
  }
}

extension DefinitionNode {
  /// Refuses keys but these and those of every check.
  private func requireCheck(keys: [String]) throws(FormError) {
    try requireObject(keys: CheckDecoder.commonKeys + keys)
  }

  /// The texts under a key that may be absent.
  private func optionalTexts(_ key: String) throws(FormError) -> [String] {
    try optional(key)?.texts() ?? []
  }

  private func wordList(_ key: String) throws(FormError) -> WordList {
    WordList(try required(key).texts())
  }

  private func positive(_ key: String, atMost limit: Int = 1_000_000) throws(FormError) -> Int {
    try required(key).integer(in: 1...limit)
  }

  fileprivate func blankTexts(in scope: DefinitionScope) throws(FormError) -> BlankTexts {
    try requireCheck(keys: ["least"])
    var least: [String: Int] = [:]
    for node in try required("least").elements() {
      try node.requireObject(keys: ["section", "characters"])
      let section = try node.required("section")
      let id = try scope.textSection(section)
      guard least.updateValue(try node.positive("characters"), forKey: id) == nil else {
        throw section.failure(.duplicateID(id))
      }
    }
    return BlankTexts(least: least)
  }

  fileprivate func otherYears(in scope: DefinitionScope) throws(FormError) -> OtherYears {
    try requireCheck(keys: [
      "presentedIn", "subjects", "doings", "results", "plans", "planning", "nextSteps",
      "lookingBack", "mended", "comparing", "before", "after", "statistics", "presenting",
      "reportNames", "otherReports",
    ])
    return OtherYears(
      presentedIn: try scope.textSections(required("presentedIn")),
      words: OtherYears.Words(
        subjects: try wordList("subjects"), doings: try wordList("doings"),
        results: try wordList("results"), plans: try wordList("plans"),
        planning: WordList(try optionalTexts("planning")),
        nextSteps: WordList(try optionalTexts("nextSteps")),
        lookingBack: try wordList("lookingBack"), mended: try wordList("mended"),
        comparing: try wordList("comparing"), before: try wordList("before"),
        after: try wordList("after"), statistics: try wordList("statistics"),
        presenting: try wordList("presenting"), reportNames: try wordList("reportNames"),
        otherReports: try wordList("otherReports")))
  }

  fileprivate func otherOrgans(in scope: DefinitionScope) throws(FormError) -> OtherOrgans {
    try requireCheck(keys: [
      "presentedIn", "selfWords", "endings", "offices", "governments", "noName", "presenting",
      "reportNames", "compiling", "asking", "reporting", "telling", "contacting", "places",
      "noPlaces",
    ])
    var selfWords: [OtherOrgans.SelfWord] = []
    for node in try required("selfWords").elements() {
      try node.requireObject(keys: ["words", "except", "kind"])
      selfWords.append(
        OtherOrgans.SelfWord(
          words: try node.required("words").texts(), except: try node.optionalTexts("except"),
          kind: try node.required("kind").text()))
    }
    return OtherOrgans(
      presentedIn: try scope.textSections(required("presentedIn")), selfWords: selfWords,
      words: OtherOrgans.Words(
        endings: try wordList("endings"), offices: try wordList("offices"),
        governments: try wordList("governments"), noName: try wordList("noName"),
        presenting: try wordList("presenting"), reportNames: try wordList("reportNames"),
        compiling: try wordList("compiling"), asking: try wordList("asking"),
        reporting: try wordList("reporting"), telling: try wordList("telling"),
        contacting: try wordList("contacting"), places: try wordList("places"),
        noPlaces: try wordList("noPlaces")))
  }

  fileprivate func staleCitations() throws(FormError) -> StaleCitations {
    try requireCheck(keys: ["citations"])
    var citations: [StaleCitations.Citation] = []
    for node in try required("citations").elements() {
      try node.requireObject(keys: ["words", "since", "instead", "unless"])
      citations.append(
        StaleCitations.Citation(
          words: try node.required("words").texts(),
          since: try node.positive("since", atMost: 9999),
          instead: try node.required("instead").localizedText(),
          unless: try node.optionalTexts("unless")))
    }
    return StaleCitations(citations)
  }

  fileprivate func feeStatement(in scope: DefinitionScope) throws(FormError) -> FeeStatement {
    try requireCheck(keys: ["section", "words", "except"])
    return FeeStatement(
      section: try scope.textSection(required("section")), words: try required("words").texts(),
      except: try optionalTexts("except"))
  }

  fileprivate func statisticalPeriod(
    in scope: DefinitionScope
  ) throws(FormError) -> StatisticalPeriod {
    try requireCheck(keys: ["section", "thisYear"])
    return StatisticalPeriod(
      section: try scope.textSection(required("section")),
      thisYear: try optionalTexts("thisYear"))
  }

  fileprivate func requiredParts(in scope: DefinitionScope) throws(FormError) -> RequiredParts {
    try requireCheck(keys: ["section", "parts", "announcedIn", "announcing"])
    var parts: [RequiredParts.Part] = []
    for node in try required("parts").elements() {
      try node.requireObject(keys: ["name", "words"])
      parts.append(
        RequiredParts.Part(
          name: try node.required("name").text(), words: try node.optionalTexts("words")))
    }
    return RequiredParts(
      section: try scope.textSection(required("section")), parts: parts,
      announcedIn: try optional("announcedIn").map { node throws(FormError) in
        try scope.textSections(node)
      } ?? [],
      announcing: try optionalTexts("announcing"))
  }
}

extension DefinitionNode {
  fileprivate func leftovers(in scope: DefinitionScope) throws(FormError) -> Leftovers {
    try requireCheck(keys: [
      "placeholders", "except", "prompts", "verbs", "units", "clearUnits", "contacts",
      "formPrompts",
    ])
    let own = scope.sections.flatMap { section -> [String] in
      if case .text(let prompt?) = section.content { sentences(of: prompt.chinese) } else { [] }
    }
    return Leftovers(
      words: Leftovers.Words(
        placeholders: try required("placeholders").texts(), except: try optionalTexts("except"),
        prompts: try wordList("prompts"), verbs: try wordList("verbs"),
        units: try required("units").texts(),
        clearUnits: WordList(try optionalTexts("clearUnits")),
        contacts: WordList(try optionalTexts("contacts")),
        formPrompts: try optionalTexts("formPrompts") + own))
  }

  /// The sentences of a prompt that are long enough to be known again.
  private func sentences(of prompt: String) -> [String] {
    prompt.split { "。；！？;".contains($0) }.filter { $0.count >= 10 }.map { String($0) }
  }

  fileprivate func wordUse() throws(FormError) -> WordUse {
    try requireCheck(keys: ["terms", "doubled", "except", "compounds", "about", "more"])
    var terms: [WordUse.Term] = []
    for node in try optional("terms")?.elements() ?? [] {
      try node.requireObject(keys: ["wrong", "right", "except", "next", "after", "unless"])
      let next: NextScalar? = try node.optional("next")?.word()
      terms.append(
        WordUse.Term(
          wrong: try node.required("wrong").texts(), right: try node.required("right").text(),
          except: try node.optionalTexts("except"), isBeforeDigit: next == .digit,
          after: try node.optionalTexts("after"), unless: try node.optionalTexts("unless")))
    }
    return WordUse(
      terms: terms, doubled: try optionalTexts("doubled"), except: try optionalTexts("except"),
      compounds: try optionalTexts("compounds"), about: try optionalTexts("about"),
      more: try optionalTexts("more"))
  }

  fileprivate func repeatedTexts(in scope: DefinitionScope) throws(FormError) -> RepeatedTexts {
    try requireCheck(keys: ["sections", "least", "limit"])
    return RepeatedTexts(
      sections: try scope.textSections(required("sections")), least: try positive("least"),
      limit: try positive("limit", atMost: 100))
  }

  fileprivate func privateNumbers() throws(FormError) -> PrivateNumbers {
    try requireCheck(keys: ["contacts", "except", "persons", "units"])
    return PrivateNumbers(
      contacts: try required("contacts").texts(), except: try optionalTexts("except"),
      persons: try optionalTexts("persons"), units: try optionalTexts("units"))
  }
}

/// What a wrong word must stand before.
private enum NextScalar: String, CaseIterable {
  case digit
}
