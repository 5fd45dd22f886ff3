package import CellGrid
package import Wording

/// A key, what it does, and where.
package struct Binding: Equatable, Sendable {
  package var key: Key
  package var command: Command
  package var contexts: Set<Context>
}

/// Which key does what: the one table that dispatch, help, palette and key bar read.
package struct Keymap: Equatable, Sendable {
  /// All bindings; for one command the first is the one that help and key bar show.
  package private(set) var bindings: [Binding]

  /// The bindings as they come.
  package static let standard = Keymap(
    bindings: movement + selecting + grid + text + entries + everywhere)

  /// The contexts in which a command has keys; the main ones for a command without any.
  func contexts(of command: Command) -> Set<Context> {
    let contexts = bindings.filter { $0.command == command }
      .reduce(into: Set<Context>()) { $0.formUnion($1.contexts) }
    return contexts.isEmpty ? Self.main : contexts
  }

  /// Gives a command one other key in some contexts.
  ///
  /// What the key did there before it does no longer; the command keeps its other keys behind it.
  mutating func assign(_ key: Key, to command: Command, in contexts: Set<Context>) {
    for index in bindings.indices where bindings[index].key == key {
      bindings[index].contexts.subtract(contexts)
    }
    bindings.removeAll { $0.contexts.isEmpty }
    let first = bindings.firstIndex { $0.command == command } ?? bindings.count
    bindings.insert(Binding(key: key, command: command, contexts: contexts), at: first)
  }

  private static let tables: Set<Context> = [.grid, .overwriting, .editing]
  private static let main: Set<Context> = [
    .grid, .overwriting, .editing, .text, .organ, .field, .contents, .findings,
  ]
  private static let browsing: Set<Context> = [
    .grid, .text, .organ, .contents, .findings, .help, .story,
  ]
  /// Where one line is typed over the main screen.
  private static let lines: Set<Context> = [.reason, .picker, .replacing, .path, .thread]

  /// What lies over the main screen and is longer than that.
  private static let lists: Set<Context> = [
    .help, .story, .picker, .preview, .recovery, .conflicts, .overview, .thread,
  ]

  private static let movement: [Binding] =
    bind(.up, Key(.up), in: main.union(lists).union([.question, .replacing]))
    + bind(.down, Key(.down), in: main.union(lists).union([.question, .replacing]))
    + bind(.left, Key(.left), in: main.union(lines).union([.question, .conflicts]))
    + bind(.right, Key(.right), in: main.union(lines).union([.question, .conflicts]))
    + bind(.pageUp, Key(.pageUp), in: main.union(lists))
    + bind(.pageDown, Key(.pageDown), in: main.union(lists))
    + bind(.lineStart, Key(.home), in: main.union(lines))
    + bind(.lineEnd, Key(.end), in: main.union(lines))
    + bind(.first, Key(.home, .control), in: browsing)
    + bind(.last, Key(.end, .control), in: browsing)
    + bind(.first, Key(.home), in: [.help, .story, .conflicts, .overview])
    + bind(.last, Key(.end), in: [.help, .story, .conflicts, .overview])
    + bind(.left, .character("h"), in: [.grid])
    + bind(.down, .character("j"), in: [.grid])
    + bind(.up, .character("k"), in: [.grid])
    + bind(.right, .character("l"), in: [.grid])

  private static let selecting: [Binding] =
    bind(.selectUp, Key(.up, .shift), in: [.grid, .text])
    + bind(.selectDown, Key(.down, .shift), in: [.grid, .text])
    + bind(.selectLeft, Key(.left, .shift), in: [.grid, .text])
    + bind(.selectRight, Key(.right, .shift), in: [.grid, .text])
    + bind(.selectPageUp, Key(.pageUp, .shift), in: [.grid, .text])
    + bind(.selectPageDown, Key(.pageDown, .shift), in: [.grid, .text])
    + bind(.selectLineStart, Key(.home, .shift), in: [.grid, .text])
    + bind(.selectLineEnd, Key(.end, .shift), in: [.grid, .text])
    + bind(.selectFirst, Key(.home, [.control, .shift]), in: [.grid, .text])
    + bind(.selectLast, Key(.end, [.control, .shift]), in: [.grid, .text])
    + bind(.selectAll, .control("a"), in: [.grid, .text])
    + bind(.copy, .control("c"), in: [.grid, .text])
    + bind(.copy, Key(.insert, .control), in: [.grid, .text])
    + bind(.cut, .control("x"), in: [.grid, .text])
    + bind(.cut, Key(.delete, .shift), in: [.grid, .text])
    + bind(.paste, .control("v"), in: lines.union([.grid, .text, .organ, .field]))
    + bind(.fillDown, .control("d"), in: [.grid])
    + bind(.fillRight, .control("r"), in: [.grid])
    + bind(.fillTotals, Key(.function(9), .control), in: tables)
    + bind(.fillZeros, .alt("0"), in: tables)

  private static let grid: [Binding] =
    bind(.nextLine, Key(.enter), in: tables.union([.field]))
    + bind(
      .nextCell, Key(.tab), in: tables.union([.field, .organ, .question, .replacing, .thread]))
    + bind(
      .previousCell, Key(.tab, .shift),
      in: tables.union([.field, .organ, .question, .replacing, .thread]))
    + bind(.editInPlace, .function(2), in: [.grid, .overwriting, .organ])
    + bind(.blank, Key(.delete), in: [.grid, .organ, .recovery])
    + bind(.blankAndEdit, Key(.backspace), in: [.grid, .organ])
    + bind(.applySuggestion, .function(4), in: tables.union([.text, .findings]))
    + bind(.applySuggestion, Key(.enter, .alt), in: tables.union([.text, .findings]))
    + bind(.accept, .function(3), in: tables.union([.text, .findings]))
    + bind(.accept, .alt("a"), in: tables.union([.text, .findings]))
    + bind(.accept, Key(.enter), in: [.reason])
    + bind(.compareYears, .function(5), in: tables)
    + bind(.fillTotal, .function(9), in: tables)
    + bind(.fillTotal, .character("="), in: [.grid])
    + bind(.fillTotal, .character("＝"), in: [.grid])
    + bind(.deleteBackward, Key(.backspace), in: lines.union([.overwriting, .editing, .field]))
    + bind(.deleteForward, Key(.delete), in: lines.union([.overwriting, .editing, .field]))
    + bind(.deleteToStart, .control("u"), in: lines)

  private static let text: [Binding] =
    bind(.newParagraph, Key(.enter), in: [.text])
    + bind(.deleteBackward, Key(.backspace), in: [.text])
    + bind(.deleteForward, Key(.delete), in: [.text])
    + bind(.replace, .control("r"), in: [.text])
    + bind(.insertFigure, .control("t"), in: [.text])
    + bind(.externalEditor, .control("e"), in: [.text])
    + bind(.replaceOne, .function(4), in: [.replacing])
    + bind(.replaceOne, .control("r"), in: [.replacing])
    + bind(.replaceAll, .function(9), in: [.replacing])

  private static let entries: [Binding] =
    bind(
      .open, Key(.enter),
      in: [
        .organ, .contents, .findings, .question, .picker, .preview, .replacing, .recovery, .path,
        .conflicts, .overview, .thread,
      ])
    + bind(.settle, .function(4), in: [.thread])
    + bind(.submit, .function(2), in: [.overview])
    + bind(.sendBack, .function(3), in: [.overview])
    + bind(.sign, .function(4), in: [.overview])
    + bind(.changeChoice, .character(" "), in: [.organ, .preview, .conflicts])
    + bind(.nextPane, Key(.tab), in: [.contents, .findings])
    + bind(.previousPane, Key(.tab, .shift), in: [.contents, .findings])

  private static let everywhere: [Binding] =
    bind(.nextFinding, .function(8), in: main)
    + bind(.previousFinding, .function(7), in: main)
    + bind(.previousFinding, Key(.function(8), .shift), in: main)
    + bind(.nextPane, .function(6), in: main)
    + bind(.previousPane, Key(.function(6), .shift), in: main)
    + bind(.find, .control("f"), in: main)
    + bind(.goTo, .control("g"), in: main)
    + bind(.palette, .control("p"), in: main)
    + bind(.nextSection, Key(.pageDown, .control), in: main)
    + bind(.previousSection, Key(.pageUp, .control), in: main)
    + bind(.story, .alt("h"), in: main)
    + bind(.overview, .control("u"), in: main)
    + bind(.comment, .control("n"), in: main)
    + bind(.comment, .alt("c"), in: main)
    + bind(.undo, .control("z"), in: main)
    + bind(.redo, .control("y"), in: main)
    + bind(.save, .control("s"), in: main)
    + bind(.saveElsewhere, .function(12), in: main)
    + bind(.quit, .control("q"), in: main.union([.help, .story, .overview, .thread]))
    + bind(.help, .function(1), in: main)
    + bind(.help, .character("?"), in: [.grid, .organ, .contents, .findings])
    + bind(.help, .character("？"), in: [.grid, .organ, .contents, .findings])
    + bind(.redraw, .control("l"), in: Set(Context.allCases))
    + bind(.cancel, Key(.escape), in: Set(Context.allCases))
    + bind(.cancel, .function(1), in: [.help])
    + bind(.cancel, .character("q"), in: [.help, .story, .overview])
    + bind(.cancel, .control("u"), in: [.overview])
    + bind(.cancel, .control("n"), in: [.thread])
    + bind(.cancel, .alt("h"), in: [.story])

  /// The command of a key in a context, if it has one there.
  package func command(for key: Key, in context: Context) -> Command? {
    bindings.first { $0.key == key && $0.contexts.contains(context) }?.command
  }

  /// The key of a command to show in a context.
  package func key(for command: Command, in context: Context) -> Key? {
    bindings.first { $0.command == command && $0.contexts.contains(context) }?.key
  }

  /// The keys of a command in a context, the one to show first.
  package func keys(for command: Command, in context: Context) -> [Key] {
    bindings.filter { $0.command == command && $0.contexts.contains(context) }.map(\.key)
  }

  /// The commands that the palette offers without any key of their own.
  package static let keyless: [Command] = [.selectWord, .suspend, .changeWidth]

  private static func bind(_ command: Command, _ key: Key, in contexts: Set<Context>) -> [Binding] {
    [Binding(key: key, command: command, contexts: contexts)]
  }
}

extension Wording {
  /// The key of a command as people call it, to be named in sentences.
  ///
  /// One that has none in the context is named by its key elsewhere, and one without any by what
  /// the list of commands calls it.
  package func keyName(of command: Command, in context: Context, _ keymap: Keymap) -> String {
    let key =
      keymap.key(for: command, in: context)
      ?? keymap.bindings.first { $0.command == command }?.key
    return key.map(keyName) ?? shortName(command)
  }
}
