/// Work on a draft that was never saved, as a journal kept it: by a session that was cut off.
package struct Recovery: Equatable, Sendable {
  /// Who was at work; empty where not known.
  package var user: String
  /// On which machine.
  package var host: String
  /// Since when, as 2026-01-12T09:30:05+08:00.
  package var since: String
  /// What the draft was when the session opened it or saved it last.
  package var base: Draft
  /// What the session had made of it.
  package var draft: Draft
  /// What was being typed in the end.
  package var halfTyped: HalfTyped?
  /// Whether something at the end of the journal could not be read.
  package var isCutOff: Bool

  package init(
    user: String, host: String, since: String, base: Draft, draft: Draft, halfTyped: HalfTyped?,
    isCutOff: Bool
  ) {
    self.user = user
    self.host = host
    self.since = since
    self.base = base
    self.draft = draft
    self.halfTyped = halfTyped
    self.isCutOff = isCutOff
  }
}
