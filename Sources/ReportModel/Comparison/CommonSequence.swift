/// The longest sequence that two lists have in common, as far as it can be found within a bound.
///
/// It follows how far two lists can be walked through together with so many elements skipped, first
/// none, then one, and so on; the way that reaches both ends first skips the fewest.
struct CommonSequence {
  /// The positions of the common elements in either list, in order; nil where the lists differ in
  /// so much that finding them would take too long.
  let pairs: [(Int, Int)]?
  /// How many steps it took to find them, or to give up.
  let work: Int

  /// How many steps are worth it: a report's texts need a few hundred.
  private static let workLimit = 2_000_000

  /// Compares two lists in so many steps at most as are allowed, and never in more than are worth it.
  init(_ first: [Int], _ second: [Int], upTo allowance: Int = Self.workLimit) {
    let limit = min(allowance, Self.workLimit)
    let most = first.count + second.count
    /// For each diagonal (position in the first list less that in the second) the farthest position
    /// in the first list that was reached; moved up by `zero` so that there is one below 0.
    let zero = min(most, max(0, limit)) + 1
    var reached = [Int32](repeating: 0, count: 2 * zero + 1)
    /// What was reached with each number of skips, from the lowest diagonal on.
    var trace: [[Int32]] = []
    var work = 0
    for skips in 0...most {
      trace.append(Array(reached[zero - skips...zero + skips]))
      for diagonal in stride(from: -skips, through: skips, by: 2) {
        let below = reached[zero + diagonal - 1]
        let above = reached[zero + diagonal + 1]
        let isFromAbove = diagonal == -skips || diagonal != skips && below < above
        var x = Int(isFromAbove ? above : below + 1)
        if skips == 0 { x = 0 }
        let start = x
        while x < first.count, 0..<second.count ~= x - diagonal, first[x] == second[x - diagonal] {
          x += 1
        }
        work += x - start + 1
        reached[zero + diagonal] = Int32(x)
        if x >= first.count, x - diagonal >= second.count {
          pairs = Self.pairs(along: trace, to: (first.count, second.count))
          self.work = work
          return
        }
      }
      work += skips
      if work > limit { break }
    }
    pairs = nil
    self.work = work
  }

  /// The common elements on the way that was found, walked back from its end.
  private static func pairs(along trace: [[Int32]], to end: (Int, Int)) -> [(Int, Int)] {
    var (x, y) = end
    var pairs: [(Int, Int)] = []
    for skips in trace.indices.reversed() {
      let diagonal = x - y
      var (previousX, previousY) = (0, 0)
      if skips > 0 {
        let reached = trace[skips]
        let below = diagonal > -skips ? reached[skips + diagonal - 1] : 0
        let above = diagonal < skips ? reached[skips + diagonal + 1] : 0
        let isFromAbove = diagonal == -skips || diagonal != skips && below < above
        let previous = isFromAbove ? diagonal + 1 : diagonal - 1
        previousX = Int(isFromAbove ? above : below)
        previousY = previousX - previous
      }
      while x > previousX, y > previousY {
        (x, y) = (x - 1, y - 1)
        pairs.append((x, y))
      }
      (x, y) = (previousX, previousY)
    }
    return pairs.reversed()
  }
}
