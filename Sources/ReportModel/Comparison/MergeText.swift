/// A text with the changes of both sides.
///
/// Changes of different paragraphs are both made, of neighbours too. Where both changed the same
/// paragraphs, or put something in at the same point, it is a conflict unless they did the same;
/// so it is where one put something in beside paragraphs that the other took apart or together.
struct MergeText: Equatable, Sendable {
  /// A stretch of the text.
  enum Piece: Equatable, Sendable {
    case settled([String])
    case conflict(Sides<Passage>)
  }

  let section: String
  private(set) var pieces: [Piece] = []

  init(section: String, base: Prose, ours: Prose, theirs: Prose) {
    self.section = section
    let base = Self.paragraphs(of: base)
    let ours = ChangedText(Self.paragraphs(of: ours), from: base)
    let theirs = ChangedText(Self.paragraphs(of: theirs), from: base)
    var done = 0
    for group in Self.groups(ours.changes, theirs.changes) {
      settle(base[done..<group.base.lowerBound])
      done = group.base.upperBound
      let passages = Sides(
        base: Passage(start: group.base.lowerBound, paragraphs: Array(base[group.base])),
        ours: ours.passage(at: group.base, with: group.ours),
        theirs: theirs.passage(at: group.base, with: group.theirs))
      if group.theirs.isEmpty
        || passages.ours.paragraphs.elementsEqual(passages.theirs.paragraphs, by: isSame)
      {
        settle(passages.ours.paragraphs[...])
      } else if group.ours.isEmpty {
        settle(passages.theirs.paragraphs[...])
      } else {
        add(passages)
      }
    }
    settle(base[done...])
  }

  /// The conflicts, in the order of the text.
  var conflicts: [Sides<Passage>] {
    pieces.compactMap { if case .conflict(let sides) = $0 { sides } else { nil } }
  }

  /// The text with one choice for each conflict; ours where there are too few.
  func text(choosing choices: some Sequence<Choice>) -> Prose {
    var choices = choices.makeIterator()
    let paragraphs = pieces.flatMap { piece in
      switch piece {
      case .settled(let paragraphs): return paragraphs
      case .conflict(let sides):
        switch choices.next() ?? .ours {
        case .ours: return sides.ours.paragraphs
        case .theirs: return sides.theirs.paragraphs
        case .both: return sides.ours.paragraphs + sides.theirs.paragraphs
        }
      }
    }
    var text = Prose("")
    if !paragraphs.isEmpty { text.replace(0..<1, with: paragraphs) }
    return text
  }

  /// The paragraphs of a text; an empty text has none, so that whoever begins it adds to nothing.
  private static func paragraphs(of text: Prose) -> [String] {
    text.isEmpty ? [] : text.paragraphs
  }

  private mutating func settle(_ paragraphs: ArraySlice<String>) {
    if paragraphs.isEmpty { return }
    var stretch: [String] = []
    if case .settled(let before) = pieces.last {
      stretch = before
      // Taken out while it grows, so that it is not copied at each change.
      pieces.removeLast()
    }
    stretch += paragraphs
    pieces.append(.settled(stretch))
  }

  /// Adds a conflict, without the paragraphs that both sides begin or end with alike.
  private mutating func add(_ sides: Sides<Passage>) {
    let (ours, theirs) = (sides.ours.paragraphs, sides.theirs.paragraphs)
    // Something stays on either side: nothing against something looks like a deletion.
    let limit = max(0, min(ours.count, theirs.count) - 1)
    let head = zip(ours, theirs).prefix(limit).prefix { isSame($0, $1) }.count
    let tail = zip(ours.reversed(), theirs.reversed()).prefix(limit - head)
      .prefix { isSame($0, $1) }.count
    func trimmed(_ passage: Passage) -> Passage {
      Passage(
        start: passage.start + head,
        paragraphs: Array(passage.paragraphs.dropFirst(head).dropLast(tail)))
    }
    settle(ours.prefix(head))
    pieces.append(
      .conflict(
        Sides(base: sides.base, ours: trimmed(sides.ours), theirs: trimmed(sides.theirs))))
    settle(ours.suffix(tail))
  }
}

/// One side of a merge: its paragraphs, and how they came from the common ones.
private struct ChangedText {
  let paragraphs: [String]
  let changes: [ParagraphChange]

  init(_ paragraphs: [String], from base: [String]) {
    self.paragraphs = paragraphs
    changes = paragraphChanges(from: base, to: paragraphs)
  }

  /// What stands here in the place of common paragraphs; `numbers` are the changes among them.
  func passage(at base: Range<Int>, with numbers: Range<Int>) -> Passage {
    // Before a change, as many paragraphs were added or lost as the changes up to there did.
    func here(_ position: Int, after change: ParagraphChange?) -> Int {
      change.map { $0.new.upperBound + position - $0.old.upperBound } ?? position
    }
    func change(before number: Int) -> ParagraphChange? { number > 0 ? changes[number - 1] : nil }
    let start = here(base.lowerBound, after: change(before: numbers.lowerBound))
    let end = here(base.upperBound, after: change(before: numbers.upperBound))
    return Passage(start: start, paragraphs: Array(paragraphs[start..<end]))
  }
}

extension MergeText {
  /// Changes that cannot be looked at one by one: the common paragraphs that they concern together,
  /// and the changes of either side as positions among them.
  private struct Group {
    var base: Range<Int>
    var ours: Range<Int>
    var theirs: Range<Int>
  }

  /// All changes of both sides, in the order of the text.
  private static func groups(_ ours: [ParagraphChange], _ theirs: [ParagraphChange]) -> [Group] {
    var groups: [Group] = []
    var (our, their) = (0, 0)
    while our < ours.count || their < theirs.count {
      let isOurs =
        their == theirs.count || our < ours.count && comes(ours[our], before: theirs[their])
      var group = Group(
        base: isOurs ? ours[our].old : theirs[their].old, ours: our..<our + (isOurs ? 1 : 0),
        theirs: their..<their + (isOurs ? 0 : 1))
      while true {
        let (nextOur, nextTheir) = (group.ours.upperBound, group.theirs.upperBound)
        if nextOur < ours.count, !group.theirs.isEmpty,
          collide(ours[nextOur], theirs[nextTheir - 1])
        {
          group.ours = group.ours.lowerBound..<nextOur + 1
          group.base = union(group.base, ours[nextOur].old)
        } else if nextTheir < theirs.count, !group.ours.isEmpty,
          collide(theirs[nextTheir], ours[nextOur - 1])
        {
          group.theirs = group.theirs.lowerBound..<nextTheir + 1
          group.base = union(group.base, theirs[nextTheir].old)
        } else {
          break
        }
      }
      (our, their) = (group.ours.upperBound, group.theirs.upperBound)
      groups.append(group)
    }
    return groups
  }

  /// Whether a change is the first of two; what is put in at a point comes before what follows it.
  private static func comes(_ change: ParagraphChange, before other: ParagraphChange) -> Bool {
    (change.old.lowerBound, change.old.upperBound) <= (other.old.lowerBound, other.old.upperBound)
  }

  private static func union(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }

  /// Whether two changes, one of each side, are not independent.
  private static func collide(_ one: ParagraphChange, _ other: ParagraphChange) -> Bool {
    if one.old.lowerBound < other.old.upperBound, other.old.lowerBound < one.old.upperBound {
      return true
    }
    let touches =
      one.old.lowerBound == other.old.upperBound || other.old.lowerBound == one.old.upperBound
    guard touches, one.old.isEmpty || other.old.isEmpty else { return false }
    // What was put in keeps its place beside paragraphs that have each one in their place.
    return !(one.old.isEmpty ? other : one).isOneForOne
  }
}
