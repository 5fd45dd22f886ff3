internal import CNcurses
internal import CellGrid

/// What the terminal's description says of it.
enum Capability {
  /// The bytes of a string capability, without its delays; empty where there is none.
  static func bytes(_ name: String) -> [UInt8] {
    guard let string = unsafe curses_capability(name) else { return [] }
    let bytes = Array(unsafe String(cString: string).utf8)
    guard let delay = bytes.firstIndex(of: UInt8(ascii: "$")) else { return bytes }
    return Array(bytes[..<delay])
  }

  /// The sequences that this terminal sends for its keys.
  static func keys(terminal: String) -> [[UInt8]: Key] {
    var names: [(String, Key)] = [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)),
      ("kbs", Key(.backspace)),
    ]
    for number in 1...12 { names.append(("kf\(number)", .function(number))) }
    if terminal.hasPrefix("linux") {
      // The console counts on from F13 for Shift; PuTTY sends the same bytes for other keys.
      for number in 1...8 { names.append(("kf\(number + 12)", Key(.function(number), .shift))) }
    }
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in names { keys[bytes(name), default: key] = key }
    return keys
  }
}
