import Documents
import FormCatalog
import ReportModel
import Testing

@testable import Formats

@Suite("A report as a workbook")
struct XlsxTests {
  /// What each filled cell of the form stands as, by its address.
  private func figures(of draft: Draft) throws -> [Address: ReadSheet.Cell] {
    let sheets = try ReadSheet.sheets(of: draft.xlsx(.final))
    var figures: [Address: ReadSheet.Cell] = [:]
    var tables: [DocumentTable] = []
    for case .table(let table) in Document(report: draft).blocks { tables.append(table) }
    for (sheet, table) in zip(sheets.dropFirst(), tables) {
      for (number, row) in TableGrid(table).rows.enumerated() {
        for place in row {
          guard case .cell(let cell) = place.content, case .figure(let address?) = cell.role
          else { continue }
          let name = Workbook.Place(row: number + 1, column: place.column).description
          figures[address] = sheet.cells[name]
        }
      }
    }
    return figures
  }

  @Test("has every figure as a number, as it was typed", arguments: FormCatalog.shippedIDs)
  func numbers(form: String) throws {
    var draft = try Samples.draft(form: form)
    let typed = ["1.50", "0.10", "72701.2578", "9.95", "-3", "123456789012345", "0.000001", "0"]
    for (position, text) in typed.enumerated() {
      draft[CellIndex(position)] = Quantity(typed: text)
    }
    let figures = try figures(of: draft)
    #expect(figures.count == draft.form.cellCount)
    for (address, cell) in figures {
      let figure = try #require(draft[address])
      let text = figure.description
      #expect(Double(cell.value ?? "") == Double(text), "\(address)")
      let fraction = text.split(separator: ".").dropFirst().first
      #expect(cell.format == "0" + (fraction.map { "." + $0.map { _ in "0" }.joined() } ?? ""))
    }
  }

  @Test("leaves a blank blank")
  func blank() throws {
    var draft = try Samples.draft()
    for position in stride(from: 0, to: draft.form.cellCount, by: 2) {
      draft[CellIndex(position)] = nil
    }
    for (address, cell) in try figures(of: draft) {
      #expect((cell.value == nil) == (draft[address] == nil))
      #expect(cell.value != nil || cell.formula == nil)
    }
  }

  @Test("has totals as sums that come to what the draft says")
  func totals() throws {
    let draft = try Samples.draft()
    let figures = try figures(of: draft)
    for position in 0..<draft.form.cellCount {
      let cell = CellIndex(position)
      let address = draft.form.address(of: cell)
      let read = try #require(figures[address])
      #expect((read.formula != nil) == draft.form.isTotal(cell), "\(address)")
      #expect(read.value == draft[cell]?.description)
    }
    #expect(figures.values.contains { $0.formula == "SUM(D5:I5)" })
  }

  @Test("never makes a wrong total right: it stays a number, and is coloured")
  func wrongTotal() throws {
    var draft = try Samples.draft()
    let position = try #require(
      (0..<draft.form.cellCount).first { draft.form.isTotal(CellIndex($0)) })
    draft[CellIndex(position)] = Quantity(whole: 777)
    let address = draft.form.address(of: CellIndex(position))
    let read = try #require(try figures(of: draft)[address])
    #expect(read.formula == nil)
    #expect(read.value == "777")
    let conditions = draft.workbook(.final).sheets.flatMap(\.conditions)
    #expect(!conditions.isEmpty)
    for relation in draft.form.relations where !relation.namesPrevious {
      #expect(conditions.count { $0.severity == draft.form.rules[relation.rule].severity } > 0)
    }
  }

  @Test("compares exactly the cells of a relation")
  func conditions() throws {
    let draft = try Samples.draft()
    let formulas = draft.workbook(.final).sheets.flatMap(\.conditions).map(\.formula)
    #expect(
      formulas.contains(
        "=AND(COUNT($D$5:$I$5,$J$5)=7,ROUND(SUM($D$5:$I$5)-SUM($J$5),6)<>0)"))
    let sheets = try ReadSheet.sheets(of: draft.xlsx(.final))
    #expect(sheets.flatMap { $0.xml.all("cfRule") }.count == formulas.count)
  }

  @Test("calculates no sum from itself")
  func circles() throws {
    // Two cells that are each the total of the other: both stay numbers.
    let shipped = try #require(FormCatalog.form(id: "disclosure-2021"))
    let form = Form(
      id: "circle", name: shipped.name, reportTitle: shipped.reportTitle, basis: "",
      firstYear: nil, lastYear: nil, sections: shipped.sections, tables: shipped.tables,
      rules: shipped.rules,
      relations: [
        Relation(
          rule: 0, left: [CellIndex(0), CellIndex(1)], comparison: .equal,
          right: [CellIndex(2)]),
        Relation(
          rule: 0, left: [CellIndex(2), CellIndex(1)], comparison: .equal,
          right: [CellIndex(0)]),
      ], source: shipped.definition)
    var draft = Draft(form: form, carriesForm: true, organ: Organ(name: "示例局"), year: 2024)
    for position in 0..<3 { draft[CellIndex(position)] = .zero }
    let contents = draft.workbook(.final).sheets.flatMap(\.cells).map(\.content)
    #expect(contents.count { $0 == .number(.zero) } == 3)
  }

  @Test("is printed on A4 across, with its header on every page, and scrolls below it")
  func page() throws {
    for sheet in try ReadSheet.sheets(of: Samples.draft().xlsx(.final)).dropFirst() {
      let page = try #require(sheet.xml.all("pageSetup").first)
      #expect(page["paperSize"] == "9")
      #expect(page["orientation"] == "landscape")
      #expect(page["fitToHeight"] == "0")
      #expect(sheet.xml.all("pane").first?["state"] == "frozen")
      #expect(!sheet.xml.all("mergeCell").isEmpty)
    }
    let names = try element("xl/workbook.xml", of: Samples.draft().xlsx(.final)).all("definedName")
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0["name"] == "_xlnm.Print_Titles" })
  }

  @Test("reads back as the whole report", arguments: FormCatalog.shippedIDs)
  func readBack(form: String) throws {
    let draft = try Samples.draft(form: form)
    let sheets = try ReadSheet.sheets(of: draft.xlsx(.final))
    let document = Document(title: "", blocks: sheets.map { .table($0.table) })
    let forms = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
    let read = try importReport([document], forms: forms)
    #expect(read.draft.organ == draft.organ)
    #expect(read.draft.year == draft.year)
    #expect(read.draft.texts == draft.texts)
    for position in 0..<draft.form.cellCount {
      #expect(read.draft[CellIndex(position)] == draft[CellIndex(position)])
    }
    #expect(read.report.notPlaced == [])
  }

  @Test("is the same bytes each time")
  func repeated() throws {
    let file = try Samples.draft().xlsx(.draft)
    #expect(try Samples.draft().xlsx(.draft) == file)
  }

  @Test("shows every text as text", arguments: Samples.hostile)
  func hostile(text: String) throws {
    var draft = try Samples.draft()
    draft.organ.name = String(text.prefix(200))
    for section in draft.form.textSections { draft.setText(Prose(text), of: section.id) }
    let sheet = try ReadSheet.sheets(of: draft.xlsx(.draft))[0]
    let shown = sheet.table.rows.map { $0.cells.map(\.text).joined() }.joined(separator: "\n")
    for paragraph in Prose(text).paragraphs {
      let isShown = shown.replacing("\n", with: "").contains(harmless(paragraph))
      #expect(isShown, "\(paragraph.prefix(40))")
    }
    #expect(sheet.xml.all("f").isEmpty)
  }

  @Test(
    "gives sheets names that Excel takes",
    arguments: [
      (["表", "表"], ["表", "表(2)"]), (["a/b:c*?[d]\\"], ["abcd"]), ([""], ["表"]),
      (["'名'"], ["名"]), (["History"], ["History(2)"]), (["Ab", "aB"], ["Ab", "aB(2)"]),
      (
        [String(repeating: "长", count: 40), String(repeating: "长", count: 40)],
        [String(repeating: "长", count: 31), String(repeating: "长", count: 28) + "(2)"]
      ),
    ] as [([String], [String])])
  func names(wished: [String], given: [String]) {
    var names = SheetNames()
    #expect(wished.map { names.name($0) } == given)
  }
}
