package import CellGrid
import Editor
import Simulation
import Terminal

/// Everything that a terminal can send, in disorder; the same seed gives the same.
///
/// Keys of the keymap and characters come as such; escape sequences come as bytes through the
/// decoder, cut where it happens.
package struct RandomInputs {
  private var dice: Dice
  private var decoder = KeyDecoder()

  package init(seed: UInt64) { dice = Dice(seed: seed) }

  /// What one event brings: nothing, one input, or several.
  package mutating func next() -> [Input] {
    switch Int.random(in: 0..<100, using: &dice) {
    case 0..<55:
      return [.key(Keymap.standard.bindings.randomElement(using: &dice)?.key ?? Key(.down))]
    case 55..<72: return [.key(.character(character()))]
    case 72..<84: return sequence()
    case 84..<88: return [.paste(text())]
    case 88..<90: return [burst()]
    case 90..<96: return [.mouse(mouse())]
    case 96..<97: return [.metrics(Metrics(ambiguousIsWide: Bool.random(using: &dice)))]
    default: return [.resize(size())]
    }
  }

  /// A scalar, as terminals send them one by one.
  private mutating func character() -> Character {
    let characters = "0123456789.-,１２３年。，（“a e\u{301}\u{301}\u{200D}👩🇨🇳😀q”s1yn \u{0}\u{202E}"
    return Character(characters.unicodeScalars.randomElement(using: &dice) ?? "0")
  }

  /// Bytes that begin like a control sequence, most of them none that means anything.
  private mutating func sequence() -> [Input] {
    var bytes: [UInt8] = [0x1B]
    let introducers = ["[", "O", "[<", "[?", "]52;", "P", "[200~", "[M", "[[", "", "[1;", "N"]
    bytes += Array((introducers.randomElement(using: &dice) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...6, using: &dice) {
      let parts = Array("0123456789;:~ABCDFHMPQRSZmuy\u{1B}\\\u{7} ".utf8)
      bytes.append(parts.randomElement(using: &dice) ?? 0x30)
    }
    if Bool.random(using: &dice) { bytes += Array("\u{1B}[201~".utf8) }
    let inputs = decoder.decode(bytes)
    return Int.random(in: 0..<4, using: &dice) == 0 ? inputs + decoder.timeOut() : inputs
  }

  private mutating func text() -> String {
    let pieces = [
      "12", "\t", "\n", "\r\n", "\r", "/", "无", "1,234", "３件", "一、本年新收政府信息公开申请数量", "总计", "自然人",
      "（一）予以公开", "\"", "\u{301}", "中文“引号”", "a\u{2028}b", "🇨", "👩\u{200D}", "", " ",
      "9999999999999999",
    ]
    return (0..<Int.random(in: 0...16, using: &dice))
      .map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }

  private mutating func burst() -> Input {
    let text = (0..<Int.random(in: 2...8, using: &dice))
      .map { _ in ["1", "2\t3", "\r", "\r\n", "\t", "j", "件"].randomElement(using: &dice) ?? "" }
      .joined()
    let keys = text.unicodeScalars.map { scalar -> Key in
      switch scalar {
      case "\r", "\n": Key(.enter)
      case "\t": Key(.tab)
      default: .character(Character(scalar))
      }
    }
    return .burst(text, keys)
  }

  private mutating func mouse() -> Mouse {
    let actions = [
      Mouse.Action.press, .press, .press, .wheelUp, .wheelDown, .drag, .drag, .release,
    ]
    let modifiers: [Key.Modifiers] = [[], [], [], .shift, .control]
    return Mouse(
      actions.randomElement(using: &dice) ?? .press,
      at: Point(
        x: Int.random(in: 0...130, using: &dice), y: Int.random(in: 0...40, using: &dice)),
      modifiers: modifiers.randomElement(using: &dice) ?? [],
      count: Int.random(in: 1...2, using: &dice))
  }

  /// Mostly a window as people have, now and then one of any size from 0×0 to 400×200.
  private mutating func size() -> Size {
    let isLarge = Int.random(in: 0..<20, using: &dice) == 0
    return Size(
      columns: Int.random(in: 0...(isLarge ? 400 : 120), using: &dice),
      rows: Int.random(in: 0...(isLarge ? 200 : 40), using: &dice))
  }
}
