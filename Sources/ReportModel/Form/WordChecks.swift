/// The rules that read the words of texts, each where the form asks for it.
package struct WordChecks: Equatable, Sendable {
  package var blankTexts: Check<BlankTexts>?
  package var otherYears: Check<OtherYears>?
  package var otherOrgans: Check<OtherOrgans>?
  package var staleCitations: Check<StaleCitations>?
  package var feeStatement: Check<FeeStatement>?
  package var statisticalPeriod: Check<StatisticalPeriod>?
  package var requiredParts: Check<RequiredParts>?
  package var leftovers: Check<Leftovers>?
  package var wordUse: Check<WordUse>?
  package var repeatedTexts: Check<RepeatedTexts>?
  package var privateNumbers: Check<PrivateNumbers>?

  package init() {}
}
