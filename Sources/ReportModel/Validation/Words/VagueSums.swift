extension WordUse {
  /// A count in a sentence with the scalar of its unit.
  private struct Count {
    var value: Int
    var unit: UInt32
    var isVague: Bool
    var range: Range<Int>
  }

  /// Counts said to be exceeded, N 余, that are just the sum of those beside them.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  func vagueSums(in scan: WordScan) -> [WordFault] {
    var faults: [WordFault] = []
    for sentence in scan.sentences where faults.count < Self.most {
      let counts = counts(in: sentence, of: scan)
      for (number, count) in counts.enumerated() where count.isVague {
        guard
          isSum(count, of: counts[(number + 1)...])
            || isSum(count, of: counts[..<number].reversed())
            || isSharpPart(number, of: counts)
        else { continue }
        faults.append(WordFault(scan.original(count.range), .vagueSum))
      }
    }
    return Array(faults.prefix(Self.most))
  }

  /// Whether the counts next to a count, two or more, add up to it.
  private func isSum(_ whole: Count, of parts: some Sequence<Count>) -> Bool {
    let most = 12
    var rest = whole.value
    for (number, part) in parts.prefix(most).enumerated() {
      guard part.unit == whole.unit, !part.isVague, part.value > 0, part.value <= rest else {
        return false
      }
      rest -= part.value
      if rest == 0 { return number > 0 }
    }
    return false
  }

  /// Whether a count makes with the exact ones beside it an exact whole before them: 50条，其中 20余条 and
  /// 30条.
  private func isSharpPart(_ number: Int, of counts: [Count]) -> Bool {
    let most = 12
    for whole in max(0, number - most)..<number where !counts[whole].isVague {
      var rest = counts[whole].value
      for part in whole + 1..<min(counts.count, whole + most) {
        guard counts[part].unit == counts[whole].unit, part == number || !counts[part].isVague,
          counts[part].value > 0, counts[part].value <= rest
        else { break }
        rest -= counts[part].value
        if rest == 0, part >= number, part - whole >= 2 { return true }
      }
    }
    return false
  }

  /// The whole numbers of a sentence with a unit: 490余条, 160条.
  private func counts(in sentence: Range<Int>, of scan: WordScan) -> [Count] {
    var counts: [Count] = []
    var offset = sentence.lowerBound
    while offset < sentence.upperBound {
      guard WordScan.isDigit(scan.scalars[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      var value = 0
      while offset < sentence.upperBound, let digit = digit(at: offset, of: scan) {
        if digit < 10 { value = min(value * 10 + digit, 1_000_000_000) }
        offset += 1
      }
      guard offset < sentence.upperBound else { break }
      var unit = offset
      if let sign = more.match(in: scan.scalars, at: offset, before: sentence.upperBound) {
        unit = sign.range.upperBound - (sign.range.count > 1 ? 1 : 0)
      }
      guard unit < sentence.upperBound, isUnit(scan.scalars[unit]) else { continue }
      counts.append(
        Count(
          value: value, unit: scan.scalars[unit], isVague: unit > offset, range: start..<unit + 1))
    }
    return counts
  }

  /// A digit, or 10 for a comma between two of them.
  private func digit(at offset: Int, of scan: WordScan) -> Int? {
    let scalar = scan.scalars[offset]
    if WordScan.isDigit(scalar) { return Int(scalar - 0x30) }
    return scalar == 0x2C && WordScan.isDigit(scan.scalar(at: offset + 1)) ? 10 : nil
  }

  /// Whether a scalar may be a unit: no 年, 月, 日, 号, and nothing that makes the number larger.
  private func isUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case Mark.year, Mark.month, 0x65E5, 0x53F7, 0x4E07, 0x4EBF, 0x5341, 0x767E, 0x5343: false
    default: WordScan.isIdeograph(scalar)
    }
  }
}
