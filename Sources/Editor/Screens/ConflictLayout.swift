import CellGrid
import ReportModel
import Wording

/// What two drafts contradict in, laid out in lines of some width.
///
/// Ours and theirs stand side by side, or one below the other where that would be too narrow. What
/// is long is wrapped, so that all of it can be read.
struct ConflictLayout: Equatable, Sendable {
  /// What a part of a line is.
  enum Role: Equatable, Sendable {
    /// Where the conflict is.
    case place
    /// What stood there before.
    case base
    /// The name of a side.
    case name(Choice)
    /// What a side has.
    case content(Choice)
  }

  struct Part: Equatable, Sendable {
    var x: Int
    var text: String
    var role: Role
    /// The columns from `x` on that differ from the other side's.
    var marked = 0..<0
  }

  struct Line: Equatable, Sendable {
    /// The number of the conflict.
    var conflict: Int
    var parts: [Part]
  }

  let width: Int
  let metrics: Metrics
  private(set) var lines: [Line] = []
  /// For each conflict its lines, without the empty one behind it.
  private(set) var blocks: [Range<Int>] = []

  private static let indent = 4
  private static let gap = 2
  /// From this width on the sides stand beside each other.
  private static let widthForTwo = 48

  init(_ conflicts: [Conflict], in form: Form, _ wording: Wording, width: Int, metrics: Metrics) {
    self.width = width
    self.metrics = metrics
    for (number, conflict) in conflicts.enumerated() {
      let start = lines.count
      add(conflict, number, in: form, wording)
      blocks.append(start..<lines.count)
      lines.append(Line(conflict: number, parts: []))
    }
  }

  private mutating func add(
    _ conflict: Conflict, _ number: Int, in form: Form, _ wording: Wording
  ) {
    let contents = wording.contents(of: conflict)
    let room = max(2, width - Self.indent - 1)
    func add(_ parts: [Part]) { lines.append(Line(conflict: number, parts: parts)) }
    let place = "\(number + 1). " + wording.place(of: conflict, in: form)
    for text in wrapped(place, width: max(2, width - 2 - Self.indent)) {
      add([Part(x: 2, text: text.text, role: .place)])
    }
    let label = wording.commonValue + " "
    let labelWidth = metrics.width(label)
    for (line, text) in wrapped(contents.base, width: max(2, room - labelWidth)).enumerated() {
      let x = Self.indent + labelWidth
      add(
        (line == 0 ? [Part(x: Self.indent, text: label, role: .base)] : [])
          + [Part(x: x, text: text.text, role: .base)])
    }
    let isWide = width >= Self.widthForTwo
    let sideWidth = isWide ? (room - Self.gap) / 2 : room
    let marks = Self.differing(contents.ours, contents.theirs)
    let ours = side(.ours, contents.ours, marks.ours, x: Self.indent, sideWidth, wording)
    let theirs = side(
      .theirs, contents.theirs, marks.theirs,
      x: isWide ? Self.indent + sideWidth + Self.gap : Self.indent, sideWidth, wording)
    if isWide {
      for line in 0..<max(ours.count, theirs.count) {
        add([ours, theirs].compactMap { $0.indices.contains(line) ? $0[line] : nil })
      }
    } else {
      for part in ours + theirs { add([part]) }
    }
    if conflict.choices.contains(.both) {
      add([Part(x: Self.indent, text: Self.name(of: .both, wording), role: .name(.both))])
    }
  }

  /// A side with its name above it.
  private func side(
    _ choice: Choice, _ paragraphs: [String], _ marked: Range<Int>, x: Int, _ width: Int,
    _ wording: Wording
  ) -> [Part] {
    [Part(x: x, text: Self.name(of: choice, wording), role: .name(choice))]
      + wrapped(paragraphs, width: width, marked: marked).map {
        Part(x: x, text: $0.text, role: .content(choice), marked: $0.marked)
      }
  }

  /// The key of a choice and what it is called.
  private static func name(of choice: Choice, _ wording: Wording) -> String {
    let number = Choice.allCases.firstIndex(of: choice) ?? 0
    return "\(number + 1) " + wording.name(of: choice)
  }

  private func wrapped(_ text: String, width: Int) -> [(text: String, marked: Range<Int>)] {
    wrapped([text], width: width)
  }

  /// Paragraphs in lines, with the columns of each that are among the marked characters; these are
  /// counted through all paragraphs, with one for each end.
  private func wrapped(
    _ paragraphs: [String], width: Int, marked: Range<Int> = 0..<0
  ) -> [(text: String, marked: Range<Int>)] {
    var start = 0
    return paragraphs.flatMap { paragraph in
      let layout = TextLayout(paragraph, width: max(2, width), metrics: metrics)
      let first = start
      start += layout.characters.count + 1
      return layout.lines.enumerated().map { number, line in
        let from = max(line.lowerBound, marked.lowerBound - first)
        let to = min(line.upperBound, marked.upperBound - first)
        return (
          String(layout.characters[line]),
          from < to ? layout.columns(of: from..<to, inLine: number) : 0..<0
        )
      }
    }
  }

  /// The characters of either side that are not alike, counted through their paragraphs.
  private static func differing(
    _ ours: [String], _ theirs: [String]
  ) -> (ours: Range<Int>, theirs: Range<Int>) {
    let ours = Array(ours.joined(separator: "\n"))
    let theirs = Array(theirs.joined(separator: "\n"))
    let head = zip(ours, theirs).prefix { $0 == $1 }.count
    let limit = min(ours.count, theirs.count) - head
    let tail = zip(ours.reversed(), theirs.reversed()).prefix(limit).prefix { $0 == $1 }.count
    return (head..<ours.count - tail, head..<theirs.count - tail)
  }
}
