import Documents
private import Glibc
import ReportModel
import Storage
import Testing

@Suite("A report as HTML")
struct HTMLTests {
  private func sample() throws -> Draft {
    let document = Document(plainText: SampleReport.text)
    return try importReport([document], forms: shippedForms()).draft
  }

  @Test func isTheSamePageAsEver() throws {
    let path = #filePath.replacing("HTMLTests.swift", with: "Golden/sample.html")
    let html = Document(report: try sample()).html(.final)
    if getenv("RECORD_GOLDEN") != nil {
      let file = try #require(fopen(path, "w"))
      fputs(html, file)
      fclose(file)
    }
    #expect(html == String(decoding: try readFile(at: path, limit: 1 << 24), as: UTF8.self))
  }

  @Test(arguments: ["disclosure-2021", "disclosure-2019"])
  func showsEveryFigureUnderItsLabels(form id: String) throws {
    let form = try #require(try shippedForms().first { $0.id == id })
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例局"), year: 2024)
    for position in 0..<form.cellCount where position % 7 != 3 {
      draft[CellIndex(position)] = Quantity(whole: Int64(1000 + position))
    }
    let grids = TableGrid.tables(in: Document(report: draft).html(.final))
    #expect(grids.count == 3)
    var seen: Set<String> = []
    for grid in grids {
      #expect(Set(grid.rows.map(\.count)).count == 1)
      for row in grid.rows {
        for (column, cell) in row.enumerated() where !cell.isHeader {
          let name = try #require(cell.address)
          let address = try #require(Address(name))
          #expect(cell.text == draft[address]?.description ?? "")
          seen.insert(name)
          let place = form.place(of: try #require(form.cell(at: address)))
          let line = place.table.rows[place.row]
          let labels = row.filter(\.isHeader).map(\.text)
          #expect((line.groups + [line.label]).allSatisfy { labels.contains($0) || $0.isEmpty })
          let above = grid.rows.map { $0[column] }.filter(\.isHeader).map(\.text)
          let heading = place.table.columns[place.column]
          #expect((heading.groups + [heading.label]).allSatisfy { above.contains($0) })
        }
      }
    }
    #expect(seen.count == form.cellCount)
  }

  @Test func showsTextsAsTextAndNeverAsMarkup() throws {
    var draft = try sample()
    draft.setText(Prose("<script>alert(\"1\")</script>&amp;\u{0}\u{1B}[31m\u{202E}尾"), of: "other")
    draft.organ.name = "<b>局</b>"
    let html = Document(report: draft).html(.final)
    #expect(
      html.contains("<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;[31m尾</p>"))
    #expect(html.contains("<title>&lt;b&gt;局&lt;/b&gt;2024年"))
    #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func marksADraftAndOnlyADraft() throws {
    let document = Document(report: try sample())
    #expect(document.html(.draft).contains("<p class=\"draft\">草稿</p>"))
    #expect(!document.html(.final).contains("草稿"))
  }

  @Test func isReadBackAsItWasWritten() throws {
    let draft = try sample()
    let result = try importReport([Document(report: draft)], forms: shippedForms())
    #expect(result.draft.figures == draft.figures)
    #expect(result.draft.texts == draft.texts)
    #expect(result.draft.organ == draft.organ)
    #expect(result.report.notPlaced == [])
  }
}
