import Documents
import ReportModel
import Testing

/// Tables as other programs write them, with the figures of the sample.
@Suite("Tables written in another way")
struct ImportTablesTests {
  private static func sample() throws -> Draft {
    try importReport([Document(plainText: SampleReport.text)], forms: shippedForms()).draft
  }

  /// The printed tables of the sample, each changed.
  private static func tables(
    of draft: Draft, _ change: (DocumentTable) -> [[String]] = \.expandedTexts
  ) -> [Document.Block] {
    Document(report: draft).blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return .table(
        DocumentTable(
          rows: change(table).map { row in
            DocumentTable.Row(row.map { DocumentTable.Cell($0, role: .words) })
          }))
    }
  }

  /// The texts of a table with those of merged cells in each place that they cover.
  private static func filled(_ table: DocumentTable) -> [[String]] {
    var walk = DocumentTable.Walk()
    return table.rows.map { row in
      walk.owners(of: row.cells).map { table.rows[$0.row].cells[$0.cell].text }
    }
  }

  /// The texts with the number of the row before them.
  private static func counted(_ rows: [[String]]) -> [[String]] {
    rows.enumerated().map { ["\($0)"] + $1 }
  }

  private static let title = Document.Block.heading(
    level: 1, Paragraph("示例县园林局2024年政府信息公开工作年度报告"))

  @Test("give the same figures without titles of sections", arguments: [0, 1, 2, 3])
  func readsTablesAlone(manner: Int) throws {
    let draft = try Self.sample()
    let blocks =
      switch manner {
      case 0: Self.tables(of: draft)
      case 1: Self.tables(of: draft, Self.filled)
      case 2: Self.tables(of: draft) { Self.counted($0.expandedTexts) }
      default: Self.tables(of: draft) { Self.counted(Self.filled($0)) }
      }
    let found = try importReport(
      [Document(title: "", blocks: [Self.title] + blocks)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
    #expect(found.report.texts.isEmpty, "no figure may become text")
  }

  @Test("are read without a title where it is said whose they are")
  func readsTablesWithoutTitle() throws {
    let draft = try Self.sample()
    let document = Document(title: "", blocks: Self.tables(of: draft))
    let found = try importReport(
      [document], forms: shippedForms(), organ: "示例县园林局", year: 2024)
    #expect(found.draft.figures == draft.figures)
    #expect(throws: ImportError.noYear) {
      try importReport([document], forms: shippedForms(), organ: "示例县园林局")
    }
  }

  @Test("are those of the organ and year that the page is named after")
  func readsTitleOfPage() throws {
    let draft = try Self.sample()
    let document = Document(
      title: "示例县园林局2024年政府信息公开工作年度报告_示例县人民政府", blocks: Self.tables(of: draft))
    let found = try importReport([document], forms: shippedForms())
    #expect(found.draft.organ.name == "示例县园林局" && found.draft.year == 2024)
    #expect(found.report.year == .properties)
  }

  @Test("give the same figures where no row has its number, and tell each")
  func readsRowsWithoutNumbers() throws {
    var draft = try Self.sample()
    for position in 0..<draft.form.cellCount where draft[CellIndex(position)] == nil {
      draft[CellIndex(position)] = .zero
    }
    let blocks = Self.tables(of: draft) { table in
      table.expandedTexts.map { row in
        row.map { $0.dropFirst().first == "." && Double($0) == nil ? String($0.dropFirst(2)) : $0 }
      }
    }
    let found = try importReport(
      [Document(title: "", blocks: [Self.title] + blocks)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
    #expect(found.report.readAs.count > 10)
  }

  @Test("tell in which field of the source a figure or a blank stands, behind a column that counts")
  func tellsFields() throws {
    let draft = try Self.sample()
    let plain = try importReport(
      [Document(title: "", blocks: [Self.title] + Self.tables(of: draft))], forms: shippedForms())
    let counted = try importReport(
      [
        Document(
          title: "",
          blocks: [Self.title] + Self.tables(of: draft) { Self.counted($0.expandedTexts) })
      ], forms: shippedForms())
    #expect(counted.report.placed.map(\.field) == plain.report.placed.map { $0.field + 1 })
    #expect(counted.report.blanks.map(\.field) == plain.report.blanks.map { $0.field + 1 })
    #expect(!plain.report.placed.isEmpty && !plain.report.blanks.isEmpty)
  }

  @Test("are not robbed of figures that stand before their labels")
  func keepsFiguresBeforeLabels() throws {
    let draft = try Self.sample()
    let rows = [["0", "行政许可"], ["1", "行政处罚"], ["1", "行政强制"], ["0", "规章"]].map { row in
      DocumentTable.Row(row.map { DocumentTable.Cell($0, role: .words) })
    }
    let blocks = [Self.title, .table(DocumentTable(rows: rows))] + Self.tables(of: draft)
    let found = try importReport([Document(title: "", blocks: blocks)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
    let told = found.report.notPlaced.map(\.text) + found.draft.texts.values.flatMap(\.paragraphs)
    for row in ["0 行政许可", "1 行政处罚", "1 行政强制", "0 规章"] {
      #expect(told.contains(row), "\(row)")
    }
  }

  @Test("have no figures in a row that counts their columns", arguments: [0, 1])
  func tellsCountOfColumns(first: Int) throws {
    let draft = try Self.sample()
    let blocks = Self.tables(of: draft) { table in
      let rows = table.expandedTexts
      return rows.dropLast() + [(first..<first + rows[0].count).map(String.init)] + rows.suffix(1)
    }
    let found = try importReport(
      [Document(title: "", blocks: [Self.title] + blocks)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
  }

  @Test("leave the words before them to the text")
  func leavesWordsToText() throws {
    let draft = try Self.sample()
    let words = ["其他", "行政处罚", "本报告按条例编制。"]
    let paragraphs = words.map { Document.Block.paragraph(Paragraph($0, begins: true)) }
    let blocks = [Self.title] + paragraphs + Self.tables(of: draft)
    let found = try importReport([Document(title: "", blocks: blocks)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
    let preface = try #require(draft.form.textSections.first)
    #expect(found.draft.text(of: preface.id).paragraphs == words)
  }

  static let figures: [(written: String, value: String?)] = [
    ("零", "0"), ("〇", "0"), ("12*", "12"), ("12①", "12"), ("12 ※", "12"), ("12①②", "12"),
    ("①", nil),
    ("12*3", nil), ("约12", nil),
  ]

  @Test("hold figures with marks of notes, and zeros in words", arguments: figures)
  func readsFigure(written: String, value: String?) throws {
    let text = SampleReport.replacing("行政许可\t22件（其中网上办理16件）", with: "行政许可\t\(written)")
    #expect(text != SampleReport.text)
    let found = try importReport([Document(plainText: text)], forms: shippedForms()).draft
    let permits = try #require(Address("licensing.permits.decisions"))
    #expect(found[permits]?.description == value)
  }
}
