extension Validation {
  /// Nothing but zeros while a text speaks of work done, or nothing.
  func allZeroFindings() -> [Finding] {
    guard cells.otherThanZero == 0, let check = form.checks.cells.allZero,
      let place = texts.workPlaces.first
    else { return [] }
    return [
      Finding(
        rule: BuiltInRule.allZero, severity: check.severity, text: place,
        detail: .cells(.allZero), basis: check.basis)
    ]
  }
}

/// The first place where a text speaks of work done: what work is called, with a count beside it.
///
/// A mention alone tells nothing, for every report says how requests are handled.
struct WorkMention {
  private let terms: Terms
  private let counters: Terms
  private let exceptions: Terms

  /// How far a count may stand behind what it counts, and before it.
  private static let reach = (after: 15, before: 8)

  init(_ parameters: CellChecks.AllZero) {
    terms = Terms(parameters.terms)
    counters = Terms(parameters.counters)
    exceptions = Terms(parameters.exceptions)
  }

  /// The first such place; nil where the text speaks of none.
  func first(in scan: TextScan) -> Range<Int>? {
    for sentence in scan.sentences {
      let named = terms.matches(in: scan.scalars, sentence).map(\.range)
      guard !named.isEmpty else { continue }
      let exception = exceptions.matches(in: scan.scalars, sentence).first?.range.lowerBound
      // What stands before the first exception is not touched by it.
      let end = exception ?? sentence.upperBound
      if let range = first(in: scan.scalars, sentence.lowerBound..<end, named: named) {
        return range
      }
    }
    return nil
  }

  private func first(
    in scalars: [UInt32], _ range: Range<Int>, named: [Range<Int>]
  ) -> Range<Int>? {
    var next = 0
    for count in counts(in: scalars, range) {
      while next < named.count, named[next].upperBound <= count.lowerBound { next += 1 }
      if next > 0 {
        let before = named[next - 1]
        let gap = before.upperBound..<count.lowerBound
        if gap.count <= Self.reach.after, isJoined(scalars[gap]) {
          return before.lowerBound..<count.upperBound
        }
      }
      if next < named.count, named[next].upperBound <= range.upperBound,
        named[next].lowerBound >= count.upperBound
      {
        let gap = count.upperBound..<named[next].lowerBound
        if gap.count <= Self.reach.before, !scalars[gap].contains(where: Self.isComma) {
          return count.lowerBound..<named[next].upperBound
        }
      }
    }
    return nil
  }

  /// Whether a count belongs to what was named before: no comma between, or one and then only words
  /// like 共 and 合计.
  private func isJoined(_ gap: ArraySlice<UInt32>) -> Bool {
    guard let comma = gap.lastIndex(where: Self.isComma) else { return true }
    return gap[(comma + 1)...].allSatisfy { "共合总累计约近为有 ".contains($0) }
  }

  /// The counts in a range that are not 0, each with its measure word.
  private func counts(in scalars: [UInt32], _ range: Range<Int>) -> [Range<Int>] {
    var counts: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, Self.isDigit(scalars[offset]) { offset += 1 }
      guard offset > start else {
        offset += 1
        continue
      }
      let number = scalars[start..<offset]
      while offset < range.upperBound, "余多个 ".contains(scalars[offset]) { offset += 1 }
      guard offset < range.upperBound,
        let counter = counters.match(in: scalars, at: offset, before: range.upperBound)
      else { continue }
      let isOrdinal = start > range.lowerBound && "第".contains(scalars[start - 1])
      if !isOrdinal, Self.isSome(number) { counts.append(start..<counter.range.upperBound) }
    }
    return counts
  }

  /// Whether digits tell a number that is not 0; 一 alone also stands in 一起, 一件事.
  private static func isSome(_ number: ArraySlice<UInt32>) -> Bool {
    guard number.count > 1 || !"一".contains(number[number.startIndex]) else { return false }
    return number.contains { !"0０零〇,，.．".contains($0) }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: true
    default: "零〇一二两三四五六七八九十百千万".contains(scalar)
    }
  }

  private static func isComma(_ scalar: UInt32) -> Bool { "，,、：:".contains(scalar) }
}

extension String {
  fileprivate func contains(_ scalar: UInt32) -> Bool {
    unicodeScalars.contains { $0.value == scalar }
  }
}
