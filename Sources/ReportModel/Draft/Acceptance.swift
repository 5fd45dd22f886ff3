package import JSONText

/// A finding that somebody looked at and let stand, with the reason.
///
/// It belongs to a rule, to places, to the values they had and to the words quoted: while all of
/// these are the same the finding is accepted, and once one differs it is open again.
package struct Acceptance: Equatable, Sendable {
  /// What an acceptance is about, whatever the values are.
  package struct Subject: Hashable, Sendable {
    package var rule: String
    /// The addresses that the finding names, sorted by their bytes, each once.
    package let places: [String]
    /// The words concerned, for a finding of a text.
    package var quote: String?

    package init(rule: String, places: some Sequence<String>, quote: String?) {
      self.rule = rule
      self.places = Set(places).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      self.quote = quote
    }
  }

  package var subject: Subject
  /// The figures that stood at the addresses; a blank one has no entry.
  package var values: [String: Quantity]
  /// Who accepted; empty where that is not known.
  package var by: String
  /// The day, as 2026-01-31; empty where that is not known.
  package var on: String
  /// Why the finding may stand.
  package var reason: String
  /// Keys of the draft file that this version does not know, kept and written back.
  package var unknown: [JSON.Member]

  package init(
    _ subject: Subject, values: [String: Quantity], by: String, on: String, reason: String,
    unknown: [JSON.Member] = []
  ) {
    self.subject = subject
    self.values = values
    self.by = by
    self.on = on
    self.reason = reason
    self.unknown = unknown
  }

  /// The order in which a draft file has acceptances: by rule, places and words.
  package static func precedes(_ left: Acceptance, _ right: Acceptance) -> Bool {
    left.sortKey.lexicographicallyPrecedes(right.sortKey) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private var sortKey: [String] {
    [subject.rule] + subject.places + [subject.quote ?? "", on, by, reason]
  }
}

extension Form {
  /// What a finding is about, as `check` prints it: the section of its words, its cells, last
  /// year's cells; for one about the report as a whole the key that `set` takes.
  package func addresses(of finding: Finding) -> [String] {
    if case .organMissing = finding.detail { return ["organ.name"] }
    if case .cells(.otherEdition) = finding.detail { return ["year"] }
    var addresses = finding.at.map { address(of: $0).description }
    if let section = finding.text?.section { addresses.insert(section, at: 0) }
    return addresses + finding.previous.map { Self.previousMark + address(of: $0).description }
  }

  /// What stands before an address of last year's.
  package static let previousMark = "previous:"

  /// Whether a finding may be accepted with a reason: an error only where its rule says so.
  package func allowsAccepting(_ finding: Finding) -> Bool {
    finding.severity != .error || rules.contains { $0.id == finding.rule && $0.isAcceptable }
  }
}

extension Draft {
  /// The acceptance of a finding as things stand.
  ///
  /// - Precondition: the finding was made of this draft.
  package func acceptance(
    of finding: Finding, by: String, on: String, reason: String
  ) -> Acceptance {
    Acceptance(subject(of: finding), values: values(of: finding), by: by, on: on, reason: reason)
  }

  /// The acceptances with a further one, instead of those it takes the place of: the same finding
  /// accepted before, and what was said of the same rule and places while other words stood there.
  ///
  /// Words that are still among `findings`, what is found now, keep their acceptance.
  package func acceptances(adding added: Acceptance, among findings: [Finding]) -> [Acceptance] {
    let present = Set(findings.filter { $0.rule == added.subject.rule }.map(subject(of:)))
    let kept = acceptances.filter { old in
      let isSamePlace =
        old.subject.rule == added.subject.rule && old.subject.places == added.subject.places
      return !isSamePlace || old.subject != added.subject && present.contains(old.subject)
    }
    return (kept + [added]).sorted(by: Acceptance.precedes)
  }

  /// The acceptances without that of a finding.
  package func acceptances(removing finding: Finding) -> [Acceptance] {
    let subject = subject(of: finding)
    return acceptances.filter { $0.subject != subject }
  }

  /// What an acceptance of a finding would be about.
  private func subject(of finding: Finding) -> Acceptance.Subject {
    var quote = finding.text?.quote
    // A finding of what is not there has no words, but names what it misses.
    if case .words(.partsMissing(let parts)) = finding.detail {
      quote = parts.joined(separator: "、")
    }
    return Acceptance.Subject(
      rule: finding.rule, places: form.addresses(of: finding), quote: quote)
  }

  /// The figures that stand at the cells of a finding, by address.
  private func values(of finding: Finding) -> [String: Quantity] {
    var values: [String: Quantity] = [:]
    for cell in finding.at { values[form.address(of: cell).description] = self[cell] }
    for cell in finding.previous {
      values[Form.previousMark + form.address(of: cell).description] = previous?[cell]
    }
    return values
  }

  /// The findings, each with the acceptance that holds for it.
  ///
  /// - Complexity: O(*f* + *a*) for *f* findings and *a* acceptances.
  func accepting(_ findings: [Finding]) -> [Finding] {
    guard !acceptances.isEmpty else { return findings }
    let accepted = Dictionary(grouping: acceptances, by: \.subject)
    let rules = Set(acceptances.map(\.subject.rule))
    return findings.map { finding in
      guard rules.contains(finding.rule), form.allowsAccepting(finding) else { return finding }
      guard let candidates = accepted[subject(of: finding)] else { return finding }
      let values = values(of: finding).mapValues(\.micros)
      var finding = finding
      finding.acceptance = candidates.last { $0.values.mapValues(\.micros) == values }
      return finding
    }
  }
}
