package import Documents

/// A table as a file has it, whose cells may hold anything.
struct RawTable {
  /// A cell; it stands where its row has the first free place, as in HTML.
  struct Cell {
    var blocks: [Document.Block]
    var rowSpan = 1
    var columnSpan = 1

    /// The paragraphs in one line.
    ///
    /// A blank keeps figures apart; in labels it counts for nothing.
    var text: String {
      blocks.compactMap { block in
        switch block {
        case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.text
        case .table: nil
        }
      }.joined(separator: " ")
    }
  }

  /// How far a cell may span: more is a mistake, and would cost memory.
  static let columnSpanLimit = 60
  static let rowSpanLimit = 500

  var rows: [[Cell]] = []

  /// What the table is for a reader: a table, or what it only lays out, with prose taken out of rows
  /// that have nothing else.
  var blocks: [Document.Block] {
    if isLayout { return rows.flatMap { $0.flatMap(\.blocks) } }
    var blocks: [Document.Block] = []
    var table = DocumentTable(rows: [])
    var covered = 0
    for row in rows {
      if covered == 0, row.count == 1, isProse(row[0]) {
        if !table.rows.isEmpty { blocks.append(.table(table)) }
        table.rows = []
        blocks += row[0].blocks
      } else {
        table.rows.append(DocumentTable.Row(row.map(cell)))
      }
      covered = max(0, covered - 1, (row.map(\.rowSpan).max() ?? 1) - 1)
    }
    if !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  private func cell(_ cell: Cell) -> DocumentTable.Cell {
    DocumentTable.Cell(
      cell.text, rowSpan: min(max(1, cell.rowSpan), Self.rowSpanLimit),
      columnSpan: min(max(1, cell.columnSpan), Self.columnSpanLimit), role: .figure(nil))
  }

  /// Whether the table only says where on a page something stands.
  private var isLayout: Bool {
    let cells = rows.joined()
    return cells.contains { cell in
      cell.blocks.count > 12
        || cell.blocks.contains { block in
          switch block {
          case .table: true
          case .heading, .paragraph: false
          }
        }
    }
  }

  private func isProse(_ cell: Cell) -> Bool { cell.blocks.count > 1 || cell.text.count > 60 }
}

extension Document {
  /// The document of a file that knows its paragraphs, with all of them and all rows numbered for
  /// the report of what was read.
  package func numbered() -> Document {
    var document = self
    var (line, tables) = (0, 0)
    document.blocks = blocks.map { block in
      switch block {
      case .heading(let level, var paragraph):
        line += 1
        paragraph.line = line
        paragraph.begins = true
        if paragraph.spot == nil { paragraph.spot = Spot() }
        return .heading(level: level, paragraph)
      case .paragraph(var paragraph):
        line += 1
        paragraph.line = line
        paragraph.begins = true
        if paragraph.spot == nil { paragraph.spot = Spot() }
        return .paragraph(paragraph)
      case .table(var table):
        tables += 1
        for row in table.rows.indices {
          line += 1
          table.rows[row].line = line
          if table.rows[row].spot == nil {
            table.rows[row].spot = Spot(table: tables, row: row + 1)
          }
        }
        return .table(table)
      }
    }
    document.furniture = furniture.map { paragraph in
      var paragraph = paragraph
      if paragraph.spot == nil { paragraph.spot = Spot() }
      return paragraph
    }
    return document
  }
}
