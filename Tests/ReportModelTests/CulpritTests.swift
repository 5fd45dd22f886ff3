import ReportModel
import Testing

@Suite("The search for the wrong cells")
struct CulpritTests {
  /// Two columns are off by −1 and +1 while the totals agree: one of two requests was counted
  /// under another kind of applicant.
  static let balances: KeyValuePairs<String, String?> = [
    "applications.new.natural": "60", "applications.new.business": "1",
    "applications.new.other": "1", "applications.new.total": "62",
    "applications.granted.natural": "61", "applications.granted.business": "1",
    "applications.granted.total": "62", "applications.handled.natural": "61",
    "applications.handled.business": "1", "applications.handled.total": "62",
  ]

  @Test("finds the two cells that together mend two columns and keep the row")
  func findsTwoCells() throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).with(Self.balances)
    let findings = Validation(draft).findings(in: draft)
    #expect(findings.map(\.rule) == ["balance", "balance"])
    for finding in findings {
      #expect(
        draft.texts(of: finding.fixes) == ["applications.new.natural=61 applications.new.other=0"])
      #expect(!finding.isPartial)
    }
    #expect(
      findings.compactMap(\.at.first).map { draft.form.address(of: $0).description }
        == ["applications.new.natural", "applications.new.other"])
  }

  @Test(
    "finds sets of cells, the smallest only",
    arguments: [
      // Two cells of one row.
      (
        ["applications.new.natural": "3", "applications.new.legal": "4"],
        ["applications.new.natural=0 applications.new.legal=0"]
      ),
      // A blank that must be filled before the rest can be judged.
      (
        ["applications.new.natural": nil, "applications.new.total": "9"],
        ["applications.new.natural=0 applications.new.total=0"]
      ),
      // Three cells: two columns and two rows are off, and no two cells mend them.
      (
        [
          "applications.new.natural": "5", "applications.new.legal": "7",
          "applications.new.other": nil,
        ],
        ["applications.new.natural=0 applications.new.legal=0 applications.new.other=0"]
      ),
    ] as [(KeyValuePairs<String, String?>, [String])])
  func findsSmallest(figures: KeyValuePairs<String, String?>, expected: [String]) throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).with(figures)
    let findings = Validation(draft).findings(in: draft)
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(draft.texts(of: finding.fixes) == expected)
      #expect(!finding.isPartial)
    }
  }

  @Test("offers a first step, and says so, where more than three cells are wrong")
  func offersFirstStep() throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).with([
      "applications.new.natural": "5", "applications.new.business": "6",
      "applications.new.research": "7", "applications.new.welfare": "8",
      "applications.new.legal": "9",
    ])
    let findings = Validation(draft).findings(in: draft)
    #expect(findings.count == 6)
    for finding in findings {
      #expect(finding.isPartial)
      #expect(!finding.fixes.isEmpty)
      for fix in finding.fixes {
        #expect(fix.changes.count == 1)
        #expect(finding.at.contains(fix.changes[0].cell), "\(finding.rule)")
      }
    }
  }

  @Test("offers the sum of its parts for each of many totals left at 0")
  func offersTotals() throws {
    var draft = Draft.agreeing(try shipped("disclosure-2021"))
    let rows = ["new", "granted", "partial", "deniedByLaw", "declinedRepeat", "otherReasons"]
    for (number, row) in rows.enumerated() {
      draft = try draft.with(["applications.\(row).natural": "\(number + 2)"])
    }
    let findings = Validation(draft).findings(in: draft).filter { $0.rule == "row-total" }
    #expect(findings.count == rows.count)
    for (number, finding) in findings.enumerated() {
      #expect(finding.isPartial)
      #expect(
        draft.texts(of: finding.fixes).contains(
          "applications.\(rows[number]).total=\(number + 2)"))
    }
  }

  @Test("fills a column of totals left at 0 rightly, however often the first suggestion is taken")
  func fillsTotals() throws {
    let form = try shipped("disclosure-2021")
    let whole = try Draft.agreeing(form).with([
      "applications.new.natural": "112", "applications.new.business": "16",
      "applications.new.total": "128", "applications.carriedIn.natural": "4",
      "applications.carriedIn.total": "4", "applications.granted.natural": "40",
      "applications.granted.business": "7", "applications.granted.total": "47",
      "applications.unavailableNotHeld.natural": "70",
      "applications.unavailableNotHeld.business": "8",
      "applications.unavailableNotHeld.total": "78", "applications.handled.natural": "110",
      "applications.handled.business": "15", "applications.handled.total": "125",
      "applications.carriedOut.natural": "6", "applications.carriedOut.business": "1",
      "applications.carriedOut.total": "7",
    ])
    #expect(Validation(whole).findings(in: whole).isEmpty)
    var draft = whole
    for row in ["new", "carriedIn", "granted", "unavailableNotHeld", "handled", "carriedOut"] {
      draft = try draft.with(["applications.\(row).total": "0"])
    }
    for _ in 0..<12 {
      let findings = Validation(draft).findings(in: draft)
      guard let fix = findings.lazy.compactMap(\.fixes.first).first else { break }
      for change in fix.changes { draft[change.cell] = change.value }
    }
    #expect(draft == whole)
  }

  @Test("offers last year's figure where what was carried in is 0 throughout")
  func offersCopies() throws {
    let draft = try Draft.agreeing(try shipped("disclosure-2021")).withPrevious([
      "applications.carriedOut.natural": "4", "applications.carriedOut.business": "2",
      "applications.carriedOut.legal": "3", "applications.carriedOut.total": "9",
    ])
    let findings = Validation(draft).findings(in: draft).filter { $0.rule == "carried" }
    #expect(
      findings.map { draft.texts(of: $0.fixes).first } == [
        "applications.carriedIn.natural=4", "applications.carriedIn.business=2",
        "applications.carriedIn.legal=3", "applications.carriedIn.total=9",
      ])
  }

  @Test("keeps to what a cell may hold, and mends the one that may be less or more")
  func mendsInequalities() throws {
    let form = try formWithEverything()
    let draft = try Draft.agreeing(form).with([
      "staff.pay.men": "2.5", "staff.pay.sum": "2.5",
    ])
    #expect(
      draft.suggestions(for: "most") == [
        "staff.pay.women=2.5 staff.pay.sum=5", "staff.pay.men=0 staff.pay.sum=0",
        "staff.pay.men=0 staff.pay.women=2.5",
      ])
  }

  @Test("leaves a form alone on which nothing or half is filled")
  func leavesBlanksAlone() throws {
    for id in ["disclosure-2021", "disclosure-2019"] {
      let form = try shipped(id)
      var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: 2023)
      #expect(Validation(draft).suggestions(in: draft).groups == [])
      for position in stride(from: 0, to: form.cellCount, by: 2) {
        draft[CellIndex(position)] = .zero
      }
      for group in Validation(draft).suggestions(in: draft).groups {
        #expect(!group.fixes.isEmpty)
        #expect(group.steps < 100)
      }
    }
  }

  @Test("stops where it was told to, and finds the same however often it is asked")
  func stops() throws {
    let form = try shipped("disclosure-2021")
    var random = Seeded(3)
    for _ in 0..<50 {
      var draft = Draft.agreeing(form)
      for _ in 0..<8 {
        let cell = CellIndex(Int.random(in: 0..<form.cellCount, using: &random))
        draft[cell] = random.figure()
      }
      let validation = Validation(draft)
      let limits = SearchLimits(stepsOfGroup: 100, stepsInAll: 150)
      let suggestions = Suggestions(validation, of: draft, limits: limits)
      #expect(suggestions == Suggestions(validation, of: draft, limits: limits))
      for group in suggestions.groups { #expect(group.steps <= 130) }
    }
  }
}

extension Draft {
  /// Suggestions as addresses with values.
  func texts(of fixes: [Fix]) -> [String] {
    fixes.map { fix in
      fix.changes.map { "\(form.address(of: $0.cell))=\($0.value)" }.joined(separator: " ")
    }
  }
}
