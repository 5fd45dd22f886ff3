/// How the words of one text became those of another.
///
/// Chinese has no blanks between words, so texts are compared letter by letter, but no number and no
/// word of Latin letters is torn. What stayed between two changes and is too short to read is told
/// as changed.
package struct WordDifference: Equatable, Sendable {
  package enum Operation: String, Sendable {
    case same, removed, added
  }

  /// A stretch of either text, never empty.
  package struct Piece: Equatable, Sendable {
    package var operation: Operation
    package var text: String

    package init(_ operation: Operation, _ text: String) {
      self.operation = operation
      self.text = text
    }
  }

  /// Paragraphs that stand in the place of others.
  package struct Passage: Equatable, Sendable {
    /// Positions among the old paragraphs, from 0; empty where something was put in.
    package var old: Range<Int>
    /// Positions among the new paragraphs, from 0; empty where something was taken out.
    package var new: Range<Int>
    /// What became of their words; a line feed parts two paragraphs.
    package var pieces: [Piece]
  }

  /// The changes, in the order of the text; between two of them at least one paragraph is the same.
  package let passages: [Passage]
  private let old: [String]
  private let new: [String]

  /// Compares two texts.
  ///
  /// - Complexity: the texts in memory. The steps are bounded: what differs in so much that comparing
  ///   it would take too long is told as taken out and put in whole.
  package init(from old: Prose, to new: Prose) {
    self.old = old.paragraphs
    self.new = new.paragraphs
    var budget = Self.budget
    passages = paragraphChanges(from: old.paragraphs, to: new.paragraphs).map { change in
      let from = old.paragraphs[change.old].joined(separator: "\n")
      let to = new.paragraphs[change.new].joined(separator: "\n")
      return Passage(old: change.old, new: change.new, pieces: wordPieces(from, to, &budget))
    }
  }

  /// The steps that comparing the words of one text may take: a report's texts need some thousands.
  private static let budget = 20_000_000

  /// Both texts from their beginning to their end.
  ///
  /// Without what was added they are the old text, without what was removed the new one. No two
  /// neighbours have one operation.
  package var pieces: [Piece] {
    var writer = PieceWriter()
    var done = 0
    for passage in passages {
      let isLast = passage.old.upperBound == old.count && passage.new.upperBound == new.count
      writer.add(.same, old[done..<passage.old.lowerBound].joined(separator: "\n"))
      switch (passage.old.isEmpty, passage.new.isEmpty) {
      case (true, _) where isLast: writer.add(.added, "\n")
      case (_, true) where isLast: writer.add(.removed, "\n")
      default: if done < passage.old.lowerBound { writer.add(.same, "\n") }
      }
      for piece in passage.pieces { writer.add(piece.operation, piece.text) }
      done = passage.old.upperBound
      if isLast { return writer.pieces }
      switch (passage.old.isEmpty, passage.new.isEmpty) {
      case (true, _): writer.add(.added, "\n")
      case (_, true): writer.add(.removed, "\n")
      default: writer.add(.same, "\n")
      }
    }
    writer.add(.same, old[done...].joined(separator: "\n"))
    return writer.pieces
  }
}

/// Pieces, neighbours with one operation put together.
private struct PieceWriter {
  private(set) var pieces: [WordDifference.Piece] = []

  mutating func add(_ operation: WordDifference.Operation, _ text: String) {
    if text.isEmpty { return }
    if pieces.last?.operation == operation {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(WordDifference.Piece(operation, text))
    }
  }
}

/// Words that stand in the place of others, as positions among the words of either text.
private struct WordChange {
  var old: Range<Int>
  var new: Range<Int>
}

/// What became of the words of a text; `budget` is what of the steps is left.
private func wordPieces(
  _ old: String, _ new: String, _ budget: inout Int
) -> [WordDifference.Piece] {
  var writer = PieceWriter()
  // Beyond that the words alone would take more memory than the texts are worth.
  guard old.utf8.count + new.utf8.count <= 1 << 20 else {
    writer.add(.removed, old)
    writer.add(.added, new)
    return writer.pieces
  }
  let (from, to) = (Words(old), Words(new))
  var done = 0
  for change in wordChanges(from, to, &budget) {
    writer.add(.same, from.text(of: done..<change.old.lowerBound))
    writer.add(.removed, from.text(of: change.old))
    writer.add(.added, to.text(of: change.new))
    done = change.old.upperBound
  }
  writer.add(.same, from.text(of: done..<from.words.count))
  return writer.pieces
}

private func wordChanges(_ old: Words, _ new: Words, _ budget: inout Int) -> [WordChange] {
  var numbers = TextNumbers()
  let from = old.words.map { numbers.number(of: String($0)) }
  let to = new.words.map { numbers.number(of: String($0)) }
  let limit = min(from.count, to.count)
  let head = zip(from, to).prefix { $0 == $1 }.count
  let tail = zip(from.reversed(), to.reversed()).prefix(limit - head).prefix { $0 == $1 }.count
  let (oldRest, newRest) = (head..<from.count - tail, head..<to.count - tail)
  if oldRest.isEmpty, newRest.isEmpty { return [] }
  let whole = WordChange(old: oldRest, new: newRest)
  if oldRest.isEmpty || newRest.isEmpty {
    return [slid(whole, behind: 0, from, to, old, new)]
  }
  let common = CommonSequence(Array(from[oldRest]), Array(to[newRest]), upTo: budget)
  budget -= common.work
  guard let kept = common.pairs else { return [whole] }
  var changes: [WordChange] = []
  var (oldStart, newStart) = (head, head)
  for (oldOffset, newOffset) in kept + [(oldRest.count, newRest.count)] {
    let (oldEnd, newEnd) = (head + oldOffset, head + newOffset)
    if oldEnd > oldStart || newEnd > newStart {
      changes.append(WordChange(old: oldStart..<oldEnd, new: newStart..<newEnd))
    }
    (oldStart, newStart) = (oldEnd + 1, newEnd + 1)
  }
  changes = joined(changes, old, new)
  for index in changes.indices {
    let change = changes[index]
    guard change.old.isEmpty || change.new.isEmpty else { continue }
    // So much stays between two changes that they are still two.
    let floor = index == 0 ? 0 : changes[index - 1].old.upperBound + 2
    changes[index] = slid(change, behind: floor, from, to, old, new)
  }
  return changes
}

/// The changes without the stretches between them that are too short to be read as kept: a single
/// letter, and what is not half as long as what changed on either side.
private func joined(_ changes: [WordChange], _ old: Words, _ new: Words) -> [WordChange] {
  func length(_ change: WordChange) -> Int {
    max(old.length(of: change.old), new.length(of: change.new))
  }
  var joined: [WordChange] = []
  for change in changes {
    var change = change
    while let last = joined.last {
      let kept = last.old.upperBound..<change.old.lowerBound
      let isSlight =
        old.length(of: kept) < 2
        || old.length(of: kept) * 2 <= min(length(last), length(change))
      // The end of a paragraph is where a reader looks up: it parts changes whatever it is between.
      guard isSlight, !old.hasLineFeed(in: kept) else { break }
      change.old = last.old.lowerBound..<change.old.upperBound
      change.new = last.new.lowerBound..<change.new.upperBound
      joined.removeLast()
    }
    joined.append(change)
  }
  return joined
}

/// Words put in or taken out at the place, of all that make the same text, where a reader would say
/// they are: after the end of a sentence or of a part of one, and not before an old word `floor`.
private func slid(
  _ change: WordChange, behind floor: Int, _ from: [Int], _ to: [Int], _ old: Words, _ new: Words
) -> WordChange {
  let isAdded = change.old.isEmpty
  let (numbers, words) = isAdded ? (to, new) : (from, old)
  let range = isAdded ? change.new : change.old
  var (offset, best) = (0, (offset: 0, rank: words.rank(ofStart: range.lowerBound)))
  // As far back as a sentence goes; beyond that nobody sees that the same words stand there.
  while offset < min(200, change.old.lowerBound - floor), range.lowerBound > offset,
    numbers[range.lowerBound - offset - 1] == numbers[range.upperBound - offset - 1]
  {
    offset += 1
    let rank = words.rank(ofStart: range.lowerBound - offset)
    if rank > best.rank { best = (offset, rank) }
  }
  return WordChange(
    old: change.old.lowerBound - best.offset..<change.old.upperBound - best.offset,
    new: change.new.lowerBound - best.offset..<change.new.upperBound - best.offset)
}

/// The words of a text: a number, a word of Latin letters, or any other single letter or sign.
private struct Words {
  private(set) var words: [Substring] = []
  /// How many letters stand before each word, and how many line feeds.
  private var lengths = [0]
  private var lineFeeds = [0]

  init(_ text: String) {
    var start = text.startIndex
    while start < text.endIndex {
      var end = text.index(after: start)
      if text[start].isOfWord {
        while let next = Self.end(ofWordThrough: end, in: text) { end = next }
      }
      let word = text[start..<end]
      words.append(word)
      lengths.append((lengths.last ?? 0) + word.count)
      lineFeeds.append((lineFeeds.last ?? 0) + (word.unicodeScalars.contains("\n") ? 1 : 0))
      start = end
    }
  }

  /// Where a word ends that goes on at an index; nil where it does not.
  private static func end(ofWordThrough index: String.Index, in text: String) -> String.Index? {
    guard index < text.endIndex else { return nil }
    if text[index].isOfWord { return text.index(after: index) }
    let next = text.index(after: index)
    // The point, the comma and the colon within 1,234.5 and 10:30.
    guard ".,:．：".contains(text[index]), text[text.index(before: index)].isNumeral,
      next < text.endIndex, text[next].isNumeral
    else { return "%％‰".contains(text[index]) ? next : nil }
    return text.index(after: next)
  }

  func text(of range: Range<Int>) -> String { words[range].joined() }

  func length(of range: Range<Int>) -> Int {
    lengths[range.upperBound] - lengths[range.lowerBound]
  }

  func hasLineFeed(in range: Range<Int>) -> Bool {
    lineFeeds[range.upperBound] > lineFeeds[range.lowerBound]
  }

  /// How well a change begins at a word.
  func rank(ofStart position: Int) -> Int {
    guard position > 0 else { return 3 }
    return switch words[position - 1] {
    case "\n": 3
    case "。", "！", "？", "；": 2
    case "，", "、", "：", " ": 1
    default: 0
    }
  }
}

extension Character {
  /// Whether it is a digit of either width.
  fileprivate var isNumeral: Bool {
    unicodeScalars.first.map { 0x30...0x39 ~= $0.value || 0xFF10...0xFF19 ~= $0.value } ?? false
  }

  /// Whether it belongs to a number or to a word that is written with letters of an alphabet.
  fileprivate var isOfWord: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    if isNumeral { return true }
    return scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
      && (scalar.value < 0x1100 || 0xFF21...0xFF5A ~= scalar.value)
  }
}
