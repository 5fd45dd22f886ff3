import ReportModel
import Testing

@Suite("An acceptance")
struct AcceptanceTests {
  /// Men and women against their sum as a rule of a severity; the sum of the young is wrong.
  private func draft(_ severity: String, acceptable: Bool = false) throws -> Draft {
    let mark = acceptable ? #""acceptable":true,"# : ""
    let form = try ownForm(
      rules: rule(
        "row-total", severity: severity,
        mark + #""table":"staff","rows":"all","left":["men","women"],"right":["sum"]"#))
    return try Draft.agreeing(form).with(["staff.young.men": "3", "staff.old.women": "2"])
  }

  private func accept(_ rule: String, in draft: inout Draft, reason: String = "并表") throws {
    let findings = Validation(draft).findings(in: draft)
    let finding = try #require(findings.first { $0.rule == rule })
    let acceptance = draft.acceptance(of: finding, by: "张三", on: "2026-01-12", reason: reason)
    draft.acceptances = draft.acceptances(adding: acceptance, among: findings)
  }

  /// The reasons of the findings, an open one as nil.
  private func reasons(_ draft: Draft) -> [String?] {
    Validation(draft).findings(in: draft).map { $0.acceptance?.reason }
  }

  @Test("holds for its finding alone, while the values stay")
  func holds() throws {
    var draft = try draft("warning")
    try accept("row-total", in: &draft)
    #expect(reasons(draft) == ["并表", nil])
    let elsewhere = try draft.with(["staff.old.men": "1", "staff.pay.men": "1.5"])
    #expect(reasons(elsewhere).first == "并表")
    #expect(reasons(try draft.with(["staff.young.men": "4"])) == [nil, nil])
    #expect(
      reasons(try draft.with(["staff.young.men": "2", "staff.young.women": "1"])) == [nil, nil])
    #expect(reasons(try draft.with(["staff.young.men": "3"])) == ["并表", nil])
  }

  @Test("looks at what a figure is worth, not at how it is written, and at blanks")
  func comparesValues() throws {
    var draft = try draft("warning").with([
      "staff.young.men": "0", "staff.old.women": "0", "staff.pay.men": "1.50",
    ])
    try accept("row-total", in: &draft)
    #expect(reasons(try draft.with(["staff.pay.men": "1.5"])) == ["并表"])
    let blank = try draft.with(["staff.pay.women": nil])
    #expect(Validation(blank).findings(in: blank).allSatisfy { $0.acceptance == nil })
  }

  @Test("takes the place of the one before for the same finding, whatever its values were")
  func replaces() throws {
    var draft = try draft("hint")
    try accept("row-total", in: &draft, reason: "一")
    draft = try draft.with(["staff.young.men": "4"])
    try accept("row-total", in: &draft, reason: "二")
    #expect(draft.acceptances.map(\.reason) == ["二"])
  }

  @Test("of an error counts only where the form allows it")
  func errors() throws {
    var refused = try draft("error")
    try accept("row-total", in: &refused)
    #expect(reasons(refused) == [nil, nil])
    var allowed = try draft("error", acceptable: true)
    try accept("row-total", in: &allowed)
    #expect(reasons(allowed) == ["并表", nil])
    let finding = try #require(Validation(allowed).findings(in: allowed).first)
    #expect(allowed.form.allowsAccepting(finding))
  }

  @Test("of what a text lacks holds while it lacks the same, and no more")
  func missingParts() throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    func isAccepted(_ text: String) throws -> Bool {
      draft.setText(Prose(text), of: "overview")
      let finding = try #require(
        Validation(draft).findings(in: draft).first { $0.rule == "parts" })
      return finding.acceptance != nil
    }
    draft.setText(Prose("（一）主动公开。\n（二）依申请公开。\n（三）政府信息管理。"), of: "overview")
    try accept("parts", in: &draft)
    #expect(try isAccepted("（一）主动公开信息12条。\n（二）依申请公开。\n（三）政府信息管理。"))
    #expect(try !isAccepted("（一）主动公开信息12条。\n（二）依申请公开。"))
    #expect(try isAccepted("（一）主动公开。\n（二）依申请公开。\n（三）政府信息管理。"))
  }

  @Test("is withdrawn and undone as any other edit")
  func isUndone() throws {
    let before = try draft("warning")
    var draft = before
    try accept("row-total", in: &draft)
    let edit = Edit.acceptances(from: before.acceptances, to: draft.acceptances)
    var undone = draft
    undone.apply(edit.inverse)
    #expect(undone == before)
    let finding = try #require(Validation(draft).findings(in: draft).first)
    draft.acceptances = draft.acceptances(removing: finding)
    #expect(draft == before)
  }
}
