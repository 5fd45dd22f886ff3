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
  /// may stand over several.
  func headings(in rows: [[String]]) -> Found? {
    for index in rows.indices.prefix(Self.depth) {
      guard columns(in: [rows[index]]).count >= 2 else { continue }
      let isOverTwo = index + 1 < rows.count && !columns(in: [rows[index + 1]]).isEmpty
      let span = index..<index + (isOverTwo ? 2 : 1)
      let texts = rows[span].map { $0.map(\.trimmed) }.reduce([], Self.joined)
      var columns = columns(in: rows[span])
      for (role, number) in numbers where number < texts.count { columns[role] = number }
      return Found(rows: span, texts: texts, columns: columns)
    }
    return nil
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
    for row in rows {
      for (column, text) in row.enumerated() {
        if column == headings.count { headings.append([]) }
        headings[column].formUnion([text.folded, text.prefix { !"（([〔".contains($0) }.folded])
      }
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
