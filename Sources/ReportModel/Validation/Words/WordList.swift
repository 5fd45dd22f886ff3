/// Words that a form lists for a rule, ready to be looked for in folded text.
package struct WordList: Equatable, Sendable {
  private let words: [[UInt32]]
  private let terms: Terms

  /// - Parameters:
  ///   - words: What to look for.
  ///   - exceptions: Longer words, or words that begin earlier, within which a word is not meant.
  package init(_ words: [String], except exceptions: [String] = []) {
    self.words = words.map { WordScan.folded($0) }
    terms = Terms(folded: self.words + exceptions.map { WordScan.folded($0) })
  }

  var isEmpty: Bool { words.isEmpty }

  /// Every place in a range where a word stands and no exception does.
  func matches(in scalars: [UInt32], _ range: Range<Int>) -> [Terms.Match] {
    terms.matches(in: scalars, range).filter { $0.term < words.count }
  }

  /// The first place in a range where a word stands and no exception does.
  func first(in scalars: [UInt32], _ range: Range<Int>) -> Terms.Match? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let match = terms.match(in: scalars, at: offset, before: range.upperBound) {
        if match.term < words.count { return match }
        offset = match.range.upperBound
      } else {
        offset += 1
      }
    }
    return nil
  }

  func occurs(in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    first(in: scalars, range) != nil
  }

  /// The longest word that begins at an offset.
  func match(in scalars: [UInt32], at offset: Int, before end: Int) -> Terms.Match? {
    guard offset < end else { return nil }
    guard let match = terms.match(in: scalars, at: offset, before: end), match.term < words.count
    else { return nil }
    return match
  }

  func begins(in scalars: [UInt32], at offset: Int, before end: Int) -> Bool {
    match(in: scalars, at: offset, before: end) != nil
  }

  /// The length of the longest word that ends at an offset, or nil.
  func length(endingAt offset: Int, in scalars: [UInt32], from start: Int) -> Int? {
    var longest: Int?
    for word in words where !word.isEmpty && offset - word.count >= start {
      let begin = offset - word.count
      guard word.indices.allSatisfy({ scalars[begin + $0] == word[$0] }) else { continue }
      longest = max(longest ?? 0, word.count)
    }
    return longest
  }

  func ends(in scalars: [UInt32], at offset: Int, from start: Int) -> Bool {
    length(endingAt: offset, in: scalars, from: start) != nil
  }
}

/// Several lists of words that are looked for at once, because each look costs the whole text.
struct WordGroups: Equatable, Sendable {
  /// A word of one list in a text.
  struct Match: Equatable, Sendable {
    /// The index of its list.
    var group: Int
    var range: Range<Int>
  }

  private let terms: Terms
  /// The list of each word; those after them are exceptions.
  private let groups: [Int]

  /// The lists with the words in which none of them is meant; a word that several lists have
  /// belongs to the first.
  init(_ lists: [[String]], except exceptions: [String]) {
    let words = lists.flatMap { $0 } + exceptions
    terms = Terms(folded: words.map { WordScan.folded($0) })
    groups = lists.enumerated().flatMap { group, words in words.map { _ in group } }
  }

  /// Whether a word of any list stands in a range.
  func occurs(in scalars: [UInt32], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let match = terms.match(in: scalars, at: offset, before: range.upperBound) else {
        offset += 1
        continue
      }
      if match.term < groups.count { return true }
      offset = match.range.upperBound
    }
    return false
  }

  /// Every place in a text where a word stands and no exception does.
  func matches(in scan: WordScan) -> [Match] {
    var matches: [Match] = []
    for match in terms.matches(in: scan.scalars, 0..<scan.scalars.count)
    where match.term < groups.count {
      matches.append(Match(group: groups[match.term], range: match.range))
    }
    return matches
  }
}
