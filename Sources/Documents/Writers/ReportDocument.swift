package import ReportModel

extension Document {
  /// The report of a draft, with its statutory titles, tables and wording.
  ///
  /// The tables of one section become one table, as the form prints them. A blank cell stays empty.
  package init(report draft: Draft) {
    let title = Paragraph(
      draft.title,
      bestBreak: draft.form.titleHead(organ: draft.organ.name, year: draft.year)?.count)
    var blocks: [Block] = [.heading(level: 1, title)]
    for section in draft.form.sections {
      if !section.title.isEmpty { blocks.append(.heading(level: 2, Paragraph(section.title))) }
      switch section.content {
      case .text:
        let paragraphs = draft.text(of: section.id).paragraphs.filter { !$0.isEmpty }
        blocks += paragraphs.map { .paragraph(Paragraph($0)) }
      case .tables:
        blocks += sectionTables(section, in: draft).map { .table($0) }
      }
    }
    self.init(title: draft.title, blocks: blocks)
  }
}

/// The tables of a section as they are printed: one under another in one frame where they have
/// headings, else each by itself.
private func sectionTables(_ section: Section, in draft: Draft) -> [DocumentTable] {
  let tables = Array(draft.form.tables(of: section))
  guard tables.count > 1, tables.allSatisfy({ $0.heading != nil }) else {
    return tables.map { TableWriter(table: $0, draft: draft).table(labelled: section.title) }
  }
  let writers = tables.map { TableWriter(table: $0, draft: draft) }
  let width = writers.map(\.width).max() ?? 0
  let rows = writers.flatMap { $0.headerRows(width: width) + $0.rows(width: width) }
  return [DocumentTable(label: section.title, rows: rows)]
}

/// Lays out one table of a form.
private struct TableWriter {
  typealias Row = DocumentTable.Row
  typealias Cell = DocumentTable.Cell

  let table: Table
  let draft: Draft

  /// How many columns the row labels take; none where no row has one.
  private let labelWidth: Int

  init(table: Table, draft: Draft) {
    self.table = table
    self.draft = draft
    labelWidth =
      table.rows.allSatisfy(\.label.isEmpty) ? 0 : table.rowTree.map(\.depth).max() ?? 0
  }

  var width: Int { labelWidth + table.columns.count }

  func table(labelled label: String) -> DocumentTable {
    let header = headerRows(width: width)
    return DocumentTable(
      label: label, headerRowCount: header.count, rows: header + rows(width: width))
  }

  /// The heading over the full width, and the header with the corner beside it.
  func headerRows(width: Int) -> [Row] {
    let depth = table.columnTree.map(\.depth).max() ?? 0
    var rows = Array(repeating: Row([]), count: depth)
    if labelWidth > 0, depth > 0 {
      rows[0].cells.append(
        Cell(
          table.corner ?? "", rowSpan: depth, columnSpan: labelWidth, role: .header(.column)))
    }
    for heading in table.columnTree {
      add(heading, level: 0, depth: depth, width: width, to: &rows)
    }
    guard let heading = table.heading else { return rows }
    return [Row([Cell(heading, columnSpan: width, role: .header(.columnGroup))])] + rows
  }

  private func add(
    _ heading: Heading, level: Int, depth: Int, width: Int, to rows: inout [Row]
  ) {
    let isLeaf = heading.children.isEmpty
    rows[level].cells.append(
      Cell(
        heading.label, rowSpan: isLeaf ? depth - level : 1,
        columnSpan: span(of: heading.span, width: width),
        role: .header(isLeaf ? .column : .columnGroup)))
    for child in heading.children {
      add(child, level: level + 1, depth: depth, width: width, to: &rows)
    }
  }

  /// How many columns of the frame some columns of the table take: the last takes what is left.
  private func span(of columns: Range<Int>, width: Int) -> Int {
    columns.count + (columns.upperBound == table.columns.count ? width - self.width : 0)
  }

  func rows(width: Int) -> [Row] {
    var rows = table.rows.indices.map { _ in Row([]) }
    if labelWidth > 0 {
      for heading in table.rowTree { add(heading, level: 0, to: &rows) }
    }
    for row in table.rows.indices {
      for column in table.columns.indices {
        let cell = table.cell(row: row, column: column)
        rows[row].cells.append(
          Cell(
            draft[cell]?.description ?? "", columnSpan: span(of: column..<column + 1, width: width),
            role: .figure(draft.form.address(of: cell))))
      }
    }
    return rows
  }

  private func add(_ heading: Heading, level: Int, to rows: inout [Row]) {
    let isLeaf = heading.children.isEmpty
    rows[heading.span.lowerBound].cells.append(
      Cell(
        heading.label, rowSpan: heading.span.count, columnSpan: isLeaf ? labelWidth - level : 1,
        role: .header(isLeaf ? .row : .rowGroup)))
    for child in heading.children { add(child, level: level + 1, to: &rows) }
  }
}
