import ReportModel

/// A workbook as a value, before a library writes it.
struct Workbook: Equatable {
  var title: String
  var organ: String
  var isDraft: Bool
  var sheets: [Sheet]

  /// One sheet and how it is printed.
  struct Sheet: Equatable {
    var name: String
    var isLandscape: Bool
    /// How wide the columns are, in halves of a letter.
    var columnWidths: [Int]
    var cells: [Cell] = []
    /// The heights of rows that are higher than one line, in points.
    var rowHeights: [Int: Double] = [:]
    /// How many rows stay on the screen, and stand on every page.
    var headerRowCount = 0
    /// How many columns stay on the screen.
    var labelColumnCount = 0
    var conditions: [Condition] = []
  }

  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// A cell, or several as one.
  struct Cell: Equatable {
    var place: Place
    var rowSpan = 1
    var columnSpan = 1
    var content: Content
    var style: Style
  }

  enum Content: Equatable {
    case blank
    case text(String)
    case number(Quantity)
    /// A formula with the figure that it comes to.
    case formula(String, Quantity)
  }

  enum Style: Hashable {
    case title, mark, heading, text, header, label
    /// A figure with so many digits behind the point.
    case figure(fractionCount: Int)
  }

  /// A colour that a cell takes where a formula is true.
  struct Condition: Equatable {
    var place: Place
    var formula: String
    var severity: Severity
  }
}

extension Workbook.Place: CustomStringConvertible {
  /// The name as formulas have it, such as D8.
  var description: String { column.columnLetters + String(row + 1) }

  /// The name that stays the same wherever the formula is copied, such as $D$8.
  var fixed: String { "$" + column.columnLetters + "$" + String(row + 1) }
}

extension Int {
  /// The letters of a column counted from 0: A, B … Z, AA.
  fileprivate var columnLetters: String {
    var letters = ""
    var rest = self + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

/// The places as the arguments of a function: neighbours in one row or one column as a range.
func formulaArguments(_ places: [Workbook.Place], isFixed: Bool) -> [String] {
  var arguments: [String] = []
  var start = 0
  while start < places.count {
    var end = start
    for step in [(row: 0, column: 1), (row: 1, column: 0)] where end == start {
      while end + 1 < places.count,
        places[end + 1].row == places[end].row + step.row,
        places[end + 1].column == places[end].column + step.column
      { end += 1 }
    }
    let names = (places[start...end].first, places[start...end].last)
    if let first = names.0, let last = names.1 {
      let (from, to) = isFixed ? (first.fixed, last.fixed) : ("\(first)", "\(last)")
      arguments.append(start == end ? from : "\(from):\(to)")
    }
    start = end + 1
  }
  return arguments
}
