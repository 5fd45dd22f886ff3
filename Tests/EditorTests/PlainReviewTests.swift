import CellGrid
@testable import Editor
import ReportModel
import Storage
import Testing
import Wording

@Suite("Reviewing line by line")
struct PlainReviewTests {
  private static let moment = "2026-01-14T16:02:41+08:00"

  private func session(
    on draft: Draft, access: Editor.Access = .reviewing, person: String = "赵六"
  ) -> PlainSession {
    PlainSession(
      Editor(
        draft: draft, access: access, fileName: "sample.json", wording: Wording(.chinese),
        size: Size(columns: 0, rows: 0), person: person, sealing: .sha256))
  }

  private func handedIn() throws -> Draft {
    var draft = try Draft.withHistory().with(["applications.carriedOut.total": 0])
    draft.review.stages = ["初审", "终审"]
    try draft.submit(by: "王五", on: Self.moment, .sha256)
    return draft
  }

  /// Types lines, tells the time where it is asked for, saves, and returns what was said.
  private func type(_ session: inout PlainSession, _ lines: String...) -> String {
    var said: [String] = []
    for line in lines {
      let answer = session.take(line)
      said += answer.lines
      var effects = answer.effects[...]
      while let effect = effects.popFirst() {
        let event: Event
        switch effect {
        case .stamp(let stamped): event = .stamped(stamped, on: Self.moment)
        case .save(let draft): event = .saved(draft)
        default: continue
        }
        let outcome = session.take(event)
        said += outcome.lines
        effects += outcome.effects
      }
    }
    return said.joined(separator: "\n")
  }

  @Test("says at the beginning how far the review is, and the whole of it when asked")
  func overview() throws {
    var session = session(on: try handedIn())
    #expect(session.begin().contains("审核：待初审。"))
    let overview = type(&session, "概况")
    for said in ["审核：待初审。", "初审：未签核。", "问题：错误 2", "批注：未办结 0，共 0", "谁改了什么"] {
      #expect(overview.contains(said), "\(said)")
    }
    #expect(!overview.contains("✗") && !overview.contains("▸"))
  }

  @Test("comments, answers, settles, and reads what was said where one is")
  func comments() throws {
    var session = session(on: try handedIn())
    #expect(type(&session, "转到 applications.new.total", "批注").contains("这里还没有批注。"))
    #expect(type(&session, "批注 请核对台账").contains("赵六：请核对台账"))
    #expect(type(&session, "读").contains("批注，2026-01-14 16:02 赵六：请核对台账。"))
    #expect(type(&session, "答复 已核对").contains("赵六：已核对"))
    #expect(type(&session, "答复 1 再看").contains("赵六：再看"))
    #expect(type(&session, "答复 3 件不符").contains("赵六：3 件不符"))
    #expect(type(&session, "办结").contains("[已办结]"))
    #expect(type(&session, "办结 1").contains("[已办结]"))
    #expect(type(&session, "办结").contains("没有这一条批注"))
    #expect(type(&session, "重开").contains("[未办结]"))
    #expect(type(&session, "办结").contains("[已办结]"))
    #expect(type(&session, "办结 七").contains("没有这一条批注"))
    #expect(session.draft.comments.map(\.replies.count) == [3])
    #expect(session.draft.comments.first?.isOpen == false)
    #expect(type(&session, "保存").contains("已保存"))
    for _ in 0..<7 { #expect(type(&session, "撤销").contains("已撤销")) }
    #expect(session.draft.comments.isEmpty)
  }

  @Test("says what stood in the place of a changed paragraph")
  func changedTexts() throws {
    let before = try handedIn()
    var after = before
    after.setText(Prose("后来的话。\n同一段。"), of: "problems")
    var baseline = before
    baseline.setText(Prose("原来的话。\n同一段。"), of: "problems")
    var session = PlainSession(
      Editor(
        draft: after, access: .reviewing, fileName: "sample.json", wording: Wording(.chinese),
        size: Size(columns: 0, rows: 0), person: "赵六", sealing: .sha256,
        comparison: Editor.Comparison(draft: baseline, name: "上次审核以来")))
    #expect(type(&session, "转到 五").contains("上次审核以来改动，原为 原来的话。"))
    #expect(!type(&session, "2").contains("改动"))
  }

  @Test("signs stage by stage after asking, and saves at once")
  func signs() throws {
    var session = session(on: try handedIn())
    #expect(type(&session, "签核").contains("为“初审”签核"))
    #expect(type(&session, "1").contains("审核：待终审。"))
    #expect(type(&session, "签核", "算了").contains("再看看"))
    #expect(session.draft.review.steps.count == 2)
    #expect(type(&session, "签核", "1").contains("审核：审核完毕。"))
  }

  @Test("returns with the reason behind the word, or asks for it", arguments: [true, false])
  func returns(_ isAsked: Bool) throws {
    var session = session(on: try handedIn())
    let said = isAsked ? type(&session, "退回", "数据不全") : type(&session, "退回 数据不全")
    #expect(said.contains("审核：已退回。"))
    #expect(session.draft.review.steps.last?.reason == "数据不全")
  }

  @Test("hands in from the editor, not from a review, and tells when an edit voids a sign-off")
  func handsIn() throws {
    var draft = try handedIn()
    draft.review.steps = []
    var reviewer = session(on: draft)
    #expect(type(&reviewer, "提交").contains("填报"))
    var officer = session(on: draft, access: .editing, person: "王五")
    #expect(type(&officer, "提交", "1").contains("审核：待初审。"))
    var signed = officer.draft
    try signed.sign(stage: "初审", by: "赵六", on: Self.moment, .sha256)
    officer = session(on: signed, access: .editing, person: "王五")
    #expect(type(&officer, "转到 applications.new.natural", "9").contains("签核失效"))
  }

  @Test("names its words in help, for reviewers those of use to them")
  func help() throws {
    var session = session(on: try handedIn())
    let help = type(&session, "帮助")
    #expect(help.contains("签核（qh）") && help.contains("保存（bc）"))
    #expect(!help.contains("提交（tj）") && !help.contains("补零"))
  }
}
