import FormCatalog
import JSONText
import ReportModel
import Storage
import Testing

@Suite("Last year's report")
struct PreviousYearTests {
  private func form(_ id: String) throws -> Form { try #require(FormCatalog.form(id: id)) }

  private func draft(_ id: String, year: Int, cells: [String: Int64]) throws -> Draft {
    let form = try form(id)
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲局"), year: year)
    for (address, figure) in cells { draft[try cell(address, form)] = Quantity(whole: figure) }
    return draft
  }

  private func cell(_ address: String, _ form: Form) throws -> CellIndex {
    try #require(Address(address).flatMap { form.cell(at: $0) }, "\(address)")
  }

  @Test("comes back from the draft file byte for byte, unknown keys included")
  func comesBack() throws {
    let members = """
      "previous":{"year":2022,"form":"disclosure-2021","organ":"甲局","source":"旧.json",\
      "cells":{"charges":{"fees":{"amount":1.50,"tip":1}},"robots":null},\
      "texts":{"overview":"一\\n二","appendix":[]},"verified":{"by":"乙"}}
      """
    let source = Array(source(with: members).utf8)
    let draft = try DraftFile.draft(reading: source)
    let previous = try #require(draft.previous)
    #expect(previous.year == 2022)
    #expect(previous.organ == "甲局")
    #expect(previous.source == "旧.json")
    #expect(previous.texts["overview"]?.paragraphs == ["一", "二"])
    #expect(previous[try cell("charges.fees.amount", draft.form)]?.description == "1.50")
    let written = DraftFile.bytes(of: draft)
    #expect(
      try JSON(reading: written)["previous"]
        == (try JSON(reading: source))["previous"]?.withSortedKeys)
    let again = try DraftFile.draft(reading: written)
    #expect(again == draft)
    #expect(DraftFile.bytes(of: again) == written)
  }

  @Test("is compared by address, so what the other edition alone has is dropped")
  func isComparedByAddress() throws {
    var old = try draft(
      "disclosure-2019", year: 2020,
      cells: ["applications.carriedOut.total": 3, "licensing.services.decisions": 5])
    old.setText(Prose("去年的总体情况"), of: "overview")
    let form = try form("disclosure-2021")
    let previous = PreviousYear(old, source: "2020.txt", on: form)
    #expect(previous.form == "disclosure-2019")
    #expect(previous.year == 2020)
    #expect(previous.organ == "甲局")
    #expect(previous[try cell("applications.carriedOut.total", form)] == Quantity(whole: 3))
    #expect(previous[try cell("applications.carriedOut.natural", form)] == nil)
    #expect(previous.texts.keys.sorted() == ["overview"])
    let known = (0..<form.cellCount).filter { previous[CellIndex($0)] != nil }
    #expect(known.count == 1)
  }

  @Test("is absent from the file while it is not known, and is no difference of figures")
  func isAbsentWhileUnknown() throws {
    let plain = try draft("disclosure-2021", year: 2021, cells: [:])
    #expect(!String(decoding: DraftFile.bytes(of: plain), as: UTF8.self).contains("previous"))
    var other = plain
    other.previous = PreviousYear(plain, source: "a", on: plain.form)
    #expect(other != plain)
    #expect(Difference(from: plain, to: other).isEmpty)
    other.previous = nil
    #expect(other == plain)
  }
}
