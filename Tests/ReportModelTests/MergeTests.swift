import JSONText
import ReportModel
import Testing

@Suite("A merge of two drafts")
struct MergeTests {
  /// A text of paragraphs that are one letter each.
  private func text(_ letters: String) -> Prose {
    Prose(letters.map { String($0) }.joined(separator: "\n"))
  }

  private func draft(_ letters: String = "") throws -> Draft {
    var draft = Draft.agreeing(try formWithEverything())
    draft.setText(text(letters), of: "words")
    return draft
  }

  @Test(
    "takes over a figure that one side changed, and compares by value",
    arguments: [
      ("1", "2", "1", "2"), ("1", "1", "2", "2"), ("1", "2", "2", "2"), ("1", nil, "1", nil),
      (nil, "0", nil, "0"), (nil, nil, "0", "0"), ("1", nil, nil, nil),
      ("1.5", "1.50", "1.5", "1.50"),
      ("1.5", "1.50", "2", "2"), ("1.5", "2", "1.50", "2"), ("2", "1.5", "1.50", "1.50"),
      ("2", "1.50", "1.5", "1.50"), ("1.5", nil, "1.50", nil),
    ] as [(String?, String?, String?, String?)])
  func takesOver(base: String?, ours: String?, theirs: String?, merged: String?) throws {
    let draft = try draft()
    let cell = try draft.form.cell("staff.pay.men")
    let merge = try Merge(
      base: draft.with(["staff.pay.men": base]), ours: draft.with(["staff.pay.men": ours]),
      theirs: draft.with(["staff.pay.men": theirs]))
    #expect(merge.conflicts.isEmpty)
    #expect(merge.draft[cell]?.description == merged)
  }

  @Test(
    "leaves the choice where both changed a figure",
    arguments: [("1", "2", "3"), (nil, "0", "1"), ("1", nil, "2"), ("1", "2", nil)]
      as [(String?, String?, String?)])
  func leavesTheChoice(base: String?, ours: String?, theirs: String?) throws {
    let draft = try draft()
    let cell = try draft.form.cell("staff.young.men")
    let merge = try Merge(
      base: draft.with(["staff.young.men": base]), ours: draft.with(["staff.young.men": ours]),
      theirs: draft.with(["staff.young.men": theirs]))
    let figures = [base, ours, theirs].map { $0.flatMap { Quantity(json: $0) } }
    #expect(
      merge.conflicts == [
        .cell(cell, Sides(base: figures[0], ours: figures[1], theirs: figures[2]))
      ])
    #expect(merge.conflicts[0].choices == [.ours, .theirs])
    #expect(merge.draft[cell] == figures[1])
    #expect(merge.draft(choosing: [.ours]) == merge.draft)
    #expect(merge.draft(choosing: [.theirs])[cell] == figures[2])
  }

  @Test(
    "puts the paragraphs of both sides together",
    arguments: [
      ("abc", "xabc", "abcz", "xabcz"), ("abc", "axc", "abc", "axc"), ("abc", "axc", "axc", "axc"),
      // Neighbours changed by different people are no conflict.
      ("abcd", "axcd", "abyd", "axyd"), ("abcd", "xbcd", "abcy", "xbcy"),
      // Beside paragraphs that keep their places something can be put in.
      ("abc", "abz", "abcn", "abzn"), ("abc", "nabc", "zbc", "nzbc"),
      ("abc", "ac", "abcn", "acn"), ("abc", "", "abc", ""), ("", "ab", "", "ab"),
      ("ab", "anb", "anb", "anb"), ("", "ab", "ab", "ab"), ("abcdef", "acdf", "abcXdef", "acXdf"),
    ])
  func putsTogether(base: String, ours: String, theirs: String, merged: String) throws {
    let (base, ours, theirs) = (try draft(base), try draft(ours), try draft(theirs))
    for merge in [
      try Merge(base: base, ours: ours, theirs: theirs),
      try Merge(base: base, ours: theirs, theirs: ours),
    ] {
      #expect(merge.conflicts.isEmpty)
      #expect(merge.draft.text(of: "words") == text(merged))
    }
  }

  @Test(
    "leaves the choice where both changed the same paragraphs",
    arguments: [
      ("abc", "axc", "ayc", ["b", "x", "y"], "axyc"), ("abc", "ac", "ayc", ["b", "", "y"], nil),
      ("ab", "anb", "amb", ["", "n", "m"], "anmb"), ("", "x", "y", ["", "x", "y"], "xy"),
      ("abc", "axxc", "abyc", ["b", "xx", "by"], "axxbyc"),
      // What both begin or end with alike is no part of it.
      ("ab", "anxb", "anyb", ["", "x", "y"], "anxyb"), ("ab", "anb", "anmb", ["", "n", "nm"], nil),
      ("abc", "", "abcd", ["abc", "", "abcd"], nil),
      ("abcd", "xd", "aycd", ["abc", "x", "ayc"], "xaycd"),
    ] as [(String, String, String, [String], String?)])
  func leavesParagraphs(
    base: String, ours: String, theirs: String, sides: [String], both: String?
  ) throws {
    let merge = try Merge(base: draft(base), ours: draft(ours), theirs: draft(theirs))
    try #require(merge.conflicts.count == 1)
    guard case .text("words", let passages) = merge.conflicts[0] else {
      Issue.record("no conflict of a text")
      return
    }
    let found = [passages.base, passages.ours, passages.theirs].map { $0.paragraphs.joined() }
    #expect(found == sides)
    #expect(merge.draft.text(of: "words") == text(ours))
    #expect(merge.draft(choosing: [.ours]) == merge.draft)
    #expect(merge.draft(choosing: [.theirs]).text(of: "words") == text(theirs))
    #expect(merge.conflicts[0].choices.contains(.both) == (both != nil))
    if let both {
      #expect(merge.draft(choosing: [.both]).text(of: "words") == text(both))
    }
  }

  @Test("knows where a passage stands on either side")
  func knowsWhere() throws {
    let merge = try Merge(base: draft("abcde"), ours: draft("nabcxe"), theirs: draft("bcye"))
    guard case .text(_, let passages) = try #require(merge.conflicts.last) else { return }
    #expect([passages.base.start, passages.ours.start, passages.theirs.start] == [3, 4, 2])
  }

  @Test("merges organ and year key by key")
  func mergesTheOrgan() throws {
    let base = try draft()
    var (ours, theirs) = (base, base)
    ours.organ[.level] = "county"
    ours.organ.name = "甲局"
    ours.year = 2024
    theirs.organ[.region] = "某县"
    theirs.organ.name = "乙局"
    theirs.year = 2025
    let merge = try Merge(base: base, ours: ours, theirs: theirs)
    #expect(
      merge.conflicts == [
        .organ(.name, Sides(base: "甲", ours: "甲局", theirs: "乙局")),
        .year(Sides(base: 2023, ours: 2024, theirs: 2025)),
      ])
    #expect(merge.draft.organ[.level] == "county" && merge.draft.organ[.region] == "某县")
    let chosen = merge.draft(choosing: [.theirs, .theirs])
    #expect(chosen.organ.name == "乙局" && chosen.year == 2025)
  }

  @Test("takes one way of writing a letter for another one, as a file does")
  func comparesBytes() throws {
    let base = try draft()
    var ours = base
    ours.organ[.address] = "caf\u{E9}"
    var theirs = ours
    theirs.organ[.address] = "cafe\u{301}"
    let merge = try Merge(base: ours, ours: ours, theirs: theirs)
    #expect(merge.draft.organ[.address]?.unicodeScalars.count == 5)
    #expect(ours.edits(to: theirs).count == 1)
  }

  private func acceptance(_ rule: String, _ reason: String) -> Acceptance {
    Acceptance(
      Acceptance.Subject(rule: rule, places: ["staff.young.men"], quote: nil), values: [:],
      by: "张三", on: "2026-01-31", reason: reason)
  }

  @Test("merges acceptances by what they are about")
  func mergesAcceptances() throws {
    var (base, ours, theirs) = (try draft(), try draft(), try draft())
    base.acceptances = [acceptance("a", "旧"), acceptance("b", "旧"), acceptance("c", "旧")]
    ours.acceptances = [acceptance("a", "旧"), acceptance("b", "新"), acceptance("d", "我")]
    theirs.acceptances = [
      acceptance("b", "旧"), acceptance("c", "旧"), acceptance("d", "他"), acceptance("e", "他"),
    ]
    let merge = try Merge(base: base, ours: ours, theirs: theirs)
    #expect(merge.draft.acceptances.map { $0.subject.rule + $0.reason } == ["b新", "d我", "e他"])
    #expect(
      merge.conflicts == [
        .acceptances(
          acceptance("d", "").subject,
          Sides(base: [], ours: [acceptance("d", "我")], theirs: [acceptance("d", "他")]))
      ])
    let chosen = merge.draft(choosing: [.theirs])
    #expect(chosen.acceptances.map { $0.subject.rule + $0.reason } == ["b新", "d他", "e他"])
  }

  @Test("keeps what it does not know, and asks where one side removed what the other changed")
  func keepsTheUnknown() throws {
    var (base, ours, theirs) = (try draft(), try draft(), try draft())
    func key(_ path: String, _ value: String) -> Draft.Unknown {
      Draft.Unknown(path: path.split(separator: ".").map(String.init), value: .text(value))
    }
    base.unknown = [key("a", "1"), key("organ.b", "1"), key("z", "1")]
    ours.unknown = [key("a", "2"), key("m", "1"), key("organ.b", "1")]
    theirs.unknown = [key("a", "1"), key("n", "1"), key("z", "2")]
    let merge = try Merge(base: base, ours: ours, theirs: theirs)
    #expect(merge.draft.unknown == [key("a", "2"), key("m", "1"), key("n", "1")])
    #expect(
      merge.conflicts == [
        .unknown(path: ["z"], Sides(base: .text("1"), ours: nil, theirs: .text("2")))
      ])
    #expect(
      merge.draft(choosing: [.theirs]).unknown
        == [key("a", "2"), key("m", "1"), key("n", "1"), key("z", "2")])
  }

  @Test("takes last year's report as a whole")
  func takesLastYear() throws {
    let base = try draft()
    let ours = try base.withPrevious(["staff.young.men": "1"])
    let theirs = try base.withPrevious(["staff.young.men": "2"])
    #expect(try Merge(base: base, ours: base, theirs: theirs).draft.previous == theirs.previous)
    let merge = try Merge(base: base, ours: ours, theirs: theirs)
    #expect(
      merge.conflicts == [
        .previous(Sides(base: nil, ours: ours.previous, theirs: theirs.previous))
      ])
    #expect(merge.draft(choosing: [.theirs]).previous == theirs.previous)
  }

  @Test(
    "puts the histories of both together by time",
    arguments: [
      ([1], [1, 3], [1, 2, 4], [1, 2, 3, 4]), ([1], [1, 2], [1], [1, 2]),
      ([1], [1], [1, 2], [1, 2]),
      ([1], [1, 2, 4], [1, 2, 3], [1, 2, 3, 4]), ([], [1, 3], [2, 3], [1, 2, 3]),
      ([1, 2], [2], [1, 2], [2]), ([], [], [], []),
    ] as [([Int], [Int], [Int], [Int])])
  func mergesHistories(base: [Int], ours: [Int], theirs: [Int], merged: [Int]) throws {
    func draft(_ days: [Int]) throws -> Draft {
      var draft = try self.draft()
      draft.revisions = days.map { Revision(by: "张三", on: "2026-01-0\($0)T09:00:00+08:00") }
      return draft
    }
    let merge = try Merge(base: draft(base), ours: draft(ours), theirs: draft(theirs))
    #expect(try merge.draft == draft(merged))
  }

  @Test("takes over that a draft carries its form")
  func carriesTheForm() throws {
    let base = try draft()
    var other = base
    other.carriesForm = true
    #expect(try Merge(base: base, ours: base, theirs: other).draft.carriesForm)
    #expect(try Merge(base: base, ours: other, theirs: base).draft.carriesForm)
    #expect(try !Merge(base: other, ours: other, theirs: base).draft.carriesForm)
  }

  @Test("without a common draft keeps what only one has")
  func withoutCommonDraft() throws {
    let form = try formWithEverything()
    var ours = Draft(form: form, carriesForm: true, organ: Organ(name: "甲"), year: 2024)
    ours[CellIndex(0)] = .zero
    ours.setText(Prose("一"), of: "words")
    var theirs = Draft(form: form, carriesForm: true, organ: Organ(name: "甲"), year: 2025)
    theirs[CellIndex(1)] = .zero
    let merge = try Merge(base: nil, ours: ours, theirs: theirs)
    #expect(merge.conflicts == [.year(Sides(base: nil, ours: 2024, theirs: 2025))])
    #expect(merge.draft[CellIndex(0)] == .zero && merge.draft[CellIndex(1)] == .zero)
    #expect(merge.draft.text(of: "words").text == "一" && merge.draft.carriesForm)
  }

  @Test("is refused where the drafts are on different forms")
  func differentForms() throws {
    let form = try formWithEverything()
    let other = try ownForm(
      rules: rule(
        "most", #""left":["staff.pay.men"],"comparison":"<=","right":["staff.pay.women"]"#))
    let shipped = try shipped("disclosure-2021")
    func blank(_ form: Form) -> Draft {
      Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: 2023)
    }
    #expect(throws: MergeError.differentForms(["own", "own", "disclosure-2021"])) {
      try Merge(base: blank(form), ours: blank(form), theirs: blank(shipped))
    }
    #expect(throws: MergeError.differentForms(["own", "own"])) {
      try Merge(base: nil, ours: blank(form), theirs: blank(other))
    }
  }

  @Test("stays fast on texts that have nothing in common", .timeLimit(.minutes(1)))
  func staysFast() throws {
    let count = 100_000
    var (base, ours, theirs) = (try draft(), try draft(), try draft())
    base.setText(Prose((0..<count).map { "\($0 % 7)" }.joined(separator: "\n")), of: "words")
    ours.setText(Prose((0..<count).map { "\($0 % 5)" }.joined(separator: "\n")), of: "words")
    theirs.setText(Prose((0..<count).map { "\($0 % 3)" }.joined(separator: "\n")), of: "words")
    let merge = try Merge(base: base, ours: ours, theirs: theirs)
    #expect(!merge.conflicts.isEmpty)
    var applied = ours
    for edit in ours.edits(to: theirs) { applied.apply(edit) }
    #expect(applied == theirs)
    // Two changes far apart are still told from each other.
    var paragraphs = base.text(of: "words")
    paragraphs.replace(10..<11, with: ["改"])
    ours.setText(paragraphs, of: "words")
    paragraphs = base.text(of: "words")
    paragraphs.replace(count - 10..<count - 9, with: ["改", "加"])
    theirs.setText(paragraphs, of: "words")
    #expect(try Merge(base: base, ours: ours, theirs: theirs).conflicts.isEmpty)
  }
}
