import ReportModel
import Testing

@Suite("What a save changed")
struct RevisionTests {
  private static let cell = "applications.new.total"

  private func revision(from old: Draft, to new: Draft) -> Revision? {
    Revision(from: old, to: new, by: "张三", on: "2026-01-12T09:30:05+08:00")
  }

  @Test("is nothing where nothing but notes differs")
  func isNothing() throws {
    let old = Draft.agreeing(try shipped("disclosure-2021"))
    var new = try old.with([Self.cell: "0.0"])
    new.acceptances = [
      Acceptance(
        Acceptance.Subject(rule: "jump", places: [], quote: nil), values: [:], by: "", on: "",
        reason: "")
    ]
    new.previous = PreviousYear(old, source: "2022.json", on: old.form)
    #expect(revision(from: old, to: new) == nil)
    #expect(new.revised(from: old, by: "", on: "").revisions.isEmpty)
  }

  @Test("names figures, data and the year from what to what, by their addresses")
  func namesFigures() throws {
    let form = try shipped("disclosure-2021")
    let old = try Draft.agreeing(form).with([Self.cell: nil, "charges.fees.amount": "1.5"])
    var new = try old.with([Self.cell: "3", "charges.fees.amount": nil])
    new.organ.name = "乙"
    new.organ[.level] = "city"
    new.year = 2024
    let revision = try #require(self.revision(from: old, to: new))
    #expect(revision.cells.map(\.key) == [Self.cell, "charges.fees.amount"])
    #expect(revision.cells.map { $0.from?.description } == [nil, "1.5"])
    #expect(revision.cells.map { $0.to?.description } == ["3", nil])
    #expect(revision.organ.map(\.key) == ["level", "name"])
    #expect(revision.organ.map(\.from) == [nil, "甲"])
    #expect(revision.organ.map(\.to) == ["city", "乙"])
    #expect(revision.year == Revision.Change("year", from: 2023, to: 2024))
    #expect(revision.changeCount == 5)
    #expect(revision.by == "张三")
  }

  @Test(
    "keeps of a text what changed",
    arguments: [
      ("a\nb\nc", "a\nB\nc", [("1", "b", "B")]),
      ("a\nb\nc", "a\nc", [("1", "b", "")]),
      ("a\nc", "a\nb\nc", [("1", "", "b")]),
      ("a\nb\nc\nd\ne", "A\nb\nc\nd\nE", [("0", "a", "A"), ("4", "e", "E")]),
      ("", "a\nb", [("0", "", "a|b")]),
      ("a\nb", "", [("0", "a|b", "")]),
      ("a\n\nb\n\nc", "a\n\nX\n\nc", [("2", "b", "X")]),
      ("a\nb\nc", "c\na\nb", [("0", "", "c"), ("2", "c", "")]),
      ("a\na\na", "a\na", [("2", "a", "")]),
      ("a\nb", "c\nd\ne", [("0", "a|b", "c|d|e")]),
    ] as [(String, String, [(String, String, String)])])
  func keepsWhatChanged(old: String, new: String, hunks: [(String, String, String)]) throws {
    let form = try shipped("disclosure-2021")
    var (first, second) = (Draft.agreeing(form), Draft.agreeing(form))
    first.setText(Prose(old), of: "overview")
    second.setText(Prose(new), of: "overview")
    let text = try #require(revision(from: first, to: second)?.texts.first)
    #expect(text.section == "overview")
    #expect(text.hunks.map { String($0.start) } == hunks.map(\.0))
    #expect(text.hunks.map { $0.removed.joined(separator: "|") } == hunks.map(\.1))
    #expect(text.hunks.map { $0.added.joined(separator: "|") } == hunks.map(\.2))
  }

  @Test("makes the new text of the old one, whatever was done to it")
  func makesTheNewText() throws {
    let form = try shipped("disclosure-2021")
    var random = Seeded(7)
    for _ in 0..<300 {
      func text() -> [String] {
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          String("abcd甲乙丙丁".randomElement(using: &random) ?? "a")
        }
      }
      let (old, new) = (text(), text())
      var (first, second) = (Draft.agreeing(form), Draft.agreeing(form))
      first.setText(Prose(old.joined(separator: "\n")), of: "overview")
      second.setText(Prose(new.joined(separator: "\n")), of: "overview")
      var made = old
      for hunk in revision(from: first, to: second)?.texts.first?.hunks.reversed() ?? [] {
        #expect(Array(made[hunk.start...].prefix(hunk.removed.count)) == hunk.removed)
        made.replaceSubrange(hunk.start..<hunk.start + hunk.removed.count, with: hunk.added)
      }
      #expect(made == new)
    }
  }

  @Test("of texts that have nothing in common costs little")
  func costsLittle() throws {
    let form = try shipped("disclosure-2021")
    var (first, second) = (Draft.agreeing(form), Draft.agreeing(form))
    first.setText(Prose((0..<20_000).map { "old \($0)" }.joined(separator: "\n")), of: "overview")
    second.setText(Prose((0..<20_000).map { "new \($0)" }.joined(separator: "\n")), of: "overview")
    #expect(revision(from: first, to: second)?.texts.first?.hunks.count == 1)
  }

  @Test("is told of a place, the newest first")
  func isTold() throws {
    let form = try shipped("disclosure-2021")
    var draft = Draft.agreeing(form)
    for (number, figure) in ["1", "2", nil].enumerated() {
      var next = try draft.with([Self.cell: figure])
      next.year += 1
      next.setText(Prose("第\(number)稿"), of: "problems")
      draft = next.revised(from: draft, by: "甲", on: "2026-01-0\(number + 1)")
    }
    let story = draft.story(of: try form.cell(Self.cell))
    #expect(story.map(\.on) == ["2026-01-03", "2026-01-02", "2026-01-01"])
    #expect(story.map { $0.change.from?.description } == ["2", "1", "0"])
    #expect(story.map { $0.change.to?.description } == [nil, "2", "1"])
    #expect(draft.story(of: nil).map(\.change.to) == ["2026", "2025", "2024"])
    #expect(
      draft.story(ofText: "problems").map { $0.change[0].added } == [["第2稿"], ["第1稿"], ["第0稿"]])
    #expect(draft.story(ofText: "overview").isEmpty)
    #expect(draft.story(of: .name).isEmpty)
    #expect(draft.story(of: try form.cell("charges.fees.amount")).isEmpty)
  }

  @Test("follows what the file holds, not what the draft had")
  func followsTheFile() throws {
    let form = try shipped("disclosure-2021")
    let opened = Draft.agreeing(form)
    let first = try opened.with([Self.cell: "1"]).revised(from: opened, by: "甲", on: "1")
    // The editor's own draft does not have the entry of the first save.
    let second = try opened.with([Self.cell: "2"]).revised(from: first, by: "乙", on: "2")
    #expect(second.revisions.map(\.by) == ["甲", "乙"])
    #expect(second.revisions[1].cells.first?.from?.description == "1")
  }

  @Test(
    "is shown in a few words around what differs",
    arguments: [
      (["收到申请3件。"], ["收到申请5件。"], "收到申请3件。", "收到申请5件。"),
      (["一二三四五六七八九十甲己"], ["一二三四五六七八九十乙己"], "…三四五六七八九十甲己", "…三四五六七八九十乙己"),
      (["甲一二三四五六七八九十"], ["乙一二三四五六七八九十"], "甲一二三四五六七八…", "乙一二三四五六七八…"),
      ([], ["新段"], nil, "新段"),
      (["旧段", "又一段"], [], "旧段¶又一段", nil),
      ([String(repeating: "字", count: 99)], [], String(repeating: "字", count: 60) + "…", nil),
      ([""], ["字"], "", "字"),
    ] as [([String], [String], String?, String?)])
  func isShown(removed: [String], added: [String], from: String?, to: String?) {
    let excerpt = Revision.Hunk(start: 0, removed: removed, added: added).excerpt()
    #expect(excerpt.from == from)
    #expect(excerpt.to == to)
  }
}
