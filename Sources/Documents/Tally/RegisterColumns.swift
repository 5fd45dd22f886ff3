package import ReportModel

/// What is said of a register's columns beside the headings that the form knows.
package struct RegisterColumns: Equatable, Sendable {
  /// The headings that mean a role.
  package var names: [RegisterDefinition.Role: [String]]
  /// The columns by their numbers, counted from 0, where headings do not tell them apart.
  package var numbers: [RegisterDefinition.Role: Int]

  package init(
    names: [RegisterDefinition.Role: [String]] = [:],
    numbers: [RegisterDefinition.Role: Int] = [:]
  ) {
    self.names = names
    self.numbers = numbers
  }
}

/// Whether two headings are the same but for blanks, width, brackets and punctuation.
package func isSameHeading(_ left: String, _ right: String) -> Bool {
  left.folded == right.folded
}

/// Finds the headings of a sheet, and which column is what.
struct HeadingFinder {
  typealias Role = RegisterDefinition.Role

  /// The headings of one sheet.
  struct Found {
    /// The rows they take.
    var rows: Range<Int>
    var texts: [String]
    var columns: [Role: Int]
  }

  private let given: [Role: [Folded]]
  private let known: [Role: [Folded]]
  private let numbers: [Role: Int]

  /// Headings stand among the first rows, below a title.
  private static let depth = 30

  init(definition: RegisterDefinition, columns: RegisterColumns) {
    given = columns.names.mapValues { $0.map(\.folded) }
    known = definition.headings.mapValues { $0.map(\.folded) }
    numbers = columns.numbers
  }

  /// The first row with two of the headings, and the row below where that has some, too: one heading
  /// may stand over several, or be torn over both.
  ///
  /// Where the numbers of all columns are given, the rows before the first day of receipt will do.
  func headings(in rows: [[String]]) -> Found? {
    for index in rows.indices.prefix(Self.depth) {
      let pair = rows[index...].prefix(2)
      let below = pair.dropFirst()
      guard columns(in: [rows[index]]).count >= 2 else {
        if columns(in: below).count < 2, columns(in: pair).count >= 2 {
          return found(pair.indices, rows)
        }
        continue
      }
      return found(index..<index + (columns(in: below).isEmpty ? 1 : 2), rows)
    }
    guard let received = numbers[.received], numbers.count == Role.allCases.count else {
      return nil
    }
    let first = rows.prefix(Self.depth).firstIndex { row in
      row.indices.contains(received) && CalendarDay(written: row[received].trimmed) != nil
    }
    return first.map { found(max(0, $0 - 1)..<$0, rows) }
  }

  private func found(_ span: Range<Int>, _ rows: [[String]]) -> Found {
    let width = rows.map(\.count).max() ?? 0
    let texts = rows[span].map { $0.map(\.trimmed) }
      .reduce(Array(repeating: "", count: width), Self.joined)
    var columns = columns(in: rows[span])
    for (role, number) in numbers where number < width { columns[role] = number }
    return Found(rows: span, texts: texts, columns: columns)
  }

  /// The lower heading where there is one.
  private static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    (0..<max(upper.count, lower.count)).map { column in
      let below = lower.indices.contains(column) ? lower[column] : ""
      return below.isEmpty && upper.indices.contains(column) ? upper[column] : below
    }
  }

  /// The columns that rows of headings name.
  private func columns(in rows: some Collection<[String]>) -> [Role: Int] {
    var headings: [Set<Folded>] = []
    /// The words above each column, the last of a heading over several.
    var above: [Folded] = []
    for row in rows {
      var over: Folded = []
      for (column, text) in row.enumerated() {
        if column == headings.count { headings.append([]) }
        if above.indices.contains(column), !above[column].isEmpty { over = above[column] }
        let words = text.folded
        headings[column].formUnion([words, text.prefix { !"（([〔".contains($0) }.folded])
        if !words.isEmpty, !over.isEmpty { headings[column].insert(over + words) }
      }
      above = row.map(\.folded)
    }
    var columns: [Role: Int] = [:]
    for role in Role.allCases {
      let others = Set(given.filter { $0.key != role }.values.joined())
      for word in (given[role] ?? []) + (known[role] ?? []) where !word.isEmpty {
        let places = headings.indices.filter {
          headings[$0].contains(word) && headings[$0].isDisjoint(with: others)
        }
        // Two columns of one name: which is meant is for a person to say.
        if places.count > 1 { break }
        if let place = places.first {
          columns[role] = place
          break
        }
      }
    }
    return columns
  }
}
