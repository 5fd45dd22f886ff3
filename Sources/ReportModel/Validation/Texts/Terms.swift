/// Words to be looked for in texts, all at once.
///
/// Matching costs one look per scalar and then only the words that begin with it.
struct Terms: Equatable, Sendable {
  /// One place where a word stands.
  struct Match: Equatable, Sendable {
    /// The index of the word among those given.
    var term: Int
    var range: Range<Int>
  }

  private let terms: [[UInt32]]
  /// The indices of the words by their first scalar, the longest word first.
  private let byFirst: [UInt32: [Int]]
  /// One bit for each first scalar, by its low ten bits: most scalars begin no word, and are passed
  /// over without a look into the dictionary.
  private let filter: [UInt64]

  /// - Parameter words: What to look for; empty words are never found.
  init(_ words: [String]) {
    self.init(folded: words.map { $0.unicodeScalars.map(\.value) })
  }

  /// - Parameter terms: What to look for, scalar by scalar.
  init(folded terms: [[UInt32]]) {
    self.terms = terms
    var byFirst: [UInt32: [Int]] = [:]
    var filter = Array(repeating: UInt64(0), count: 16)
    for (index, term) in terms.enumerated() {
      guard let first = term.first else { continue }
      byFirst[first, default: []].append(index)
      filter[Int(first >> 6 & 15)] |= 1 << UInt64(first & 63)
    }
    self.filter = filter
    self.byFirst = byFirst.mapValues { indices in
      indices.sorted { (terms[$1].count, $0) < (terms[$0].count, $1) }
    }
  }

  /// The longest word that stands at an offset and ends before `end`.
  func match(in scalars: [UInt32], at offset: Int, before end: Int) -> Match? {
    let first = scalars[offset]
    guard filter[Int(first >> 6 & 15)] >> UInt64(first & 63) & 1 == 1,
      let candidates = byFirst[first]
    else { return nil }
    for index in candidates {
      let term = terms[index]
      guard offset + term.count <= end else { continue }
      if term.indices.allSatisfy({ scalars[offset + $0] == term[$0] }) {
        return Match(term: index, range: offset..<offset + term.count)
      }
    }
    return nil
  }

  /// Every place in a range where a word stands, from left to right, without overlaps.
  func matches(in scalars: [UInt32], _ range: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let match = match(in: scalars, at: offset, before: range.upperBound) {
        matches.append(match)
        offset = match.range.upperBound
      } else {
        offset += 1
      }
    }
    return matches
  }
}
