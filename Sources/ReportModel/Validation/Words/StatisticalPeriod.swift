/// `period`: a section that must tell the statistical period of the report's year.
package struct StatisticalPeriod: WordRule {
  package static let id = "period"

  private let section: String
  private let thisYear: WordList

  /// The rule for a section; `thisYear` are words that may stand for the year, such as 本年.
  package init(section: String, thisYear: [String]) {
    self.section = section
    self.thisYear = WordList(thisYear)
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard scan.text.section == section, !scan.sentences.isEmpty else { return [] }
    lazy var namesYear = scan.years().contains { $0.value == draft.year }
    for period in scan.periods(in: 0..<scan.scalars.count) {
      // A period of another year is what `text-year` tells.
      guard let year = period.first else {
        let start = period.range.lowerBound
        if thisYear.ends(in: scan.scalars, at: start, from: 0) || namesYear { return [] }
        continue
      }
      if year.value == draft.year || draft.form.checks.words.otherYears != nil { return [] }
    }
    return [WordFault(scan.wholeOrStart, .periodMissing)]
  }
}
