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
    let left = try node.required("left").elements()
    let right = try node.required("right").elements()
    guard let tableNode = node.optional("table") else {
      guard !node.has("rows"), !node.has("columns") else {
        throw node.failure(.missingKey("table"))
      }
      try append(
        left: left.map { cell throws(FormError) in try self.cell(cell) },
        comparison, right: right.map { cell throws(FormError) in try self.cell(cell) }, from: node)
      return
    }
    let table = try self.table(tableNode)
    if let columns = node.optional("columns") {
      guard !node.has("rows") else { throw node.failure(.exclusiveKeys("rows", "columns")) }
      let leftRows = try left.map { row throws(FormError) in try self.row(row, of: table) }
      let rightRows = try right.map { row throws(FormError) in try self.row(row, of: table) }
      for column in try self.columns(columns, of: table) {
        try append(
          left: leftRows.map { table.cell(row: $0, column: column) }, comparison,
          right: rightRows.map { table.cell(row: $0, column: column) }, from: node)
      }
    } else {
      let rows = try self.rows(try node.required("rows"), of: table)
      let leftColumns = try left.map { c throws(FormError) in try self.column(c, of: table) }
      let rightColumns = try right.map { c throws(FormError) in try self.column(c, of: table) }
      for row in rows {
        try append(
          left: leftColumns.map { table.cell(row: row, column: $0) }, comparison,
          right: rightColumns.map { table.cell(row: row, column: $0) }, from: node)
      }
    }
  }

  private mutating func append(
    left: [CellIndex], _ comparison: Relation.Comparison, right: [CellIndex],
    from node: DefinitionNode
  ) throws(FormError) {
    var seen: Set<CellIndex> = []
    for cell in left + right where !seen.insert(cell).inserted {
      throw node.failure(.repeatedCell(address(of: cell)))
    }
    termCount += left.count + right.count
    guard termCount <= Self.termLimit else {
      throw node.failure(.tooManyTerms(limit: Self.termLimit))
    }
    relations.append(
      Relation(rule: rules.count - 1, left: left, comparison: comparison, right: right))
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

  private func row(_ node: DefinitionNode, of table: Table) throws(FormError) -> Int {
    let id = try node.text()
    guard let row = table.rowIndex[id] else { throw node.failure(.unknownRow(id)) }
    return row
  }

  private func column(_ node: DefinitionNode, of table: Table) throws(FormError) -> Int {
    let id = try node.text()
    guard let column = table.columnIndex[id] else { throw node.failure(.unknownColumn(id)) }
    return column
  }

  private func rows(_ node: DefinitionNode, of table: Table) throws(FormError) -> [Int] {
    if try meansAll(node) { return Array(table.rows.indices) }
    return try node.elements().map { row throws(FormError) in try self.row(row, of: table) }
  }

  private func columns(_ node: DefinitionNode, of table: Table) throws(FormError) -> [Int] {
    if try meansAll(node) { return Array(table.columns.indices) }
    return try node.elements().map { c throws(FormError) in try self.column(c, of: table) }
  }

  private func meansAll(_ node: DefinitionNode) throws(FormError) -> Bool {
    if node.json.array != nil { return false }
    guard node.json.string == "all" else { throw node.failure(.wrongType(expected: .linesOrAll)) }
    return true
  }

  private func cell(_ node: DefinitionNode) throws(FormError) -> CellIndex {
    let text = try node.text()
    guard let address = Address(text), let table = tables.first(where: { $0.id == address.table }),
      let row = table.rowIndex[address.row], let column = table.columnIndex[address.column]
    else { throw node.failure(.unknownCell(text)) }
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
