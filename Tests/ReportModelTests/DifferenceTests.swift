import ReportModel
import Testing

@Suite("The difference of two drafts")
struct DifferenceTests {
  @Test("is empty between a draft and itself")
  func isEmpty() throws {
    let draft = Draft.agreeing(try shipped("disclosure-2021"))
    #expect(Difference(from: draft, to: draft).isEmpty)
  }

  @Test(
    "lists a cell whose value differs, however it is written",
    arguments: [
      ("1", "2", true), ("1.50", "1.5", false), ("0", nil, true), (nil, "0", true),
      (nil, nil, false), ("3", "3", false),
    ] as [(String?, String?, Bool)])
  func listsCells(old: String?, new: String?, differs: Bool) throws {
    let address = "remedies.cases.reviewTotal"
    let draft = Draft.agreeing(try shipped("disclosure-2021"))
    let (from, to) = (try draft.with([address: old]), try draft.with([address: new]))
    let cells = Difference(from: from, to: to).cells
    #expect(cells.map(\.address.description) == (differs ? [address] : []))
    #expect(cells.map { $0.from?.description } == (differs ? [old] : []))
    #expect(cells.map { $0.to?.description } == (differs ? [new] : []))
  }

  @Test("lists texts, the organ, the year and the form")
  func listsTheRest() throws {
    let old = Draft.agreeing(try shipped("disclosure-2021"))
    var new = Draft.agreeing(try shipped("disclosure-2019"))
    new.organ[.level] = "city"
    new.organ.name = "乙"
    new.year = 2020
    new.setText(old.text(of: "preface"), of: "preface")
    new.setText(Prose("一\n二"), of: "overview")
    let difference = Difference(from: old, to: new)
    #expect(difference.texts.map(\.section) == ["overview"])
    #expect(difference.texts.first?.to?.paragraphs == ["一", "二"])
    #expect(difference.organ.map(\.key) == ["name", "level", "year", "form"])
    #expect(difference.organ.map { $0.from ?? "-" } == ["甲", "-", "2023", "disclosure-2021"])
    let shared = "applications.new.total"
    #expect(!difference.cells.contains { $0.address.description == shared })
    #expect(
      difference.cells.contains { $0.address.description == "licensing.permits.change" })
    #expect(difference.cells.last?.from == nil)
  }
}
