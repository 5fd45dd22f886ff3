import FormCatalog
import ReportModel
import Testing

@Suite("A relation with last year's figures")
struct LastYearTests {
  typealias Figures = KeyValuePairs<String, String?>

  @Test(
    "holds, is broken or is not judged", arguments: ["disclosure-2021", "disclosure-2019"],
    [
      ([:], [:], []),
      (["applications.carriedOut.legal": "0"], [:], []),
      (
        ["applications.carriedOut.legal": "3"], [:], ["carried applications.carriedIn.legal"]
      ),
      // Nothing is known of last year's total, so nothing is said of this year's.
      (
        ["applications.carriedOut.legal": "3"],
        [
          "applications.carriedIn.legal": "3", "applications.carriedIn.total": "3",
          "applications.carriedOut.legal": "3", "applications.carriedOut.total": "3",
        ], []
      ),
      (
        ["applications.carriedOut.legal": "3", "applications.carriedOut.total": "3"],
        ["applications.carriedIn.legal": nil, "applications.carriedIn.total": nil],
        ["blank applications.carriedIn.legal", "blank applications.carriedIn.total"]
      ),
    ] as [(KeyValuePairs<String, String>, Figures, [String])])
  func carries(form: String, example: (KeyValuePairs<String, String>, Figures, [String])) throws {
    let draft = try Draft.agreeing(try shipped(form)).with(example.1).withPrevious(example.0)
    #expect(draft.foundRules == example.2)
  }

  @Test("tells the blank what last year's report says")
  func fillsBlanks() throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021"))
      .with([
        "applications.carriedIn.legal": nil, "applications.carriedIn.total": "3",
        "applications.carriedOut.legal": "3", "applications.carriedOut.total": "3",
      ])
      .withPrevious(["applications.carriedOut.legal": "3"])
    #expect(draft.suggestions(for: "blank") == ["applications.carriedIn.legal=3"])
    let cell = try draft.form.cell("applications.carriedIn.legal")
    let finding = Validation(draft).findings(at: cell, in: draft).first
    #expect(finding?.rule == "blank")
  }

  @Test("names last year's cells, and may be accepted where the form says so")
  func namesCells() throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021"))
      .withPrevious(["applications.carriedOut.legal": "3"])
    let finding = try #require(Validation(draft).findings(in: draft).first)
    #expect(finding.previous == [try draft.form.cell("applications.carriedOut.legal")])
    #expect(finding.at == [try draft.form.cell("applications.carriedIn.legal")])
    guard case .unequal(let sums) = finding.detail else {
      Issue.record("\(finding)")
      return
    }
    #expect(sums.left == 0 && sums.right == 3_000_000)
    #expect(draft.form.rules[draft.form.relations[sums.relation].rule].isAcceptable)
  }

  @Test(
    "keeps the stock of documents",
    arguments: [
      ("5", "3", "0", "8", []), ("597", "50", "227", "420", []),
      ("597", "50", "227", "421", ["stock documents.normative.effective"]),
      (nil, "50", "227", "421", []),
    ] as [(String?, String, String, String, [String])])
  func keepsStock(
    before: String?, issued: String, repealed: String, effective: String, expected: [String]
  ) throws {
    let last = before.map { ["documents.normative.effective": $0] as KeyValuePairs } ?? [:]
    let draft = try Draft.agreeing(try shipped("disclosure-2021"))
      .with([
        "documents.normative.issued": issued, "documents.normative.repealed": repealed,
        "documents.normative.effective": effective,
      ]).withPrevious(last)
    let found = draft.foundRules.filter { !$0.hasPrefix("jump") }
    #expect(found == expected)
    let severities = Validation(draft).findings(in: draft).filter { $0.rule == "stock" }
    #expect(severities.allSatisfy { $0.severity == .warning })
  }

  @Test("is written into a form of one's own, once, over rows and over columns")
  func isWritten() throws {
    let form = try ownForm(
      rules: [
        rule("once", #""left":["staff.young.men"],"right":["previous:staff.old.men"]"#),
        rule(
          "rows",
          #""table":"staff","rows":["old"],"left":["previous:sum","women"],"right":["sum"]"#),
        rule(
          "columns",
          #""table":"staff","columns":"all","left":["all"],"comparison":">=","right":["previous:all"]"#
        ),
      ].joined(separator: ","))
    let draft = try Draft.agreeing(form).withPrevious([
      "staff.old.men": "2", "staff.old.sum": "1", "staff.all.men": "0", "staff.all.women": "4",
    ])
    #expect(
      draft.foundRules == ["once staff.young.men", "rows staff.old.sum", "columns staff.all.women"])
    #expect(form.contradictions().contradictions == [])
  }

  @Test(
    "is kept up edit by edit like any other", arguments: ["disclosure-2021", "disclosure-2019"])
  func isKeptUp(id: String) throws {
    var random = Seeded(11)
    let form = try shipped(id)
    var draft = Draft.agreeing(form)
    var previous = PreviousYear(draft, source: "", on: form)
    for cell in (0..<form.cellCount).map(CellIndex.init) { previous[cell] = random.figure() }
    draft.previous = previous
    let table = try #require(form.tables.first { $0.rows.count > 20 })
    var kept = Validation(draft)
    for number in 0..<4_000 {
      // The rows that an earlier form did not have are blanked and filled together at times.
      let isRow = Int.random(in: 0..<8, using: &random) == 0
      let first = Int.random(in: 0..<table.rows.count - 3, using: &random)
      let cells =
        isRow
        ? (first..<first + 3).flatMap { row in
          table.columns.indices.map { table.cell(row: row, column: $0) }
        } : [CellIndex(Int.random(in: 0..<form.cellCount, using: &random))]
      for (place, cell) in cells.enumerated() {
        let old = draft[cell]
        draft[cell] = isRow ? (place < table.columns.count * 2 ? nil : .zero) : random.figure()
        kept.note(cell, from: old, to: draft[cell])
      }
      guard number % 20 == 0 else { continue }
      let anew = Validation(draft)
      try #require(kept == anew && kept.findings(in: draft) == anew.findings(in: draft))
    }
  }
}
