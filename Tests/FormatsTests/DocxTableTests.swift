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

  @Test("leaves no heading at the end of a page without the row below it")
  func keepsHeadings() throws {
    let rows = try tables(form: "disclosure-2021")[0].children("tr")
    let kept = rows.map { !$0.all("keepNext").isEmpty }
    let figures = rows.map { row in row.all("t").contains { Int($0.text) != nil } }
    #expect(kept.contains(true) && zip(kept, figures).allSatisfy { $0 != $1 })
    let page = Document(report: try Samples.draft()).html(.final)
    #expect(page.contains("<tr class=\"begins\">\n<th scope=\"colgroup\" colspan=\"4\">第二十条"))
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

@Suite("A table of words")
struct WordTableTests {
  /// A thread of two remarks beside one place, and hostile words.
  private var document: Document {
    typealias Cell = DocumentTable.Cell
    let table = DocumentTable(
      label: "批注", headerRowCount: 1,
      rows: [
        DocumentTable.Row(["序号", "位置", "批注"].map { Cell($0, role: .header(.column)) }),
        DocumentTable.Row([
          Cell("1", rowSpan: 2, role: .figure(nil)),
          Cell("一、总体情况", rowSpan: 2, role: .words), Cell("<b>请|核对</b>", role: .words),
        ]),
        DocumentTable.Row([Cell("已核对，台账与表格一致，没有出入", role: .words)]),
      ])
    return Document(title: "审核单", blocks: [.table(table)])
  }

  @Test("has words at the left of its cells in Word, with room for the long ones")
  func docx() throws {
    let table = try #require(
      try element("word/document.xml", of: document.docx(.final)).all("tbl").first)
    let rows = table.children("tr").map { $0.children("tc") }
    #expect(rows.map { $0.map { $0.all("jc").first?["val"] } }[1] == [nil, "left", "left"])
    let styles = try element("word/styles.xml", of: document.docx(.final)).children("style")
    for style in styles where style["styleId"]?.hasPrefix("TableText") ?? false {
      #expect(style.all("jc").first?["val"] == "center")
    }
    #expect(rows[1][0].all("pStyle").first?["val"] == "TableText")
    #expect(rows[1][2].fullText == "<b>请|核对</b>")
    #expect(rows[2].map { $0.all("vMerge").isEmpty } == [false, false, true])
    let widths = try #require(table.child("tblGrid")).children.compactMap { Int($0["w"] ?? "") }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test("shows words as words in HTML and Markdown")
  func text() {
    let html = document.html(.final)
    #expect(html.contains("<td class=\"words\">&lt;b&gt;请|核对&lt;/b&gt;</td>"))
    #expect(html.contains("<td class=\"words\" rowspan=\"2\">一、总体情况</td>"))
    let markdown = String(decoding: document.markdown(.final), as: UTF8.self)
    #expect(markdown.contains(#"| 1 | 一、总体情况 | \<b\>请\|核对\</b\> |"#))
  }
}
