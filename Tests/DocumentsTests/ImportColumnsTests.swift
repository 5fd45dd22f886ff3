import Documents
import ReportModel
import Testing

/// Tables with the columns of the form, but not only these, or not where the form has them.
@Suite("Columns in another place")
struct ImportColumnsTests {
  /// A draft in which no two cells have the same figure.
  private static func sample() throws -> Draft {
    var draft = try importReport(
      [Document(plainText: SampleReport.text)], forms: shippedForms()
    ).draft
    for position in 0..<draft.form.cellCount {
      draft[CellIndex(position)] = Quantity(typed: "\(1_000 + position)")
    }
    return draft
  }

  /// The printed tables, their columns changed; merged cells are filled, or blank but for the first.
  private static func document(
    of draft: Draft, filled: Bool, _ change: (inout [String], Range<Int>) -> Void
  ) -> Document {
    let tables = Document(report: draft).blocks.compactMap { block -> Document.Block? in
      guard case .table(let table) = block else { return nil }
      var walk = DocumentTable.Walk()
      let owned = table.rows.map { row in
        walk.owners(of: row.cells).map { table.rows[$0.row].cells[$0.cell].text }
      }
      let texts = filled ? owned : table.expandedTexts
      let first = owned.last?.firstIndex { Int($0) != nil } ?? 0
      return .table(
        DocumentTable(
          rows: texts.map { row in
            var row = row
            change(&row, first..<row.count)
            return DocumentTable.Row(row.map { DocumentTable.Cell($0, role: .words) })
          }))
    }
    let title = Document.Block.heading(
      level: 1, Paragraph("示例县园林局2024年政府信息公开工作年度报告"))
    return Document(title: "", blocks: [title] + tables)
  }

  fileprivate static func isHeader(_ row: [String]) -> Bool {
    row.allSatisfy { $0.first?.isNumber != true }
  }

  /// How the columns of a row stand other than the form's.
  enum Change: String, CaseIterable, Sendable {
    case lastFirst, turnedRound, blankBefore, blankAmong, remarksBehind, figuresBehind
    case anotherYearBesideEach

    func apply(to row: inout [String], _ columns: Range<Int>) {
      let isHeader = ImportColumnsTests.isHeader(row)
      switch self {
      case .lastFirst: row.swapAt(columns.lowerBound, columns.upperBound - 1)
      case .turnedRound: row.replaceSubrange(columns, with: Array(row[columns].reversed()))
      case .blankBefore: row.insert("", at: columns.lowerBound)
      case .blankAmong: row.insert("", at: columns.lowerBound + 1)
      case .remarksBehind: row.append(isHeader ? "备注" : "同比增加9")
      case .figuresBehind: row.append(isHeader ? "上年总数" : "9")
      case .anotherYearBesideEach:
        for column in columns.reversed() { row.insert(isHeader ? "上年" : "9", at: column + 1) }
      }
    }
  }

  @Test("are read where their header tells them", arguments: Change.allCases)
  func readsColumns(change: Change) throws {
    let draft = try Self.sample()
    let document = Self.document(of: draft, filled: true, change.apply)
    let found = try importReport([document], forms: shippedForms())
    for table in draft.form.tables where table.columns.count > 2 {
      for cell in table.cells.map({ CellIndex($0) }) {
        #expect(found.draft[cell] == draft[cell], "\(draft.form.address(of: cell))")
      }
    }
  }

  @Test("are never taken one for the other", arguments: Change.allCases, [true, false])
  func placesNothingWrong(change: Change, filled: Bool) throws {
    let draft = try Self.sample()
    for lacking in 0..<16 {
      let document = Self.document(of: draft, filled: filled) { row, columns in
        change.apply(to: &row, columns)
        // Without this one, too; the last of them is none.
        if columns.lowerBound + lacking < row.count { row.remove(at: columns.lowerBound + lacking) }
      }
      let forms = try shippedForms()
      let found: Draft
      do throws(ImportError) {
        found = try importReport([document], forms: forms).draft
      } catch {
        continue  // Refused as a whole.
      }
      for (address, value) in found.figures {
        let cell = try #require(draft.form.cell(at: address))
        #expect(draft[cell]?.description == value, "\(address), column \(lacking)")
      }
    }
  }

  @Test("that no form has are reported with what stands in them")
  func tellsStrangeColumns() throws {
    let draft = try Self.sample()
    var count = 0
    let document = Self.document(of: draft, filled: true) { row, _ in
      if !Self.isHeader(row) { count += 1 }
      row.append(Self.isHeader(row) ? "备注" : "说明\(count)")
    }
    let found = try importReport([document], forms: shippedForms())
    let told = found.report.notPlaced.filter { $0.reason == .strangeColumn }.map(\.text)
      .joined(separator: " ")
    for number in 1...2 + 28 { #expect(told.contains("说明\(number)"), "\(number)") }
  }

  /// The tables with cells that reach over borders of other rows, as where these were drawn by hand:
  /// each column is two of the grid, and a row is moved by one of them.
  @Test("are those of the cells where borders do not meet", arguments: 0..<6)
  func readsIrregularGrids(seed: Int) throws {
    let draft = try Self.sample()
    var random = seed
    let tables = Document(report: draft).blocks.compactMap { block -> Document.Block? in
      guard case .table(var table) = block else { return nil }
      for row in table.rows.indices {
        random = (random * 31 + 7) % 101
        let cells = table.rows[row].cells
        for cell in cells.indices { table.rows[row].cells[cell].columnSpan *= 2 }
        // One border among the figures stands further right, or left.
        let last = cells.count - 1
        guard last > 1, Int(cells[last].text) != nil, Int(cells[last - 1].text) != nil else {
          continue
        }
        let moved = random % 2 == 0 ? 1 : -1
        table.rows[row].cells[last].columnSpan += moved
        table.rows[row].cells[last - 1].columnSpan -= moved
      }
      return .table(table)
    }
    let title = Document.Block.heading(
      level: 1, Paragraph("示例县园林局2024年政府信息公开工作年度报告"))
    let found = try importReport(
      [Document(title: "", blocks: [title] + tables)], forms: shippedForms())
    #expect(found.draft.figures == draft.figures)
  }

  @Test("leave out a row in which one figure stands for several columns")
  func refusesMergedFigures() throws {
    let draft = try Self.sample()
    let blocks = Document(report: draft).blocks.map { block -> Document.Block in
      guard case .table(var table) = block else { return block }
      for row in table.rows.indices.suffix(2) where table.rows[row].cells.count > 6 {
        table.rows[row].cells.removeLast()
        table.rows[row].cells[table.rows[row].cells.count - 1].columnSpan = 2
      }
      return .table(table)
    }
    let found = try importReport([Document(title: "", blocks: blocks)], forms: shippedForms()).draft
    #expect(found.figures.allSatisfy { draft.figures[$0.key] == $0.value })
    let lost = Set(draft.figures.keys).subtracting(found.figures.keys).map {
      "\($0.table).\($0.row)"
    }
    #expect(Set(lost) == ["applications.handled", "applications.carriedOut", "remedies.cases"])
  }
}
