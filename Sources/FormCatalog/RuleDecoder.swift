import JSONText
import ReportModel

/// The rules of a form while they are read and laid out over the cells.
struct RuleDecoder {
  /// The most cells that all relations may name together.
  static let termLimit = 1_000_000

  private(set) var rules: [RuleDefinition] = []
  private(set) var relations: [Relation] = []
  private let tables: [Table]
  private var ids: Set<String> = []
  private var termCount = 0

  private static let wordingKeys = [
    "id", "severity", "basis", "name", "formula", "leftName", "rightName", "acceptable",
  ]
  private static let patternKeys = ["table", "rows", "columns", "left", "comparison", "right"]

  init(tables: [Table]) {
    self.tables = tables
  }

  mutating func append(_ node: DefinitionNode) throws(FormError) {
    try node.requireObject(keys: Self.wordingKeys + Self.patternKeys + ["relations"])
    let id = try node.required("id")
    let name = try id.identifier()
    // A rule must not lend its `acceptable` to findings of another kind.
    guard !CheckDecoder.builtInIDs.contains(name) else { throw id.failure(.reservedID(name)) }
    guard ids.insert(name).inserted else { throw id.failure(.duplicateID(name)) }
    rules.append(
      RuleDefinition(
        id: name, severity: try node.required("severity").word(),
        basis: try node.optional("basis")?.text() ?? "",
        name: try node.required("name").localizedText(),
        formula: try node.required("formula").localizedText(),
        leftName: try node.required("leftName").localizedText(),
        rightName: try node.required("rightName").localizedText(),
        isAcceptable: try node.optional("acceptable")?.flag() ?? false))
    guard let several = node.optional("relations") else {
      try expand(node)
      return
    }
    if let other = Self.patternKeys.first(where: node.has) {
      throw node.failure(.exclusiveKeys("relations", other))
    }
    for pattern in try several.elements() {
      try pattern.requireObject(keys: Self.patternKeys)
      try expand(pattern)
    }
  }

  /// Lays one pattern out: over rows, over columns, or once over the cells it names.
  private mutating func expand(_ node: DefinitionNode) throws(FormError) {
    let comparison: Relation.Comparison = try node.optional("comparison")?.word() ?? .equal
    let left = try terms(node.required("left"))
    let right = try terms(node.required("right"))
    guard let tableNode = node.optional("table") else {
      guard !node.has("rows"), !node.has("columns") else {
        throw node.failure(.missingKey("table"))
      }
      let leftCells = try Side(left) { term throws(FormError) in try cell(term) }
      let rightCells = try Side(right) { term throws(FormError) in try cell(term) }
      try requireSound(leftCells, rightCells, from: node) { $0 }
      try append(leftCells, comparison, rightCells, from: node) { $0 }
      return
    }
    let table = try self.table(tableNode)
    if let columns = node.optional("columns") {
      guard !node.has("rows") else { throw node.failure(.exclusiveKeys("rows", "columns")) }
      let leftRows = try Side(left) { term throws(FormError) in try row(term, of: table) }
      let rightRows = try Side(right) { term throws(FormError) in try row(term, of: table) }
      let columns = try self.columns(columns, of: table)
      try requireSound(leftRows, rightRows, from: node) { table.cell(row: $0, column: columns[0]) }
      for column in columns {
        try append(leftRows, comparison, rightRows, from: node) {
          table.cell(row: $0, column: column)
        }
      }
    } else {
      let rows = try self.rows(try node.required("rows"), of: table)
      let leftColumns = try Side(left) { term throws(FormError) in try column(term, of: table) }
      let rightColumns = try Side(right) { term throws(FormError) in try column(term, of: table) }
      try requireSound(leftColumns, rightColumns, from: node) {
        table.cell(row: rows[0], column: $0)
      }
      for row in rows {
        try append(leftColumns, comparison, rightColumns, from: node) {
          table.cell(row: row, column: $0)
        }
      }
    }
  }

  /// Refuses a place that stands twice in a pattern for the same year, and a pattern of last year's
  /// figures alone, which nothing in this year's report could mend.
  ///
  /// One look serves all relations of the pattern: they differ only in the line they are about.
  private func requireSound<Place>(
    _ left: Side<Place>, _ right: Side<Place>, from node: DefinitionNode,
    firstCell: (Place) -> CellIndex
  ) throws(FormError) {
    var seen: (now: Set<CellIndex>, previous: Set<CellIndex>) = ([], [])
    for (place, isPrevious) in left.places + right.places {
      let cell = firstCell(place)
      let isNew =
        isPrevious ? seen.previous.insert(cell).inserted : seen.now.insert(cell).inserted
      guard isNew else { throw node.failure(.repeatedCell(address(of: cell))) }
    }
    guard !seen.now.isEmpty else { throw node.failure(.coversNothing) }
  }

  /// Adds one relation of a pattern.
  private mutating func append<Place>(
    _ left: Side<Place>, _ comparison: Relation.Comparison, _ right: Side<Place>,
    from node: DefinitionNode, cell: (Place) -> CellIndex
  ) throws(FormError) {
    termCount += left.places.count + right.places.count
    guard termCount <= Self.termLimit else {
      throw node.failure(.tooManyTerms(limit: Self.termLimit))
    }
    relations.append(
      Relation(
        rule: rules.count - 1, left: left.now.map(cell), comparison: comparison,
        right: right.now.map(cell), previousLeft: left.previous.map(cell),
        previousRight: right.previous.map(cell)))
  }
}

/// One side of a rule: the cells, or the lines that they stand in.
private struct Side<Place> {
  /// All in the order they are written in.
  let places: [(place: Place, isPrevious: Bool)]
  let now: [Place]
  let previous: [Place]

  init(_ terms: [Term], _ place: (Term) throws(FormError) -> Place) throws(FormError) {
    places = try terms.map { term throws(FormError) in (try place(term), term.isPrevious) }
    now = places.filter { !$0.isPrevious }.map(\.place)
    previous = places.filter(\.isPrevious).map(\.place)
  }
}

/// One id or address on a side of a rule.
private struct Term {
  let node: DefinitionNode
  /// The id or address itself.
  let name: String
  let isPrevious: Bool

  init(_ node: DefinitionNode) throws(FormError) {
    let text = try node.text()
    self.node = node
    isPrevious = text.hasPrefix(Form.previousMark)
    name = isPrevious ? String(text.dropFirst(Form.previousMark.count)) : text
  }
}

extension RuleDecoder {
  private func table(_ node: DefinitionNode) throws(FormError) -> Table {
    let id = try node.text()
    guard let table = tables.first(where: { $0.id == id }) else {
      throw node.failure(.unknownTable(id))
    }
    return table
  }

  private func terms(_ node: DefinitionNode) throws(FormError) -> [Term] {
    try node.elements().map { term throws(FormError) in try Term(term) }
  }

  private func row(_ term: Term, of table: Table) throws(FormError) -> Int {
    guard let row = table.rowIndex[term.name] else {
      throw term.node.failure(.unknownRow(term.name))
    }
    return row
  }

  private func column(_ term: Term, of table: Table) throws(FormError) -> Int {
    guard let column = table.columnIndex[term.name] else {
      throw term.node.failure(.unknownColumn(term.name))
    }
    return column
  }

  private func rows(_ node: DefinitionNode, of table: Table) throws(FormError) -> [Int] {
    if try meansAll(node) { return Array(table.rows.indices) }
    return try eachOnce(node) { row, id throws(FormError) in
      guard let index = table.rowIndex[id] else { throw row.failure(.unknownRow(id)) }
      return index
    }
  }

  private func columns(_ node: DefinitionNode, of table: Table) throws(FormError) -> [Int] {
    if try meansAll(node) { return Array(table.columns.indices) }
    return try eachOnce(node) { column, id throws(FormError) in
      guard let index = table.columnIndex[id] else { throw column.failure(.unknownColumn(id)) }
      return index
    }
  }

  /// The lines that ids mean, none of them named twice: a relation laid out twice is found twice.
  private func eachOnce(
    _ node: DefinitionNode, _ line: (DefinitionNode, String) throws(FormError) -> Int
  ) throws(FormError) -> [Int] {
    var seen: Set<String> = []
    var lines: [Int] = []
    for element in try node.elements() {
      let id = try element.text()
      guard seen.insert(id).inserted else { throw element.failure(.duplicateID(id)) }
      lines.append(try line(element, id))
    }
    return lines
  }

  private func meansAll(_ node: DefinitionNode) throws(FormError) -> Bool {
    if node.json.array != nil { return false }
    guard node.json.string == "all" else { throw node.failure(.wrongType(expected: .linesOrAll)) }
    return true
  }

  private func cell(_ term: Term) throws(FormError) -> CellIndex {
    guard let address = Address(term.name),
      let table = tables.first(where: { $0.id == address.table }),
      let row = table.rowIndex[address.row], let column = table.columnIndex[address.column]
    else { throw term.node.failure(.unknownCell(term.name)) }
    return table.cell(row: row, column: column)
  }

  private func address(of cell: CellIndex) -> Address {
    for table in tables where table.cells.contains(cell.position) {
      let (row, column) = (cell.position - table.cells.lowerBound).quotientAndRemainder(
        dividingBy: table.columns.count)
      return Address(table: table.id, row: table.rows[row].id, column: table.columns[column].id)
    }
    preconditionFailure("A relation names cells of the form only.")
  }
}
