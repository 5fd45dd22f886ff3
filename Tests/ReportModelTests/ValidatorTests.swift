import ReportModel
import Testing

@Suite("The validator")
struct ValidatorTests {
  typealias Figures = KeyValuePairs<String, String?>

  @Test(
    "finds nothing where all figures agree", arguments: ["disclosure-2021", "disclosure-2019"])
  func findsNothing(form: String) throws {
    let draft = Draft.agreeing(try shipped(form))
    #expect(draft.foundRules == [])
    #expect(Validation(draft).problems(in: draft) == [])
  }

  @Test("asks for every cell of an untouched form, and calls nothing a contradiction")
  func asksForEveryCell() throws {
    let form = try shipped("disclosure-2021")
    let draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: 2023)
    let validation = Validation(draft)
    #expect(validation.blankCount == form.cellCount)
    let found = draft.foundRules
    #expect(found.count { $0.hasPrefix("blank ") } == form.cellCount)
    #expect(found.count { $0 == "text-blank" } == form.textSections.count)
    #expect(found.count == form.cellCount + form.textSections.count)
    #expect(validation.problems(in: draft).filter { !$0.at.isEmpty } == [])
  }

  @Test(
    "judges each relation of both forms", arguments: ["disclosure-2021", "disclosure-2019"],
    [
      (
        ["applications.new.natural": "1", "applications.new.total": "1"],
        ["balance applications.handled.natural", "balance applications.handled.total"]
      ),
      (
        ["applications.new.natural": "1", "applications.carriedOut.natural": "1"],
        ["row-total applications.new.total", "row-total applications.carriedOut.total"]
      ),
      (
        ["applications.new.total": "2"],
        ["row-total applications.new.total", "balance applications.handled.total"]
      ),
      (
        ["applications.granted.natural": "1", "applications.granted.total": "1"],
        ["handled-total applications.handled.natural", "handled-total applications.handled.total"]
      ),
      (
        [
          "applications.new.natural": "1", "applications.new.total": "1",
          "applications.granted.natural": "1", "applications.granted.total": "1",
          "applications.handled.natural": "1", "applications.handled.total": "1",
        ], []
      ),
      (["remedies.cases.reviewUpheld": "10"], ["remedy-total remedies.cases.reviewTotal"]),
      (["remedies.cases.directTotal": "1"], ["remedy-total remedies.cases.directTotal"]),
      (["remedies.cases.afterPending": "1"], ["remedy-total remedies.cases.afterTotal"]),
      (["remedies.cases.reviewUpheld": "10", "remedies.cases.reviewTotal": "10"], []),
    ] as [(Figures, [String])])
  func judgesRelations(form: String, example: (Figures, [String])) throws {
    let draft = try Draft.agreeing(try shipped(form)).with(example.0)
    #expect(draft.foundRules == example.1)
  }

  @Test(
    "judges figures with blanks among them as far as it can",
    arguments: [
      (["reviewTotal": nil], ["blank reviewTotal"]),
      (["reviewUpheld": nil, "reviewTotal": "3"], ["blank reviewUpheld"]),
      (
        ["reviewUpheld": nil, "reviewCorrected": "3"],
        ["blank reviewUpheld", "remedy-total reviewTotal"]
      ),
      (["reviewUpheld": nil, "reviewCorrected": "3", "reviewTotal": "3"], ["blank reviewUpheld"]),
      (["reviewUpheld": "3", "reviewTotal": nil], ["blank reviewTotal"]),
      (
        ["reviewUpheld": nil, "reviewOther": "3", "reviewTotal": nil],
        ["blank reviewUpheld", "blank reviewTotal"]
      ),
    ] as [(Figures, [String])])
  func judgesBlanks(figures: Figures, expected: [String]) throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    for (column, figure) in figures {
      draft = try draft.with(["remedies.cases.\(column)": figure])
    }
    #expect(draft.foundRules.map { $0.replacing("remedies.cases.", with: "") } == expected)
  }

  @Test(
    "refuses a figure of the wrong kind",
    arguments: [
      ("disclosure-2021", "licensing.permits.decisions", "-3", true),
      ("disclosure-2021", "licensing.permits.decisions", "1.5", true),
      ("disclosure-2021", "licensing.permits.decisions", "3.00", false),
      ("disclosure-2019", "licensing.permits.change", "-3", false),
      ("disclosure-2019", "licensing.permits.change", "-1.5", true),
      ("disclosure-2019", "procurement.government.amount", "-1", true),
      ("disclosure-2019", "procurement.government.amount", "72701.2578", false),
      ("disclosure-2019", "procurement.government.projects", "0.5", true),
    ])
  func refusesKind(form: String, address: String, figure: String, isWrong: Bool) throws {
    let draft = try Draft.agreeing(try shipped(form)).with([address: figure])
    #expect(draft.foundRules == (isWrong ? ["kind \(address)"] : []))
  }

  @Test("refuses a negative amount of fees in the edition of 2021")
  func refusesNegativeAmounts() throws {
    let form = try shipped("disclosure-2021")
    for position in 0..<form.cellCount where form.kind(of: CellIndex(position)) == .amount {
      let address = form.address(of: CellIndex(position)).description
      #expect(try Draft.agreeing(form).with([address: "-1"]).foundRules == ["kind \(address)"])
      #expect(try Draft.agreeing(form).with([address: "1.5"]).foundRules == [])
    }
  }

  @Test("asks for the organ's name", arguments: [("", true), (" \u{3000}", true), ("甲", false)])
  func asksForTheOrgan(name: String, isMissing: Bool) throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    draft.organ.name = name
    #expect(draft.foundRules == (isMissing ? ["organ"] : []))
  }

  @Test(
    "compares by at most and at least",
    arguments: [
      ("<=", "1", "2", false), ("<=", "2", "2", false), ("<=", "3", "2", true),
      ("<=", nil, "2", false), ("<=", "3", nil, false),
      (">=", "3", "2", false), (">=", "2", "2", false), (">=", "1", "2", true),
      (">=", nil, "2", false), (">=", "1", nil, false),
      ("=", "2", "2.0", false), ("=", "1", "2", true), ("=", "2", "1", true),
      ("=", nil, "2", false), ("=", "2", nil, false),
    ] as [(String, String?, String?, Bool)])
  func compares(comparison: String, left: String?, right: String?, isBroken: Bool) throws {
    let form = try ownForm(
      rules: rule(
        "own", severity: "warning",
        #""left":["staff.young.men"],"comparison":"\#(comparison)","right":["staff.old.men"]"#))
    let draft = try Draft.agreeing(form).with(["staff.young.men": left, "staff.old.men": right])
    let found = Validation(draft).findings(in: draft).filter { $0.rule == "own" }
    #expect(found.map(\.severity) == (isBroken ? [.warning] : []))
  }

  @Test("leaves a relation open that a blank of any sign could still mend")
  func leavesOpen() throws {
    let draft = try Draft.agreeing(try formWithEverything())
      .with(["staff.shift.men": nil, "staff.shift.women": "5"])
    #expect(draft.foundRules == ["blank staff.shift.men"])
    #expect(draft.suggestions(for: "blank") == ["staff.shift.men=-5"])
  }
}
