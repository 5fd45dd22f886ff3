import CellGrid
import Terminal
import Testing

/// A key with modifiers, as an input.
private func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> Input {
  .key(Key(code, modifiers))
}

private func text(_ characters: String) -> [Input] {
  characters.unicodeScalars.map { .key(.character(Character($0))) }
}

/// What a decoder makes of bytes that come in these reads, and of the silence after them.
private func inputs(_ reads: [[UInt8]], keys: [[UInt8]: Key] = [:]) -> [Input] {
  var decoder = KeyDecoder(terminalKeys: keys)
  var inputs: [Input] = []
  for read in reads { inputs += decoder.decode(read) }
  return inputs + decoder.timeOut()
}

private func inputs(_ bytes: String) -> [Input] { inputs([Array(bytes.utf8)]) }

private let plain: [(String, [Input])] = [
  ("a1年", text("a1年")), ("e\u{301}", text("e\u{301}")), ("😀", text("😀")),
  ("\r", [key(.enter)]), ("\n", [key(.enter)]), ("\t", [key(.tab)]),
  ("\u{7F}", [key(.backspace)]), ("\u{8}", [key(.backspace)]),
  ("\u{0}", [.key(.control(" "))]), ("\u{1}", [.key(.control("a"))]),
  ("\u{13}", [.key(.control("s"))]), ("\u{1A}", [.key(.control("z"))]),
  ("\u{1F}", [.key(.control("_"))]), ("\u{85}", []),
  ("\u{1B}", [key(.escape)]), ("\u{1B}\u{1B}", [key(.escape), key(.escape)]),
  ("\u{1B}a", [.key(.alt("a"))]), ("\u{1B}0", [.key(.alt("0"))]), ("\u{1B}年", [.key(.alt("年"))]),
  ("\u{1B}\r", [key(.enter, .alt)]), ("\u{1B}\n", [key(.enter, .alt)]),
  ("\u{1B}P", [.key(.alt("P"))]), ("\u{1B}\u{1B}[A", [key(.up, .alt)]),
  ("\u{1B}[", []), ("\u{1B}O", []), ("\u{1B}[1;5", []),
]

private let arrows: [(String, [Input])] = [
  ("\u{1B}[A", [key(.up)]), ("\u{1B}OB", [key(.down)]), ("\u{1B}[C", [key(.right)]),
  ("\u{1B}OD", [key(.left)]), ("\u{1B}[1;2A", [key(.up, .shift)]),
  ("\u{1B}[1;3B", [key(.down, .alt)]), ("\u{1B}[1;5C", [key(.right, .control)]),
  ("\u{1B}[1;8D", [key(.left, [.shift, .alt, .control])]), ("\u{1B}[5A", [key(.up, .control)]),
  ("\u{1B}[a", [key(.up, .shift)]), ("\u{1B}Od", [key(.left, .control)]),
  ("\u{1B}[1;9A", []), ("\u{1B}[1;65A", [key(.up)]), ("\u{1B}[1;1:3A", []),
  ("\u{1B}[1~", [key(.home)]), ("\u{1B}[7~", [key(.home)]), ("\u{1B}[H", [key(.home)]),
  ("\u{1B}OH", [key(.home)]), ("\u{1B}[4~", [key(.end)]), ("\u{1B}[8~", [key(.end)]),
  ("\u{1B}[F", [key(.end)]), ("\u{1B}OF", [key(.end)]), ("\u{1B}[1;5H", [key(.home, .control)]),
  ("\u{1B}[2~", [key(.insert)]), ("\u{1B}[3~", [key(.delete)]), ("\u{1B}[5~", [key(.pageUp)]),
  ("\u{1B}[6~", [key(.pageDown)]), ("\u{1B}[3;5~", [key(.delete, .control)]),
  ("\u{1B}[Z", [key(.tab, .shift)]), ("\u{1B}[7^", [key(.home, .control)]),
  ("\u{1B}[3$", [key(.delete, .shift)]), ("\u{1B}[E", []), ("\u{1B}OE", []),
]

private let functionKeys: [(String, [Input])] = [
  ("\u{1B}OP", [key(.function(1))]), ("\u{1B}OS", [key(.function(4))]),
  ("\u{1B}[11~", [key(.function(1))]), ("\u{1B}[15~", [key(.function(5))]),
  ("\u{1B}[17~", [key(.function(6))]), ("\u{1B}[21~", [key(.function(10))]),
  ("\u{1B}[23~", [key(.function(11))]), ("\u{1B}[24~", [key(.function(12))]),
  ("\u{1B}[[A", [key(.function(1))]), ("\u{1B}[[E", [key(.function(5))]), ("\u{1B}[[Z", []),
  ("\u{1B}[1;2P", [key(.function(1), .shift)]), ("\u{1B}[1;5R", [key(.function(3), .control)]),
  ("\u{1B}[20;5~", [key(.function(9), .control)]), ("\u{1B}O5P", [key(.function(1), .control)]),
  ("\u{1B}[25~", [key(.function(3), .shift)]), ("\u{1B}[26~", [key(.function(4), .shift)]),
  ("\u{1B}[29~", [key(.function(6), .shift)]), ("\u{1B}[32~", [key(.function(8), .shift)]),
  ("\u{1B}[34~", [key(.function(10), .shift)]), ("\u{1B}[11^", [key(.function(1), .control)]),
  ("\u{1B}[23$", [key(.function(11), .shift)]),
  ("\u{1B}[23$\u{1B}[23$", [key(.function(11), .shift), key(.function(11), .shift)]),
  ("\u{1B}[24@", [key(.function(12), [.control, .shift])]), ("\u{1B}[P", []),
]

private let keypad: [(String, [Input])] = [
  ("\u{1B}Op\u{1B}Oq\u{1B}Oy", text("019")), ("\u{1B}Oj\u{1B}Ok\u{1B}Ol", text("*+,")),
  ("\u{1B}Om\u{1B}On\u{1B}Oo\u{1B}OX", text("-./=")), ("\u{1B}OM", [key(.enter)]),
  ("\u{1B}[27;5;13~", [key(.enter, .control)]), ("\u{1B}[13;5u", [key(.enter, .control)]),
  ("\u{1B}[13;2u", [key(.enter, .shift)]), ("\u{1B}[27u", [key(.escape)]),
  ("\u{1B}[115;5u", [.key(.control("s"))]),
  ("\u{1B}[90;6u", [key(.character("z"), [.control, .shift])]),
  ("\u{1B}[97;3u", [.key(.alt("a"))]), ("\u{1B}[53u", []), ("\u{1B}[27;2;53~", []),
]

private let rest: [(String, [Input])] = [
  ("\u{1B}[200~一\u{1B}[A\r\n\u{1B}[201~x", [.paste("一\u{1B}[A\r\n")] + text("x")),
  ("\u{1B}[200~\u{1B}[201~", [.paste("")]), ("\u{1B}[200~a", [.paste("a")]),
  ("\u{1B}[200~\u{1B}\u{1B}[20\u{1B}[201~", [.paste("\u{1B}\u{1B}[20")]), ("\u{1B}[201~", []),
  ("\u{1B}[<0;3;4M", [.mouse(Mouse(.press, at: Point(x: 2, y: 3)))]),
  ("\u{1B}[<32;3;4M", [.mouse(Mouse(.drag, at: Point(x: 2, y: 3)))]),
  ("\u{1B}[<0;3;4m", [.mouse(Mouse(.release, at: Point(x: 2, y: 3)))]),
  ("\u{1B}[<64;1;1M", [.mouse(Mouse(.wheelUp, at: Point(x: 0, y: 0)))]),
  ("\u{1B}[<65;1;1M", [.mouse(Mouse(.wheelDown, at: Point(x: 0, y: 0)))]),
  (
    "\u{1B}[<20;1;1M",
    [.mouse(Mouse(.press, at: Point(x: 0, y: 0), modifiers: [.shift, .control]))]
  ),
  ("\u{1B}[<2;1;1M", []), ("\u{1B}[<35;1;1M", []), ("\u{1B}[<0;0;1M", []),
  ("\u{1B}[<0;99999999999999999999;1M", []), ("\u{1B}[I\u{1B}[O", []), ("\u{1B}[M !!x", text("x")),
  ("\u{1B}]52;c;aGk=\u{7}x", text("x")), ("\u{1B}]11;rgb:0/0/0\u{1B}\\x", text("x")),
  ("\u{1B}P>|term\u{1B}\\x", text("x")), ("\u{1B}_x\u{1B}\\\u{1B}^x\u{1B}\\\u{1B}Xx\u{1B}\\", []),
  ("\u{1B}[?64;1;2cx", text("x")), ("\u{1B}[?2004;1$yx", text("x")), ("\u{1B}[4$yx", text("x")),
  ("\u{1B}[24;80Rx", text("x")), ("\u{1B}[1;1Rx", text("x")),
  ("\u{1B}[99999999999999999999999~", []), ("\u{1B}[1;99999999999999999999999A", []),
  ("\u{1B}[\u{1B}[A", [key(.up)]), ("\u{1B}[3年", text("年")),
]

@Suite("The key decoder")
struct KeyDecoderTests {
  @Test("knows what terminals send", arguments: plain + arrows + functionKeys + keypad + rest)
  func knows(bytes: String, expected: [Input]) {
    #expect(inputs(bytes) == expected)
  }

  @Test(
    "does not mind where a read ends", arguments: plain + arrows + functionKeys + keypad + rest)
  func survivesSplits(bytes: String, expected: [Input]) {
    let all = Array(bytes.utf8)
    for cut in 0...all.count {
      #expect(inputs([Array(all[..<cut]), Array(all[cut...])]) == expected)
    }
    #expect(inputs(all.map { [$0] }) == expected)
  }

  @Test(
    "drops bytes that are no UTF-8",
    arguments: [
      ([0xFF, 0x61], "a"), ([0xC0, 0x80, 0x61], "a"), ([0xE5, 0x61], "a"), ([0x80, 0x61], "a"),
      ([0xED, 0xA0, 0x80, 0x61], "a"), ([0xE5, 0xE5, 0xB9, 0xB4], "年"),
      ([0xF4, 0x90, 0x80, 0x80], ""), ([0xE0, 0x80, 0x80], ""), ([0xE5, 0xB9], ""),
    ] as [([UInt8], String)])
  func dropsInvalidBytes(bytes: [UInt8], expected: String) {
    #expect(inputs([bytes]) == text(expected))
  }

  @Test("shows a pasted byte that is no UTF-8 as such")
  func mendsPaste() {
    let bytes = Array("\u{1B}[200~a".utf8) + [0xFF] + Array("b\u{1B}[201~".utf8)
    #expect(inputs([bytes]) == [.paste("a\u{FFFD}b")])
  }

  @Test("waits for a person only after ESC, for a machine longer")
  func waits() {
    var decoder = KeyDecoder()
    #expect(!decoder.isPending)
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.isPending && decoder.patience == 25)
    _ = decoder.decode(Array("[32".utf8))
    #expect(decoder.isPending && decoder.patience == 1000)
    #expect(decoder.decode(Array("~".utf8)) == [key(.function(8), .shift)])
    #expect(!decoder.isPending)
  }

  @Test("tells a cursor report, once, and never as keys")
  func tellsCursorReport() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}[5;3R".utf8)) == [])
    #expect(decoder.takeCursorReport() == Point(x: 2, y: 4))
    #expect(decoder.takeCursorReport() == nil)
    #expect(decoder.decode(Array("\u{1B}[1;2R".utf8)) == [key(.function(3), .shift)])
    #expect(decoder.takeCursorReport() == nil)
  }
}

@Suite("The key decoder on an odd terminal")
struct OddTerminalTests {
  private static let keys: [[UInt8]: Key] = [
    Array("\u{1B}A".utf8): Key(.up), Array("\u{1B}[M".utf8): .function(1),
    Array("\u{1B}[Mx".utf8): .function(2), [0x0B]: Key(.left), [0x08]: Key(.left),
    [0x0A]: Key(.down), Array("x".utf8): Key(.delete),
  ]

  @Test(
    "takes the longest sequence of its own",
    arguments: [
      ("\u{1B}A", [key(.up)]), ("\u{1B}[M", [key(.function(1))]),
      ("\u{1B}[Mx", [key(.function(2))]), ("\u{1B}[Ma", [key(.function(1))] + text("a")),
      ("\u{1B}[A", [key(.up)]), ("\u{1B}", [key(.escape)]), ("\u{1B}\u{1B}[B", [key(.down, .alt)]),
      ("\u{B}", [key(.left)]), ("\u{8}", [key(.backspace)]), ("\n", [key(.enter)]),
      ("x", text("x")),
      ("\u{1B}[200~\u{1B}A\u{1B}[201~", [.paste("\u{1B}A")]),
    ] as [(String, [Input])])
  func takesItsOwn(bytes: String, expected: [Input]) {
    let all = Array(bytes.utf8)
    #expect(inputs([all], keys: Self.keys) == expected)
    for cut in 0...all.count where !bytes.hasPrefix("\u{1B}[M") {
      #expect(inputs([Array(all[..<cut]), Array(all[cut...])], keys: Self.keys) == expected)
    }
  }
}
