import JSONText
import ReportModel

/// What stands under `comments` in a draft file: one entry a comment, the oldest first.
enum CommentFile: MemberReading {
  private enum Key: String, CaseIterable {
    case at, by, on, quote, replies, resolved, text
  }

  static func json(of comments: [Comment]) -> JSON {
    .list(comments.map { json(of: $0).withSortedKeys })
  }

  private static func json(of comment: Comment) -> JSON {
    let resolution = comment.resolution.map { resolution in
      let known = JSON.make([
        Key.by.rawValue: named(resolution.by), Key.on.rawValue: named(resolution.on),
      ])
      return JSON(.object((known.object ?? []) + resolution.unknown))
    }
    let own = JSON.make([
      Key.at.rawValue: .text(comment.at), Key.quote.rawValue: comment.quote.map { .text($0) },
      Key.replies.rawValue: comment.replies.isEmpty
        ? nil : .list(comment.replies.map(json(of:))),
      Key.resolved.rawValue: resolution,
    ])
    return JSON(.object((own.object ?? []) + (json(of: comment.remark).object ?? [])))
  }

  private static func json(of remark: Comment.Remark) -> JSON {
    let known = JSON.make([
      Key.by.rawValue: named(remark.by), Key.on.rawValue: named(remark.on),
      Key.text.rawValue: .text(remark.text),
    ])
    return JSON(.object((known.object ?? []) + remark.unknown))
  }

  private static func named(_ text: String) -> JSON? { text.isEmpty ? nil : .text(text) }

  static func comments(reading json: JSON) throws(DraftError) -> [Comment] {
    try list(json, "comments", comment)
  }

  private static func comment(_ json: JSON, _ path: String) throws(DraftError) -> Comment {
    var at: String?
    var comment = Comment(
      at: "", try remark(json, path, besides: [.at, .quote, .replies, .resolved]))
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, Key.self) {
      case .at: at = try text(value, path)
      case .quote: comment.quote = try text(value, path)
      case .replies:
        comment.replies = try list(value, path) { (json, path) throws(DraftError) in
          try remark(json, path, besides: [])
        }
      case .resolved: comment.resolution = try resolution(value, path)
      case .by, .on, .text, nil: break
      }
    }
    comment.at = try required(at, Key.at, in: json, path)
    return comment
  }

  private static func remark(
    _ json: JSON, _ path: String, besides others: Set<Key>
  ) throws(DraftError) -> Comment.Remark {
    var (by, on, words) = ("", "", String?.none)
    var unknown: [JSON.Member] = []
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, Key.self) {
      case .by: by = try text(value, path)
      case .on: on = try text(value, path)
      case .text: words = try text(value, path)
      case let key?: if !others.contains(key) { unknown.append(kept(member)) }
      case nil: unknown.append(kept(member))
      }
    }
    return Comment.Remark(
      by: by, on: on, text: try required(words, Key.text, in: json, path),
      unknown: unknown.sorted(by: precedes))
  }

  private static func resolution(
    _ json: JSON, _ path: String
  ) throws(DraftError) -> Comment.Resolution {
    var resolution = Comment.Resolution(by: "", on: "")
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, Key.self) {
      case .by: resolution.by = try text(value, path)
      case .on: resolution.on = try text(value, path)
      default: resolution.unknown.append(kept(member))
      }
    }
    resolution.unknown.sort(by: precedes)
    return resolution
  }
}
