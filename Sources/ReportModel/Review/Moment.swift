/// A moment as drafts note it: a local time with its offset, as 2026-01-31T09:30:05+08:00.
package struct Moment: Comparable, Sendable {
  /// Since the beginning of 1970 in UTC.
  private let seconds: Int

  /// - Returns: nil where the text is no such time.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 25 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { total, byte in
        guard let total, 0x30...0x39 ~= byte else { return nil }
        return total * 10 + Int(byte - 0x30)
      }
    }
    let marks = [4: "-", 7: "-", 10: "T", 13: ":", 16: ":", 22: ":"]
    guard marks.allSatisfy({ bytes[$0.key] == $0.value.utf8.first }),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      let offsetHour = number(20..<22), let offsetMinute = number(23..<25),
      1...12 ~= month, 1...31 ~= day,
      bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-")
    else { return nil }
    let offset = (offsetHour * 60 + offsetMinute) * (bytes[19] == UInt8(ascii: "-") ? -60 : 60)
    let days = Self.days(year: year, month: month, day: day)
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
  }

  /// Days since the beginning of 1970, with years that begin in March so that leap days come last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
