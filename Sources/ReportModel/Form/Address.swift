/// The stable name of a cell, `table.row.column`, such as `applications.new.natural`.
///
/// Addresses stand in drafts, findings, commands and exports. Whether a form has such a cell is
/// the form's business.
package struct Address: Hashable, Sendable, CustomStringConvertible {
  package var table: String
  package var row: String
  package var column: String

  package init(table: String, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }

  /// Reads `table.row.column`; nil for anything but three parts that are not empty.
  package init?(_ text: String) {
    let points = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: ".") }
    guard points.count == 2 else { return nil }
    let parts = (
      text[..<points[0]], text[text.utf8.index(after: points[0])..<points[1]],
      text[text.utf8.index(after: points[1])...]
    )
    guard !parts.0.isEmpty, !parts.1.isEmpty, !parts.2.isEmpty else { return nil }
    self.init(table: String(parts.0), row: String(parts.1), column: String(parts.2))
  }

  package var description: String { "\(table).\(row).\(column)" }
}

/// A cell of one form, counted through its tables in form order, row by row.
///
/// Meaningful only together with the form it came from.
package struct CellIndex: Hashable, Comparable, Sendable {
  package let position: Int

  package init(_ position: Int) {
    self.position = position
  }

  package static func < (left: CellIndex, right: CellIndex) -> Bool {
    left.position < right.position
  }
}
