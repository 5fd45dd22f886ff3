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
  /// The indices of the words, those with the same first scalar together, the longest first.
  private let order: [Int]
  /// Where in `order` the words with a first scalar stand.
  private let byFirst: [UInt32: Range<Int>]
  /// One bit for each first scalar and for each first pair, by their low bits.
  ///
  /// Most places begin no word, and are passed over without a look into the dictionary.
  private let firsts: [UInt64]
  private let pairs: [UInt64]
  /// The words of one scalar in the manner of `firsts`.
  private let singles: [UInt64]

  /// - Parameter words: What to look for; empty words are never found.
  init(_ words: [String]) {
    self.init(folded: words.map { $0.unicodeScalars.map(\.value) })
  }

  /// - Parameter terms: What to look for, scalar by scalar.
  init(folded terms: [[UInt32]]) {
    self.terms = terms
    var firsts = Array(repeating: UInt64(0), count: 16)
    var singles = firsts
    var pairs = Array(repeating: UInt64(0), count: 64)
    for term in terms {
      guard let first = term.first else { continue }
      Self.set(first, in: &firsts)
      if term.count == 1 {
        Self.set(first, in: &singles)
      } else {
        Self.set(Self.pair(first, term[1]), in: &pairs)
      }
    }
    self.firsts = firsts
    self.singles = singles
    self.pairs = pairs
    let order = terms.indices.filter { !terms[$0].isEmpty }.sorted {
      let (left, right) = (terms[$0], terms[$1])
      return left[0] != right[0]
        ? left[0] < right[0] : left.count != right.count ? left.count > right.count : $0 < $1
    }
    var byFirst: [UInt32: Range<Int>] = [:]
    byFirst.reserveCapacity(order.count)
    var start = 0
    for place in order.indices {
      let first = terms[order[place]][0]
      if place + 1 < order.count, terms[order[place + 1]][0] == first { continue }
      byFirst[first] = start..<place + 1
      start = place + 1
    }
    self.order = order
    self.byFirst = byFirst
  }

  /// The longest word that stands at an offset and ends before `end`.
  func match(in scalars: [UInt32], at offset: Int, before end: Int) -> Match? {
    let first = scalars[offset]
    guard Self.has(first, in: firsts) else { return nil }
    if !Self.has(first, in: singles) {
      guard offset + 1 < end, Self.has(Self.pair(first, scalars[offset + 1]), in: pairs) else {
        return nil
      }
    }
    guard let candidates = byFirst[first] else { return nil }
    for place in candidates {
      let index = order[place]
      guard stands(terms[index], in: scalars, at: offset, before: end) else { continue }
      return Match(term: index, range: offset..<offset + terms[index].count)
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

  private func stands(
    _ term: [UInt32], in scalars: [UInt32], at offset: Int, before end: Int
  ) -> Bool {
    guard offset + term.count <= end else { return false }
    for place in term.indices where scalars[offset + place] != term[place] { return false }
    return true
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    first &* 31 &+ second
  }

  private static func set(_ scalar: UInt32, in filter: inout [UInt64]) {
    filter[place(of: scalar, in: filter)] |= 1 << UInt64(scalar & 63)
  }

  private static func has(_ scalar: UInt32, in filter: [UInt64]) -> Bool {
    filter[place(of: scalar, in: filter)] >> UInt64(scalar & 63) & 1 == 1
  }

  /// The word of a filter that a scalar falls into; there are 2ⁿ of them.
  private static func place(of scalar: UInt32, in filter: [UInt64]) -> Int {
    Int(truncatingIfNeeded: scalar >> 6) & (filter.count - 1)
  }
}
