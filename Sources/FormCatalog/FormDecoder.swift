package import JSONText
package import ReportModel

extension Form {
  /// The `schema` of the definitions that this version reads.
  package static let definitionSchema = "nianbao/form/1"

  /// The most cells that a form may have.
  package static let cellLimit = 200_000

  /// The form that a definition describes.
  ///
  /// Strict: a key that means nothing here is an error, so that a slip of the pen in an own form
  /// is seen at once.
  ///
  /// - Throws: `FormError` with the first mistake and its place.
  package init(definition: JSON) throws(FormError) {
    try self.init(
      definition: definition, whole: { definition }, deferring: nil)
  }

  /// A shipped form: what it asks of texts, most of its definition, and how it counts a register are
  /// read when that is first asked for.
  ///
  /// - Throws: nothing for what tests have read whole.
  init(shipped bytes: [UInt8]) throws(FormError) {
    var members: [JSON.Member] = []
    var deferred = Deferral()
    for (key, value) in JSONOutline(bytes).members {
      if key == "register" {
        deferred.register = value
        continue
      }
      guard key == "checks" else {
        members.append(JSON.Member(key, try JSON(part: value)))
        continue
      }
      var ofCells: [JSON] = []
      for check in value.elements {
        if try CheckDecoder.isAboutCells(check) {
          ofCells.append(try JSON(part: check))
        } else {
          deferred.checks.append(check)
        }
      }
      members.append(JSON.Member(key, JSON(.array(ofCells))))
    }
    try self.init(
      definition: JSON(.object(members)), whole: { JSON(shipped: JSONOutline(bytes)) },
      deferring: deferred)
  }

  /// What is read when it is asked for.
  private struct Deferral {
    /// The checks over texts.
    var checks: [JSONOutline] = []
    var register: JSONOutline?
  }

  /// The form of a definition that is read now, or but for some of it.
  ///
  /// - Parameters:
  ///   - definition: what is read now.
  ///   - whole: all of the definition.
  ///   - deferred: what stands not in `definition`, and is right; nil where all does.
  /// - Throws: `FormError` with the first mistake and its place.
  private init(
    definition: JSON, whole: @escaping @Sendable () -> JSON, deferring deferred: Deferral?
  ) throws(FormError) {
    let root = DefinitionNode(definition)
    try root.requireObject(
      keys: [
        "schema", "id", "name", "title", "basis", "years", "sections", "rules", "checks",
        "register",
      ])
    let schema = try root.required("schema")
    guard try schema.text() == Self.definitionSchema else {
      throw schema.failure(.badSchema(try schema.text()))
    }
    let id = try root.required("id")
    // `forms check` is a command, so no form may be called so.
    guard try id.identifier() != "check" else { throw id.failure(.reservedID("check")) }
    let years = try Self.years(root.optional("years"))
    var content = FormContent()
    for section in try root.required("sections").elements() { try content.append(section) }
    var rules = RuleDecoder(tables: content.tables)
    for rule in try root.optional("rules")?.elements() ?? [] { try rules.append(rule) }
    let scope = DefinitionScope(sections: content.sections, tables: content.tables)
    var checks = CheckDecoder(scope: scope, ruleIDs: rules.rules.map(\.id))
    for node in try root.optional("checks")?.elements() ?? [] { try checks.append(node) }
    let register: @Sendable () -> RegisterDefinition?
    if let deferred {
      register = { Self.register(deferred.register, in: scope) }
    } else {
      let read = try root.optional("register").map { node throws(FormError) in
        try RegisterDefinition(node, in: scope)
      }
      register = { read }
    }
    self.init(
      id: try id.identifier(), name: try root.required("name").localizedText(),
      reportTitle: try root.required("title").text(),
      basis: try root.optional("basis")?.text() ?? "", firstYear: years.first,
      lastYear: years.last, sections: content.sections, tables: content.tables,
      rules: rules.rules, relations: rules.relations,
      checks: (deferred?.checks).map(checks.checks(deferring:)) ?? checks.checks,
      register: register(), source: whole())
  }

  /// How a shipped form counts a register.
  private static func register(
    _ definition: JSONOutline?, in scope: DefinitionScope
  ) -> RegisterDefinition? {
    guard let definition else { return nil }
    do throws(FormError) {
      return try RegisterDefinition(DefinitionNode(JSON(shipped: definition)), in: scope)
    } catch {
      preconditionFailure("A shipped form is wrong: \(error)")
    }
  }

  private static func years(_ node: DefinitionNode?) throws(FormError) -> (first: Int?, last: Int?)
  {
    guard let node else { return (nil, nil) }
    try node.requireObject(keys: ["first", "last"])
    let first = try node.optional("first").map { node throws(FormError) in try year(node) }
    let last = try node.optional("last").map { node throws(FormError) in try year(node) }
    if let first, let last, first > last { throw node.failure(.badYear(last)) }
    return (first, last)
  }

  private static func year(_ node: DefinitionNode) throws(FormError) -> Int {
    let year = try node.integer()
    guard 1...9999 ~= year else { throw node.failure(.badYear(year)) }
    return year
  }
}

extension JSON {
  /// A part of a definition.
  init(part: JSONOutline) throws(FormError) {
    do throws(JSONError) {
      self = try JSON(reading: Array(part.bytes))
    } catch {
      throw FormError(.notJSON(error.cause), path: "", offset: part.bytes.startIndex + error.offset)
    }
  }

  /// A part of a shipped definition.
  init(shipped part: JSONOutline) {
    do throws(FormError) {
      try self.init(part: part)
    } catch {
      preconditionFailure("A shipped form is wrong: \(error)")
    }
  }
}

/// The sections and tables of a form while they are read.
private struct FormContent {
  var sections: [Section] = []
  var tables: [Table] = []
  private var sectionIDs: Set<String> = []
  private var tableIDs: Set<String> = []

  mutating func append(_ node: DefinitionNode) throws(FormError) {
    try node.requireObject(keys: ["id", "title", "short", "aliases", "text", "tables"])
    let id = try node.required("id")
    let name = try id.identifier()
    // `set DRAFT year=2024` sets the year, so no text may have this name.
    guard name != "year" else { throw id.failure(.reservedID(name)) }
    // `show DRAFT ID` means a section or a table.
    guard sectionIDs.insert(name).inserted, !tableIDs.contains(name) else {
      throw id.failure(.duplicateID(name))
    }
    let title = try node.required("title").text()
    let short = try node.optional("short")?.text() ?? title
    let aliases = try node.optional("aliases").map { node throws(FormError) in
      try node.elements().map { alias throws(FormError) in try alias.text() }
    }
    sections.append(
      Section(
        id: name, title: title, short: short, aliases: aliases ?? [],
        content: try content(of: node),
        carriesOver: try node.optional("text")?.optional("carriesOver")?.flag() ?? false))
  }

  private mutating func content(of node: DefinitionNode) throws(FormError) -> Section.Content {
    if let text = node.optional("text") {
      guard !node.has("tables") else { throw node.failure(.exclusiveKeys("text", "tables")) }
      try text.requireObject(keys: ["prompt", "carriesOver"])
      return .text(prompt: try text.optional("prompt")?.localizedText())
    }
    let first = tables.count
    for table in try node.required("tables").elements() { try appendTable(table) }
    return .tables(first..<tables.count)
  }

  private mutating func appendTable(_ node: DefinitionNode) throws(FormError) {
    try node.requireObject(keys: ["id", "heading", "corner", "unit", "columns", "rows"])
    let id = try node.required("id")
    let name = try id.identifier()
    guard tableIDs.insert(name).inserted, !sectionIDs.contains(name) else {
      throw id.failure(.duplicateID(name))
    }
    var columns = HeadingDecoder(childrenKey: "columns")
    let columnTree = try columns.headings(of: node, within: [])
    var rows = HeadingDecoder(childrenKey: "rows")
    let rowTree = try rows.headings(of: node, within: [])
    let table = Table(
      id: try id.identifier(), heading: try node.optional("heading")?.text(),
      corner: try node.optional("corner")?.text(), unit: try node.optional("unit")?.text(),
      columnTree: columnTree, rowTree: rowTree, columns: columns.lines, rows: rows.lines,
      firstCell: tables.last?.cells.upperBound ?? 0)
    guard table.cells.upperBound <= Form.cellLimit else {
      throw node.failure(.tooManyCells(limit: Form.cellLimit))
    }
    tables.append(table)
  }
}

/// The rows or the columns of one table while their tree is read.
private struct HeadingDecoder {
  let childrenKey: String
  var lines: [Line] = []
  private var ids: Set<String> = []

  init(childrenKey: String) {
    self.childrenKey = childrenKey
  }

  mutating func headings(of node: DefinitionNode, within groups: [String]) throws(FormError)
    -> [Heading]
  {
    var headings: [Heading] = []
    for child in try node.required(childrenKey).elements() {
      headings.append(try heading(child, within: groups))
    }
    return headings
  }

  private mutating func heading(_ node: DefinitionNode, within groups: [String]) throws(FormError)
    -> Heading
  {
    let first = lines.count
    guard node.has(childrenKey) else {
      let line = try line(node, within: groups)
      lines.append(line)
      return Heading(label: line.label, short: line.short, children: [], span: first..<first + 1)
    }
    try node.requireObject(keys: ["label", "short", childrenKey])
    let label = try node.required("label").text()
    let short = try node.optional("short")?.text()
    let children = try headings(of: node, within: groups + [label])
    return Heading(label: label, short: short, children: children, span: first..<lines.count)
  }

  private mutating func line(_ node: DefinitionNode, within groups: [String]) throws(FormError)
    -> Line
  {
    try node.requireObject(
      keys: ["id", "label", "short", "kind", "unit", "basis", "definition"])
    let id = try node.required("id")
    let name = try id.identifier()
    guard ids.insert(name).inserted else { throw id.failure(.duplicateID(name)) }
    return Line(
      id: name, label: try node.required("label").text(),
      short: try node.optional("short")?.text(), groups: groups,
      kind: try node.optional("kind")?.word(), unit: try node.optional("unit")?.text(),
      basis: try node.optional("basis")?.text(),
      definition: try node.optional("definition")?.localizedText())
  }
}
