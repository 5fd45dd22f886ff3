/// The tables of an HTML page as grids, read back by a parser that knows just enough for it.
struct TableGrid {
  struct Cell: Equatable {
    var text = ""
    var address: String?
    var isHeader = false
  }

  /// Each row with a cell for every column; a span repeats its cell.
  var rows: [[Cell]] = []

  static func tables(in html: String) -> [TableGrid] {
    html.split(separator: "<table").dropFirst().map { TableGrid(String($0)) }
  }

  private init(_ html: String) {
    var open: [(cell: Cell, rows: Int)] = []
    for row in html.split(separator: "<tr").dropFirst() {
      var cells: [Cell] = []
      func fillFromAbove() {
        while cells.count < open.count, open[cells.count].rows > 0 {
          open[cells.count].rows -= 1
          cells.append(open[cells.count].cell)
        }
      }
      for tag in row.split(separator: "<") where tag.hasPrefix("th ") || tag.hasPrefix("td") {
        guard let end = tag.firstIndex(of: ">") else { continue }
        let head = tag[..<end]
        let cell = Cell(
          text: String(tag[tag.index(after: end)...]),
          address: TableGrid.attribute("data-address", of: head), isHeader: tag.hasPrefix("th"))
        let span = TableGrid.attribute("colspan", of: head).flatMap { Int($0) } ?? 1
        let depth = TableGrid.attribute("rowspan", of: head).flatMap { Int($0) } ?? 1
        fillFromAbove()
        for _ in 0..<span {
          if cells.count == open.count { open.append((cell, 0)) }
          open[cells.count] = (cell, depth - 1)
          cells.append(cell)
        }
      }
      fillFromAbove()
      rows.append(cells)
    }
  }

  private static func attribute(_ name: String, of tag: Substring) -> String? {
    tag.firstRange(of: " \(name)=\"").flatMap {
      tag[$0.upperBound...].split(separator: "\"", omittingEmptySubsequences: false).first
    }.map(String.init)
  }
}
