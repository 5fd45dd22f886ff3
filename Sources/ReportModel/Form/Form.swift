package import JSONText

/// A yearly form as data: its sections, tables, wording and rules.
///
/// Nothing in the program knows a row of a form; everything is read from here. Values are made by
/// `FormCatalog` from a JSON definition and are consistent: ids are unique, every relation names
/// cells that exist.
package struct Form: Equatable, Sendable {
  package var id: String
  package var name: LocalizedText
  /// The title of the report with `{organ}` and `{year}` to be filled in.
  package var reportTitle: String
  /// The notice that prescribes the form, such as 国办公开办函〔2021〕30号.
  package var basis: String
  /// The report years that the form is for; an end that is nil is open.
  package var firstYear: Int?
  package var lastYear: Int?
  package var sections: [Section]
  /// All tables in form order; a section names its own by range.
  package var tables: [Table]
  package var rules: [RuleDefinition]
  package var relations: [Relation]
  /// The built-in rules that the form asks for.
  package var checks: Checks
  /// How a register of requests is counted into a table; nil where the form does not say.
  package var register: RegisterDefinition? { ofRegister.value }
  private let ofRegister: Deferred<RegisterDefinition?>
  /// The parts that cells have in relations, cell by cell.
  private var memberships: [Membership]
  /// Where each cell's memberships begin; one more stands at the end.
  private var membershipStarts: [Int]
  /// The most relations that one cell stands in.
  package let mostRelationsOfACell: Int
  /// The kind of figure of each cell, by position.
  private var kinds: [FigureKind]
  /// For each relation whether figures below 0 may stand in it.
  private var isSigned: [Bool]
  /// Table ids to their indices in `tables`.
  private var tableIndex: [String: Int]
  /// What this form was made from, in the order it was written in; few ask for it.
  private let source: Deferred<JSON>

  package init(
    id: String, name: LocalizedText, reportTitle: String, basis: String, firstYear: Int?,
    lastYear: Int?, sections: [Section], tables: [Table], rules: [RuleDefinition],
    relations: [Relation], checks: Checks = Checks(),
    register: @autoclosure @escaping @Sendable () -> RegisterDefinition? = nil,
    source: @autoclosure @escaping @Sendable () -> JSON
  ) {
    self.id = id
    self.name = name
    self.reportTitle = reportTitle
    self.basis = basis
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.sections = sections
    self.tables = tables
    self.rules = rules
    self.relations = relations
    self.checks = checks
    ofRegister = Deferred(register)
    self.source = Deferred(source)
    tableIndex = Dictionary(
      tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kinds: [FigureKind] = []
    kinds.reserveCapacity(tables.last?.cells.upperBound ?? 0)
    for table in tables {
      let columnKinds = table.columns.map { $0.kind ?? .count }
      for row in table.rows {
        if let kind = row.kind {
          kinds.append(contentsOf: repeatElement(kind, count: columnKinds.count))
        } else {
          kinds.append(contentsOf: columnKinds)
        }
      }
    }
    self.kinds = kinds
    isSigned =
      kinds.contains(.change)
      ? relations.map { relation in
        relation.left.contains { kinds[$0.position] == .change }
          || relation.right.contains { kinds[$0.position] == .change }
      } : Array(repeating: false, count: relations.count)
    (memberships, membershipStarts) = Self.memberships(
      in: relations, cellCount: tables.last?.cells.upperBound ?? 0)
    mostRelationsOfACell =
      zip(membershipStarts, membershipStarts.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  /// What cells have to do with relations, laid out cell by cell.
  private static func memberships(
    in relations: [Relation], cellCount: Int
  ) -> (memberships: [Membership], starts: [Int]) {
    var starts = Array(repeating: 0, count: cellCount + 1)
    for relation in relations {
      for cell in relation.left { starts[cell.position + 1] += 1 }
      for cell in relation.right { starts[cell.position + 1] += 1 }
    }
    for position in 0..<cellCount { starts[position + 1] += starts[position] }
    let none = Membership(relation: 0, isLeft: true)
    var memberships = Array(repeating: none, count: starts[cellCount])
    var next = starts
    for (index, relation) in relations.enumerated() {
      for (cells, isLeft) in [(relation.left, true), (relation.right, false)] {
        for cell in cells {
          memberships[next[cell.position]] = Membership(relation: index, isLeft: isLeft)
          next[cell.position] += 1
        }
      }
    }
    return (memberships, starts)
  }

  /// The definition this form was made from, its keys sorted, as a draft carries it.
  ///
  /// Sorted anew at each call: only what writes or compares forms asks for it.
  package var definition: JSON { source.value.withSortedKeys }

  /// Forms are equal when they were made from equal definitions, in whatever order of keys.
  package static func == (left: Form, right: Form) -> Bool {
    left.id == right.id
      && (left.source === right.source || left.source.value == right.source.value
        || left.definition == right.definition)
  }
}

/// One section of a report, in statutory order.
package struct Section: Equatable, Sendable {
  /// What a section consists of.
  package enum Content: Equatable, Sendable {
    /// A text of paragraphs, with what the form asks for in it.
    case text(prompt: LocalizedText?)
    /// The tables of the form at these indices.
    case tables(Range<Int>)
  }

  package var id: String
  /// The statutory title with its number, such as 一、总体情况; empty for the preface.
  package var title: String
  /// A name for narrow places, such as 一 总体情况.
  package var short: String
  /// Titles found in published reports for this section, without their number.
  package var aliases: [String]
  package var content: Content
  /// Whether a new draft begins with last year's text here, its years moved on.
  package var carriesOver: Bool

  package init(
    id: String, title: String, short: String, aliases: [String], content: Content,
    carriesOver: Bool = false
  ) {
    self.id = id
    self.title = title
    self.short = short
    self.aliases = aliases
    self.content = content
    self.carriesOver = carriesOver
  }

  package var isText: Bool {
    if case .text = content { true } else { false }
  }
}

extension Form {
  /// How many cells the tables have together; their positions are `0 ..< cellCount`.
  package var cellCount: Int { tables.last?.cells.upperBound ?? 0 }

  package func section(_ id: String) -> Section? { sections.first { $0.id == id } }

  /// The ids of the sections that are texts, in form order.
  package var textSections: [Section] { sections.filter(\.isText) }

  /// The tables of a section; none for a text.
  package func tables(of section: Section) -> ArraySlice<Table> {
    guard case .tables(let range) = section.content else { return [] }
    return tables[range]
  }

  /// The cell with an address, or nil where the form has none.
  package func cell(at address: Address) -> CellIndex? {
    guard let number = tableIndex[address.table] else { return nil }
    let table = tables[number]
    guard let row = table.rowIndex[address.row], let column = table.columnIndex[address.column]
    else { return nil }
    return table.cell(row: row, column: column)
  }

  /// The index in `tables` of the table that a cell belongs to.
  ///
  /// - Precondition: the cell belongs to this form.
  package func tableNumber(of cell: CellIndex) -> Int {
    precondition(0..<cellCount ~= cell.position, "The cell belongs to another form.")
    var low = 0
    var high = tables.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cell.position < tables[middle].cells.upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The index in `sections` of the section that a cell belongs to.
  ///
  /// - Precondition: the cell belongs to this form.
  package func sectionNumber(of cell: CellIndex) -> Int {
    let number = tableNumber(of: cell)
    let section = sections.firstIndex { section in
      if case .tables(let tables) = section.content { tables.contains(number) } else { false }
    }
    guard let section else { preconditionFailure("Every table belongs to a section.") }
    return section
  }

  /// Where a cell stands.
  ///
  /// - Precondition: the cell belongs to this form.
  package func place(of cell: CellIndex) -> (table: Table, row: Int, column: Int) {
    let table = tables[tableNumber(of: cell)]
    let offset = cell.position - table.cells.lowerBound
    return (table, offset / table.columns.count, offset % table.columns.count)
  }

  /// Where a cell stands, with the index of its table in `tables`.
  ///
  /// - Precondition: the cell belongs to this form.
  package func position(of cell: CellIndex) -> (table: Int, row: Int, column: Int) {
    let number = tableNumber(of: cell)
    let offset = cell.position - tables[number].cells.lowerBound
    let (row, column) = offset.quotientAndRemainder(dividingBy: tables[number].columns.count)
    return (number, row, column)
  }

  /// The address of a cell.
  ///
  /// - Precondition: the cell belongs to this form.
  package func address(of cell: CellIndex) -> Address {
    let (table, row, column) = place(of: cell)
    return Address(table: table.id, row: table.rows[row].id, column: table.columns[column].id)
  }

  /// What kind of figure a cell holds.
  ///
  /// - Precondition: the cell belongs to this form.
  package func kind(of cell: CellIndex) -> FigureKind {
    kinds[cell.position]
  }

  /// The parts that a cell has in relations, in the order of these.
  ///
  /// - Precondition: the cell belongs to this form.
  package func memberships(of cell: CellIndex) -> ArraySlice<Membership> {
    memberships[membershipStarts[cell.position]..<membershipStarts[cell.position + 1]]
  }

  /// Whether a relation names cells that may hold figures below 0.
  package func isSigned(relation: Int) -> Bool { isSigned[relation] }

  /// Whether one of the relations that name a cell makes it the total of others.
  ///
  /// - Precondition: the cell belongs to this form.
  package func isTotal(_ cell: CellIndex) -> Bool {
    memberships(of: cell).contains { relations[$0.relation].total == cell }
  }

  /// The report's title for an organ and a year.
  package func title(organ: String, year: Int) -> String {
    filled(reportTitle[...], organ: organ, year: year)
  }

  /// The title as far as it tells whose report it is and of what year, as in 某局2023年; nil where
  /// nothing comes after.
  package func titleHead(organ: String, year: Int) -> String? {
    guard let brace = reportTitle.lastIndex(of: "}") else { return nil }
    var end = reportTitle.index(after: brace)
    for character in ["年", "度"] as [Character]
    where reportTitle[end...].first == character {
      end = reportTitle.index(after: end)
    }
    guard end < reportTitle.endIndex else { return nil }
    return filled(reportTitle[..<end], organ: organ, year: year)
  }

  private func filled(_ pattern: Substring, organ: String, year: Int) -> String {
    var title = ""
    var rest = pattern
    while let start = rest.firstIndex(of: "{") {
      title += rest[..<start]
      let tail = rest[start...]
      if tail.hasPrefix("{organ}") {
        title += organ
        rest = tail.dropFirst("{organ}".count)
      } else if tail.hasPrefix("{year}") {
        title += String(year)
        rest = tail.dropFirst("{year}".count)
      } else {
        title += "{"
        rest = tail.dropFirst()
      }
    }
    return title + rest
  }
}
