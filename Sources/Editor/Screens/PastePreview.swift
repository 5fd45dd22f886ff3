import CellGrid
import Wording

/// What a paste would change, before anything is changed.
struct PastePreview: Equatable, Sendable {}

extension Editor {
  /// Takes a text that was pasted into a table.
  mutating func pasteInGrid(_ text: String) { pasteInCell(text) }

  mutating func performInPreview(_ command: Command) {
    if command == .cancel { overlay = nil }
  }

  func draw(_ preview: PastePreview, into grid: inout Grid) {}
}
