/// A set of numbers from 0 up to a limit, such as indices of relations or positions of cells.
///
/// A change costs the same however many there are, and they come in order.
struct Positions: Equatable, Sendable {
  private var words: [UInt64]
  private(set) var count = 0

  /// An empty set for numbers below `limit`.
  init(below limit: Int) {
    words = Array(repeating: 0, count: (limit + 63) / 64)
  }

  /// Whether a number is in the set.
  ///
  /// - Precondition: the number is not negative and below the limit.
  subscript(number: Int) -> Bool {
    get { words[number >> 6] & (1 << UInt64(number & 63)) != 0 }
    set {
      let bit: UInt64 = 1 << UInt64(number & 63)
      let word = words[number >> 6]
      guard (word & bit != 0) != newValue else { return }
      words[number >> 6] = word ^ bit
      count += newValue ? 1 : -1
    }
  }
}

extension Positions: Sequence {
  struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var rest: UInt64 = 0
    private var remaining: Int

    init(_ words: [UInt64], count: Int) {
      self.words = words
      remaining = count
    }

    mutating func next() -> Int? {
      guard remaining > 0 else { return nil }
      while rest == 0 {
        rest = words[index]
        index += 1
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      remaining -= 1
      return (index - 1) * 64 + bit
    }
  }

  func makeIterator() -> Iterator { Iterator(words, count: count) }

  var underestimatedCount: Int { count }
}
