import CellGrid
import Wording

extension Editor {
  /// Takes a text over as the person's own editor left it.
  mutating func takeEdited(_ text: String) -> [Effect] { [] }

  mutating func tellEditFailed(_ message: String) -> [Effect] {
    tell(message, .error)
    return []
  }
}
