import FormCatalog
import ReportModel
import Testing

@testable import Documents

/// What a clipboard says about cells.
@Suite("A paste")
struct PasteTests {
  private let form: Form

  init() throws {
    form = try #require(FormCatalog.form(id: "disclosure-2021"))
  }

  private func cell(_ address: String) throws -> CellIndex {
    try #require(Address(address).flatMap { form.cell(at: $0) }, "\(address)")
  }

  private func read(_ text: String, at address: String = "applications.new.natural") throws
    -> PasteReading
  {
    PasteReading(text, for: form, at: try cell(address))
  }

  /// The figures with their addresses, one a line.
  private func placed(_ reading: PasteReading) -> [String] {
    reading.values.map { "\(form.address(of: $0.cell)) \($0.value)" }
  }

  @Test(
    "lies as a block from the cursor on",
    arguments: [
      ("one row", "1\t2\t3", ["new.natural 1", "new.business 2", "new.research 3"]),
      ("one column", "1\r\n2\r\n", ["new.natural 1", "carriedIn.natural 2"]),
      ("a column with CR", "1\r2", ["new.natural 1", "carriedIn.natural 2"]),
      (
        "a block", "1\t2\n3\t4\n",
        ["new.natural 1", "new.business 2", "carriedIn.natural 3", "carriedIn.business 4"]
      ),
      ("a blank cell", "1\t\t3", ["new.natural 1", "new.research 3"]),
      ("a blank row", "1\n\n3", ["new.natural 1", "granted.natural 3"]),
      ("thousands", "1,234\t５６", ["new.natural 1234", "new.business 56"]),
      ("units", "12件\t3 件", ["new.natural 12", "new.business 3"]),
      ("blanks between", "1 2　3", ["new.natural 1", "new.business 2", "new.research 3"]),
      ("quotes", "\"1\"\t\"2\"", ["new.natural 1", "new.business 2"]),
    ])
  func liesAsBlock(name: String, text: String, expected: [String]) throws {
    let reading = try read(text)
    #expect(placed(reading) == expected.map { "applications." + $0 })
    #expect(reading.refusals == [])
  }

  @Test("counts the lines of groups where a column was copied with them")
  func countsGroups() throws {
    let reading = try read("5\n6\n\n7\n8\n\n9")
    #expect(
      placed(reading) == [
        "applications.new.natural 5", "applications.carriedIn.natural 6",
        "applications.granted.natural 7", "applications.partial.natural 8",
        "applications.deniedStateSecret.natural 9",
      ])
  }

  @Test("lists signs that stand for no figure, and leaves their cells out")
  func listsMarks() throws {
    let reading = try read("1\t/\t-\t无\t——\t2")
    #expect(
      placed(reading) == ["applications.new.natural 1", "applications.new.other 2"])
    #expect(
      reading.marks.map { form.address(of: $0).column }
        == ["business", "research", "welfare", "legal"])
  }

  @Test(
    "refuses what has no place, and says where it stood",
    arguments: [
      ("beyond the last column", "1\t2", "applications.new.total", 1, PasteReading.Reason.outside),
      ("beyond the last row", "1\n2", "applications.carriedOut.natural", 2, .outside),
      ("words in a block", "1\n约二\n3", "applications.new.natural", 2, .noFigure),
      ("a unit of another kind", "1\n2元", "applications.new.natural", 2, .unit("元")),
    ])
  func refuses(
    name: String, text: String, address: String, line: Int, reason: PasteReading.Reason
  ) throws {
    let reading = try read(text, at: address)
    #expect(reading.refusals.map(\.lines) == [line...line])
    #expect(reading.refusals.map(\.reason) == [reason])
    #expect(!reading.values.isEmpty)
  }

  @Test("goes by the labels, wherever the cursor stands")
  func goesByLabels() throws {
    let text = """
      二、上年结转\t1\t2\t3\t4\t5\t6\t21
      三、本年度办理结果\t（一）予以公开\t\t7\t\t\t\t\t7
      一、本年新收政府信息公开申请数量\t8\t0\t0\t0\t0\t0\t8
      """
    let reading = try read(
      text, at: "applications.carriedOut.total")
    #expect(
      placed(reading).filter { $0.hasSuffix(" 7") || $0.hasSuffix(" 8") || $0.hasSuffix(" 6") } == [
        "applications.new.natural 8", "applications.new.total 8", "applications.carriedIn.other 6",
        "applications.granted.business 7", "applications.granted.total 7",
      ])
    #expect(reading.refusals == [])
  }

  @Test("goes by the names of columns where they are fewer or in another order")
  func goesByColumns() throws {
    let reading = try read(
      "项目\t总计\t自然人\n一、本年新收政府信息公开申请数量\t9\t4\n二、上年结转政府信息公开申请数量\t2\t\n",
      at: "applications.granted.other")
    #expect(
      placed(reading) == [
        "applications.new.natural 4", "applications.new.total 9", "applications.carriedIn.total 2",
      ])
    #expect(reading.refusals == [])
  }

  @Test("takes a label's row and the cursor's column where there is one figure a row")
  func takesTheCursorsColumn() throws {
    let reading = try read(
      "一、本年新收政府信息公开申请数量\t4\n二、上年结转政府信息公开申请数量\t\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t6",
      at: "applications.granted.legal")
    #expect(
      placed(reading) == ["applications.new.legal 4", "applications.partial.legal 6"])
  }

  @Test("never makes a label a figure, nor places a label that is not the form's")
  func refusesUnknownLabels() throws {
    let reading = try read("一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n合计总数\t7\t7\t7\t7\t7\t7\t42")
    #expect(reading.values.count == 7)
    #expect(reading.refusals.map(\.reason) == [.unknownLabel])
    #expect(reading.refusals.map(\.lines) == [2...2])
  }

  @Test("reads a page that gives each cell a line of its own")
  func readsCellsInLines() throws {
    let reading = try read(
      "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n二、上年结转政府信息公开申请数量\n2\n0\n0\n0\n0\n0\n2")
    #expect(reading.values.count == 14)
    #expect(placed(reading).first == "applications.new.natural 1")
    // With cells missing nobody can tell which.
    let torn = try read("一、本年新收政府信息公开申请数量\n1\n0\n1")
    #expect(torn.values == [])
    #expect(torn.refusals.map(\.reason) == [.figureCount(found: 3, expected: 7)])
  }

  @Test(
    "reads every table of a form back from what the form itself copies", arguments: ["\n", "\r\n"])
  func readsOwnTables(lineEnd: String) throws {
    for table in form.tables where table.rows.allSatisfy({ !$0.label.isEmpty }) {
      var figure = 0
      let lines = table.rows.map { row in
        let figures = table.columns.map { _ in
          figure += 1
          return String(figure)
        }
        return ([row.label] + figures).joined(separator: "\t")
      }
      let corner = CellIndex(table.cells.lowerBound)
      let reading = PasteReading(lines.joined(separator: lineEnd), for: form, at: corner)
      #expect(reading.values.map(\.value.description) == (1...table.cells.count).map(String.init))
      #expect(reading.values.map(\.cell.position) == Array(table.cells), "\(table.id)")
      #expect(reading.refusals == [], "\(table.id)")
    }
  }

  @Test("reads anything without a trap", arguments: UInt64(1)...50)
  func readsAnything(seed: UInt64) throws {
    var random = Generator(seed)
    let pieces = [
      "\t", "\n", "\r\n", "\r", "\"", "1", "２", "1,234", "/", "无", " ", "　", "一、本年新收", "总计", "自然人",
      "（一）予以公开", "件", "万元", "三、本年度办理结果", "（", "）", "-", "0", "\u{2028}", "e\u{301}",
      "99999999999999999",
    ]
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 0..<60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let cell = CellIndex(Int.random(in: 0..<form.cellCount, using: &random))
      let reading = PasteReading(text, for: form, at: cell)
      #expect(reading.values.map(\.cell) == reading.values.map(\.cell).sorted())
      #expect(Set(reading.values.map(\.cell)).isDisjoint(with: reading.marks))
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
