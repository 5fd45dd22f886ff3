import JSONText
import ReportModel

/// What a journal says of itself in its first line: whose it is, and what its edits begin from.
struct JournalHead: Equatable {
  static let schema = "nianbao/journal/1"

  /// The name of the draft's file: where it lies may be called otherwise on another machine.
  var name: String
  var presence: Presence
  /// What the file held when it was opened or last saved; nil while there was none.
  var content: [UInt8]?
  /// The draft that the edits begin from, where that is another than the file held.
  var opened: [UInt8]?

  var json: JSON {
    .make([
      "journal": .text(Self.schema), "draft": .text(name), "presence": presence.json,
      "content": content.map { .text(String(decoding: $0, as: UTF8.self)) },
      "opened": opened.map { .text(String(decoding: $0, as: UTF8.self)) },
    ])
  }

  init(name: String, presence: Presence, content: [UInt8]?, opened: [UInt8]?) {
    self.name = name
    self.presence = presence
    self.content = content
    self.opened = opened
  }

  init?(_ json: JSON) {
    guard json["journal"]?.string == Self.schema, let name = json["draft"]?.string,
      let presence = json["presence"].flatMap(Presence.init)
    else { return nil }
    self.name = name
    self.presence = presence
    content = json["content"]?.string.map { Array($0.utf8) }
    opened = json["opened"]?.string.map { Array($0.utf8) }
  }
}

/// The lines of a journal: each begins with a digest over all lines before it and its own, so that
/// nothing behind a line that is torn or foreign is ever taken for an edit.
package struct JournalLines {
  private static let digestLength = 16

  /// The most bytes that a journal may have: it holds the draft it began from, perhaps twice.
  static let sizeLimit = 4 * DraftFile.sizeLimit

  /// A line is a journal's own, but what stands in a draft may be as long as a draft.
  private static let limits = JSONLimits(bytes: sizeLimit, depth: JSONLimits.draft.depth)

  private var chain: [UInt8] = []

  package init() {}

  /// The bytes of the next line.
  mutating func line(_ json: JSON) -> [UInt8] { seal(Array(json.compactText.utf8)) }

  /// The bytes of a line with this text, which has no line end in it.
  package mutating func seal(_ text: [UInt8]) -> [UInt8] {
    chain = Self.link(chain, text)
    return chain + [UInt8(ascii: " ")] + text + [UInt8(ascii: "\n")]
  }

  private static func link(_ chain: [UInt8], _ text: [UInt8]) -> [UInt8] {
    Array(Digest(of: chain + text).short.utf8)
  }

  /// The lines of a journal as far as they are whole, and whether anything stands behind them.
  static func values(in bytes: [UInt8]) -> (values: [JSON], isCutOff: Bool) {
    var chain: [UInt8] = []
    var values: [JSON] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      guard line.count > digestLength, line[line.startIndex + digestLength] == UInt8(ascii: " ")
      else { break }
      let text = Array(line.dropFirst(digestLength + 1))
      let next = link(chain, text)
      guard line.starts(with: next), let value = json(text) else { break }
      chain = next
      values.append(value)
      rest = rest[(end + 1)...]
    }
    return (values, !rest.isEmpty)
  }

  private static func json(_ text: [UInt8]) -> JSON? {
    do throws(JSONError) {
      return try JSON(reading: text, limits: limits)
    } catch {
      return nil
    }
  }
}
