import JSONText
import ReportModel

extension HistoryFile {
  static func revisions(reading json: JSON) throws(DraftError) -> [Revision] {
    guard let elements = json.array else { throw wrongType(json, "history", .array) }
    var revisions: [Revision] = []
    revisions.reserveCapacity(elements.count)
    for (number, element) in elements.enumerated() {
      revisions.append(try revision(reading: element, path: "history[\(number)]"))
    }
    return revisions
  }

  private static func revision(reading json: JSON, path: String) throws(DraftError) -> Revision {
    var revision = Revision(by: "", on: "")
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, Key.self) {
      case .by: revision.by = try text(value, path)
      case .on: revision.on = try text(value, path)
      case .cells: revision.cells = try changes(reading: value, path, figure)
      case .organ: revision.organ = try changes(reading: value, path, text)
      case .texts: revision.texts = try texts(reading: value, path)
      case .year: revision.year = try change(Key.year.rawValue, reading: value, path, whole)
      case nil: revision.unknown.append(kept(member))
      }
    }
    revision.unknown.sort(by: precedes)
    return revision
  }

  private static func changes<Value>(
    reading json: JSON, _ path: String,
    _ read: (JSON, _ path: String) throws(DraftError) -> Value
  ) throws(DraftError) -> [Revision.Change<Value>] {
    var changes: [Revision.Change<Value>] = []
    for member in try members(of: json, path) {
      changes.append(
        try change(member.key, reading: member.value, "\(path).\(member.key)", read))
    }
    return changes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  private static func change<Value>(
    _ name: String, reading json: JSON, _ path: String,
    _ read: (JSON, _ path: String) throws(DraftError) -> Value
  ) throws(DraftError) -> Revision.Change<Value> {
    var change = Revision.Change<Value>(name, from: nil, to: nil)
    for member in try members(of: json, path) {
      let path = "\(path).\(member.key)"
      switch key(member, ChangeKey.self) {
      case .from: change.from = try read(member.value, path)
      case .to: change.to = try read(member.value, path)
      case nil: change.unknown.append(kept(member))
      }
    }
    change.unknown.sort(by: precedes)
    return change
  }

  private static func texts(reading json: JSON, _ path: String) throws(DraftError)
    -> [Revision.Text]
  {
    var texts: [Revision.Text] = []
    for member in try members(of: json, path) {
      let path = "\(path).\(member.key)"
      var hunks: [Revision.Hunk] = []
      for (number, element) in try elements(of: member.value, path).enumerated() {
        hunks.append(try hunk(reading: element, "\(path)[\(number)]"))
      }
      texts.append(Revision.Text(member.key, hunks))
    }
    return texts.sorted { $0.section.utf8.lexicographicallyPrecedes($1.section.utf8) }
  }

  private static func hunk(reading json: JSON, _ path: String) throws(DraftError) -> Revision.Hunk {
    var hunk = Revision.Hunk(start: 0, removed: [], added: [])
    var hasStart = false
    for member in try members(of: json, path) {
      let path = "\(path).\(member.key)"
      switch key(member, HunkKey.self) {
      case .start:
        hunk.start = try whole(member.value, path)
        hasStart = true
      case .removed: hunk.removed = try paragraphs(member.value, path)
      case .added: hunk.added = try paragraphs(member.value, path)
      case nil: hunk.unknown.append(kept(member))
      }
    }
    guard hasStart else {
      throw DraftError(.missing(path: "\(path).\(HunkKey.start.rawValue)"), offset: json.offset)
    }
    hunk.unknown.sort(by: precedes)
    return hunk
  }
}

extension HistoryFile {
  private static func members(of json: JSON, _ path: String) throws(DraftError) -> [JSON.Member] {
    guard let members = json.object else { throw wrongType(json, path, .object) }
    return members
  }

  private static func elements(of json: JSON, _ path: String) throws(DraftError) -> [JSON] {
    guard let elements = json.array else { throw wrongType(json, path, .array) }
    return elements
  }

  private static func text(_ json: JSON, _ path: String) throws(DraftError) -> String {
    guard let text = json.string else { throw wrongType(json, path, .string) }
    return text
  }

  /// A number from 0 on.
  private static func whole(_ json: JSON, _ path: String) throws(DraftError) -> Int {
    guard let number = json.integer, number >= 0 else { throw wrongType(json, path, .integer) }
    return number
  }

  private static func figure(_ json: JSON, _ path: String) throws(DraftError) -> Quantity {
    guard case .number(let text) = json.content else { throw wrongType(json, path, .number) }
    guard let quantity = Quantity(json: text) else {
      throw DraftError(.figureOutOfRange(path: path, text: text), offset: json.offset)
    }
    return quantity
  }

  private static func paragraphs(_ json: JSON, _ path: String) throws(DraftError) -> [String] {
    var paragraphs: [String] = []
    for (number, element) in try elements(of: json, path).enumerated() {
      paragraphs.append(try text(element, "\(path)[\(number)]"))
    }
    return paragraphs
  }

  /// The key that a member has, if it is one of ours byte by byte.
  private static func key<Key: RawRepresentable<String>>(
    _ member: JSON.Member, _ keys: Key.Type
  ) -> Key? {
    Key(rawValue: member.key).flatMap { key in
      key.rawValue.utf8.elementsEqual(member.key.utf8) ? key : nil
    }
  }

  private static func kept(_ member: JSON.Member) -> JSON.Member {
    JSON.Member(member.key, member.value.withSortedKeys)
  }

  private static func precedes(_ left: JSON.Member, _ right: JSON.Member) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  private static func wrongType(
    _ value: JSON, _ path: String, _ expected: DraftError.Expected
  ) -> DraftError {
    DraftError(.wrongType(path: path, expected: expected), offset: value.offset)
  }
}
