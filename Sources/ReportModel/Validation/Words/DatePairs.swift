/// A period from the first to the last day of a year, as a text states it.
struct StatedPeriod: Equatable, Sendable {
  /// A year as it is written before a date; `value` is nil where it is none.
  struct Year: Equatable, Sendable {
    var value: Int?
    /// Its digits and 年, in the folded text.
    var range: Range<Int>
  }

  /// The year before the first date.
  var first: Year?
  /// The year before the second date.
  var last: Year?
  /// From the first digit to the last day, in the folded text.
  var range: Range<Int>
}

/// A day or a month within a folded text.
private struct StatedDate {
  var year: StatedPeriod.Year?
  var month: Int
  var day: Int?
  var range: Range<Int>
}

extension WordScan {
  /// The periods 1月1日 to 12月31日 (or 1月 to 12月) within a range.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  func periods(in range: Range<Int>) -> [StatedPeriod] {
    var periods: [StatedPeriod] = []
    var open: StatedDate?
    for date in dates(in: range) {
      if let start = open, date.month == 12, date.day == nil || date.day == 31,
        date.range.lowerBound - start.range.upperBound <= Self.longestJoin
      {
        periods.append(
          StatedPeriod(
            first: start.year, last: date.year,
            range: start.range.lowerBound..<date.range.upperBound))
        open = nil
      } else {
        open = date.month == 1 && (date.day == nil || date.day == 1) ? date : nil
      }
    }
    return periods
  }

  /// The most scalars between two dates of a period: 起，至同年 and the like.
  private static let longestJoin = 8

  private func dates(in range: Range<Int>) -> [StatedDate] {
    var dates: [StatedDate] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let first = number(at: offset, before: range.upperBound) else {
        offset += 1
        continue
      }
      if let date = date(startingWith: first, before: range.upperBound) {
        dates.append(date)
        offset = date.range.upperBound
      } else {
        offset = first.range.upperBound
      }
    }
    return dates
  }

  /// 2023年1月1日, 1月1日, 1月, 2023.1.1, 2023-01-01, or the 1 of 1—12月.
  private func date(startingWith first: Number, before end: Int) -> StatedDate? {
    let mark = scalar(at: first.range.upperBound)
    if mark == Mark.month { return date(year: nil, month: first, before: end) }
    let isYear = mark == Mark.year
    let isSeparated = first.count == 4 && (mark == 0x2E || mark == 0x2F || mark == 0x2D)
    guard isYear || isSeparated,
      let month = number(at: first.range.upperBound + 1, before: end)
    else { return nil }
    let year = StatedPeriod.Year(
      value: first.count == 4 ? first.value : nil,
      range: first.range.lowerBound..<first.range.upperBound + (isYear ? 1 : 0))
    if isYear { return date(year: year, month: month, before: end) }
    guard scalar(at: month.range.upperBound) == mark,
      let day = number(at: month.range.upperBound + 1, before: end), month.count <= 2,
      day.count <= 2
    else { return nil }
    return StatedDate(
      year: year, month: month.value, day: day.value,
      range: first.range.lowerBound..<day.range.upperBound)
  }

  private func date(year: StatedPeriod.Year?, month: Number, before end: Int) -> StatedDate? {
    let start = year?.range.lowerBound ?? month.range.lowerBound
    var last = month.range.upperBound
    guard month.count <= 2 else { return nil }
    guard scalar(at: last) == Mark.month else {
      // The first month of 1—12月 goes without its 月.
      guard year != nil, Mark.isDash(scalar(at: last)) else { return nil }
      return StatedDate(year: year, month: month.value, day: nil, range: start..<last)
    }
    last += 1
    guard let day = number(at: last, before: end), Mark.isDay(scalar(at: day.range.upperBound))
    else { return StatedDate(year: year, month: month.value, day: nil, range: start..<last) }
    return StatedDate(
      year: year, month: month.value, day: day.value, range: start..<day.range.upperBound + 1)
  }
}

/// The scalars that dates are written with.
enum Mark {
  static let year: UInt32 = 0x5E74
  static let month: UInt32 = 0x6708

  static func isDay(_ scalar: UInt32) -> Bool { scalar == 0x65E5 || scalar == 0x53F7 }

  /// -, ‐…―, ~, ～ and 至, 到.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x7E, 0x223C, 0x301C, 0x81F3, 0x5230: true
    default: false
    }
  }
}

extension WordScan {
  /// A whole number of Arabic or Chinese digits.
  struct Number: Equatable, Sendable {
    var value: Int
    /// How many places it has.
    var count: Int
    var range: Range<Int>
  }

  /// The number that begins at an offset: digits in a row, or a Chinese number up to 九十九 or of
  /// digits only, such as 二〇二三.
  ///
  /// Its value is capped: whoever asks for years and days wants no larger ones.
  func number(at offset: Int, before end: Int) -> Number? {
    var value = 0
    var next = offset
    while next < end, Self.isDigit(scalars[next]) {
      value = min(value * 10 + Int(scalars[next] - 0x30), 1_000_000)
      next += 1
    }
    if next > offset { return Number(value: value, count: next - offset, range: offset..<next) }
    return chineseNumber(at: offset, before: end)
  }

  private func chineseNumber(at offset: Int, before end: Int) -> Number? {
    let ten: UInt32 = 0x5341
    var value = 0
    var places = 0
    var hasTen = false
    var next = offset
    while next < end {
      if scalars[next] == ten, !hasTen, places <= 1 {
        value = (places == 0 ? 1 : value) * 10
        hasTen = true
        places = 1
      } else if let digit = Self.chineseDigit(scalars[next]) {
        value = min(hasTen ? value + digit : value * 10 + digit, 1_000_000)
        places += 1
      } else {
        break
      }
      next += 1
    }
    guard next > offset else { return nil }
    return Number(value: value, count: places, range: offset..<next)
  }
}
