import CellGrid
import Wording

/// Finding and replacing in a text: what to look for, what to put there.
struct ReplaceForm: Equatable, Sendable {
  var pattern = LineInput("")
  var replacement = LineInput("")
}

extension Editor {
  mutating func performInReplacing(_ command: Command) {
    if command == .cancel { overlay = nil }
  }

  mutating func insertInReplacing(_ text: String) {}

  func draw(_ form: ReplaceForm, into grid: inout Grid) {}
}
