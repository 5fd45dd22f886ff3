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
  let warning = "⚠"
  let hint = "ℹ"
  let done = "✓"
  let comment = "✎"
  let changed = "~"

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

extension Symbols {
  /// The sign of a mark.
  func sign(of mark: Problems.Mark) -> String {
    switch mark {
    case .accepted: done
    case .comment: comment
    case .changed: changed
    case .hint: hint
    case .warning: warning
    case .error: error
    }
  }
}

extension Problems.Mark {
  /// How what has the mark is drawn.
  var style: Style {
    switch self {
    case .accepted: .good
    case .comment: .suggestion
    case .changed: .hint
    case .hint: .hint
    case .warning: .warning
    case .error: .error
    }
  }
}
