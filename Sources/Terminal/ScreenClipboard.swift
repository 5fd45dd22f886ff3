internal import CNcurses
private import Glibc
private import SafeText

extension Screen {
  /// What became of a text that was to be copied.
  package enum Copying: Equatable, Sendable {
    /// It was sent; whether the terminal takes it, it does not say.
    case sent
    /// The terminal does not know the sequence and might print it.
    case unknownSequence
    /// It is longer than terminals take.
    case tooLong
  }

  /// Hands a text to the terminal's clipboard, by OSC 52.
  ///
  /// Within tmux it is tmux that takes it, where its option `set-clipboard` is on.
  package func copy(_ text: String) -> Copying {
    guard !isReleased, ClipboardSequence.isKnown(to: environment("TERM")) else {
      return .unknownSequence
    }
    guard let sequence = ClipboardSequence.copying(text) else { return .tooLong }
    unsafe curses_send(sequence)
    curses_send_now()
    return .sent
  }
}

/// The control sequence that sets a terminal's clipboard.
enum ClipboardSequence {
  /// The most characters of base64 that common terminals take.
  static let limit = 74_000

  /// Whether a terminal takes the sequence or drops it; some would print it.
  static func isKnown(to terminal: String) -> Bool {
    let printing = ["linux", "dumb", "vt", "cons", "ansi", "sun", "eterm"]
    return !printing.contains { terminal.hasPrefix($0) }
  }

  /// The sequence that copies a text; nil where it would be too long.
  ///
  /// What could steer the terminal that it is pasted into is left out.
  static func copying(_ text: String) -> String? {
    let safe = text.unicodeScalars.filter { !$0.isUnsafe || $0 == "\n" || $0 == "\t" }
    let bytes = Array(String(safe).utf8)
    let count = (bytes.count + 2) / 3 * 4
    return count > limit ? nil : "\u{1B}]52;c;" + base64(bytes) + "\u{07}"
  }

  /// Bytes in base64, padded (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let isPadding = place > group.count
        encoded.append(isPadding ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
