import Documents
import JSONText
import ReportModel
import Testing

/// What a careful reader finds in the words of published reports, and what the rules find.
@Suite(
  "The words of published reports",
  .enabled(if: Corpus.isPresent, "The folder of published reports is not here."))
struct CorpusWordsTests {
  /// A report or excerpt, a rule, and how many places a reader marks under it.
  private typealias Marks = [String: [String: Int]]

  /// The rules that can be judged on a passage; the others want a whole section.
  private static let passageRules: Set = [
    "text-year", "text-organ", "stale", "leftover", "wording", "privacy",
  ]

  private static let allRules = passageRules.union(["text-blank", "fee", "period", "parts"])

  private static let marksInExcerpts: Marks = [
    "changchun-office-2024": ["wording": 2],
    "yingbinlu-street-2021": ["text-organ": 1],
  ]

  private static let marksInReports: Marks = [
    "quxian-police-2023.txt": ["wording": 2, "leftover": 2],
    "huaian-hongze-2023.txt": ["wording": 1],
    "huaian-hongze-2024.txt": [:],
  ]

  /// The same reports handed in a year later, as they were: every year that means the report's.
  private static let marksAYearLater: Marks = [
    "quxian-police-2023.txt": ["text-year": 7, "wording": 2, "leftover": 2],
    "huaian-hongze-2023.txt": ["text-year": 7, "wording": 1],
    "huaian-hongze-2024.txt": ["text-year": 7],
  ]

  /// The report of one office handed in by another of the same county.
  private static let marksForAnotherOrgan: Marks = [
    "quxian-police-2023.txt": ["text-organ": 2, "wording": 2, "leftover": 2]
  ]

  @Test("are found as a reader finds them: nine of ten, at most one in twenty for nothing")
  func areFound() throws {
    var tally = Tally()
    try tallyExcerpts(&tally)
    for (report, marks) in Self.marksInReports {
      tally.compare(try reportFindings(report), marks, report)
    }
    for (report, marks) in Self.marksAYearLater {
      tally.compare(try reportFindings(report) { $0.year += 1 }, marks, report + " later")
    }
    for (report, marks) in Self.marksForAnotherOrgan {
      let found = try reportFindings(report) { $0.organ.name = "渠县教育局" }
      tally.compare(found, marks, report + " elsewhere")
    }
    #expect(tally.found * 10 >= tally.marked * 9, "\(tally)")
    #expect(tally.isFalse * 20 <= tally.found + tally.isFalse, "\(tally)")
  }

  /// How many marks there are, how many were found, and what was found where there is none.
  private struct Tally {
    var marked = 0
    var found = 0
    var isFalse = 0
    var notes: [String] = []

    mutating func compare(_ findings: [String: Int], _ marks: [String: Int], _ name: String) {
      for rule in Set(findings.keys).union(marks.keys).sorted() {
        let (count, expected) = (findings[rule] ?? 0, marks[rule] ?? 0)
        marked += expected
        found += min(count, expected)
        isFalse += max(0, count - expected)
        if count != expected { notes.append("\(name) \(rule): \(count), not \(expected)") }
      }
    }
  }

  private func tallyExcerpts(_ tally: inout Tally) throws {
    for line in try Corpus.text("excerpts.jsonl").split(separator: "\n") {
      let excerpt = try JSON(reading: Array(line.utf8))
      guard excerpt["caveat"] == nil, let id = excerpt["id"]?.string,
        let text = excerpt["excerpt"]?.string
      else { continue }
      let year = excerpt["year"]?.integer ?? 2023
      for section in ["preface", "overview"] {
        let form = try #require(
          shippedForms().first { $0.id.hasSuffix(year < 2021 ? "2019" : "2021") })
        var draft = Draft(
          form: form, carriesForm: false, organ: Organ(name: excerpt["organ"]?.string ?? ""),
          year: year)
        draft.setText(Prose(text), of: section)
        let marks = Self.marksInExcerpts[id] ?? [:]
        // Whose report it is can be judged in the preface, what it tells in the overview.
        let expected = section == "preface" ? marks.filter { $0.key != "text-organ" } : marks
        tally.compare(
          count(draft, rules: Self.passageRules, in: section), expected, "\(id) \(section)")
      }
    }
  }

  private func reportFindings(
    _ name: String, _ change: (inout Draft) -> Void = { _ in }
  ) throws -> [String: Int] {
    let document = Document(plainText: try Corpus.text(name))
    var draft = try importReport([document], forms: shippedForms()).draft
    change(&draft)
    return count(draft, rules: Self.allRules, in: nil)
  }

  private func count(_ draft: Draft, rules: Set<String>, in section: String?) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in Validation(draft).problems(in: draft) where rules.contains(finding.rule) {
      guard let place = finding.text, section == nil || place.section == section else { continue }
      counts[finding.rule, default: 0] += 1
    }
    return counts
  }
}
