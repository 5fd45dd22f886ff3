import Documents

/// Joins lines into paragraphs, over the ends of pages too.
struct PDFParagraphs {
  private(set) var blocks: [Document.Block] = []
  private var ordinal = 0
  private var open: Open?

  /// The last line of a paragraph that may go on.
  private struct Open {
    var line: PDFLine
    var page: Int
  }

  /// The edges between which the text of a page stands.
  struct Margins: Equatable {
    var left: Double
    var right: Double
  }

  /// Takes the next line of a page.
  mutating func add(_ line: PDFLine, page: Int, margins: Margins) {
    if let open, continues(open, line, page: page, margins) {
      append(line.text)
    } else {
      ordinal += 1
      // Behind a line that is not full, or one that ends a page, only the indent tells.
      let begins = isIndent(line.box.left - margins.left, of: line.letterHeight)
      let paragraph = Paragraph(line.text, line: ordinal, spot: Spot(page: page), begins: begins)
      blocks.append(.paragraph(paragraph))
    }
    let isFull = line.box.right > margins.right - 2 * line.letterHeight
    let isProse = !line.isRow || line.isStretched(to: margins.right)
    open = isFull && isProse ? Open(line: line, page: page) : nil
  }

  /// How a table stands to what ended the page before.
  enum Following {
    case nothing
    /// A table, whose columns are others.
    case table
    /// A table with the same columns.
    case alignedTable
  }

  /// Takes a table; one that goes on from the page before is the same table, and gives back the rows
  /// that only repeat its heading.
  mutating func add(_ table: DocumentTable, _ following: Following) -> [DocumentTable.Row] {
    open = nil
    var table = table
    for row in table.rows.indices { table.rows[row].line = nextOrdinal() }
    guard following != .nothing, case .table(var last)? = blocks.last else {
      blocks.append(.table(table))
      return []
    }
    let count = last.countOfRepeatedRows(in: table)
    guard count > 0 || following == .alignedTable else {
      blocks.append(.table(table))
      return []
    }
    let repeated = Array(table.rows.prefix(count))
    table.rows.removeFirst(count)
    if let first = table.rows.first, last.join(first, isAligned: following == .alignedTable) {
      // The row stays, without its words: cells that begin in it may reach further down.
      for cell in first.cells.indices { table.rows[0].cells[cell].text = "" }
    }
    last.rows += table.rows
    blocks[blocks.count - 1] = .table(last)
    return repeated
  }

  /// A number among the paragraphs and rows for what is none of them.
  mutating func nextOrdinal() -> Int {
    ordinal += 1
    return ordinal
  }

  private func continues(_ open: Open, _ line: PDFLine, page: Int, _ margins: Margins) -> Bool {
    let height = min(open.line.letterHeight, line.letterHeight)
    guard !line.isRow, line.box.left < margins.left + height,
      max(open.line.letterHeight, line.letterHeight) < height * 1.4,
      !(open.line.text.hasSuffix("。") && beginsSection(line.text))
    else { return false }
    guard open.page == page else { return page == open.page + 1 }
    return line.box.top - open.line.box.bottom < 1.5 * height
  }

  /// Whether a line begins with the number of a section, as 六、 does.
  private func beginsSection(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    let number = scalars.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
    return !number.isEmpty && scalars.dropFirst(number.count).first == "、"
  }

  private mutating func append(_ text: String) {
    guard case .paragraph(var paragraph)? = blocks.last else { return }
    paragraph.text = joined(paragraph.text, text)
    blocks[blocks.count - 1] = .paragraph(paragraph)
  }
}
