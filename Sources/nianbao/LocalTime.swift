import Glibc

/// The clock on the wall, as the history of a draft notes it.
enum LocalTime {
  /// Now by the local time with its offset, as 2026-01-31T09:30:05+08:00.
  static var now: String { text(of: time(nil)) }

  /// A moment by the local time; empty where the system cannot tell it.
  private static func text(of moment: time_t) -> String {
    var moment = moment
    var parts = tm()
    guard localtime_r(&moment, &parts) != nil else { return "" }
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0)) }
    let minutes = abs(parts.tm_gmtoff) / 60
    let sign = parts.tm_gmtoff < 0 ? "-" : "+"
    return Person.day(parts) + "T" + clock.joined(separator: ":") + sign + padded(minutes / 60)
      + ":" + padded(minutes % 60)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
