import JSONText
import ReportModel

extension HistoryFile {
  static func revisions(reading json: JSON) throws(DraftError) -> [Revision] {
    try list(json, "history", revision)
  }

  private static func revision(_ json: JSON, _ path: String) throws(DraftError) -> Revision {
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
      texts.append(Revision.Text(member.key, try list(member.value, path, hunk)))
    }
    return texts.sorted { $0.section.utf8.lexicographicallyPrecedes($1.section.utf8) }
  }

  private static func hunk(_ json: JSON, _ path: String) throws(DraftError) -> Revision.Hunk {
    var hunk = Revision.Hunk(start: 0, removed: [], added: [])
    var hasStart = false
    for member in try members(of: json, path) {
      let path = "\(path).\(member.key)"
      switch key(member, HunkKey.self) {
      case .start:
        hunk.start = try whole(member.value, path)
        hasStart = true
      case .removed: hunk.removed = try list(member.value, path, text)
      case .added: hunk.added = try list(member.value, path, text)
      case nil: hunk.unknown.append(kept(member))
      }
    }
    _ = try required(hasStart ? 0 : nil, HunkKey.start, in: json, path)
    hunk.unknown.sort(by: precedes)
    return hunk
  }
}
