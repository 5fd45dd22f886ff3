import CellGrid
import ReportModel
import Wording

/// A list that typing narrows: commands, places, figures.
struct Picker: Equatable, Sendable {
  /// What is chosen from.
  enum Kind: Equatable, Sendable {
    case commands, places, find, figures
  }

  var kind: Kind
  var input = LineInput("")

  /// Whether the palette offers a command: all but what moves, types or answers.
  static func offers(_ command: Command) -> Bool {
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .lineStart, .lineEnd, .nextCell,
      .previousCell, .nextLine, .open, .newParagraph, .deleteBackward, .deleteForward,
      .changeChoice,
      .cancel, .palette:
      false
    default: command.extendedMotion == nil
    }
  }
}

extension Editor {
  mutating func openPicker(_ kind: Picker.Kind) { overlay = .picker(Picker(kind: kind)) }

  mutating func performInPicker(_ command: Command) -> [Effect] {
    if command == .cancel { overlay = nil }
    return []
  }

  mutating func insertInPicker(_ text: String) {}

  func draw(_ picker: Picker, into grid: inout Grid) {}

  /// Goes to the next section, or the one before; the organ's data is the first of all.
  mutating func goToSection(by count: Int) {
    let target = min(max(0, entry + count), spots.count - 1)
    go(to: Place(entry: target, spot: spots[target]))
  }

  /// Takes ambiguous characters for as wide as they were not taken before.
  mutating func changeWidth() {
    measure(by: Metrics(ambiguousIsWide: !metrics.ambiguousIsWide))
  }
}
