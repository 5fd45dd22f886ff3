import Documents
import JSONText
import ReportModel

/// What a careful reader marks in the words of published reports.
package enum MarkedWords {
  /// A report or excerpt, a rule, and how many places a reader marks under it.
  private typealias Marks = [String: [String: Int]]

  /// The rules that can be judged on a passage; the others want a whole section.
  private static let passageRules: Set = [
    "text-year", "text-organ", "stale", "leftover", "wording", "privacy",
  ]

  private static let allRules = passageRules.union(["text-blank", "fee", "period", "parts"])

  private static let inExcerpts: Marks = [
    "changchun-office-2024": ["wording": 2],
    "yingbinlu-street-2021": ["text-organ": 1],
  ]

  /// Excerpts of overviews that, a reviewer says, lack some of the five parts.
  private static let lackingParts: Set = [
    "changchun-veterans-2023", "changtu-bureau-2021", "longgang-bureau-2024",
    "xuwen-justice-202x", "zhongshan-street-sjz-2021",
  ]

  private static let inReports: Marks = [
    "quxian-police-2023.txt": ["wording": 2, "leftover": 2],
    "huaian-hongze-2023.txt": ["wording": 1],
    "huaian-hongze-2024.txt": [:],
  ]

  /// The same reports handed in a year later, as they were: every year that means the report's; the
  /// two of a period are one place.
  private static let aYearLater: Marks = [
    "quxian-police-2023.txt": ["text-year": 6, "wording": 2, "leftover": 2],
    "huaian-hongze-2023.txt": ["text-year": 6, "wording": 1],
    "huaian-hongze-2024.txt": ["text-year": 6],
  ]

  /// The report of one office handed in by another of the same county.
  private static let forAnotherOrgan: Marks = [
    "quxian-police-2023.txt": ["text-organ": 2, "wording": 2, "leftover": 2]
  ]

  /// Reads all of them.
  package static func tally() throws -> Tally {
    var tally = Tally()
    try tallyExcerpts(&tally)
    for (report, marks) in inReports.sorted(by: { $0.key < $1.key }) {
      tally.compare(try reportFindings(report), with: marks, of: report)
    }
    for (report, marks) in aYearLater.sorted(by: { $0.key < $1.key }) {
      let found = try reportFindings(report) { $0.year += 1 }
      tally.compare(found, with: marks, of: report + " later")
    }
    for (report, marks) in forAnotherOrgan {
      let found = try reportFindings(report) { $0.organ.name = "渠县教育局" }
      tally.compare(found, with: marks, of: report + " elsewhere")
    }
    return tally
  }

  private static func tallyExcerpts(_ tally: inout Tally) throws {
    let forms = Corpus.shippedForms
    for excerpt in try Corpus.excerpts() where excerpt["caveat"] == nil {
      let year = excerpt["year"]?.integer ?? 2023
      guard let id = excerpt["id"]?.string, let text = excerpt["excerpt"]?.string,
        let form = forms.first(where: { $0.id.hasSuffix(year < 2021 ? "2019" : "2021") })
      else { continue }
      for section in ["preface", "overview"] {
        var draft = Draft(
          form: form, carriesForm: false, organ: Organ(name: excerpt["organ"]?.string ?? ""),
          year: year)
        draft.setText(Prose(text), of: section)
        let marks = inExcerpts[id] ?? [:]
        // Whose report it is can be judged in the preface, what it tells in the overview.
        var expected = section == "preface" ? marks.filter { $0.key != "text-organ" } : marks
        var rules = passageRules
        if section == "overview", lackingParts.contains(id) {
          expected["parts"] = 1
          rules.insert("parts")
        }
        tally.compare(
          count(draft, rules: rules, in: section), with: expected, of: "\(id) \(section)")
      }
    }
  }

  private static func reportFindings(
    _ name: String, _ change: (inout Draft) -> Void = { _ in }
  ) throws -> [String: Int] {
    var draft = try Corpus.importedDraft(name)
    change(&draft)
    return count(draft, rules: allRules, in: nil)
  }

  private static func count(
    _ draft: Draft, rules: Set<String>, in section: String?
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in Validation(draft).problems(in: draft) where rules.contains(finding.rule) {
      guard let place = finding.text, section == nil || place.section == section else { continue }
      counts[finding.rule, default: 0] += 1
    }
    return counts
  }
}
