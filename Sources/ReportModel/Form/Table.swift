/// What a cell may hold without a finding.
package enum FigureKind: String, Equatable, Sendable, CaseIterable {
  /// Whole and not negative.
  case count
  /// Whole, of any sign: an increase or decrease.
  case change
  /// Not negative, with digits after the point.
  case amount
}

/// A node of a header: a group over others, or one row or column.
package struct Heading: Equatable, Sendable {
  package var label: String
  /// A shorter label for narrow screens.
  package var short: String?
  /// The groups and lines below; empty for a row or column itself.
  package var children: [Heading]
  /// The rows or columns that this heading covers, as a range of their indices.
  package var span: Range<Int>

  package init(label: String, short: String?, children: [Heading], span: Range<Int>) {
    self.label = label
    self.short = short
    self.children = children
    self.span = span
  }

  /// How many levels of headings there are from here down, itself included.
  package var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
}

/// One row or one column of a table.
package struct Line: Equatable, Sendable {
  package var id: String
  /// The statutory label; empty where the form prints none.
  package var label: String
  package var short: String?
  /// The labels of the groups around it, outermost first.
  package var groups: [String]
  /// The kind of its figures, where it decides it; a row decides before a column.
  package var kind: FigureKind?
  /// The unit of its figures, such as 万元.
  package var unit: String?
  /// The legal basis of this line alone, such as 条例第三十六条.
  package var basis: String?
  /// What belongs into this line, in a sentence for the person filling it in.
  package var definition: LocalizedText?

  package init(
    id: String, label: String, short: String?, groups: [String], kind: FigureKind?, unit: String?,
    basis: String?, definition: LocalizedText?
  ) {
    self.id = id
    self.label = label
    self.short = short
    self.groups = groups
    self.kind = kind
    self.unit = unit
    self.basis = basis
    self.definition = definition
  }
}

/// A table of figures with its header trees.
package struct Table: Equatable, Sendable {
  package var id: String
  /// The line above the table's header, such as 第二十条第（一）项.
  package var heading: String?
  /// What stands in the corner over the row labels.
  package var corner: String?
  /// The unit of all figures that no line says otherwise of, such as 件.
  package var unit: String?
  package var columnTree: [Heading]
  package var rowTree: [Heading]
  package var columns: [Line]
  package var rows: [Line]
  /// The positions of its cells in the form, row by row.
  package var cells: Range<Int>
  /// Row and column ids to their indices.
  package var rowIndex: [String: Int]
  package var columnIndex: [String: Int]

  /// A table whose first cell has position `firstCell`.
  ///
  /// - Precondition: the row ids are unique, and so are the column ids.
  package init(
    id: String, heading: String?, corner: String?, unit: String?, columnTree: [Heading],
    rowTree: [Heading], columns: [Line], rows: [Line], firstCell: Int
  ) {
    self.id = id
    self.heading = heading
    self.corner = corner
    self.unit = unit
    self.columnTree = columnTree
    self.rowTree = rowTree
    self.columns = columns
    self.rows = rows
    cells = firstCell..<firstCell + rows.count * columns.count
    rowIndex = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.id, $0) })
    columnIndex = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.id, $0) })
  }

  /// The cell in a row and a column, both counted from 0.
  ///
  /// - Precondition: the table has them.
  package func cell(row: Int, column: Int) -> CellIndex {
    precondition(rows.indices ~= row && columns.indices ~= column, "No such cell in the table.")
    return CellIndex(cells.lowerBound + row * columns.count + column)
  }
}
