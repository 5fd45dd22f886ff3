/// What is wrong with the words of a text.
package enum WordProblem: Equatable, Sendable {
  /// Too little is written: so many characters, where at least so many are asked for.
  case textBlank(characters: Int, least: Int)
  /// A year stands where the report's is meant.
  case otherYear(Int)
  /// The report's own year stands with what was to be done in it.
  case plannedInYear(Int)
  /// A statistical period runs to or from a year that is none, such as 202年.
  case brokenYear
  /// Another organ is named where the organ itself is meant.
  case otherOrgan
  /// A word such as 我镇 by which the organ cannot speak of itself.
  case otherSelf
  /// A regulation or notice that no longer holds is cited.
  case stale(since: Int, instead: LocalizedText)
  /// Nothing is said about the fee that must be reported.
  case feeMissing
  /// The statistical period is not told.
  case periodMissing
  /// Parts that the section must have are not there.
  case partsMissing([String])
  /// The report announces another number of parts than the form has.
  case partCount(stated: Int, expected: Int)
  /// Something was left over from typing.
  case leftover(Leftover)
  /// A word stands where another is right.
  case wrongWord(right: String)
  /// 近 or 约 and 余 or 多 about one figure.
  case twiceVague
  /// A count said to be exceeded is just the sum of its parts.
  case vagueSum
  /// A word or a mark stands twice.
  case doubled
  /// So many of a hundred characters stand in last year's text too.
  case sameText(percent: Int)
  /// The number of an identity card.
  case identityNumber
  /// A mobile number that is no office's contact.
  case mobileNumber
}

/// Something in the words of a text, where it stands, and the problem it is.
struct WordFault: Equatable, Sendable {
  /// The range in scalars of the text as it stands.
  var range: Range<Int>
  var problem: WordProblem

  init(_ range: Range<Int>, _ problem: WordProblem) {
    self.range = range
    self.problem = problem
  }
}

/// A rule over the words of one text.
protocol WordRule: Equatable, Sendable {
  /// The id of the rule.
  static var id: String { get }

  /// Whether it asks for something that may be missing: only then a text without words is read.
  static var asksForWords: Bool { get }

  /// What the rule finds in a text.
  func faults(in scan: WordScan, of draft: Draft) -> [WordFault]
}

extension WordRule {
  static var asksForWords: Bool { false }
}

/// What the words of one text give to find, whatever the cells hold, in the order of the text.
func wordFindings(in text: TextScan, of draft: Draft) -> [Finding] {
  let scan = WordScan(text)
  let checks = draft.form.checks.words
  var findings: [Finding] = []
  append(checks.blankTexts, in: scan, of: draft, to: &findings)
  append(checks.otherYears, in: scan, of: draft, to: &findings)
  append(checks.otherOrgans, in: scan, of: draft, to: &findings)
  append(checks.staleCitations, in: scan, of: draft, to: &findings)
  append(checks.feeStatement, in: scan, of: draft, to: &findings)
  append(checks.statisticalPeriod, in: scan, of: draft, to: &findings)
  append(checks.requiredParts, in: scan, of: draft, to: &findings)
  append(checks.leftovers, in: scan, of: draft, to: &findings)
  append(checks.wordUse, in: scan, of: draft, to: &findings)
  append(checks.repeatedTexts, in: scan, of: draft, to: &findings)
  append(checks.privateNumbers, in: scan, of: draft, to: &findings)
  let ordered = findings.enumerated().sorted {
    let (left, right) = ($0.element.text?.range.lowerBound, $1.element.text?.range.lowerBound)
    return (left ?? 0, $0.offset) < (right ?? 0, $1.offset)
  }
  return ordered.map(\.element)
}

private func append<Rule: WordRule>(
  _ check: Check<Rule>?, in scan: WordScan, of draft: Draft, to findings: inout [Finding]
) {
  guard let check, Rule.asksForWords || !scan.scalars.isEmpty else { return }
  for fault in check.parameters.faults(in: scan, of: draft) {
    findings.append(
      Finding(
        rule: Rule.id, severity: check.severity, text: scan.text.place(fault.range),
        detail: .words(fault.problem), basis: check.basis))
  }
}
