/// The terminal's own colours in a picture, and those of its palette.
struct Paper {
  let foreground: String
  let background: String

  static let light = Paper(foreground: "#1c1c1c", background: "#ffffff")
  static let dark = Paper(foreground: "#d4d4d4", background: "#1e1e1e")

  /// The first sixteen as xterm has them; people and programs have their own.
  private static let first = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
  ]

  /// A colour of the 256.
  func color(_ number: UInt8) -> String {
    let index = Int(number) - Self.first.count
    if index < 0 { return Self.first[Int(number)] }
    if index >= 216 { return "#" + String(repeating: Self.hex(8 + 10 * (index - 216)), count: 3) }
    let steps = [0, 95, 135, 175, 215, 255]
    return "#" + [index / 36, index / 6 % 6, index % 6].map { Self.hex(steps[$0]) }.joined()
  }

  private static func hex(_ byte: Int) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
