import CellGrid
import Editor
import Terminal
import Wording

/// The terminal as the screens of one run share it: what is shown, what was typed ahead, and how
/// wide its characters are.
struct Stage: ~Copyable {
  var screen: Screen
  /// How wide the terminal draws characters, as far as is known.
  var metrics: Metrics
  /// Whether the terminal is gone or the process was asked to end, so that all is over.
  private(set) var isHungUp = false
  private var waiting: ArraySlice<Input> = []

  /// Takes the terminal, or says in one line why it cannot be had.
  init(_ options: Screen.Options) throws(Failure) {
    let wording = Wording.ofProcess
    metrics = Metrics(ambiguousIsWide: options.ambiguousWidth == .wide)
    do throws(Unavailable) {
      screen = try Screen(options: options)
    } catch {
      switch error {
      case .notATerminal: throw .file(wording.needsTerminal)
      case .unknownTerminal(let name): throw .file(wording.unknownTerminal(name))
      case .noCursorAddressing(let name): throw .file(wording.incapableTerminal(name))
      case .noUTF8Locale: throw .file(wording.noUTF8Locale)
      }
    }
  }

  /// The next input, after showing a grid unless more was typed already; nil where `timeout`
  /// milliseconds passed without one.
  mutating func next(showing grid: @autoclosure () -> Grid, timeout: Int? = nil) -> Input? {
    if waiting.isEmpty {
      screen.show(grid())
      waiting = screen.nextInputs(timeout: timeout)[...]
    }
    guard let input = waiting.popFirst() else { return nil }
    switch input {
    case .metrics(let told): metrics = told
    case .hangUp: isHungUp = true
    case .key, .paste, .burst, .mouse, .resize: break
    }
    return input
  }

  /// Puts keys that came in one burst back, to be handed out one by one.
  mutating func putBack(_ keys: [Key]) { waiting = keys.map { .key($0) } + waiting }

  /// Drops what was typed and not handed out yet: it was meant for another program.
  mutating func dropTyped() {
    waiting =
      waiting.filter { input in
        switch input {
        case .key, .paste, .burst, .mouse: false
        case .resize, .metrics, .hangUp: true
        }
      }[...]
  }

  /// Takes note that the terminal is gone, or the process was asked to end: the next input says so.
  mutating func hangUp() { waiting.insert(.hangUp, at: waiting.startIndex) }
}
