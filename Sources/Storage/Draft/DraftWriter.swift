import JSONText
import ReportModel

extension DraftFile {
  /// The JSON value of a draft file; `cells` always stands there, `texts` only with a text in it.
  static func json(of draft: Draft) -> JSON {
    var tree = KeyTree()
    // What is unknown comes first, so that nothing known can be lost under it.
    for unknown in draft.unknown { tree.set(unknown.value, at: unknown.path[...]) }
    tree.set(JSON(.string(schema)), at: ["schema"])
    tree.set(JSON(.string(draft.form.id)), at: ["form"])
    tree.set(JSON(.number(String(draft.year))), at: ["year"])
    if draft.carriesForm { tree.set(draft.form.definition, at: ["formDefinition"]) }
    for key in Organ.Key.allCases {
      guard let value = draft.organ[key] else { continue }
      tree.set(JSON(.string(value)), at: ["organ", key.rawValue])
    }
    tree.setContent(
      of: draft.form, texts: draft.texts, figure: { draft[$0] }, below: [])
    if let previous = draft.previous { set(previous, on: draft.form, in: &tree) }
    if !draft.acceptances.isEmpty {
      tree.set(AcceptanceFile.json(of: draft.acceptances), at: ["accepted"])
    }
    if !draft.comments.isEmpty {
      tree.set(CommentFile.json(of: draft.comments), at: ["comments"])
    }
    for member in ReviewFile.members(of: draft.review) { tree.set(member.value, at: [member.key]) }
    if !draft.revisions.isEmpty {
      tree.set(HistoryFile.json(of: draft.revisions), at: ["history"])
    }
    return tree.json
  }

  private static func set(_ previous: PreviousYear, on form: Form, in tree: inout KeyTree) {
    let path = ["previous"]
    for unknown in previous.unknown { tree.set(unknown.value, at: (path + unknown.path)[...]) }
    tree.set(JSON(.number(String(previous.year))), at: ["previous", "year"])
    tree.set(JSON(.string(previous.form)), at: ["previous", "form"])
    tree.set(JSON(.string(previous.organ)), at: ["previous", "organ"])
    tree.set(JSON(.string(previous.source)), at: ["previous", "source"])
    tree.setContent(of: form, texts: previous.texts, figure: { previous[$0] }, below: path)
  }
}

/// An object of objects that is put together from values and the keys that lead to them.
private struct KeyTree {
  /// A key by its bytes: keys that are only canonically equivalent are two keys in a file.
  private struct Key: Hashable {
    let bytes: [UInt8]

    init(_ text: String) {
      bytes = Array(text.utf8)
    }
  }

  private enum Node {
    case value(JSON)
    case branch(KeyTree)
  }

  private var nodes: [Key: Node] = [:]

  /// Puts a value where the keys lead; what stood in the way is replaced.
  mutating func set(_ value: JSON, at path: ArraySlice<String>) {
    guard let first = path.first else { return }
    let rest = path.dropFirst()
    guard !rest.isEmpty else {
      nodes[Key(first)] = .value(value)
      return
    }
    var branch = KeyTree()
    // Taken out while it changes, so that it is not copied at each step.
    if case .branch(let present) = nodes.removeValue(forKey: Key(first)) { branch = present }
    branch.set(value, at: rest)
    nodes[Key(first)] = .branch(branch)
  }

  /// Puts figures and texts below a path; `cells` stands there even if nothing comes into it.
  mutating func setContent(
    of form: Form, texts: [String: Prose], figure: (CellIndex) -> Quantity?, below path: [String]
  ) {
    for section in form.textSections {
      guard let text = texts[section.id], !text.isEmpty else { continue }
      set(JSON(.string(text.text)), at: (path + ["texts", section.id])[...])
    }
    makeBranch((path + ["cells"])[...])
    for position in 0..<form.cellCount {
      guard let figure = figure(CellIndex(position)) else { continue }
      let address = form.address(of: CellIndex(position))
      set(
        JSON(.number(figure.description)),
        at: (path + ["cells", address.table, address.row, address.column])[...])
    }
  }

  /// Makes sure that objects stand along a path, even if nothing comes into them.
  private mutating func makeBranch(_ path: ArraySlice<String>) {
    guard let first = path.first else { return }
    var branch = KeyTree()
    if case .branch(let present) = nodes.removeValue(forKey: Key(first)) { branch = present }
    branch.makeBranch(path.dropFirst())
    nodes[Key(first)] = .branch(branch)
  }

  /// The object, its keys sorted.
  var json: JSON {
    let sorted = nodes.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    return JSON(
      .object(
        sorted.map { key, node in
          let name = String(decoding: key.bytes, as: UTF8.self)
          switch node {
          case .value(let value): return JSON.Member(name, value)
          case .branch(let branch): return JSON.Member(name, branch.json)
          }
        }))
  }
}
