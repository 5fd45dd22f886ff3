import CellGrid

/// The signs that stand beside colours, in a form that takes one column on this terminal.
struct Symbols {
  let vertical: Unicode.Scalar
  let horizontal: Unicode.Scalar
  let cross: Unicode.Scalar
  let unsaved: String
  let separator: String
  let pointer: String
  let upperCorners: (left: Unicode.Scalar, right: Unicode.Scalar)
  let lowerCorners: (left: Unicode.Scalar, right: Unicode.Scalar)
  let error = "✗"
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
