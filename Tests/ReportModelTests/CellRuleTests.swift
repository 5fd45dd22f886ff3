import ReportModel
import Testing

@Suite("A rule over cells")
struct CellRuleTests {
  typealias Figures = KeyValuePairs<String, String?>

  @Test(
    "finds figures out of proportion to last year's",
    arguments: [
      ("100", "0", true), ("0", "100", true), ("99", "0", false), ("0", "99", false),
      ("1000", "100", false), ("1001", "100", true), ("10", "101", true), ("10", "100", false),
      ("12", "1", false), ("550", "9487", true), ("-5", "1000", false),
      ("999999999999999", "1", true),
    ])
  func findsJumps(now: String, before: String, isJump: Bool) throws {
    let address = "licensing.permits.decisions"
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).with([address: now])
      .withPrevious([address: before])
    #expect(draft.foundRules.filter { $0.hasPrefix("jump") } == (isJump ? ["jump \(address)"] : []))
    let cell = try draft.form.cell(address)
    let found = Validation(draft).findings(at: cell, in: draft).filter { $0.rule == "jump" }
    #expect(found.map(\.severity) == (isJump ? [.hint] : []))
  }

  @Test(
    "finds amounts in another unit",
    arguments: [
      ("123456", "12.3456", ["unit"], ["12.3456"]), ("12.3456", "123456", ["unit"], []),
      ("1999", "1", ["jump"], []), ("2000", "1", ["unit"], ["0.2"]), ("50001", "1", ["jump"], []),
      ("10000000", nil, ["unit"], ["1000"]), ("9999999", nil, [], []),
      ("10000000.5", nil, [], []), ("12345678", "0", ["unit"], ["1234.5678"]),
      ("2000.123456", "1", ["unit"], []), ("0", "5000", ["jump"], []),
    ] as [(String, String?, [String], [String])])
  func findsUnits(now: String, before: String?, rules: [String], fixes: [String]) throws {
    for (form, address) in [
      ("disclosure-2021", "charges.fees.amount"),
      ("disclosure-2019", "procurement.government.amount"),
    ] {
      let last = before.map { [address: $0] as KeyValuePairs } ?? [:]
      let draft = try Draft.agreeing(try shipped(form)).with([address: now]).withPrevious(last)
      #expect(draft.foundRules == rules.map { "\($0) \(address)" })
      #expect(draft.suggestions(for: "unit") ?? [] == fixes.map { "\(address)=\($0)" })
    }
  }

  @Test(
    "asks for the figures of work that a text speaks of",
    arguments: [
      ("全年收到政府信息公开申请5件。", "申请5件"), ("受理３件依申请公开事项。", "３件依申请公开"),
      ("本年作出行政处罚决定共计十二件。", "行政处罚决定共计十二件"), ("办理行政许可 300 余件", "行政许可 300 余件"),
      ("收到申请，共 2 件，均已答复。", "申请，共 2 件"), ("未收到政府信息公开申请。", nil),
      ("收到政府信息公开申请 0 件。", nil), ("收到申请零件。", nil), ("没有行政许可和行政处罚。", nil),
      ("进一步规范依申请公开工作。", nil), ("上年收到申请 5 件，本年没有。", nil), ("推进高效办成一件事，优化行政许可。", nil),
      ("按照第12件申请的样式办理。", nil), ("加强申请办理工作，办理建议提案 8 件。", nil), ("", nil),
    ] as [(String, String?)])
  func findsWorkDone(text: String, quote: String?) throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    draft.setText(Prose("第一段。\n" + text), of: "overview")
    let found = Validation(draft).findings(in: draft).filter { $0.rule == "all-zero" }
    #expect(found.map { $0.text?.quote } == (quote.map { [$0] } ?? []))
    let filled = try draft.with(["licensing.permits.decisions": "1"])
    #expect(!Validation(filled).findings(in: filled).contains { $0.rule == "all-zero" })
    let blank = try draft.with(["licensing.permits.decisions": nil])
    #expect(!Validation(blank).findings(in: blank).contains { $0.rule == "all-zero" })
  }

  @Test(
    "knows who can make rules",
    arguments: [
      ("county", "2", true), ("township", "2", true), ("county", "0", false), ("city", "2", false),
      (nil, "2", false), ("village", "2", false), ("county", nil, false),
    ] as [(String?, String?, Bool)])
  func knowsAuthority(level: String?, figure: String?, isFound: Bool) throws {
    for (form, column) in [("disclosure-2021", "effective"), ("disclosure-2019", "publicTotal")] {
      let address = "documents.rules.\(column)"
      var draft = try Draft.agreeing(try shipped(form)).with([address: figure])
      draft.organ[.level] = level
      let found = draft.foundRules.filter { !$0.hasPrefix("blank") }
      #expect(found == (isFound ? ["authority \(address)"] : []))
    }
  }

  @Test(
    "knows the edition of a year",
    arguments: [
      ("disclosure-2021", 2021, true), ("disclosure-2021", 2100, true),
      ("disclosure-2021", 2020, false), ("disclosure-2019", 2020, true),
      ("disclosure-2019", 2019, true), ("disclosure-2019", 2021, false),
    ])
  func knowsTheEdition(form: String, year: Int, isRight: Bool) throws {
    var draft = Draft.agreeing(try shipped(form))
    draft.year = year
    #expect(draft.foundRulesOfCells == (isRight ? [] : ["superseded"]))
    #expect(Validation(draft).organFindings(in: draft).count == (isRight ? 0 : 1))
  }

  @Test("takes rows that the report never had for 0, and says so once")
  func takesRowsForZero() throws {
    let form = try shipped("disclosure-2021")
    var draft = try Draft.agreeing(form).with(["applications.granted.natural": "2"])
    let rows = ["otherNotCorrected", "otherFeeUnpaid"]
    let columns = try #require(form.tables.first { $0.id == "applications" }).columns.map(\.id)
    for row in rows {
      for column in columns { draft = try draft.with(["applications.\(row).\(column)": nil]) }
    }
    // The column that does not add up is not hidden by the blanks in it.
    #expect(
      draft.foundRules == [
        "row-total applications.granted.total", "superseded applications.otherNotCorrected.natural",
        "handled-total applications.handled.natural",
      ])
    let fixes = try #require(draft.suggestions(for: "superseded"))
    #expect(fixes.count == 1)
    #expect(fixes.first?.split(separator: " ").count == 14)
    let one = try draft.with(["applications.otherFeeUnpaid.legal": "0"])
    #expect(one.foundRules.count { $0.hasPrefix("blank") } == 13)
    #expect(!one.foundRules.contains { $0.hasPrefix("superseded") })
    let untouched = try draft.with(["applications.otherReasons.legal": nil])
    #expect(untouched.foundRules.count { $0.hasPrefix("blank") } == 15)
  }

  @Test("reads a text of any length in one go")
  func readsLongTexts() throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    for piece in ["申请，", "9", "件", "申请9", "，", "余"] {
      draft.setText(Prose("申请" + String(repeating: piece, count: 300_000)), of: "overview")
      let found = Validation(draft).findings(in: draft).filter { $0.rule == "all-zero" }
      #expect(found == [])
    }
  }
}
