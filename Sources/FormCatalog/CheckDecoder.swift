import JSONText
import ReportModel

/// The built-in rules of a form while they are read.
struct CheckDecoder: Sendable {
  private var cells = CellChecks()
  private var figures = FigureCheckDecoder()
  private var words = WordChecks()
  private let scope: DefinitionScope
  private var ids: Set<String>

  /// Keys that every check may have.
  static let commonKeys = ["id", "severity", "basis"]

  init(scope: DefinitionScope, ruleIDs: [String]) {
    self.scope = scope
    ids = Set(ruleIDs)
  }

  /// What was read of cells and of texts.
  var checks: Checks {
    let ofTexts = ofTexts
    return Checks(cells: cells) { ofTexts }
  }

  private var ofTexts: Checks.OfTexts { Checks.OfTexts(figures: figures.checks, words: words) }

  /// What was read, with what more there is about texts in `definitions`, which are read when that
  /// is first asked for.
  ///
  /// - Precondition: the definitions are right, as those of a shipped form are.
  func checks(deferring definitions: [JSONOutline]) -> Checks {
    let begun = self
    return Checks(cells: cells) {
      var decoder = begun
      do throws(FormError) {
        for definition in definitions {
          try decoder.append(DefinitionNode(JSON(shipped: definition)))
        }
      } catch {
        preconditionFailure("A shipped form is wrong: \(error)")
      }
      return decoder.ofTexts
    }
  }

  /// Whether a check is about cells, and so wanted by whoever reads a table.
  static func isAboutCells(_ check: JSONOutline) throws(FormError) -> Bool {
    guard let id = check["id"] else { return true }
    return try JSON(part: id).string.map(CellChecks.ids.contains) ?? true
  }

  mutating func append(_ node: DefinitionNode) throws(FormError) {
    guard node.json.object != nil else { throw node.failure(.wrongType(expected: .object)) }
    let id = try node.required("id")
    let name = try id.text()
    guard ids.insert(name).inserted else { throw id.failure(.duplicateID(name)) }
    if try cells.read(name, from: node, in: scope) { return }
    if try figures.read(name, from: node, in: scope) { return }
    if try words.read(name, from: node, in: scope) { return }
    throw id.failure(.unknownWord(name, allowed: Self.ids))
  }

  /// The ids of the checks that a form may ask for.
  private static let ids = CellChecks.ids + FigureCheckDecoder.ids + WordChecks.ids

  /// The ids of every rule that is built in, asked for or not.
  static let builtInIDs = BuiltInRule.ids + ids
}

/// What the checks of a definition may name.
struct DefinitionScope: Sendable {
  let sections: [Section]
  let tables: [Table]

  /// The cell that a node names by its address.
  func cell(_ node: DefinitionNode) throws(FormError) -> CellIndex {
    let text = try node.text()
    guard let address = Address(text), let table = tables.first(where: { $0.id == address.table }),
      let row = table.rowIndex[address.row], let column = table.columnIndex[address.column]
    else { throw node.failure(.unknownCell(text)) }
    return table.cell(row: row, column: column)
  }

  /// The cells that a node lists.
  func cells(_ node: DefinitionNode) throws(FormError) -> [CellIndex] {
    try node.elements().map { cell throws(FormError) in try self.cell(cell) }
  }

  /// The table that a node names by its id.
  func table(_ node: DefinitionNode) throws(FormError) -> Table {
    let id = try node.text()
    guard let table = tables.first(where: { $0.id == id }) else {
      throw node.failure(.unknownTable(id))
    }
    return table
  }

  /// The index of the row that a node names by its id.
  func row(_ node: DefinitionNode, of table: Table) throws(FormError) -> Int {
    let id = try node.text()
    guard let row = table.rowIndex[id] else { throw node.failure(.unknownRow(id)) }
    return row
  }

  /// The id of the text section that a node names.
  func textSection(_ node: DefinitionNode) throws(FormError) -> String {
    let text = try node.text()
    guard let section = sections.first(where: { $0.id == text }), section.isText else {
      throw node.failure(.unknownSection(text))
    }
    return section.id
  }

  /// The text sections that a node lists.
  func textSections(_ node: DefinitionNode) throws(FormError) -> [String] {
    try node.elements().map { section throws(FormError) in try textSection(section) }
  }
}

extension DefinitionNode {
  /// A check with its common keys, once its own are read.
  func check<Parameters>(_ parameters: Parameters) throws(FormError) -> Check<Parameters> {
    Check(
      severity: try required("severity").word(), basis: try optional("basis")?.text() ?? "",
      parameters: parameters)
  }
}
