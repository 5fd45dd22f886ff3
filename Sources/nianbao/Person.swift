import Glibc

/// Who is at work, and on which day, as acceptances and the history note it.
enum Person {
  /// The name in the config, else the login name as the environment has it, else as the system
  /// knows it; empty where there is none of them.
  static var name: String {
    Config.ofProcess.name ?? environment("USER") ?? environment("LOGNAME") ?? userName ?? ""
  }

  /// The name of the process's user in the system's list of users.
  private static var userName: String? {
    guard let user = getpwuid(geteuid()), let name = user.pointee.pw_name else { return nil }
    return String(cString: name)
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
