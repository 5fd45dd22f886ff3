import ReportModel

extension RegisterDefinition {
  /// What a definition says of the register of requests.
  init(_ node: DefinitionNode, in scope: DefinitionScope) throws(FormError) {
    try node.requireObject(
      keys: ["table", "counts", "headings", "applicants", "outcomes", "open", "asides"])
    let tableNode = try node.required("table")
    let table = try scope.table(tableNode)
    guard let number = scope.tables.firstIndex(where: { $0.id == table.id }) else {
      throw tableNode.failure(.unknownTable(table.id))
    }
    var lines = RegisterLines(table: table)
    self.init(
      table: number, rows: try lines.rows(node.required("counts")),
      headings: try Self.headings(node.required("headings")),
      applicants: try lines.meanings(of: node.required("applicants"), key: "column"),
      outcomes: try lines.meanings(of: node.required("outcomes"), key: "row"),
      open: try node.optional("open")?.texts() ?? [],
      asides: try node.optional("asides")?.texts() ?? [])
  }

  private static func headings(_ node: DefinitionNode) throws(FormError) -> [Role: [String]] {
    try node.requireObject(keys: Role.allCases.map(\.rawValue))
    var headings: [Role: [String]] = [:]
    for role in Role.allCases { headings[role] = try node.required(role.rawValue).texts() }
    return headings
  }
}

/// The rows and columns of the table while they are named, each once.
private struct RegisterLines {
  let table: Table
  private var rows: Set<Int> = []
  private var columns: Set<Int> = []

  init(table: Table) {
    self.table = table
  }

  mutating func rows(_ node: DefinitionNode) throws(FormError) -> RegisterDefinition.Rows {
    try node.requireObject(keys: ["received", "openBefore", "openAfter"])
    return RegisterDefinition.Rows(
      received: try row(node.required("received")),
      openBefore: try row(node.required("openBefore")),
      openAfter: try row(node.required("openAfter")))
  }

  /// The meanings that a list gives, each with its line under `key` and its words.
  mutating func meanings(
    of node: DefinitionNode, key: String
  ) throws(FormError) -> [RegisterDefinition.Meaning] {
    var meanings: [RegisterDefinition.Meaning] = []
    var words: Set<String> = []
    for element in try node.elements() {
      try element.requireObject(keys: [key, "words"])
      let line = try element.required(key)
      let index = key == "row" ? try row(line) : try column(line)
      for word in try element.optional("words")?.elements() ?? [] {
        let text = try word.text()
        guard words.insert(text).inserted else { throw word.failure(.duplicateID(text)) }
      }
      meanings.append(
        RegisterDefinition.Meaning(
          line: index, words: try element.optional("words")?.texts() ?? []))
    }
    return meanings
  }

  private mutating func row(_ node: DefinitionNode) throws(FormError) -> Int {
    let id = try node.text()
    guard let row = table.rowIndex[id] else { throw node.failure(.unknownRow(id)) }
    guard rows.insert(row).inserted else { throw node.failure(.duplicateID(id)) }
    return row
  }

  private mutating func column(_ node: DefinitionNode) throws(FormError) -> Int {
    let id = try node.text()
    guard let column = table.columnIndex[id] else { throw node.failure(.unknownColumn(id)) }
    guard columns.insert(column).inserted else { throw node.failure(.duplicateID(id)) }
    return column
  }
}
