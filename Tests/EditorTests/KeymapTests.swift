import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("The keymap")
struct KeymapTests {
  @Test("has one command for a key in a context", arguments: Context.allCases)
  func hasOneCommand(context: Context) {
    let keys = Keymap.standard.bindings.filter { $0.contexts.contains(context) }.map(\.key)
    #expect(keys.count == Set(keys).count)
  }

  @Test(
    "reaches every command by a key that no terminal keeps, or by the palette",
    arguments: Command.allCases)
  func reaches(command: Command) {
    #expect(
      Keymap.standard.bindings.contains { $0.command == command && isPassedOn($0.key) }
        || Picker.offers(command))
  }

  /// Whether every common terminal passes a key on to the program.
  private func isPassedOn(_ key: Key) -> Bool {
    if key.modifiers.contains(.alt) { return false }
    guard case .function(let number) = key.code else { return true }
    return key.modifiers == [] && ![1, 10, 11].contains(number)
  }

  @Test("names every command in both languages", arguments: Command.allCases)
  func names(command: Command) {
    let (chinese, english) = (Wording(.chinese), Wording(.english))
    #expect(!chinese.longName(command).isEmpty && !english.longName(command).isEmpty)
    #expect(chinese.longName(command) != english.longName(command))
    #expect(chinese.shortName(command) != english.shortName(command))
  }

  @Test("gives every command a sentence of its own", arguments: Language.allCases)
  func givesOwnSentences(language: Language) {
    let names = Command.allCases.map { Wording(language).longName($0) }
    #expect(Set(names).count == names.count)
  }

  @Test("stands whole on the help page", arguments: Context.allCases, Language.allCases)
  func standsOnTheHelpPage(context: Context, language: Language) throws {
    var editor = Editor.on(
      try .agreeing(), language: language, size: Size(columns: 120, rows: 80))
    editor.overlay = .help(context: context, top: 0)
    let lines = editor.lines
    #expect(lines[1].contains(editor.wording.contextName(context)))
    for binding in Keymap.standard.bindings where binding.contexts.contains(context) {
      // Keys that extend the selection share a line, which names what is held with them once.
      let isAlone = binding.command.extendedMotion == nil
      let key = editor.wording.keyName(isAlone ? binding.key : Key(binding.key.code))
      let isExtending = binding.command.extendedMotion != nil
      let what =
        isExtending
        ? editor.wording.extendingSelection : editor.wording.longName(binding.command)
      #expect(lines.contains { $0.contains(what) && $0.contains(key) }, "\(key) \(what)")
    }
  }

  @Test("scrolls the help page to its end in a small window")
  func scrollsHelp() throws {
    var editor = Editor.on(try .agreeing(), size: Size(columns: 80, rows: 10))
    editor.press(.function(1))
    let top = editor.lines
    editor.press(Key(.end))
    #expect(editor.lines != top)
    editor.press(Key(.down), Key(.home))
    #expect(editor.lines == top)
    editor.press(.function(1))
    #expect(editor.context == .grid)
  }
}

@Suite("Reviewing")
struct ReviewingTests {
  private static let keys =
    Array(Set(Keymap.standard.bindings.map(\.key))) + "05-.a中 q".map { Key.character($0) }

  /// Whether an effect leaves the draft alone.
  private static func isHarmless(_ effect: Effect) -> Bool {
    switch effect {
    case .quit, .redraw, .copy, .suspend, .note, .stamp: true
    case .save, .saveMerged, .saveElsewhere, .rescue, .edit, .recovered, .gaveUp, .leave, .record:
      false
    }
  }

  @Test("changes nothing, whatever is pressed")
  func changesNothing() throws {
    let draft = try Draft.sample()
    var editor = Editor.on(draft, access: .reviewing)
    for entry in editor.spots.indices {
      for pane in [Editor.Pane.main, .contents] {
        for key in Self.keys {
          var pressed = editor
          pressed.open(entry: entry)
          pressed.pane = pane
          var effects = pressed.press(key)
          pressed.paste(pasting: "7")
          effects += pressed.press(Key(.enter))
          #expect(effects.allSatisfy(Self.isHarmless))
          #expect(pressed.isSaved && !pressed.history.canUndo && !pressed.history.canRedo)
        }
      }
    }
    // All of it in one go, too.
    for entry in editor.spots.indices {
      editor.open(entry: entry)
      for key in Self.keys { editor.press(key, Key(.down)) }
    }
    #expect(editor.draft == draft)
  }

  @Test("says why")
  func saysWhy() throws {
    var editor = Editor.on(try .sample(), access: .reviewing)
    editor.type("5")
    #expect(editor.lines.contains { $0.contains(editor.wording.readOnly) })
    #expect(editor.press(.control("q")) == [.quit])
  }
}
