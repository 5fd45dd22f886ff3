import Documents

/// A table as it stands on a page: the lattice with the words in its cells.
struct PDFTable {
  private let lattice: Lattice
  private var words: [[PDFWord]]

  var box: Box { lattice.box }
  var area: Double { box.width * box.height }
  var columnEdges: [Double] { lattice.columnEdges }

  init(_ lattice: Lattice) {
    self.lattice = lattice
    words = Array(repeating: [], count: lattice.cells.count)
  }

  /// Takes a word that stands in one of the cells.
  mutating func add(_ word: PDFWord) {
    let (x, y) = word.box.middle
    guard let number = lattice.cells.firstIndex(where: { lattice.box(of: $0).contains(x: x, y: y) })
    else { return }
    words[number].append(word)
  }

  /// The table of a document in parts: a row that is one cell begins a part, and the columns are
  /// those of the part, since a page may draw tables of different widths on one lattice.
  func parts(page: Int, number: Int) -> [DocumentTable] {
    var parts: [DocumentTable] = []
    var start = 0
    for row in 1...lattice.rowEdges.count {
      guard row == lattice.rowEdges.count || row < lattice.rowEdges.count - 1 && isHeading(row)
      else { continue }
      let rows = start..<min(row, lattice.rowEdges.count - 1)
      if let part = part(rows, page: page, number: number) { parts.append(part) }
      start = row
    }
    return parts
  }

  private func isHeading(_ row: Int) -> Bool {
    lattice.cells.contains {
      $0.rows == row..<row + 1 && $0.columns.count == lattice.columnEdges.count - 1
    }
  }

  private func part(_ rows: Range<Int>, page: Int, number: Int) -> DocumentTable? {
    let own = lattice.cells.indices.filter { rows.contains(lattice.cells[$0].rows.lowerBound) }
    let columns = columns(of: own)
    let documentRows = rows.map { row in
      let spot = Spot(page: page, table: number, row: row + 1)
      let cells = own.filter { lattice.cells[$0].rows.lowerBound == row }
      return DocumentTable.Row(self.cells(cells, columns), spot: spot)
    }
    return documentRows.allSatisfy { $0.cells.allSatisfy(\.text.isEmpty) }
      ? nil : DocumentTable(rows: documentRows)
  }

  /// For each edge of the lattice the number of the column that begins there: edges at which no cell
  /// begins, or so near to others that nothing has room between, count as none.
  private func columns(of cells: [Int]) -> [Int] {
    let starts = Set(cells.map { lattice.cells[$0].columns.lowerBound })
    var columns: [Int] = []
    var last = -Double.infinity
    for (edge, x) in lattice.columnEdges.enumerated() {
      let isEdge =
        edge == lattice.columnEdges.count - 1
        || starts.contains(edge) && x - last >= Self.narrowest
      if isEdge { last = x }
      columns.append((columns.last ?? -1) + (isEdge ? 1 : 0))
    }
    return columns
  }

  /// The narrowest column that a figure has room in.
  private static let narrowest = 6.0

  private func cells(_ numbers: [Int], _ columns: [Int]) -> [DocumentTable.Cell] {
    // Which cell is meant cannot be told of a figure that lies over the edge between two.
    let isUncertain = numbers.contains { number in
      let box = lattice.box(of: lattice.cells[number])
      return words[number].contains { word in
        // Edges of tables one below the other are drawn a little apart and taken for one.
        let half = max(1, word.box.width / Double(max(1, word.text.utf8.count)) / 2)
        return word.text.utf8.allSatisfy(isDigit)
          && (word.box.left < box.left - half || word.box.right > box.right + half)
      }
    }
    let texts = numbers.map { text(of: $0) }
    guard !isUncertain else {
      let text = texts.filter { !$0.isEmpty }.joined(separator: " ")
      return [DocumentTable.Cell(text, columnSpan: columns.last ?? 1, role: .figure(nil))]
    }
    return zip(numbers, texts).compactMap { number, text in
      let cell = lattice.cells[number]
      let span = columns[cell.columns.upperBound] - columns[cell.columns.lowerBound]
      guard span > 0 || !text.isEmpty else { return nil }
      return DocumentTable.Cell(
        text, rowSpan: cell.rows.count, columnSpan: max(1, span), role: .figure(nil))
    }
  }

  /// The words of a cell in reading order, the lines of a label joined.
  private func text(of number: Int) -> String {
    let lines = PDFLine.lines(of: words[number])
    let width = lattice.box(of: lattice.cells[number]).width
    var text = ""
    var last: PDFLine?
    for line in lines {
      let isTornFigure =
        last.map { isFigure($0.text) && isFigure(line.text) && fills($0, width) } ?? false
      text = isTornFigure ? text + line.text : joined(text, line.text)
      last = line
    }
    return text
  }

  /// Whether a line has no room for one digit more, so that the next line goes on with its figure.
  private func fills(_ line: PDFLine, _ width: Double) -> Bool {
    let digit = line.box.width / Double(max(1, line.text.count))
    return line.box.width + digit > width - Self.padding
  }

  /// How much of the width of a cell is left empty at both sides, at most.
  private static let padding = 10.0
}
