import CellGrid
@testable import Editor
import Storage
import Testing
import Wording

@Suite("Keys of one’s own")
struct KeymapWishTests {
  @Test("are named as the key bar names them in English")
  func names() {
    let codes: [Key.Code] =
      [.up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .tab, .backspace]
      + [.delete, .insert, .escape, .character("w"), .character("+"), .character(" ")]
      + (1...12).map { .function($0) }
    let modifiers: [Key.Modifiers] = [[], .shift, .alt, .control, [.control, .shift, .alt]]
    for code in codes {
      for modifiers in modifiers {
        let key = Key(code, modifiers)
        let name = Wording(.english).keyName(key)
        #expect(Key(named: name) == key, "\(name)")
        #expect(Key(named: name.lowercased()) == key, "\(name)")
      }
    }
  }

  @Test(
    "have no other names",
    arguments: [
      "", "+", "Ctrl", "Ctrl+", "Strg+S", "F0", "F13", "F01", "PageUp", "ab", "Ctrl+ab", " ",
    ])
  func otherNames(name: String) {
    #expect(name == "+" || Key(named: name) == nil)
  }

  @Test(
    "are refused where they would take away what a person needs",
    arguments: [
      ("save", "x", .types), ("save", "Shift+X", .types), ("save", "中", .types),
      ("save", "Space", .types), ("save", "+", .types), ("save", "Esc", .isBasic),
      ("save", "Enter", .isBasic), ("save", "Up", .isBasic), ("save", "Left", .isBasic),
      ("save", "Tab", .isBasic), ("save", "Backspace", .isBasic),
      ("save", "Ctrl+I", .isNotPassedOn), ("save", "Ctrl+M", .isNotPassedOn),
      ("save", "Ctrl+H", .isNotPassedOn), ("save", "Ctrl+J", .isNotPassedOn),
      ("save", "Ctrl+Shift+S", .isNotPassedOn), ("save", "Ctrl+1", .isNotPassedOn),
      ("save", "Alt+[", .isNotPassedOn), ("find", "Ctrl+S", .takesTheKey(of: .save)),
      ("save", "F1", .takesTheKey(of: .help)), ("palette", "Home", .takesTheKey(of: .lineStart)),
      ("suspend", "Ctrl+P", .takesTheKey(of: .palette)),
    ] as [(String, String, Keymap.Refusal.Cause)])
  func refused(command: String, key: String, cause: Keymap.Refusal.Cause) throws {
    let wish = Keymap.Wish(
      try #require(Command(rawValue: command)), try #require(Key(named: key)))
    #expect(throws: Keymap.Refusal(number: 0, cause: cause)) {
      try Keymap.standard.granting([wish])
    }
  }

  @Test("stand before the old ones, which go on working")
  func stand() throws {
    let keymap = try Keymap.standard.granting([
      Keymap.Wish(.save, .control("w")), Keymap.Wish(.suspend, .control("o")),
    ])
    for context in [Context.grid, .text, .field] {
      #expect(keymap.keys(for: .save, in: context) == [.control("w"), .control("s")])
      #expect(keymap.command(for: .control("o"), in: context) == .suspend)
    }
    #expect(keymap.command(for: .control("w"), in: .question) == nil)
  }

  @Test("can be traded")
  func traded() throws {
    let keymap = try Keymap.standard.granting([
      Keymap.Wish(.save, .control("q")), Keymap.Wish(.quit, .control("s")),
    ])
    for context in [Context.grid, .text, .organ, .contents] {
      #expect(keymap.command(for: .control("q"), in: context) == .save)
      #expect(keymap.command(for: .control("s"), in: context) == .quit)
    }
  }

  @Test("serve two commands only where these never meet")
  func twice() throws {
    let key = Key.control("k")
    let apart = [Keymap.Wish(.fillDown, key), Keymap.Wish(.replace, key)]
    let keymap = try Keymap.standard.granting(apart)
    #expect(keymap.command(for: key, in: .grid) == .fillDown)
    #expect(keymap.command(for: key, in: .text) == .replace)
    #expect(throws: Keymap.Refusal(number: 1, cause: .isWishedTwice(by: .save))) {
      try Keymap.standard.granting([Keymap.Wish(.save, key), Keymap.Wish(.find, key)])
    }
  }

  @Test("are the ones that sentences, help and key bar name", arguments: Language.allCases)
  func named(language: Language) throws {
    let wishes: [Keymap.Wish] = [
      Keymap.Wish(.applySuggestion, .control("o")), Keymap.Wish(.save, .control("w")),
      Keymap.Wish(.redo, .control("b")),
    ]
    var editor = Editor(
      draft: try .sample(), access: .editing, fileName: "sample.json",
      wording: Wording(language), size: Size(columns: 200, rows: 80),
      keymap: try Keymap.standard.granting(wishes))
    editor.press(.function(8))
    #expect(editor.lines.contains { $0.contains("Ctrl+O ") && $0.contains("Ctrl+W ") })
    #expect(!editor.lines.contains { $0.contains("F4") || $0.contains("Ctrl+S") })
    editor.press(.control("o"))
    #expect(editor.figure("applications.carriedOut.total") == "0")
    editor.press(.function(1))
    // In the list of keys, and in a note.
    #expect(editor.lines.count { $0.contains("Ctrl+B") } == 2)
  }

  @Test("can be looked up in the manuals", arguments: ["zh", "en"])
  func inTheManuals(language: String) throws {
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "\(package)/docs/manual.\(language).md"
    let manual = String(decoding: try readFile(at: path, limit: 1 << 20), as: UTF8.self)
    for command in Command.allCases {
      #expect(manual.contains("| `\(command.rawValue)` |"), "\(command)")
    }
    for style in Style.allCases { #expect(manual.contains("`\(style)`"), "\(style)") }
  }
}
