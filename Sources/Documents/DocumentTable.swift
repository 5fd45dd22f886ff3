package import ReportModel

/// A table of cells that may span rows and columns.
package struct DocumentTable: Equatable, Sendable {
  /// What a header cell is the header of.
  package enum Scope: String, Equatable, Sendable {
    case column = "col"
    case columnGroup = "colgroup"
    case row
    case rowGroup = "rowgroup"
  }

  /// What a cell is for.
  package enum Role: Equatable, Sendable {
    case header(Scope)
    /// A figure, with its place in the form where that is known.
    case figure(Address?)
    /// Words that are read line by line.
    case words
  }

  /// One cell; it stands where its row has the first free place, as in HTML.
  package struct Cell: Equatable, Sendable {
    package var text: String
    package var rowSpan: Int
    package var columnSpan: Int
    package var role: Role

    package init(_ text: String, rowSpan: Int = 1, columnSpan: Int = 1, role: Role) {
      self.text = text
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.role = role
    }
  }

  /// One row of cells with the line of the source it came from.
  package struct Row: Equatable, Sendable {
    package var cells: [Cell]
    package var line: Int?
    /// Where it stands in a file without lines.
    package var spot: Spot?

    package init(_ cells: [Cell], line: Int? = nil, spot: Spot? = nil) {
      self.cells = cells
      self.line = line
      self.spot = spot
    }
  }

  /// Whether a table is part of the text or a second view of it.
  package enum Origin: Equatable, Sendable {
    case text
    /// What an extractor of tables saw on a page whose text stands in the document already.
    case extract
  }

  /// What the table shows, for those who cannot see it; empty where nothing is known.
  package var label: String
  /// How many of the first rows are its header, repeated on each page.
  package var headerRowCount: Int
  package var rows: [Row]
  package var origin: Origin

  package init(
    label: String = "", headerRowCount: Int = 0, rows: [Row], origin: Origin = .text
  ) {
    self.label = label
    self.headerRowCount = headerRowCount
    self.rows = rows
    self.origin = origin
  }
}

extension DocumentTable {
  /// How many columns of a row count: more come only of spans that are mistakes.
  private static let columnLimit = 256

  /// The texts of each row in the columns where they stand; a place under a span is empty, and so
  /// is none in a column where no cell ever stands alone.
  package var expandedTexts: [[String]] {
    let seams = seams
    guard !seams.isEmpty else { return textsByColumn }
    return textsByColumn.map { texts in
      var texts = texts
      for column in seams.reversed() where column < texts.count {
        let text = texts.remove(at: column)
        if !text.isEmpty, column < texts.count { texts[column] = text }
      }
      return texts
    }
  }

  /// Columns that are there for spans alone, such as those a hair wide that programs leave where
  /// cells of two rows nearly meet: a row that is full has a cell in each of the others.
  private var seams: [Int] {
    guard rows.contains(where: { $0.cells.contains { $0.columnSpan > 1 } }) else { return [] }
    var open: [(cell: Int, rows: Int)] = []
    var (cellCount, fullest, width) = (0, 0, 0)
    /// For each column whether a cell stands there alone.
    var isSingle: [Bool] = []
    for row in rows {
      var owners: [Int] = []
      func takeOpen() {
        while owners.count < open.count, open[owners.count].rows > 0 {
          open[owners.count].rows -= 1
          owners.append(open[owners.count].cell)
        }
      }
      for cell in row.cells {
        takeOpen()
        cellCount += 1
        for _ in 0..<max(1, cell.columnSpan) where owners.count < Self.columnLimit {
          let entry = (cell: cellCount, rows: max(0, cell.rowSpan - 1))
          if owners.count < open.count { open[owners.count] = entry } else { open.append(entry) }
          owners.append(cellCount)
        }
      }
      takeOpen()
      width = max(width, owners.count)
      while isSingle.count < width { isSingle.append(false) }
      var distinct = 0
      for (column, owner) in owners.enumerated() {
        let startsHere = column == 0 || owners[column - 1] != owner
        if startsHere { distinct += 1 }
        if startsHere, column + 1 == owners.count || owners[column + 1] != owner {
          isSingle[column] = true
        }
      }
      fullest = max(fullest, distinct)
    }
    let shared = isSingle.indices.filter { !isSingle[$0] }
    // Of neighbours that only share cells one may be where a cell stands once the others are gone.
    let behind = shared.filter { $0 > 0 && !isSingle[$0 - 1] }
    return [behind, shared].first { !$0.isEmpty && fullest == width - $0.count } ?? []
  }

  private var textsByColumn: [[String]] {
    var open: [Int] = []  // for each column, how many more rows a cell above covers
    return rows.map { row in
      var texts: [String] = []
      var column = 0
      for cell in row.cells {
        while column < open.count, open[column] > 0 {
          open[column] -= 1
          texts.append("")
          column += 1
        }
        for offset in 0..<max(1, cell.columnSpan) where column < Self.columnLimit {
          texts.append(offset == 0 ? cell.text : "")
          if column == open.count { open.append(0) }
          open[column] = max(0, cell.rowSpan - 1)
          column += 1
        }
      }
      while column < open.count, open[column] > 0 {
        open[column] -= 1
        texts.append("")
        column += 1
      }
      return texts
    }
  }
}
