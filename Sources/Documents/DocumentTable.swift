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

extension DocumentTable.Row {
  /// Whether nothing but headings of columns stands in it: it says nothing without the row below.
  package var isHeadings: Bool {
    !cells.isEmpty
      && cells.allSatisfy { $0.role == .header(.column) || $0.role == .header(.columnGroup) }
  }
}

extension DocumentTable {
  /// A cell of a table: its row, and which of the row's cells it is.
  package struct Place: Equatable, Sendable {
    package var row: Int
    package var cell: Int

    package init(row: Int, cell: Int) {
      self.row = row
      self.cell = cell
    }
  }

  /// Goes through the rows of a table, and knows which cells of the rows above reach down.
  package struct Walk {
    /// How many columns of a row count: more come only of spans that are mistakes.
    private static let columnLimit = 256

    private var row = 0
    private var open: [(place: Place, rows: Int)] = []

    package init() {}

    /// For each column of the next row the cell that covers it.
    package mutating func owners(of cells: [Cell]) -> [Place] {
      var owners: [Place] = []
      func takeOpen() {
        while owners.count < open.count, open[owners.count].rows > 0 {
          open[owners.count].rows -= 1
          owners.append(open[owners.count].place)
        }
      }
      for (index, cell) in cells.enumerated() {
        takeOpen()
        let entry = (place: Place(row: row, cell: index), rows: max(0, cell.rowSpan - 1))
        for _ in 0..<max(1, cell.columnSpan) where owners.count < Self.columnLimit {
          if owners.count < open.count { open[owners.count] = entry } else { open.append(entry) }
          owners.append(entry.place)
        }
      }
      takeOpen()
      row += 1
      return owners
    }
  }

  /// The texts of each row in the columns where they stand; a place under a span is empty.
  ///
  /// Columns that are there for spans alone are left out.
  package var expandedTexts: [[String]] {
    let seams = seams
    return texts(
      of: owners.map { row in
        var owners = row
        for column in seams.reversed() where column < owners.count { owners.remove(at: column) }
        return owners
      })
  }

  /// For each row the cell that covers each column.
  var owners: [[Place]] {
    var walk = Walk()
    return rows.map { walk.owners(of: $0.cells) }
  }

  /// The texts of each row, where each cell of `owners` begins.
  func texts(of owners: [[Place]]) -> [[String]] {
    owners.enumerated().map { number, row in
      var last: Place?
      return row.map { place in
        defer { last = place }
        return place.row == number && place != last ? rows[place.row].cells[place.cell].text : ""
      }
    }
  }

  /// Columns that are there for spans alone, such as those a hair wide that programs leave where
  /// cells of two rows nearly meet: a row that is full has a cell in each of the others.
  private var seams: [Int] {
    guard rows.contains(where: { $0.cells.contains { $0.columnSpan > 1 } }) else { return [] }
    var walk = Walk()
    var fullest = 0
    /// For each column whether a cell stands there alone.
    var isSingle: [Bool] = []
    for row in rows {
      let owners = walk.owners(of: row.cells)
      while isSingle.count < owners.count { isSingle.append(false) }
      var count = 0
      for (column, owner) in owners.enumerated() {
        guard column == 0 || owners[column - 1] != owner else { continue }
        count += 1
        if column + 1 == owners.count || owners[column + 1] != owner { isSingle[column] = true }
      }
      fullest = max(fullest, count)
    }
    let shared = isSingle.indices.filter { !isSingle[$0] }
    // Of neighbours that only share cells one may be where a cell stands once the others are gone.
    let behind = shared.filter { $0 > 0 && !isSingle[$0 - 1] }
    return [behind, shared].first { !$0.isEmpty && fullest == isSingle.count - $0.count } ?? []
  }
}
