import JSONText
import ReportModel

/// What a careful reader marks in the figures that published reports state in their texts.
package enum MarkedFigures {
  private static let rules: Set = ["text-number", "claim", "subset", "text-sum", "percent"]

  /// How many places of an excerpt a reader marks under each rule.
  private static let inExcerpts: [String: [String: Int]] = [
    "dapo-township-2024": ["subset": 1],
    "changchun-veterans-2023": ["text-number": 1],
    "zhongshan-street-sjz-2021": ["text-number": 1],
  ]

  /// The figures of the tables beside an excerpt, where they tell something.
  private static let besideExcerpts: [String: [String: String]] = [
    "changchun-veterans-2023": [
      "applications.new.total": "3", "applications.carriedIn.total": "0",
    ],
    "zhongshan-street-sjz-2021": [
      "licensing.permits.decisions": "2910", "enforcement.penalties.decisions": "46",
      "enforcement.coercion.decisions": "0",
    ],
  ]

  /// A whole report with figures of its tables changed, and what a reader then marks in its texts.
  private static let inReports:
    [(report: String, changes: [String: String], marks: [String: Int])] = [
      ("quxian-police-2023", [:], [:]),
      ("quxian-police-2023", ["applications.new.total": "2"], ["text-number": 1]),
      ("quxian-police-2023", ["remedies.cases.reviewTotal": "3"], ["text-number": 1]),
      ("huaian-hongze-2023", [:], [:]),
      ("huaian-hongze-2023", ["applications.new.total": "22"], ["text-number": 1]),
      ("huaian-hongze-2023", ["applications.new.total": "0"], ["text-number": 1]),
      ("huaian-hongze-2024", [:], ["text-number": 1]),
      ("huaian-hongze-2024", ["applications.new.total": "17"], [:]),
      (
        "huaian-hongze-2024",
        ["applications.new.total": "17", "applications.carriedOut.total": "3"], ["claim": 1]
      ),
    ]

  /// Reads all of them.
  package static func tally() throws -> Tally {
    var tally = Tally()
    try tallyExcerpts(&tally)
    for (report, changes, marks) in inReports {
      var draft = try Corpus.importedDraft(report + ".txt")
      let figures = try Corpus.draft(report)
      for position in 0..<draft.form.cellCount {
        draft[CellIndex(position)] = figures[CellIndex(position)]
      }
      draft.fill(changes)
      tally.compare(count(draft), with: marks, of: "\(report) \(changes)")
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
      var draft = Draft(
        form: form, carriesForm: false, organ: Organ(name: excerpt["organ"]?.string ?? ""),
        year: year)
      draft.fill(besideExcerpts[id] ?? [:])
      draft.setText(Prose(text), of: "overview")
      tally.compare(count(draft), with: inExcerpts[id] ?? [:], of: id)
    }
  }

  private static func count(_ draft: Draft) -> [String: Int] {
    var counts: [String: Int] = [:]
    for finding in Validation(draft).problems(in: draft) where rules.contains(finding.rule) {
      if finding.text != nil { counts[finding.rule, default: 0] += 1 }
    }
    return counts
  }
}

extension Draft {
  /// Sets cells by their addresses; those that the form does not have are passed over.
  mutating func fill(_ figures: [String: String]) {
    for (path, figure) in figures {
      if let cell = Address(path).flatMap({ form.cell(at: $0) }) {
        self[cell] = Quantity(json: figure)
      }
    }
  }
}
