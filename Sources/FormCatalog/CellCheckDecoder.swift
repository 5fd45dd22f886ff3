import ReportModel

extension CellChecks {
  /// The ids of the rules read here.
  static let ids = [
    BuiltInRule.jump, BuiltInRule.unit, BuiltInRule.allZero, BuiltInRule.authority,
    BuiltInRule.superseded,
  ]

  /// What a number of a rule may be: products with figures stay exact.
  private static let allowed = 1...1_000_000_000

  /// Reads one check; false where its id is none of these.
  mutating func read(
    _ id: String, from node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Bool {
    switch id {
    case BuiltInRule.jump: jump = try Self.jump(node)
    case BuiltInRule.unit: unit = try Self.unit(node, in: scope)
    case BuiltInRule.allZero: allZero = try Self.allZero(node, in: scope)
    case BuiltInRule.authority: authority = try Self.authority(node, in: scope)
    case BuiltInRule.superseded: superseded = try Self.superseded(node, in: scope)
    default: return false
    }
    return true
  }

  private static func jump(_ node: DefinitionNode) throws(FormError) -> Check<Jump> {
    try node.requireObject(keys: CheckDecoder.commonKeys + ["factor", "least"])
    return try node.check(
      Jump(
        factor: try node.required("factor").integer(in: allowed),
        least: try node.required("least").integer(in: allowed)))
  }

  private static func unit(
    _ node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Check<Unit> {
    try node.requireObject(
      keys: CheckDecoder.commonKeys + ["cells", "leastRatio", "mostRatio", "least", "factor"])
    let leastRatio = try node.required("leastRatio").integer(in: allowed)
    let mostRatio = try node.required("mostRatio")
    return try node.check(
      Unit(
        cells: Set(try scope.cells(node.required("cells"))),
        ratios: leastRatio...(try mostRatio.integer(in: leastRatio...allowed.upperBound)),
        least: try node.required("least").integer(in: allowed),
        factor: try node.required("factor").integer(in: allowed)))
  }

  private static func allZero(
    _ node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Check<AllZero> {
    try node.requireObject(
      keys: CheckDecoder.commonKeys + ["sections", "terms", "counters", "exceptions"])
    return try node.check(
      AllZero(
        sections: try scope.textSections(node.required("sections")),
        terms: try node.required("terms").texts(),
        counters: try node.required("counters").texts(),
        exceptions: try node.optional("exceptions")?.texts() ?? []))
  }

  private static func authority(
    _ node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Check<Authority> {
    try node.requireObject(keys: CheckDecoder.commonKeys + ["cells", "levels"])
    var levels: [String] = []
    for level in try node.required("levels").elements() {
      let word = try level.text()
      guard Organ.levels.contains(word) else {
        throw level.failure(.unknownWord(word, allowed: Organ.levels))
      }
      levels.append(word)
    }
    return try node.check(
      Authority(cells: try scope.cells(node.required("cells")), levels: levels))
  }

  private static func superseded(
    _ node: DefinitionNode, in scope: DefinitionScope
  ) throws(FormError) -> Check<Superseded> {
    try node.requireObject(keys: CheckDecoder.commonKeys + ["splitRow"])
    guard let split = node.optional("splitRow") else {
      return try node.check(Superseded(splitRow: nil))
    }
    try split.requireObject(keys: ["table", "added", "kept"])
    let table = try scope.table(split.required("table"))
    let kept = try scope.row(split.required("kept"), of: table)
    var added: [Int] = []
    for node in try split.required("added").elements() {
      let row = try scope.row(node, of: table)
      guard row != kept, !added.contains(row) else {
        throw node.failure(.duplicateID(table.rows[row].id))
      }
      added.append(row)
    }
    let cells = { (row: Int) in table.columns.indices.map { table.cell(row: row, column: $0) } }
    return try node.check(
      Superseded(splitRow: SplitRow(added: added.flatMap(cells), kept: cells(kept))))
  }
}
