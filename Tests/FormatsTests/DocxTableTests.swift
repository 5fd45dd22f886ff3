import Documents
import ReportModel
import Testing

@testable import Formats

@Suite("A table in a file of Word")
struct DocxTableTests {
  private func tables(form: String) throws -> [XMLElement] {
    let document = Document(report: try Samples.draft(form: form))
    return try element("word/document.xml", of: document.docx(.final)).all("tbl")
  }

  @Test("fits the width of the text", arguments: ["disclosure-2021", "disclosure-2019"])
  func width(form: String) throws {
    for table in try tables(form: form) {
      let grid = try #require(table.child("tblGrid")).children.compactMap { Int($0["w"] ?? "") }
      #expect(grid.reduce(0, +) == 8844)
      #expect(grid.allSatisfy { $0 > 300 })
      for row in table.children("tr") {
        var column = 0
        for cell in row.children("tc") {
          let span = Int(cell.all("gridSpan").first?["val"] ?? "1") ?? 0
          let width = grid[column..<column + span].reduce(0, +)
          #expect(cell.all("tcW").first?["w"] == "\(width)")
          #expect(cell.children.last?.name == "p")
          column += span
        }
        #expect(column == grid.count)
      }
    }
  }

  @Test("repeats its header on every page, and breaks no row")
  func rows() throws {
    let document = Document(report: try Samples.draft())
    let counts = document.blocks.compactMap { block -> Int? in
      if case .table(let table) = block { table.headerRowCount } else { nil }
    }
    for (table, count) in zip(try tables(form: "disclosure-2021"), counts) {
      let rows = table.children("tr")
      #expect(rows.map { !$0.all("tblHeader").isEmpty } == rows.indices.map { $0 < count })
      #expect(rows.allSatisfy { !$0.all("cantSplit").isEmpty })
    }
  }

  @Test("merges cells over rows from the first to the last")
  func merged() throws {
    let table = try tables(form: "disclosure-2021")[1]
    var merges = 0
    let starts = table.children("tr").map { row in
      row.children("tc").compactMap { $0.all("vMerge").first?["val"] }.count
    }
    let goesOn = table.children("tr").map { row in
      row.children("tc").count { cell in
        cell.all("vMerge").first.map { $0["val"] == nil } ?? false
      }
    }
    merges = starts.reduce(0, +)
    // 角 and 总计 of the header, 自然人; 三 and its five groups of rows.
    #expect(merges >= 8)
    #expect(goesOn.reduce(0, +) > merges)
  }

  @Test(
    "takes any spans", arguments: [(1, 1), (0, 0), (9, 1), (1, 9), (1 << 30, 1 << 30), (-5, -5)])
  func spans(rows: Int, columns: Int) throws {
    func cell(_ text: String) -> DocumentTable.Cell {
      DocumentTable.Cell(text, rowSpan: rows, columnSpan: columns, role: .figure(nil))
    }
    let table = DocumentTable(
      headerRowCount: 7,
      rows: [
        DocumentTable.Row([cell("a"), cell("b")]), DocumentTable.Row([]),
        DocumentTable.Row([cell("c"), cell("d"), cell("e")]),
      ])
    let grid = TableGrid(table)
    for row in grid.rows {
      var end = 0
      for place in row {
        #expect(place.column == end)
        end += place.columnSpan
      }
      #expect(end == grid.width)
    }
  }
}
