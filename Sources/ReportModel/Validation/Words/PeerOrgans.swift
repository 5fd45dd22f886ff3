extension OrganReading {
  /// Organs of the same kind and rank whose own work a sentence tells.
  ///
  /// Departments and towns that a government's report speaks of, and whoever is above, are of
  /// another kind.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  func subjects(in sentence: Range<Int>, presenting: Bool) -> [Range<Int>] {
    guard canBeCompared, !namesItself(in: sentence) else { return [] }
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    var isHead = true
    var isListed = false
    while start < sentence.upperBound {
      let first = afterTime(start, before: sentence.upperBound)
      // 其中县财政局 3 件，县教育局 2 件: parts of something larger, whoever they are.
      if Self.among.elementsEqual(scan.scalars[first..<min(first + 2, sentence.upperBound)]) {
        break
      }
      if !isListed,
        let name = subject(at: first, before: sentence.upperBound, isHead: isHead, presenting)
      {
        found.append(name)
      }
      guard
        let mark = scan.scalars[first..<sentence.upperBound].firstIndex(where: Self.endsClause)
      else { break }
      // A heading and its number do not take the head of the sentence away.
      let isShort = mark - start <= 2 || mark == first
      let isPause = scan.scalars[mark] == 0x3001
      isHead = isHead && (isShort || !isPause && scan.scalars[mark] != 0x2C)
      isListed = isPause && !isShort
      start = mark + 1
    }
    return found
  }

  /// 其中.
  private static let among: [UInt32] = [0x5176, 0x4E2D]

  /// Organs of the same kind and rank with which a sentence says to get in touch.
  func contacts(in sentence: Range<Int>) -> [Range<Int>] {
    guard canBeCompared else { return [] }
    var found: [Range<Int>] = []
    for match in words.contacting.matches(in: scan.scalars, sentence) {
      var start = match.range.lowerBound
      while start > sentence.lowerBound, match.range.lowerBound - start < Self.longest,
        isNameScalar(scan.scalars[start - 1]), !Self.isWith(scan.scalars[start - 1])
      {
        start -= 1
      }
      guard start > sentence.lowerBound, Self.isWith(scan.scalars[start - 1]) else { continue }
      let range = start..<match.range.lowerBound
      if isPeer(range) { found.append(range) }
    }
    return found
  }

  /// Whether a name is long enough to be one and short enough to be looked for.
  private var canBeCompared: Bool { 3...60 ~= name.count && !core.isEmpty }

  private func namesItself(in sentence: Range<Int>) -> Bool {
    guard let first = name.first, sentence.count >= name.count else { return false }
    for offset in sentence.lowerBound...sentence.upperBound - name.count
    where scan.scalars[offset] == first {
      if scan.scalars[offset..<offset + name.count] == name[...] { return true }
    }
    return false
  }

  /// The name that begins at an offset and that a word of its work follows.
  private func subject(
    at start: Int, before end: Int, isHead: Bool, _ presenting: Bool
  ) -> Range<Int>? {
    var next = start
    while next < end, next - start < Self.longest, isNameScalar(scan.scalars[next]) {
      next += 1
      guard next - start >= 3, words.endings.ends(in: scan.scalars, at: next, from: start),
        tells(at: afterTime(next, before: end), before: end, isHead: isHead, presenting)
      else { continue }
      return isPeer(start..<next) ? start..<next : nil
    }
    return nil
  }

  private func tells(at offset: Int, before end: Int, isHead: Bool, _ presenting: Bool) -> Bool {
    if words.reportNames.begins(in: scan.scalars, at: offset, before: end) { return false }
    if isHead, words.telling.begins(in: scan.scalars, at: offset, before: end) { return true }
    return words.reporting.begins(in: scan.scalars, at: offset, before: end)
      || presenting && words.presenting.begins(in: scan.scalars, at: offset, before: end)
  }

  /// The offset after 2023年度 with its comma, if that stands there.
  private func afterTime(_ offset: Int, before end: Int) -> Int {
    var next = offset
    while next < end, next - offset < 5, WordScan.isDigit(scan.scalars[next]) { next += 1 }
    guard next > offset, next < end, scan.scalars[next] == Mark.year else { return offset }
    next += 1
    if next < end, scan.scalars[next] == 0x5EA6 { next += 1 }
    if next < end, scan.scalars[next] == 0x2C { next += 1 }
    return next
  }

  /// , : and what stands after the number of a heading.
  private static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x3A, 0x29, 0x2E, 0x3001, 0x20: true
    default: false
    }
  }

  /// 与, 向, 和, 同.
  private static func isWith(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E0E, 0x5411, 0x548C, 0x540C: true
    default: false
    }
  }

  /// Whether a name is another organ's of the same kind and rank.
  private func isPeer(_ range: Range<Int>) -> Bool {
    // 结合县公安局 is no name: it begins with what an organ does.
    guard range.count >= 3, !words.noName.occurs(in: scan.scalars, range),
      !words.telling.matches(in: scan.scalars, range).contains(where: { $0.range.count > 1 })
    else { return false }
    let other = Array(scan.scalars[range])
    let otherCore = Self.core(of: other, words)
    guard words.endings.ends(in: other, at: other.count, from: 0), let last = otherCore.last,
      let ownLast = core.last, !isOwn(other)
    else { return false }
    if Self.isDepartment(last) || last == 0x5385 {
      return last == ownLast || Self.isDepartment(last) && Self.isDepartment(ownLast)
        ? isOfSameRank(otherCore) : false
    }
    // A bare 镇政府 or 区政府 is no name.
    return last == ownLast && otherCore.count >= 3 && otherCore.suffix(3) != core.suffix(3)
  }

  /// Whether a department belongs to the same place, or is the same department of another place.
  private func isOfSameRank(_ other: [UInt32]) -> Bool {
    guard let place = lastPlace(in: other), let own = lastPlace(in: core),
      other[place] == core[own]
    else { return false }
    if place == 0 || other[..<place].isSubsequence(of: core[..<own]) { return true }
    return other[place...] == core[own...]
  }

  /// Where the name of the place ends with which a department's name begins.
  private func lastPlace(in name: [UInt32]) -> Int? {
    name.indices.last { offset in
      guard words.places.begins(in: name, at: offset, before: offset + 1) else { return false }
      let near = max(0, offset - 1)..<min(name.count, offset + 2)
      return !words.noPlaces.occurs(in: name, near)
    }
  }
}
