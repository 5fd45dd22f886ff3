/// A key as xterm sends it.
enum Press {
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  case enter, tab, shiftTab, escape, backspace, altEnter
  case shiftUp, shiftDown, shiftLeft, shiftRight, controlHome, controlEnd
  /// F1 … F12.
  case function(Int)
  /// Shift and F1 … F12.
  case shiftFunction(Int)
  case control(Character)
  case alt(Character)
  case text(String)
  /// A bracketed paste.
  case paste(String)
  /// The left button, in cells from (0, 0).
  case mouseDown(x: Int, y: Int)
  case mouseDrag(x: Int, y: Int)
  case mouseUp(x: Int, y: Int)

  var bytes: String {
    switch self {
    case .up: "\u{1B}[A"
    case .down: "\u{1B}[B"
    case .right: "\u{1B}[C"
    case .left: "\u{1B}[D"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .insert: "\u{1B}[2~"
    case .delete: "\u{1B}[3~"
    case .enter: "\r"
    case .tab: "\t"
    case .shiftTab: "\u{1B}[Z"
    case .escape: "\u{1B}"
    case .backspace: "\u{7F}"
    case .altEnter: "\u{1B}\r"
    case .shiftUp: "\u{1B}[1;2A"
    case .shiftDown: "\u{1B}[1;2B"
    case .shiftRight: "\u{1B}[1;2C"
    case .shiftLeft: "\u{1B}[1;2D"
    case .controlHome: "\u{1B}[1;5H"
    case .controlEnd: "\u{1B}[1;5F"
    case .function(let number): functionKey(number, modifiers: 1)
    case .shiftFunction(let number): functionKey(number, modifiers: 2)
    case .control(let letter): controlKey(letter)
    case .alt(let character): "\u{1B}\(character)"
    case .text(let text): text
    case .paste(let text): "\u{1B}[200~\(text)\u{1B}[201~"
    case .mouseDown(let x, let y): "\u{1B}[<0;\(x + 1);\(y + 1)M"
    case .mouseDrag(let x, let y): "\u{1B}[<32;\(x + 1);\(y + 1)M"
    case .mouseUp(let x, let y): "\u{1B}[<0;\(x + 1);\(y + 1)m"
    }
  }

  private func controlKey(_ letter: Character) -> String {
    guard let byte = letter.asciiValue else { return "" }
    return String(Unicode.Scalar(byte & 0x1F))
  }

  private func functionKey(_ number: Int, modifiers: Int) -> String {
    let modifier = modifiers == 1 ? "" : ";\(modifiers)"
    let codes = [15, 17, 18, 19, 20, 21, 23, 24]
    switch number {
    case 1...4:
      let letter = ["P", "Q", "R", "S"][number - 1]
      return modifiers == 1 ? "\u{1B}O\(letter)" : "\u{1B}[1\(modifier)\(letter)"
    case 5...12: return "\u{1B}[\(codes[number - 5])\(modifier)~"
    default: return ""
    }
  }
}
