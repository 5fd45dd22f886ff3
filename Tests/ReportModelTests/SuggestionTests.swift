import ReportModel
import Testing

@Suite("A suggestion")
struct SuggestionTests {
  typealias Figures = KeyValuePairs<String, String?>

  @Test(
    "is what the relations of the cell allow, the likeliest first",
    arguments: [
      (
        "blank", ["remedies.cases.reviewUpheld": "3", "remedies.cases.reviewTotal": nil],
        ["remedies.cases.reviewTotal=3"]
      ),
      (
        "blank", ["remedies.cases.reviewOther": nil, "remedies.cases.reviewTotal": "4"],
        ["remedies.cases.reviewOther=4"]
      ),
      // Row and balance ask different figures of the same blank: the part is wrong too.
      (
        "blank", ["applications.new.natural": "1", "applications.new.total": nil],
        ["applications.new.natural=0 applications.new.total=0"]
      ),
      // No figure helps: the other parts are more than the total already.
      ("blank", ["remedies.cases.reviewOther": nil, "remedies.cases.reviewUpheld": "4"], []),
      (
        "remedy-total", ["remedies.cases.reviewUpheld": "10", "remedies.cases.reviewOther": "1"],
        ["remedies.cases.reviewTotal=11"]
      ),
      // A total of 0 under a part is the likelier mistake.
      (
        "remedy-total", ["remedies.cases.reviewUpheld": "5"],
        ["remedies.cases.reviewTotal=5", "remedies.cases.reviewUpheld=0"]
      ),
      (
        "remedy-total", ["remedies.cases.reviewUpheld": "5", "remedies.cases.reviewTotal": "7"],
        [
          "remedies.cases.reviewTotal=5", "remedies.cases.reviewCorrected=2",
          "remedies.cases.reviewOther=2", "remedies.cases.reviewPending=2",
          "remedies.cases.reviewUpheld=7",
        ]
      ),
      // The one change that mends the row and the column at once.
      ("row-total", ["applications.new.total": "2"], ["applications.new.total=0"]),
      ("balance", ["applications.new.total": "2"], ["applications.new.total=0"]),
      // Every single change would break a relation that holds.
      (
        "handled-total", ["applications.granted.natural": "1", "applications.granted.total": "1"],
        ["applications.granted.natural=0 applications.granted.total=0"]
      ),
    ] as [(String, Figures, [String])])
  func isLikeliest(rule: String, figures: Figures, expected: [String]) throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).with(figures)
    #expect(draft.suggestions(for: rule) == expected)
  }

  @Test("of a total stands in what its parts add up to")
  func proposesTotals() throws {
    let form = try shipped("disclosure-2021")
    func proposal(_ address: String, _ figures: Figures) throws -> TotalProposal {
      let draft = try Draft.agreeing(form).with(figures)
      return Validation(draft).proposal(forTotal: try form.cell(address), in: draft)
    }
    let three = try #require(Quantity(whole: 3))
    let one = try #require(Quantity(whole: 1))
    let parts: Figures = [
      "applications.new.natural": "1", "applications.new.legal": "2",
      "applications.new.total": nil,
    ]
    #expect(try proposal("applications.new.total", parts) == .value(three))
    #expect(
      try proposal("applications.new.total", ["applications.new.natural": nil])
        == .partsBlank([try form.cell("applications.new.natural")]))
    #expect(
      try proposal("applications.handled.total", ["applications.granted.total": "1"])
        == .contradictory(.zero, one))
    #expect(try proposal("applications.new.natural", [:]) == .notATotal)
    #expect(try proposal("documents.rules.issued", [:]) == .notATotal)
  }

  @Test(
    "mends its finding and, where it mends all, breaks nothing that holds",
    arguments: [UInt64(1), 2, 3])
  func breaksNothing(seed: UInt64) throws {
    let form = try formWithEverything()
    var random = Seeded(seed)
    var seen = 0
    for _ in 0..<400 {
      var draft = Draft.agreeing(form)
      for _ in 0..<5 {
        let cell = CellIndex(Int.random(in: 0..<form.cellCount, using: &random))
        draft[cell] = random.figure()
      }
      let before = broken(in: draft)
      for finding in Validation(draft).findings(in: draft) {
        guard case .unequal(let sums) = finding.detail else { continue }
        for fix in finding.fixes {
          var mended = draft
          for change in fix.changes { mended[change.cell] = change.value }
          let after = broken(in: mended)
          #expect(!after.contains(sums.relation))
          #expect(finding.isPartial || after.isSubset(of: before))
          seen += 1
        }
      }
    }
    #expect(seen > 50)
  }

  private func broken(in draft: Draft) -> Set<Int> {
    let validation = Validation(draft)
    return Set(draft.form.relations.indices.filter { validation.sums(ofBroken: $0) != nil })
  }
}
