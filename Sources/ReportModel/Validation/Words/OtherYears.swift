/// `text-year`: another year where this report's is meant.
///
/// A year is only doubted where a sentence tells by its form that it reports on that year: it
/// begins with it, or it says of the organ what was done in it.
package struct OtherYears: WordRule {
  package static let id = "text-year"

  private let presentedIn: [String]
  private let words: Words

  /// The rule; the sections `presentedIn` present the report and its statistical period.
  package init(presentedIn: [String], words: Words) {
    self.presentedIn = presentedIn
    self.words = words
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    let isPresenting = presentedIn.contains(scan.text.section)
    var reading = YearReading(scan, draft, words)
    reading.readPeriods(areReport: isPresenting)
    reading.readSentences(presenting: isPresenting)
    var faults: [WordFault] = []
    for fault in reading.faults.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where fault.range != faults.last?.range {
      faults.append(fault)
    }
    return faults
  }
}

/// The years of one text while they are judged.
private struct YearReading {
  private let scan: WordScan
  private let year: Int
  private let words: OtherYears.Words
  private let ownName: [UInt32]
  private let years: [YearMention]
  private(set) var faults: [WordFault] = []

  init(_ scan: WordScan, _ draft: Draft, _ words: OtherYears.Words) {
    self.scan = scan
    self.words = words
    year = draft.year
    ownName = WordScan.folded(draft.organ.name)
    years = scan.years()
  }

  /// Judges the periods 1月1日 to 12月31日: those of the report, and those that tell when
  /// something was done.
  mutating func readPeriods(areReport: Bool) {
    for sentence in scan.sentences where scan.scalars[sentence].contains(Mark.month) {
      let isReport = areReport || words.statistics.occurs(in: scan.scalars, sentence)
      for period in scan.periods(in: sentence) {
        let given = [period.first, period.last].compactMap { $0 }
        guard given.contains(where: { $0.value != year }) else { continue }
        guard isReport || isOneYear(given) && !isHistory(period.range, in: sentence) else {
          continue
        }
        if let first = given.first, let last = given.last, isOneYear(given) {
          report(
            first.range.lowerBound..<last.range.upperBound,
            first.value.map(WordProblem.otherYear) ?? .brokenYear)
          continue
        }
        for stated in given where stated.value != year {
          report(stated.range, stated.value.map(WordProblem.otherYear) ?? .brokenYear)
        }
      }
    }
  }

  private func isOneYear(_ given: [StatedPeriod.Year]) -> Bool {
    given.allSatisfy { $0.value != nil && $0.value == given.first?.value }
  }

  private func isHistory(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let near = near(range, in: sentence)
    return words.lookingBack.occurs(in: scan.scalars, near.lowerBound..<range.lowerBound)
      || words.comparing.occurs(in: scan.scalars, near) || hasOwnYear(near)
  }

  /// What of a sentence lies near a range: a text without full stops is one endless sentence.
  private func near(_ range: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let reach = 200
    return range.lowerBound - min(reach, range.lowerBound - sentence.lowerBound)..<range.upperBound
      + min(reach, sentence.upperBound - range.upperBound)
  }

  /// Judges every other year that is the time of a sentence.
  mutating func readSentences(presenting: Bool) {
    guard !years.isEmpty else { return }
    let namesOthers = years.contains { $0.value != year }
    var number = 0
    var next = 0
    var paragraph = ParagraphState()
    while number < scan.sentences.count, next < years.count {
      let sentence = scan.sentences[number]
      if sentence.lowerBound > 0, scan.scalars[sentence.lowerBound - 1] == 0x0A {
        paragraph = ParagraphState()
      }
      let first = next
      while next < years.count, years[next].range.upperBound <= sentence.upperBound { next += 1 }
      if !presenting {
        for index in first..<next where years[index].value == year && !years[index].isEnclosed {
          if isPlanned(years[index], in: sentence) {
            report(years[index].range, .plannedInYear(year))
          }
        }
      }
      for index in first..<next where years[index].value != year && !years[index].isEnclosed {
        judge(years[index], in: number, presenting: presenting, after: paragraph)
      }
      if namesOthers, words.lookingBack.occurs(in: scan.scalars, sentence) {
        paragraph.looksBack = true
      }
      number += 1
    }
  }

  /// What the sentences of a paragraph before the one that is read say.
  private struct ParagraphState {
    var looksBack = false
  }

  private mutating func judge(
    _ mention: YearMention, in number: Int, presenting: Bool, after paragraph: ParagraphState
  ) {
    let sentence = near(mention.range, in: scan.sentences[number])
    if presenting, isReportsOwn(mention, in: sentence) {
      report(mention.range, .otherYear(mention.value))
      return
    }
    if isLastDayOfReport(mention, in: sentence) {
      report(mention.range, .otherYear(mention.value))
      return
    }
    guard !paragraph.looksBack, isTimeOfReport(mention, in: sentence),
      !words.lookingBack.occurs(
        in: scan.scalars, sentence.lowerBound..<mention.range.lowerBound),
      !isContrasted(mention, in: number)
    else { return }
    let rest = mention.range.upperBound..<sentence.upperBound
    if mention.value != year - 1 {
      guard words.results.occurs(in: scan.scalars, rest) else { return }
    }
    if mention.value > year, words.plans.occurs(in: scan.scalars, rest) { return }
    report(mention.range, .otherYear(mention.value))
  }

  /// Whether the report itself is presented under this year.
  private func isReportsOwn(_ mention: YearMention, in sentence: Range<Int>) -> Bool {
    let start = mention.range.lowerBound
    let isPresented = words.presenting.ends(in: scan.scalars, at: start, from: sentence.lowerBound)
    if !isPresented,
      words.before.ends(in: scan.scalars, at: start, from: sentence.lowerBound)
    {
      return false
    }
    var next = mention.range.upperBound
    if scan.scalar(at: next) == 0x5EA6 { next += 1 }
    // Between the year and the report's name an organ may stand.
    let reach = min(sentence.upperBound, next + (isPresented ? 40 : 20))
    guard let name = words.reportNames.first(in: scan.scalars, next..<reach) else { return false }
    let isFollowed = words.otherReports.begins(
      in: scan.scalars, at: name.range.upperBound, before: sentence.upperBound)
    return !isFollowed && (isPresented || name.range.lowerBound == next)
  }

  /// Whether a year is the time of what its sentence reports.
  private func isTimeOfReport(_ mention: YearMention, in sentence: Range<Int>) -> Bool {
    let start = mention.range.lowerBound
    var next = mention.range.upperBound
    let before = scan.scalar(at: start - 1)
    guard !Mark.isDash(before) || isHead(start, of: sentence),
      !words.before.ends(in: scan.scalars, at: start, from: sentence.lowerBound)
    else { return false }
    if let months = wholeYear(at: next) { next = months }
    if scan.scalar(at: next) == 0x5EA6 { next += 1 }
    guard !words.after.begins(in: scan.scalars, at: next, before: sentence.upperBound) else {
      return false
    }
    let hasComma = scan.scalar(at: next) == 0x2C && next < sentence.upperBound
    let isDone = words.doings.begins(in: scan.scalars, at: next, before: sentence.upperBound)
    let isOwnSubject = followsOwnName(next, before: sentence.upperBound)
    if isHead(start, of: sentence) { return hasComma || isDone || isOwnSubject }
    if words.subjects.ends(in: scan.scalars, at: start, from: sentence.lowerBound)
      || endsWithOwnName(at: start)
    {
      return hasComma || isDone
    }
    guard before == 0x2C || before == 0x3A || before == 0x3001 else { return false }
    if words.results.begins(in: scan.scalars, at: next, before: sentence.upperBound) { return true }
    if hasComma { next += 1 }
    return words.subjects.begins(in: scan.scalars, at: next, before: sentence.upperBound)
      && words.results.occurs(in: scan.scalars, next..<sentence.upperBound)
  }

  /// Whether what was done by the last day of last year is told as the work of the year: 截至…12月31日，
  /// 共收到.
  private func isLastDayOfReport(_ mention: YearMention, in sentence: Range<Int>) -> Bool {
    let longest = 20
    let end = sentence.upperBound
    guard mention.value == year - 1, scan.scalar(at: mention.range.lowerBound - 2) == 0x622A,
      let month = scan.number(at: mention.range.upperBound, before: end), month.value == 12,
      scan.scalar(at: month.range.upperBound) == Mark.month,
      let day = scan.number(at: month.range.upperBound + 1, before: end), day.value == 31,
      Mark.isDay(scan.scalar(at: day.range.upperBound)),
      scan.scalar(at: day.range.upperBound + 1) == 0x2C
    else { return false }
    let rest = day.range.upperBound + 1..<end
    return words.results.occurs(
      in: scan.scalars, rest.lowerBound..<min(end, rest.lowerBound + longest))
      && !words.comparing.occurs(in: scan.scalars, rest)
      && !ownYears(in: sentence).contains { !isAccounts($0) }
  }

  /// Whether a year is that of a budget or of accounts: 2023年度预算.
  private func isAccounts(_ mention: YearMention) -> Bool {
    var next = mention.range.upperBound
    if scan.scalar(at: next) == 0x5EA6 { next += 1 }
    return scan.scalar(at: next) == 0x9884 || scan.scalar(at: next) == 0x51B3
  }

  /// The end of 1月至12月 or 1—12月, which is the whole year.
  private func wholeYear(at offset: Int) -> Int? {
    guard let first = scan.number(at: offset, before: scan.scalars.count), first.value == 1 else {
      return nil
    }
    var next = first.range.upperBound
    if scan.scalar(at: next) == Mark.month { next += 1 }
    guard Mark.isDash(scan.scalar(at: next)),
      let last = scan.number(at: next + 1, before: scan.scalars.count), last.value == 12,
      scan.scalar(at: last.range.upperBound) == Mark.month
    else { return nil }
    return last.range.upperBound + 1
  }

  /// Whether only a number, a bullet or 一是 stands before an offset.
  private func isHead(_ offset: Int, of sentence: Range<Int>) -> Bool {
    guard offset - sentence.lowerBound <= 8 else { return false }
    return scan.scalars[sentence.lowerBound..<offset].allSatisfy { scalar in
      if WordScan.isDigit(scalar) || WordScan.chineseDigit(scalar) != nil { return true }
      switch scalar {
      // ( ) . 、 , : * # - • · ● ■ ◆ 十 是 “
      case 0x28, 0x29, 0x2E, 0x3001, 0x2C, 0x3A, 0x2A, 0x23, 0x2D, 0x2022, 0xB7, 0x25CF, 0x25A0,
        0x25C6, 0x5341, 0x662F, 0x201C:
        return true
      default: return false
      }
    }
  }

  private func endsWithOwnName(at offset: Int) -> Bool {
    guard ownName.count >= 2, offset >= 2 else { return false }
    return scan.scalars[offset - 2..<offset] == ownName.suffix(2)
  }

  private func followsOwnName(_ offset: Int, before end: Int) -> Bool {
    guard !ownName.isEmpty, offset + ownName.count <= end else { return false }
    return scan.scalars[offset..<offset + ownName.count] == ownName[...]
  }

  /// Whether the report's own year stands beside this one, so that the two are set against each
  /// other, or a past problem is mended.
  private func isContrasted(_ mention: YearMention, in number: Int) -> Bool {
    let sentence = scan.sentences[number]
    let near = near(mention.range, in: sentence)
    if hasOwnYear(near) { return true }
    if mention.value < year, words.mended.occurs(in: scan.scalars, near) { return true }
    guard number + 1 < scan.sentences.count else { return false }
    let next = scan.sentences[number + 1]
    let following = self.near(next.lowerBound..<next.lowerBound, in: next)
    let between = scan.scalars[sentence.upperBound..<next.lowerBound]
    guard !between.contains(0x0A), hasOwnYear(following) else { return false }
    if between.contains(0x3B) { return true }
    // 2024年，我局将不断提高… tells what was planned then, and compares nothing.
    let plans = ownYears(in: following).contains { isPlanned($0, in: next) }
    return !plans && words.comparing.occurs(in: scan.scalars, following)
  }

  /// Whether what follows a year at the head of a sentence is only planned: 2024年，我局将进一步….
  private func isPlanned(_ mention: YearMention, in sentence: Range<Int>) -> Bool {
    let reach = 16
    guard
      isHead(mention.range.lowerBound, of: sentence)
        || words.nextSteps.ends(
          in: scan.scalars, at: beforeComma(mention.range.lowerBound), from: sentence.lowerBound)
    else { return false }
    let end = min(sentence.upperBound, mention.range.upperBound + reach)
    return words.planning.occurs(in: scan.scalars, mention.range.upperBound..<end)
  }

  private func beforeComma(_ offset: Int) -> Int {
    scan.scalar(at: offset - 1) == 0x2C ? offset - 1 : offset
  }

  private func hasOwnYear(_ sentence: Range<Int>) -> Bool { !ownYears(in: sentence).isEmpty }

  private func ownYears(in sentence: Range<Int>) -> [YearMention] {
    var low = 0
    var high = years.count
    while low < high {
      let middle = (low + high) / 2
      if years[middle].range.lowerBound < sentence.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return years[low...].prefix { $0.range.upperBound <= sentence.upperBound }
      .filter { $0.value == year && !$0.isEnclosed }
  }

  private mutating func report(_ range: Range<Int>, _ problem: WordProblem) {
    faults.append(WordFault(scan.original(range), problem))
  }
}
