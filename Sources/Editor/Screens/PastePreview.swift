import CellGrid
import Wording

/// What a paste would change, before anything is changed.
struct PastePreview: Equatable, Sendable {}

extension Editor {
  mutating func performInPreview(_ command: Command) {
    if command == .cancel { overlay = nil }
  }

  func draw(_ preview: PastePreview, into grid: inout Grid) {}
}
