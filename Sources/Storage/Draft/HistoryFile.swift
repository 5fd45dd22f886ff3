import JSONText
import ReportModel

/// What stands under `history` in a draft file: one entry a save, the oldest first.
enum HistoryFile: MemberReading {
  enum Key: String, CaseIterable {
    case by, cells, on, organ, texts, year
  }

  enum ChangeKey: String, CaseIterable {
    case from, to
  }

  enum HunkKey: String, CaseIterable {
    case added, removed, start
  }

  static func json(of revisions: [Revision]) -> JSON {
    .list(revisions.map { json(of: $0).withSortedKeys })
  }

  private static func json(of revision: Revision) -> JSON {
    let known = JSON.make([
      Key.by.rawValue: revision.by.isEmpty ? nil : .text(revision.by),
      Key.on.rawValue: revision.on.isEmpty ? nil : .text(revision.on),
      Key.cells.rawValue: object(
        revision.cells.map { JSON.Member($0.key, json(of: $0, figure)) }),
      Key.texts.rawValue: object(
        revision.texts.map { JSON.Member($0.section, .list($0.hunks.map(json(of:)))) }),
      Key.organ.rawValue: object(
        revision.organ.map { JSON.Member($0.key, json(of: $0, JSON.text)) }),
      Key.year.rawValue: revision.year.map { json(of: $0, JSON.whole) },
    ])
    return JSON(.object((known.object ?? []) + revision.unknown))
  }

  private static func object(_ members: [JSON.Member]) -> JSON? {
    members.isEmpty ? nil : JSON(.object(members))
  }

  private static func figure(_ quantity: Quantity) -> JSON {
    JSON(.number(quantity.description))
  }

  private static func json<Value>(
    of change: Revision.Change<Value>, _ json: (Value) -> JSON
  ) -> JSON {
    let known = JSON.make([
      ChangeKey.from.rawValue: change.from.map(json), ChangeKey.to.rawValue: change.to.map(json),
    ])
    return JSON(.object((known.object ?? []) + change.unknown))
  }

  private static func json(of hunk: Revision.Hunk) -> JSON {
    func list(_ paragraphs: [String]) -> JSON? {
      paragraphs.isEmpty ? nil : .list(paragraphs.map { .text($0) })
    }
    let known = JSON.make([
      HunkKey.start.rawValue: .whole(hunk.start), HunkKey.removed.rawValue: list(hunk.removed),
      HunkKey.added.rawValue: list(hunk.added),
    ])
    return JSON(.object((known.object ?? []) + hunk.unknown))
  }
}
