import Documents

/// Reads one sheet of a workbook.
struct SheetReader: ~Copyable {
  static let partLimit = 32 << 20
  /// How many cells all sheets of a file may have: filled ones, and blank ones between them.
  static let cellLimit = 500_000
  /// How many rows with anything in them.
  static let rowLimit = 100_000
  /// How many cells that only have a look, as those around a table often do.
  static let emptyLimit = 2_000_000
  /// Columns further to the right hold nothing that belongs to a report or a register.
  private static let columnLimit = 100

  /// What is left of the limits.
  struct Budget {
    var cells = SheetReader.cellLimit
    var rows = SheetReader.rowLimit
    var empty = SheetReader.emptyLimit
  }

  private struct Cell {
    var text: String
    var column: Int
  }

  private struct Row {
    var number: Int
    var cells: [Cell]
  }

  private struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private var xml: XMLPull
  private let name: String
  private(set) var budget: Budget
  private var rows: [Row] = []
  private var merges: [Int: [Merge]] = [:]  // by their first row

  init(_ xml: consuming XMLPull, name: String, budget: Budget) throws(FormatError) {
    self.xml = xml
    self.name = name
    self.budget = budget
  }

  /// The sheet as prose and tables.
  mutating func read(
    _ strings: SharedStrings, _ formats: CellFormats
  ) throws(FormatError) -> [Document.Block] {
    try readRows(strings, formats)
    return try blocks()
  }

  /// The sheet as one table of all rows with anything in them; what a cell merged over rows says, it
  /// says in each of them.
  mutating func list(
    _ strings: SharedStrings, _ formats: CellFormats
  ) throws(FormatError) -> DocumentTable {
    try readRows(strings, formats)
    try repeatMergedTexts()
    let left = rows.flatMap { $0.cells.map(\.column) }.min() ?? 0
    var table = DocumentTable(rows: [])
    for row in rows where !row.cells.isEmpty {
      let made = tableRow(row, from: left, [])
      try take(made.cells.count - row.cells.count)
      table.rows.append(made)
    }
    try even(&table)
    return table
  }

  private mutating func readRows(
    _ strings: SharedStrings, _ formats: CellFormats
  ) throws(FormatError) {
    var rowNumber = 0
    while let event = try xml.next() {
      switch event {
      case .open("row"):
        rowNumber = xml.attribute("r").flatMap { Int($0) } ?? rowNumber + 1
        rows.append(Row(number: rowNumber, cells: []))
      case .open("c"): try readCell(strings, formats)
      case .open("mergeCell"): addMerge(xml.attribute("ref") ?? "")
      default: break
      }
    }
  }

  /// Puts the text of each cell merged over rows into those below, where these have anything else.
  private mutating func repeatMergedTexts() throws(FormatError) {
    // By their first column: there are no more of them than columns, however many a file names.
    var open: [Int: (last: Int, text: String)] = [:]
    for index in rows.indices {
      let number = rows[index].number
      open = open.filter { $0.value.last >= number }
      let filled = Set(rows[index].cells.map(\.column))
      if !filled.isEmpty, !open.isEmpty {
        for (column, merged) in open where !filled.contains(column) {
          try take(1)
          rows[index].cells.append(Cell(text: merged.text, column: column))
        }
        rows[index].cells.sort { $0.column < $1.column }
      }
      for merge in merges[number] ?? [] where merge.rows.count > 1 {
        let column = merge.columns.lowerBound
        if let cell = rows[index].cells.first(where: { $0.column == column }) {
          open[column] = (merge.rows.upperBound, cell.text)
        }
      }
    }
  }

  private mutating func readCell(
    _ strings: SharedStrings, _ formats: CellFormats
  ) throws(FormatError) {
    let last = rows.indices.last
    let reference = xml.attribute("r") ?? ""
    let column = columnNumber(reference) ?? (last.flatMap { rows[$0].cells.last?.column } ?? -1) + 1
    let style = xml.attribute("s").flatMap { Int($0) } ?? 0
    let kind = xml.attribute("t") ?? "n"
    var (value, formula, text) = ("", "", "")
    while let event = try xml.next(), event != .close("c") {
      switch event {
      case .open("v"): value = try readRichTextOf("v")
      case .open("f"): formula = try readRichTextOf("f")
      case .open("is"): text = try readRichText(&xml, until: "is")
      default: break
      }
    }
    switch kind {
    case "s": text = Int(value).flatMap { strings[$0] } ?? ""
    case "inlineStr": break
    case "n": text = value.isEmpty ? "" : formats.text(of: value, style: style)
    default: text = value
    }
    if text.isEmpty, !formula.isEmpty { text = "=" + formula }
    guard let last, column < Self.columnLimit, text.contains(where: { !$0.isWhitespace }) else {
      budget.empty -= 1
      guard budget.empty >= 0 else { throw .tooMany(part: name, limit: Self.emptyLimit) }
      return
    }
    if rows[last].cells.isEmpty { budget.rows -= 1 }
    guard budget.rows >= 0 else { throw .tooMany(part: name, limit: Self.rowLimit) }
    try take(1)
    rows[last].cells.append(Cell(text: text, column: column))
  }

  /// Counts cells of the document that is made.
  private mutating func take(_ count: Int) throws(FormatError) {
    budget.cells -= count
    guard budget.cells >= 0 else { throw .tooMany(part: name, limit: Self.cellLimit) }
  }

  private mutating func readRichTextOf(_ name: String) throws(FormatError) -> String {
    var text = ""
    while let event = try xml.next(), event != .close(name) {
      if case .text(let piece) = event { text += piece }
    }
    return text
  }

  /// The column of a reference such as AB12, counted from 0.
  private func columnNumber(_ reference: some StringProtocol) -> Int? {
    let letters = reference.unicodeScalars.prefix { 0x41...0x5A ~= $0.value }
    guard 1...3 ~= letters.count else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1.value) - 0x40 } - 1
  }

  private mutating func addMerge(_ reference: String) {
    let corners = reference.split(separator: ":")
    guard corners.count == 2, let left = columnNumber(corners[0]),
      let right = columnNumber(corners[1]), left <= right,
      let top = Int(corners[0].drop { !$0.isNumber }),
      let bottom = Int(corners[1].drop { !$0.isNumber }), top <= bottom
    else { return }
    merges[top, default: []].append(Merge(rows: top...bottom, columns: left...right))
  }

  /// The sheet as prose and tables: a row with one cell, or with long texts, is prose.
  private mutating func blocks() throws(FormatError) -> [Document.Block] {
    let left = rows.flatMap { $0.cells.map(\.column) }.min() ?? 0
    var blocks: [Document.Block] = []
    var table = DocumentTable(rows: [])
    var covered: [Merge] = []
    for row in rows {
      covered.removeAll { $0.rows.upperBound < row.number }
      let isCovered = !covered.isEmpty
      let own = merges[row.number] ?? []
      covered += own.filter { $0.rows.count > 1 }
      guard !row.cells.isEmpty else { continue }
      if !isCovered, isProse(row) {
        try end(&table, &blocks)
        blocks += row.cells.flatMap { prose($0.text, row.number) }
      } else {
        let made = tableRow(row, from: left, isCovered ? covered : own)
        try take(made.cells.count - row.cells.count)
        table.rows.append(made)
      }
    }
    try end(&table, &blocks)
    return blocks
  }

  /// Puts a table behind the blocks, and begins another.
  private mutating func end(
    _ table: inout DocumentTable, _ blocks: inout [Document.Block]
  ) throws(FormatError) {
    guard !table.rows.isEmpty else { return }
    try even(&table)
    blocks.append(.table(table))
    table.rows = []
  }

  /// Makes all rows as wide as the widest: a sheet ends each where nothing more stands, also where
  /// the last cells are blank.
  private mutating func even(_ table: inout DocumentTable) throws(FormatError) {
    let width = table.rows.map(\.cells.count).max() ?? 0
    try take(table.rows.reduce(0) { $0 + width - $1.cells.count })
    for row in table.rows.indices {
      let missing = width - table.rows[row].cells.count
      table.rows[row].cells += Array(
        repeating: DocumentTable.Cell("", role: .figure(nil)), count: missing)
    }
  }

  private func isProse(_ row: Row) -> Bool {
    let isLong = row.cells.contains { $0.text.count > 100 }
    let isAlone =
      row.cells.count == 1 && !row.cells[0].text.allSatisfy { "0123456789.".contains($0) }
    return isLong || isAlone
  }

  private func prose(_ text: String, _ row: Int) -> [Document.Block] {
    text.split(whereSeparator: \.isNewline).map(\.cleaned).filter { !$0.isEmpty }.map {
      .paragraph(Paragraph($0, spot: Spot(sheet: name, row: row)))
    }
  }

  /// The cells of a row in every column from the first to the last, so that a blank one is seen; what
  /// a merged cell covers is left out.
  private func tableRow(_ row: Row, from left: Int, _ merges: [Merge]) -> DocumentTable.Row {
    let all = (self.merges[row.number] ?? []) + merges.filter { $0.rows.lowerBound < row.number }
    let right = max(
      row.cells.map(\.column).max() ?? left,
      all.map(\.columns.upperBound).max().map { min($0, Self.columnLimit) } ?? left)
    var cells: [DocumentTable.Cell] = []
    var column = left
    while column <= right {
      let merge = all.first { $0.columns.contains(column) }
      let text = row.cells.first { $0.column == column }?.text.cleaned ?? ""
      cells.append(DocumentTable.Cell(text, role: .figure(nil)))
      // A figure keeps its column; a label's cell takes as many as it is merged over.
      let span = merge.map { $0.columns.upperBound - column + 1 } ?? 1
      for _ in 1..<max(1, span) { cells.append(DocumentTable.Cell("", role: .figure(nil))) }
      column += max(1, span)
    }
    return DocumentTable.Row(cells, spot: Spot(sheet: name, row: row.number))
  }
}
