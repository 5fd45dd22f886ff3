import JSONText
import ReportModel
import Testing

/// What a careful reader finds in the figures of published reports, and what the rules find.
@Suite(
  "The figures in the texts of published reports",
  .enabled(if: Corpus.isPresent, "The folder of published reports is not here."))
struct CorpusFiguresTests {
  private static let rules: Set = ["text-number", "claim", "subset", "text-sum", "percent"]

  /// How many places a reader marks under each rule, and the figures of the tables that tell.
  private static let marks: [String: [String: Int]] = [
    "dapo-township-2024": ["subset": 1],
    "changchun-veterans-2023": ["text-number": 1],
    "zhongshan-street-sjz-2021": ["text-number": 1],
  ]

  private static let cells: [String: [String: String]] = [
    "changchun-veterans-2023": [
      "applications.new.total": "3", "applications.carriedIn.total": "0",
    ],
    "zhongshan-street-sjz-2021": [
      "licensing.permits.decisions": "2910", "enforcement.penalties.decisions": "46",
      "enforcement.coercion.decisions": "0",
    ],
  ]

  @Test("are judged as a reader judges them: nine of ten found, at most one in twenty for nothing")
  func areFound() throws {
    var (marked, found, isFalse) = (0, 0, 0)
    var notes: [String] = []
    for line in try Corpus.text("excerpts.jsonl").split(separator: "\n") {
      let excerpt = try JSON(reading: Array(line.utf8))
      guard excerpt["caveat"] == nil, let id = excerpt["id"]?.string else { continue }
      let counts = try count(in: excerpt, id)
      for rule in Self.rules {
        let (count, expected) = (counts[rule] ?? 0, Self.marks[id]?[rule] ?? 0)
        marked += expected
        found += min(count, expected)
        isFalse += max(0, count - expected)
        if count != expected { notes.append("\(id) \(rule): \(count), not \(expected)") }
      }
    }
    #expect(found * 10 >= marked * 9, "\(notes)")
    #expect(isFalse * 20 <= found + isFalse, "\(notes)")
  }

  private func count(in excerpt: JSON, _ id: String) throws -> [String: Int] {
    let year = excerpt["year"]?.integer ?? 2023
    let form = try #require(shippedForms().first { $0.id.hasSuffix(year < 2021 ? "2019" : "2021") })
    var draft = Draft(
      form: form, carriesForm: false, organ: Organ(name: excerpt["organ"]?.string ?? ""),
      year: year)
    for (path, figure) in Self.cells[id] ?? [:] {
      let cell = try #require(Address(path).flatMap { form.cell(at: $0) })
      draft[cell] = Quantity(json: figure)
    }
    draft.setText(Prose(excerpt["excerpt"]?.string ?? ""), of: "overview")
    var counts: [String: Int] = [:]
    for finding in Validation(draft).problems(in: draft) where Self.rules.contains(finding.rule) {
      if finding.text != nil { counts[finding.rule, default: 0] += 1 }
    }
    return counts
  }
}
