package import CellGrid
package import Wording

/// A key, what it does, and where.
package struct Binding: Equatable, Sendable {
  package var key: Key
  package var command: Command
  package var contexts: Set<Context>
}

/// Which key does what: the one table that dispatch, help and key bar read.
package enum Keymap {
  private static let tables: Set<Context> = [.grid, .overwriting, .editing]
  private static let main: Set<Context> = [
    .grid, .overwriting, .editing, .text, .organ, .field, .contents,
  ]
  private static let browsing: Set<Context> = [.grid, .text, .organ, .contents, .help]

  /// All bindings; for one command the first is the one that help and key bar show.
  package static let bindings: [Binding] =
    movement + grid + text + entries + everywhere

  private static let movement: [Binding] =
    bind(.up, Key(.up), in: main.union([.help, .question]))
    + bind(.down, Key(.down), in: main.union([.help, .question]))
    + bind(.left, Key(.left), in: main.union([.question, .reason]))
    + bind(.right, Key(.right), in: main.union([.question, .reason]))
    + bind(.pageUp, Key(.pageUp), in: main.union([.help]))
    + bind(.pageDown, Key(.pageDown), in: main.union([.help]))
    + bind(.lineStart, Key(.home), in: main.union([.reason]))
    + bind(.lineEnd, Key(.end), in: main.union([.reason]))
    + bind(.first, Key(.home, .control), in: browsing)
    + bind(.last, Key(.end, .control), in: browsing)
    + bind(.first, Key(.home), in: [.help])
    + bind(.last, Key(.end), in: [.help])
    + bind(.left, .character("h"), in: [.grid])
    + bind(.down, .character("j"), in: [.grid])
    + bind(.up, .character("k"), in: [.grid])
    + bind(.right, .character("l"), in: [.grid])

  private static let grid: [Binding] =
    bind(.nextLine, Key(.enter), in: tables.union([.field]))
    + bind(.nextCell, Key(.tab), in: tables.union([.field, .organ, .question]))
    + bind(.previousCell, Key(.tab, .shift), in: tables.union([.field, .organ, .question]))
    + bind(.editInPlace, .function(2), in: [.grid, .overwriting, .organ])
    + bind(.blank, Key(.delete), in: [.grid, .organ])
    + bind(.blankAndEdit, Key(.backspace), in: [.grid, .organ])
    + bind(.applySuggestion, .function(4), in: tables.union([.text]))
    + bind(.applySuggestion, Key(.enter, .alt), in: tables.union([.text]))
    + bind(.accept, .function(3), in: tables.union([.text]))
    + bind(.accept, .alt("a"), in: tables.union([.text]))
    + bind(.accept, Key(.enter), in: [.reason])
    + bind(.compareYears, .function(5), in: tables)
    + bind(.fillTotal, .function(9), in: tables)
    + bind(.fillTotal, .character("="), in: [.grid])
    + bind(.fillTotal, .character("＝"), in: [.grid])
    + bind(.deleteBackward, Key(.backspace), in: [.overwriting, .editing, .field, .reason])
    + bind(.deleteForward, Key(.delete), in: [.overwriting, .editing, .field, .reason])

  private static let text: [Binding] =
    bind(.newParagraph, Key(.enter), in: [.text])
    + bind(.deleteBackward, Key(.backspace), in: [.text])
    + bind(.deleteForward, Key(.delete), in: [.text])

  private static let entries: [Binding] =
    bind(.open, Key(.enter), in: [.organ, .contents, .question])
    + bind(.changeChoice, .character(" "), in: [.organ])
    + bind(.nextPane, Key(.tab), in: [.contents])
    + bind(.previousPane, Key(.tab, .shift), in: [.contents])

  private static let everywhere: [Binding] =
    bind(.nextFinding, .function(8), in: main)
    + bind(.previousFinding, .function(7), in: main)
    + bind(.previousFinding, Key(.function(8), .shift), in: main)
    + bind(.nextPane, .function(6), in: main)
    + bind(.previousPane, Key(.function(6), .shift), in: main)
    + bind(.undo, .control("z"), in: main)
    + bind(.redo, .control("y"), in: main)
    + bind(.save, .control("s"), in: main)
    + bind(.quit, .control("q"), in: main.union([.help]))
    + bind(.help, .function(1), in: main)
    + bind(.help, .character("?"), in: [.grid, .organ, .contents])
    + bind(.help, .character("？"), in: [.grid, .organ, .contents])
    + bind(.redraw, .control("l"), in: main.union([.help, .question, .reason]))
    + bind(.cancel, Key(.escape), in: Set(Context.allCases))
    + bind(.cancel, .function(1), in: [.help])
    + bind(.cancel, .character("q"), in: [.help])

  /// The command of a key in a context, if it has one there.
  package static func command(for key: Key, in context: Context) -> Command? {
    bindings.first { $0.key == key && $0.contexts.contains(context) }?.command
  }

  /// The key of a command to show in a context.
  package static func key(for command: Command, in context: Context) -> Key? {
    bindings.first { $0.command == command && $0.contexts.contains(context) }?.key
  }

  /// The keys of a command in a context, the one to show first.
  package static func keys(for command: Command, in context: Context) -> [Key] {
    bindings.filter { $0.command == command && $0.contexts.contains(context) }.map(\.key)
  }

  private static func bind(_ command: Command, _ key: Key, in contexts: Set<Context>) -> [Binding] {
    [Binding(key: key, command: command, contexts: contexts)]
  }
}
