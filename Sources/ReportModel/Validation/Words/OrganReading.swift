/// The names of organs in one text, compared with the organ's own.
struct OrganReading {
  let scan: WordScan
  let words: OtherOrgans.Words
  let name: [UInt32]
  let core: [UInt32]
  let isGovernment: Bool

  /// The longest name that is read.
  static let longest = 30

  init(_ scan: WordScan, _ name: [UInt32], _ words: OtherOrgans.Words) {
    self.scan = scan
    self.words = words
    self.name = name
    core = Self.core(of: name, words)
    isGovernment = words.governments.ends(in: name, at: name.count, from: 0)
  }

  /// Other organs that a sentence says the report is of, or was compiled by.
  func presented(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for match in words.reportNames.matches(in: scan.scalars, sentence) {
      let end = beforeYear(match.range.lowerBound, from: sentence.lowerBound)
      let start = startOfName(endingAt: end, from: sentence.lowerBound)
      let begins = words.presenting.matches(in: scan.scalars, start..<end).last
      found += other(in: (begins?.range.upperBound ?? start)..<end, exemptsOffices: false)
    }
    for offset in sentence where scan.scalars[offset] == 0x7531 {
      let reach = min(sentence.upperBound, offset + 1 + Self.longest)
      guard let match = words.compiling.first(in: scan.scalars, offset + 1..<reach) else {
        continue
      }
      found += other(in: offset + 1..<match.range.lowerBound, exemptsOffices: true)
    }
    return distinct(found)
  }

  /// Other organs that a sentence says requests were made to.
  func asked(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for offset in sentence where scan.scalars[offset] == 0x5411 {
      let reach = min(sentence.upperBound, offset + 1 + Self.longest)
      guard let match = words.asking.first(in: scan.scalars, offset + 1..<reach),
        isRequest(match.range, before: sentence.upperBound)
      else { continue }
      found += other(in: offset + 1..<match.range.lowerBound, exemptsOffices: true)
    }
    return distinct(found)
  }

  /// Other organs whose year a sentence tells.
  func reporting(in sentence: Range<Int>) -> [Range<Int>] {
    guard !isGovernment else { return [] }
    var found: [Range<Int>] = []
    for match in words.reporting.matches(in: scan.scalars, sentence) {
      let end = beforeYear(match.range.lowerBound, from: sentence.lowerBound)
      let start = startOfName(endingAt: end, from: sentence.lowerBound)
      guard isHead(start, of: sentence) else { continue }
      found += other(in: start..<end, exemptsOffices: true)
    }
    return distinct(found)
  }

  /// Whether what is asked is a request for information: 提出的政府信息公开申请.
  ///
  /// Where else may people be sent with their questions?
  private func isRequest(_ asking: Range<Int>, before end: Int) -> Bool {
    let reach = min(end, asking.upperBound + 24)
    var offset = asking.lowerBound
    while offset + 1 < reach {
      // 申请
      if scan.scalars[offset] == 0x7533, scan.scalars[offset + 1] == 0x8BF7 { return true }
      // A mark ends what is asked.
      if offset >= asking.upperBound, scan.scalars[offset] == 0x2C { return false }
      offset += 1
    }
    return false
  }

  func distinct(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var distinct: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where range.lowerBound >= distinct.last?.upperBound ?? 0 {
      distinct.append(range)
    }
    return distinct
  }

  /// The offset before a year, 年度 and a comma that stand before an offset.
  private func beforeYear(_ offset: Int, from start: Int) -> Int {
    var end = offset
    if end > start, scan.scalars[end - 1] == 0x2C { end -= 1 }
    let withComma = end
    if end > start, scan.scalars[end - 1] == 0x5EA6 { end -= 1 }
    guard end > start, scan.scalars[end - 1] == Mark.year else {
      return withComma == offset ? offset : withComma + 1
    }
    end -= 1
    while end > start, WordScan.isDigit(scan.scalars[end - 1]) { end -= 1 }
    return end
  }

  /// Where the words that end at an offset begin: after a mark.
  private func startOfName(endingAt end: Int, from start: Int) -> Int {
    var first = end
    while first > start, end - first < Self.longest, isNameScalar(scan.scalars[first - 1]),
      scan.scalars[first - 1] != Mark.year
    {
      first -= 1
    }
    // What follows 年 may begin with the rest of 年度.
    let isRest = first < end && scan.scalar(at: first - 1) == Mark.year
    return isRest && scan.scalars[first] == 0x5EA6 ? first + 1 : first
  }

  func isNameScalar(_ scalar: UInt32) -> Bool { WordScan.isIdeograph(scalar) }

  /// Whether only a number or a bullet stands before an offset.
  func isHead(_ offset: Int, of sentence: Range<Int>) -> Bool {
    offset - sentence.lowerBound <= 6
      && scan.scalars[sentence.lowerBound..<offset].allSatisfy {
        !isNameScalar($0) || isNumeral($0)
      }
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    WordScan.chineseDigit(scalar) != nil || scalar == 0x5341
  }

  /// A range of one or more names, if none of them is the organ's own.
  ///
  /// Where offices are exempt one may stand for its government, as it may where the government's
  /// report is compiled.
  private func other(in range: Range<Int>, exemptsOffices: Bool) -> [Range<Int>] {
    guard !range.isEmpty, range.count <= Self.longest,
      range.allSatisfy({ isNameScalar(scan.scalars[$0]) || scan.scalars[$0] == 0x3001 }),
      !words.noName.occurs(in: scan.scalars, range)
    else { return [] }
    let whole = Array(scan.scalars[range])
    guard words.endings.ends(in: whole, at: whole.count, from: 0), !isOwn(whole) else { return [] }
    if exemptsOffices, isGovernment, !isOffice(ofGovernment: whole) { return [] }
    // 及, 和, 、
    let pieces = whole.split { $0 == 0x53CA || $0 == 0x548C || $0 == 0x3001 }
    let namesOwn = pieces.contains { piece in
      words.endings.ends(in: Array(piece), at: piece.count, from: 0) && isOwn(Array(piece))
    }
    return namesOwn ? [] : [range]
  }

  /// Whether a name is a government's or that of its office, as 市政府办公室 is.
  private func isOffice(ofGovernment piece: [UInt32]) -> Bool {
    var end = piece.count
    while !words.governments.ends(in: piece, at: end, from: 0) {
      guard let length = words.offices.length(endingAt: end, in: piece, from: 0) else {
        return false
      }
      end -= length
    }
    return true
  }

  /// Whether a name is the organ's own, whole, shortened or with an office of it.
  ///
  /// A short form has no scalars but the name's and ends as it does: 县人社局 is
  /// 某县人力资源和社会保障局.
  func isOwn(_ other: [UInt32]) -> Bool {
    let otherCore = Self.core(of: other, words)
    guard let last = otherCore.last, !core.isEmpty else { return true }
    if WordScan.contains(name, in: other) || WordScan.contains(core, in: otherCore) { return true }
    guard last == core.last || Self.isDepartment(last) && Self.isDepartment(core.last) else {
      return false
    }
    // Offices of one place may be told in another order, and with the place's rank.
    return otherCore.dropLast().allSatisfy { scalar in
      core.contains(scalar) || words.places.begins(in: [scalar], at: 0, before: 1)
    }
  }

  /// 局 and 委, which one department may both be called.
  static func isDepartment(_ scalar: UInt32?) -> Bool { scalar == 0x5C40 || scalar == 0x59D4 }

  /// A name without the offices at its end and with its committees shortened.
  static func core(of name: [UInt32], _ words: OtherOrgans.Words) -> [UInt32] {
    var core = name
    while let length = words.offices.length(endingAt: core.count, in: core, from: 0) {
      core.removeLast(length)
    }
    let committee = WordScan.folded("委员会")
    if core.count > 3, core.suffix(3) == committee[...] { core.removeLast(2) }
    return core
  }
}

extension Sequence<UInt32> {
  /// Whether these scalars stand in others in this order, with what else between them.
  func isSubsequence(of other: ArraySlice<UInt32>) -> Bool {
    var rest = other
    for scalar in self {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
