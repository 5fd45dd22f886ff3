/// How much of a text stands in another one too.
struct SharedShare: Equatable, Sendable {
  /// How many characters the text has, digits, 年 after them, and blanks left out.
  var characters: Int
  /// How many of them lie in runs that the other text has too.
  var shared: Int
  /// The longest of these runs, in scalars of the text.
  var longestRun: Range<Int>

  /// Of a hundred characters so many are shared, rounded down.
  var percent: Int { characters == 0 ? 0 : shared * 100 / characters }
}

/// Compares a text with another, digits and years ignored.
///
/// Characters are shared where at least `length` of them in a row stand in the other text in the
/// same order.
///
/// - Complexity: O(*m* + *n*) for texts of *m* and *n* scalars.
func sharedShare(
  of text: [UInt32], with other: [UInt32], runsOf length: Int = 13
) -> SharedShare {
  let (scalars, origins) = comparable(text)
  var share = SharedShare(characters: scalars.count, shared: 0, longestRun: 0..<0)
  let known = RunTable(comparable(other).scalars, length: length)
  guard length > 0, scalars.count >= length, !known.isEmpty else { return share }
  var runStart = 0
  var runEnd = 0
  var longest = 0
  var hash = RunHash(length: length)
  for (index, scalar) in scalars.enumerated() {
    hash.add(scalar, leaving: index >= length ? scalars[index - length] : nil)
    guard index + 1 >= length, known.contains(hash.value) else { continue }
    let start = index + 1 - length
    if start > runEnd { runStart = start }
    share.shared += index + 1 - max(runEnd, start)
    runEnd = index + 1
    if runEnd - runStart > longest {
      longest = runEnd - runStart
      share.longestRun = origins[runStart]..<origins[index] + 1
    }
  }
  return share
}

/// What is left of a text without digits, the 年 after them and blanks, with where it stood.
private func comparable(_ text: [UInt32]) -> (scalars: [UInt32], origins: [Int]) {
  var scalars: [UInt32] = []
  var origins: [Int] = []
  scalars.reserveCapacity(text.count)
  origins.reserveCapacity(text.count)
  var followsDigit = false
  for (offset, scalar) in text.enumerated() {
    if WordScan.isBlank(scalar) || WordScan.isLineEnd(scalar) { continue }
    let folded = WordScan.folded(scalar)
    if WordScan.isDigit(folded) {
      followsDigit = true
      continue
    }
    let isYear = folded == Mark.year && followsDigit
    followsDigit = false
    if isYear { continue }
    scalars.append(folded)
    origins.append(offset)
  }
  return (scalars, origins)
}

/// The hash of the last scalars of a text, kept up as it is read.
private struct RunHash {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private(set) var value: UInt64 = 0
  private let leaving: UInt64

  init(length: Int) {
    var power: UInt64 = 1
    for _ in 0..<length { power = power &* Self.factor }
    leaving = power
  }

  mutating func add(_ scalar: UInt32, leaving last: UInt32?) {
    value = (value &+ Self.mixed(scalar)) &* Self.factor
    if let last { value = value &- Self.mixed(last) &* leaving &* Self.factor }
  }

  /// Spreads a scalar over 64 bits: without it near scalars would make near hashes.
  private static func mixed(_ scalar: UInt32) -> UInt64 {
    let spread = UInt64(scalar &+ 1) &* 0xBF58_476D_1CE4_E5B9
    return spread ^ (spread >> 31)
  }
}

/// The hashes of every run of one length in a text.
private struct RunTable {
  private var slots: [UInt64]
  private let mask: Int
  private(set) var isEmpty = true

  init(_ scalars: [UInt32], length: Int) {
    var size = 16
    while size < scalars.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    guard length > 0, scalars.count >= length else { return }
    isEmpty = false
    var hash = RunHash(length: length)
    for (index, scalar) in scalars.enumerated() {
      hash.add(scalar, leaving: index >= length ? scalars[index - length] : nil)
      if index + 1 >= length { insert(hash.value) }
    }
  }

  func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] != 0 }

  private mutating func insert(_ hash: UInt64) {
    slots[slot(of: hash)] = max(hash, 1)
  }

  /// Where a hash stands or would stand; the table is never more than half full.
  private func slot(of hash: UInt64) -> Int {
    let wanted = max(hash, 1)
    var slot = Int(truncatingIfNeeded: (wanted ^ (wanted >> 29)) >> 7) & mask
    while slots[slot] != 0, slots[slot] != wanted { slot = (slot + 1) & mask }
    return slot
  }
}
