import Documents
import ReportModel
import Testing

@Suite("A tally")
struct TallyTests {
  /// Lines, and the cells that count them.
  private static let counted: [(String, Set<String>)] = [
    ("2024-01-01|自然人|2024-01-20|予以公开", ["new.natural", "granted.natural"]),
    ("2024-12-31|公民|2024-12-31|部分公开", ["new.natural", "partial.natural"]),
    ("2023-12-31|律师事务所|2024-01-01|国家秘密", ["carriedIn.legal", "deniedStateSecret.legal"]),
    ("2024-12-20|公司||", ["new.business", "carriedOut.business"]),
    ("2024-12-20|公司|/|—", ["new.business", "carriedOut.business"]),
    ("2024-12-20|公司|办理中|", ["new.business", "carriedOut.business"]),
    ("2024-12-20|公司||办理中", ["new.business", "carriedOut.business"]),
    ("2024-12-20|公司|2025-01-03|予以公开", ["new.business", "carriedOut.business"]),
    ("2024-12-20|公司|2025-01-03|没有这个词", ["new.business", "carriedOut.business"]),
    ("2023-11-01|科研机构||", ["carriedIn.research", "carriedOut.research"]),
    ("2023-11-01|社会公益组织|2025-02-01|", ["carriedIn.welfare", "carriedOut.welfare"]),
    ("45296|其他|45300|3.其他", ["new.other", "otherReasons.other"]),
  ]

  @Test("counts a line for how it came and for what became of it", arguments: counted)
  func countsTwice(line: String, cells: Set<String>) throws {
    let counted = try CountedRegister(lines: line)
    #expect(Set(counted.cells.keys) == cells)
    #expect(counted.cells.values.allSatisfy { $0 == [2] })
    #expect(counted.tally.countedLines == 1)
    #expect(counted.tally.misfits.isEmpty && counted.tally.foreign.isEmpty)
  }

  @Test(
    "leaves a line of another year out, and says so",
    arguments: [
      ("2025-01-01|自然人||", Tally.Foreign.Reason.receivedAfter(day(2025, 1, 1))),
      ("2025-01-01|不知道|2025-01-05|什么", .receivedAfter(day(2025, 1, 1))),
      ("2023-05-01|自然人|2023-05-20|予以公开", .answeredBefore(day(2023, 5, 20))),
      ("2023-12-01||2023-12-31|", .answeredBefore(day(2023, 12, 31))),
    ])
  func leavesOut(line: String, reason: Tally.Foreign.Reason) throws {
    let counted = try CountedRegister(lines: line)
    #expect(counted.tally.foreign.map(\.reason) == [reason])
    #expect(counted.cells.isEmpty && counted.tally.misfits.isEmpty)
  }

  /// Lines, and what is wrong with them.
  private static let misfits: [(String, [Tally.Reason])] = [
    ("|自然人|2024-01-20|予以公开", [.notReceived]),
    ("—|自然人||", [.notReceived]),
    ("1月5日|自然人|2024-01-20|予以公开", [.noDay(.received, "1月5日")]),
    ("2024-01-05|自然人|一月|予以公开", [.noDay(.answered, "一月")]),
    ("1月5日|自然人|一月|", [.noDay(.received, "1月5日"), .noDay(.answered, "一月")]),
    (
      "2024-02-05|自然人|2024-01-20|予以公开",
      [.answeredBeforeReceived(received: day(2024, 2, 5), answered: day(2024, 1, 20))]
    ),
    ("2024-01-05||2024-01-20|予以公开", [.noApplicant]),
    ("2024-01-05|外星人|2024-01-20|予以公开", [.unknownApplicant("外星人")]),
    ("2024-01-05|自然人|2024-01-20|", [.noOutcome(answered: day(2024, 1, 20))]),
    ("2024-01-05|自然人|2024-01-20|已办", [.unknownOutcome("已办")]),
    ("2024-01-05|自然人|2024-01-20|不予公开", [.unknownOutcome("不予公开")]),
    ("2024-01-05|自然人|2024-01-20|其他处理", [.unknownOutcome("其他处理")]),
    ("2024-01-05|自然人||予以公开", [.notAnswered(outcome: "予以公开")]),
    (
      "2024-01-05|自然人|2024-01-20|办理中",
      [.openThoughAnswered(answered: day(2024, 1, 20), outcome: "办理中")]
    ),
    (
      "2024-01-05|法人或其他组织|2024-01-20|已办",
      [.unknownApplicant("法人或其他组织"), .unknownOutcome("已办")]
    ),
  ]

  @Test("lists a line that fits nowhere with all that is wrong with it", arguments: misfits)
  func lists(line: String, reasons: [Tally.Reason]) throws {
    let counted = try CountedRegister(lines: line)
    #expect(counted.tally.misfits.map(\.reasons) == [reasons])
    #expect(counted.cells.isEmpty && counted.tally.countedLines == 0)
  }

  @Test("asks once for a word, however often it stands there")
  func asksOnce() throws {
    let counted = try CountedRegister(
      lines: """
        2024-01-05|律师|2024-01-20|已办
        2024-01-06|律 师|2024-01-20|予以公开
        2024-01-07|自然人|2024-01-20|“已办”
        """)
    let asked = counted.tally.unknownWords
    #expect(asked.map(\.role) == [.applicant, .outcome])
    #expect(asked.map(\.word) == ["律师", "已办"])
    #expect(asked.map(\.lines) == [[0, 1], [0, 2]])
  }

  @Test("takes a word as it was told, also one that it knew otherwise")
  func takesWords() throws {
    let lines = """
      收到日期|申请人类型|答复日期|办理结果
      2024-01-05|律师|2024-01-20|已办
      2024-01-05|个人||转办
      2024-01-05|个人|2024-01-20|信息不存在
      """
    let counted = try CountedRegister([sheet(lines)]) { words in
      words.add("律师", forApplicant: 4)
      words.add("已办", for: .row(2))
      words.add("转办", for: .open)
      words.add("信息不存在", for: .row(13))
    }
    #expect(
      counted.cells == [
        "new.legal": [2], "granted.legal": [2], "new.natural": [3, 4],
        "carriedOut.natural": [3], "unavailableToCreate.natural": [4],
      ])
  }

  @Test("makes totals of the lines that make up their parts")
  func makesTotals() throws {
    let counted = try CountedRegister(
      lines: """
        2024-01-05|自然人|2024-01-20|予以公开
        2024-01-06|公司|2024-01-21|予以公开
        2024-01-07|公司|2024-01-22|重复申请
        2024-01-08|公司||
        """)
    func lines(_ address: String) throws -> [Int]? {
      let cell = try #require(Address(address).flatMap(counted.form.cell(at:)))
      return counted.tally.lines[cell]
    }
    #expect(try lines("applications.granted.total") == [0, 1])
    #expect(try lines("applications.handled.business") == [1, 2])
    #expect(try lines("applications.handled.total") == [0, 1, 2])
    #expect(try lines("applications.new.total") == [0, 1, 2, 3])
    #expect(try lines("applications.carriedOut.total") == [3])
    #expect(try lines("applications.carriedIn.total") == [])
    #expect(try lines("remedies.cases.reviewTotal") == nil)
  }

  @Test(
    "fills the whole table and leaves no finding in it",
    arguments: ["disclosure-2021", "disclosure-2019"])
  func fillsTheTable(form: String) throws {
    let counted = try CountedRegister(
      lines: """
        2023-12-05|自然人|2024-01-20|予以公开
        2024-01-06|公司|2024-01-21|逾期不补正
        2024-01-07|律所|2024-01-22|信访
        2024-12-08|科研单位|2025-01-02|重复申请
        """, form: form)
    let draft = counted.draft
    let table = counted.form.tables[counted.definition.table]
    #expect(table.cells.allSatisfy { draft[CellIndex($0)] != nil })
    let others = counted.form.tables.filter { $0.id != table.id }
    #expect(others.flatMap(\.cells).allSatisfy { draft[CellIndex($0)] == nil })
    let rules = Validation(draft).findings(in: draft).map(\.rule)
    #expect(!rules.contains { ["row-total", "handled-total", "balance", "kind"].contains($0) })
    #expect(counted.tally.countedLines == 4)
  }

  @Test("changes what differs, however it is written")
  func changesWhatDiffers() throws {
    let counted = try CountedRegister(lines: "2024-01-05|自然人|2024-01-20|予以公开")
    var draft = counted.draft
    #expect(counted.tally.changes(of: draft).isEmpty)
    let cell = try #require(
      Address("applications.granted.natural").flatMap(counted.form.cell(at:)))
    draft[cell] = Quantity(whole: 7)
    let changes = counted.tally.changes(of: draft)
    #expect(changes.map(\.cell) == [cell])
    #expect(changes.map(\.from) == [Quantity(whole: 7)])
    #expect(changes.map(\.to) == [Quantity(whole: 1)])
  }
}

/// A day that the calendar has.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
  guard let day = CalendarDay(year: year, month: month, day: day) else {
    preconditionFailure("No such day.")
  }
  return day
}
