import ReportModel

/// What was copied or cut last within the program.
enum Clipboard: Equatable, Sendable {
  /// A block of cells, row by row; nil is a blank cell.
  case cells([[Quantity?]])
  case text(String)
}
