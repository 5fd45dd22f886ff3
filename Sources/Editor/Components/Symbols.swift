import CellGrid

/// The signs that stand beside colours, in a form that takes one column on this terminal.
struct Symbols {
  let vertical: String
  let horizontal: String
  let cross: String
  let unsaved: String
  let separator: String
  let pointer: String
  let upperCorners: (left: String, right: String)
  let lowerCorners: (left: String, right: String)
  let error = "✗"
  let warning = "⚠"
  let done = "✓"

  init(_ metrics: Metrics) {
    let ascii = metrics.ambiguousIsWide
    vertical = ascii ? "|" : "│"
    horizontal = ascii ? "-" : "─"
    cross = ascii ? "+" : "┼"
    unsaved = ascii ? "*" : "●"
    separator = ascii ? "-" : "·"
    pointer = "▸"
    upperCorners = ascii ? ("+", "+") : ("┌", "┐")
    lowerCorners = ascii ? ("+", "+") : ("└", "┘")
  }
}
