/// `same-text`: sections that must not repeat what last year's report said.
package struct RepeatedTexts: WordRule {
  package static let id = "same-text"

  private let sections: [String]
  private let least: Int
  private let limit: Int

  /// The rule for texts of at least so many characters, of which up to `limit` of a hundred may
  /// stand in last year's text too.
  package init(sections: [String], least: Int, limit: Int) {
    self.sections = sections
    self.least = least
    self.limit = limit
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard sections.contains(scan.text.section), scan.scalars.count >= least,
      let before = draft.previous?.texts[scan.text.section]
    else { return [] }
    let last = TextScan(section: scan.text.section, text: before)
    let share = sharedShare(of: scan.text.scalars, with: last.scalars)
    guard share.shared * 100 > share.characters * limit else { return [] }
    return [WordFault(share.longestRun, .sameText(percent: share.percent))]
  }
}
