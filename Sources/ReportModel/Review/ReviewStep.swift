package import JSONText

/// One step of a review as the draft keeps it: handed in, returned or signed off, by whom and when.
///
/// Each step seals what was reviewed and the step before it, so that the steps make a chain. Anybody
/// can make such a seal: it tells that something was changed, and does not prove who signed.
package struct ReviewStep: Equatable, Sendable {
  package enum Action: String, CaseIterable, Sendable {
    case submit, `return`, sign
  }

  package var action: Action
  /// The stage that was signed or that returned the draft; empty for one handed in.
  package var stage: String
  /// Who did it.
  package var by: String
  /// The local time with its offset, as 2026-01-31T09:30:05+08:00; empty where it is not known.
  package var on: String
  /// Why it was returned, or what was remarked; empty where nothing was said.
  package var reason: String
  /// The digest of what was reviewed: 64 hexadecimal digits, as `Sealing` makes them.
  package var content: String
  /// The digest of the step before; nil in the first step of a chain.
  package var previous: String?
  /// The digest of all of the above.
  package var digest: String
  /// A signature of the digest by `ssh-keygen -Y sign`, as that prints it.
  package var signature: String?
  /// How many entries the history of the draft had then: what comes later changed since.
  ///
  /// The digest leaves it out, as it leaves out the history itself.
  package var revisionCount: Int?
  /// Keys of the draft file that this version does not know, kept and written back.
  package var unknown: [JSON.Member]

  package init(
    _ action: Action, stage: String = "", by: String, on: String, reason: String = "",
    content: String, previous: String?, digest: String, signature: String? = nil,
    revisionCount: Int? = nil, unknown: [JSON.Member] = []
  ) {
    self.action = action
    self.stage = stage
    self.by = by
    self.on = on
    self.reason = reason
    self.content = content
    self.previous = previous
    self.digest = digest
    self.signature = signature
    self.revisionCount = revisionCount
    self.unknown = unknown
  }

  /// What the digest of the step is made of: an object in the way draft files are written.
  package var sealedText: String {
    JSON.make([
      "action": .text(action.rawValue), "by": .text(by), "content": .text(content),
      "on": .text(on), "previous": previous.map { .text($0) }, "reason": .text(reason),
      "stage": .text(stage),
    ]).canonicalText
  }
}

/// The review of a draft: the stages it has to pass, and what was done so far.
package struct Review: Equatable, Sendable {
  /// The names of the stages in their order; empty where no review is wanted.
  package var stages: [String] = []
  /// What was done, the oldest first.
  package var steps: [ReviewStep] = []
  /// The tables that a second person typed again.
  package var rekeyings: [Rekeying] = []

  package init(stages: [String] = []) {
    self.stages = stages
  }
}

/// How digests are made: what review needs from outside to tell whether a draft is still what was
/// signed.
package struct Sealing: Sendable {
  /// The digest of what a sign-off covers.
  ///
  /// That is: figures, texts, acceptances, organ, year, form and own form definition, last year's
  /// report and the stages. Comments, history and unknown keys are not.
  package var content: @Sendable (Draft) -> String
  /// The digest of a text.
  package var text: @Sendable (String) -> String

  package init(
    content: @escaping @Sendable (Draft) -> String, text: @escaping @Sendable (String) -> String
  ) {
    self.content = content
    self.text = text
  }
}
