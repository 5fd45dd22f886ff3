import FormCatalog
import ReportModel
import Testing

@Suite("Some cells of a form as a form of their own")
struct FormExcerptTests {
  private func excerpt(of names: [String], form id: String = "disclosure-2021") throws -> (
    excerpt: FormExcerpt, whole: Form
  ) {
    let form = try #require(FormCatalog.form(id: id))
    let cells = try names.flatMap { try form.cells(at: #require(form.place(named: $0))) }
    return (try FormExcerpt(of: form, cells: Set(cells)), form)
  }

  /// The addresses that the cells of an excerpt stand for, in its order.
  private func addresses(_ excerpt: FormExcerpt, _ whole: Form) -> [String] {
    excerpt.cells.map { whole.address(of: $0).description }
  }

  @Test("keeps a table as it is", arguments: ["disclosure-2021", "disclosure-2019"])
  func wholeTables(_ id: String) throws {
    let whole = try #require(FormCatalog.form(id: id))
    for table in whole.tables {
      let excerpt = try FormExcerpt(of: whole, cells: Set(table.cells.map(CellIndex.init)))
      #expect(excerpt.cells == table.cells.map(CellIndex.init))
      let only = try #require(excerpt.form.tables.first)
      #expect(excerpt.form.tables.count == 1)
      #expect(only.columnTree == table.columnTree && only.rowTree == table.rowTree)
      #expect(only.rows == table.rows && only.columns == table.columns)
      #expect(excerpt.form.relations.isEmpty && excerpt.form.textSections.isEmpty)
    }
  }

  @Test("has exactly the cells that were chosen, in the order of the form")
  func chosenCells() throws {
    let (excerpt, whole) = try excerpt(of: [
      "remedies.cases.afterTotal", "documents.rules", "remedies.cases.reviewUpheld",
      "documents.normative.issued",
    ])
    #expect(
      addresses(excerpt, whole) == [
        "documents.rules.issued", "documents.rules.repealed", "documents.rules.effective",
        "documents.normative.issued", "remedies.cases.reviewUpheld", "remedies.cases.afterTotal",
      ])
    #expect(excerpt.form.tables.map { $0.rows.count * $0.columns.count } == [3, 1, 2])
    #expect(excerpt.form.cellCount == excerpt.cells.count)
    let remedies = try #require(excerpt.form.tables.last)
    #expect(remedies.columns.map(\.groups) == [["行政复议"], ["行政诉讼", "复议后起诉"]])
  }

  @Test("keeps the order of the rows where their columns are not the same")
  func keepsOrder() throws {
    let names = [
      "applications.new.total", "applications.carriedIn", "applications.carriedOut.total",
    ]
    let (excerpt, whole) = try excerpt(of: names)
    #expect(excerpt.cells == excerpt.cells.sorted())
    #expect(addresses(excerpt, whole).last == "applications.carriedOut.total")
    #expect(excerpt.form.tables.count == 3)
  }

  @Test("is read again as the same form")
  func isAForm() throws {
    let (excerpt, _) = try excerpt(of: ["applications", "documents.rules.issued"])
    #expect(try FormCatalog.form(definition: excerpt.form.definition) == excerpt.form)
  }
}
