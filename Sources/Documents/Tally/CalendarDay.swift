/// A day of the calendar.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// The years that a register can mean; any other is a slip of the pen.
  private static let years = 1990...2100

  /// Nil for a day that the calendar has not, or of a year that no register means.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years ~= year, 1...12 ~= month, 1...Self.length(of: month, in: year) ~= day else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as 2024-01-05.
  package var description: String {
    [month, day].reduce(String(year)) { $0 + ($1 < 10 ? "-0\($1)" : "-\($1)") }
  }
}

extension CalendarDay {
  /// Reads a day as registers have it: 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105, or the
  /// number of a day as a workbook keeps it (45296); a time of day may follow.
  ///
  /// - Returns: nil for anything else, such as a day without its year or with the year last.
  package init?(written text: some StringProtocol) {
    guard text.utf8.count <= 80 else { return nil }
    let scalars = text.trimmed.unicodeScalars.map(\.narrowed)
    var scanner = DayScanner(rest: scalars[...])
    guard let first = scanner.number() else { return nil }
    if first.digits == 8, scanner.isAtTime {
      self.init(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    } else if first.digits == 5, scanner.isAtFraction {
      self.init(serial: first.value)
    } else if first.digits == 4, let separator = scanner.separator(),
      let month = scanner.number(), month.digits <= 2,
      scanner.separator(after: separator), let day = scanner.number(), day.digits <= 2
    {
      scanner.skipDayMark(after: separator)
      guard scanner.isAtTime else { return nil }
      self.init(year: first.value, month: month.value, day: day.value)
    } else {
      return nil
    }
  }

  /// The day with a number in a workbook that counts from 1900, which takes that for a leap year.
  private init?(serial: Int) {
    // Days from 1 March of the year 0, in eras of 400 years.
    let days = serial + 693_899
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}

/// The pieces of a written day, taken from the front.
private struct DayScanner {
  var rest: ArraySlice<Unicode.Scalar>

  private static let dashes = "-–—−﹣".unicodeScalars
  /// What a time of day or a weekday is written with, digits aside.
  private static let timeSigns = "TZ:.+时点分秒上下午星期周一二三四五六日()".unicodeScalars

  /// The separators that may stand between year and month.
  enum Separator { case dash, slash, point, word }

  mutating func number() -> (value: Int, digits: Int)? {
    skipBlanks()
    let digits = rest.prefix { $0.isASCIIDigit }
    guard 1...8 ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }, digits.count)
  }

  mutating func separator() -> Separator? {
    skipBlanks()
    guard let sign = rest.popFirst() else { return nil }
    switch sign {
    case "/": return .slash
    case ".", "。": return .point
    case "年": return .word
    default: return Self.dashes.contains(sign) ? .dash : nil
    }
  }

  /// Whether what separates the month from the day fits what stood after the year.
  mutating func separator(after first: Separator) -> Bool {
    skipBlanks()
    if first == .word {
      guard rest.first == "月" else { return false }
      rest.removeFirst()
      return true
    }
    return separator() == first
  }

  mutating func skipDayMark(after first: Separator) {
    guard first == .word else { return }
    skipBlanks()
    if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
  }

  /// Whether nothing follows, or a time of day or a weekday.
  var isAtTime: Bool {
    guard let first = rest.first else { return true }
    guard first.properties.isWhitespace || "T星周上下(".unicodeScalars.contains(first) else {
      return false
    }
    let isTime = rest.contains { ":时点".unicodeScalars.contains($0) }
    return rest.allSatisfy {
      $0.properties.isWhitespace || Self.timeSigns.contains($0) || isTime && $0.isASCIIDigit
    }
  }

  /// Whether nothing follows but the time of day as a part of a day.
  var isAtFraction: Bool {
    guard let first = rest.first else { return true }
    return first == "." && rest.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0.properties.isWhitespace }
  }
}
