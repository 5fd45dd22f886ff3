import ReportModel

/// What became of the words of texts since what the draft is compared with.
///
/// Comparing words costs more than a key may, so a text is compared again only where it became
/// another.
struct ComparedTexts: Equatable, Sendable {
  /// Paragraphs that changed.
  struct Change: Equatable, Sendable {
    /// Which they are now; empty where something was taken out.
    var paragraphs: Range<Int>
    /// How many scalars of the text stand before the first word that changed.
    var offset: Int
    /// The words that are new, as characters of each paragraph.
    var words: [Int: [Range<Int>]]
    /// What stood there before, with some letters around it; a blank parts paragraphs.
    var old: String
  }

  private struct Compared: Equatable {
    var old: Prose
    var new: Prose
    var changes: [Change]
  }

  /// By the number of the section; those that are the same are missing.
  private var texts: [Int: Compared] = [:]

  /// Compares a draft with what it was.
  mutating func compare(_ draft: Draft, with baseline: Draft) {
    var compared: [Int: Compared] = [:]
    for (number, section) in draft.form.sections.enumerated() where section.isText {
      let (old, new) = (baseline.text(of: section.id), draft.text(of: section.id))
      guard old != new else { continue }
      if let known = texts[number], known.old == old, known.new == new {
        compared[number] = known
      } else {
        compared[number] = Compared(old: old, new: new, changes: Self.changes(from: old, to: new))
      }
    }
    texts = compared
  }

  /// The changes of each text that has some, by the number of its section.
  var all: [(section: Int, changes: [Change])] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.changes) }
  }

  /// The changes of one text, in order.
  func changes(inSection number: Int) -> [Change] { texts[number]?.changes ?? [] }

  /// How many letters of what stayed are told on either side of what changed.
  private static let context = 8

  /// What the changed words of a passage were, and a little around them.
  private static func oldWords(of passage: WordDifference.Passage) -> String {
    let pieces = passage.pieces
    guard let first = pieces.firstIndex(where: { $0.operation != .same }),
      let last = pieces.lastIndex(where: { $0.operation != .same })
    else { return "" }
    var words = pieces[first...last].filter { $0.operation != .added }.map(\.text).joined()
    let before = pieces[..<first].map(\.text).joined()
    let after = pieces[(last + 1)...].map(\.text).joined()
    words =
      (before.count > context ? "…" : "") + before.suffix(context) + words
      + after.prefix(context) + (after.count > context ? "…" : "")
    return words.split(separator: "\n").joined(separator: " ")
  }

  private static func changes(from old: Prose, to new: Prose) -> [Change] {
    WordDifference(from: old, to: new).passages.map { passage in
      let before = new.paragraphs[..<passage.new.lowerBound]
      var change = Change(
        paragraphs: passage.new, offset: before.reduce(0) { $0 + $1.unicodeScalars.count + 1 },
        words: [:], old: oldWords(of: passage))
      var (paragraph, character) = (passage.new.lowerBound, 0)
      var isBegun = false
      for piece in passage.pieces {
        if piece.operation != .same { isBegun = true }
        guard piece.operation != .removed else { continue }
        for (number, words) in piece.text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          if number > 0 { (paragraph, character) = (paragraph + 1, 0) }
          let range = character..<character + words.count
          if piece.operation == .added, !words.isEmpty {
            change.words[paragraph, default: []].append(range)
          }
          character = range.upperBound
        }
        if !isBegun { change.offset += piece.text.unicodeScalars.count }
      }
      return change
    }
  }
}
