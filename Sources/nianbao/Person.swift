import Glibc

/// Who is at work, and on which day, as acceptances note it.
enum Person {
  /// The name in the config, else the login name; empty where there is neither.
  static var name: String {
    Config.ofProcess.name ?? environment("USER") ?? environment("LOGNAME") ?? ""
  }

  /// Today by the local calendar, as 2026-01-31.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return day(parts)
  }

  /// A day as 2026-01-31.
  static func day(_ parts: tm) -> String {
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return [padded(parts.tm_year + 1900, 4), padded(parts.tm_mon + 1, 2), padded(parts.tm_mday, 2)]
      .joined(separator: "-")
  }
}
