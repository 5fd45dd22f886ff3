package import ReportModel

/// What a text from a clipboard says about the cells of a form.
///
/// Where it names rows or columns as the form does, figures go there; otherwise it is a block whose
/// upper left corner is one cell. A blank field keeps its place and says nothing. Nothing is
/// guessed: what cannot be placed is told of.
package struct PasteReading: Equatable, Sendable {
  /// A figure for a cell.
  package struct Value: Equatable, Sendable {
    package var cell: CellIndex
    package var value: Quantity
  }

  /// Why something was not placed.
  package enum Reason: Equatable, Sendable {
    /// It would stand beyond the table.
    case outside
    /// It is no figure.
    case noFigure
    /// A figure with a unit that is not the cell's.
    case unit(String)
    /// Figures without a label among labelled ones.
    case noLabel
    /// A label that is none of the form's.
    case unknownLabel
    /// A label that several rows of the form could be.
    case ambiguousLabel
    /// The row asks for so many figures, and other many stand there.
    case figureCount(found: Int, expected: Int)
    /// The header names other columns than the form.
    case columns
    /// The cell has another figure already.
    case twice
    /// There is more than the form could hold.
    case tooLong
    /// A number with more digits than a cell holds.
    case tooManyDigits
  }

  /// What was not placed, with its lines, counted from 1, and the beginning of what stands there.
  package struct Refusal: Equatable, Sendable {
    package var lines: ClosedRange<Int>
    package var text: String
    package var reason: Reason
  }

  /// The figures in form order.
  package private(set) var values: [Value] = []
  /// The cells that hold `/`, `-`, 无 or their like, which stand for no figure, in form order.
  package private(set) var marks: [CellIndex] = []
  package private(set) var refusals: [Refusal] = []

  /// The most lines that are read.
  static let lineLimit = 20_000

  private let form: Form
  private var placed: [CellIndex: Quantity?] = [:]

  /// Reads a pasted text for a form, with `cell` as the corner of a block without labels.
  ///
  /// - Complexity: O(length of the text), and O(rows of the form) where it has labels.
  package init(_ text: String, for form: Form, at cell: CellIndex) {
    self.form = form
    var fields = PastedFields(text)
    if fields.lines.count > Self.lineLimit {
      let line = fields.lines[Self.lineLimit].joined(separator: " ")
      refuse(Self.lineLimit + 1, line, .tooLong)
      fields.lines.removeSubrange(Self.lineLimit...)
    }
    let labelled = LabelledPaste(fields, form, at: cell)
    if labelled.isLabelled {
      for row in labelled.rows { place(row) }
      refusals += labelled.refusals
    } else {
      placeBlock(fields.lines, at: cell)
    }
    values = placed.compactMap { cell, value in value.map { Value(cell: cell, value: $0) } }
      .sorted { $0.cell < $1.cell }
    marks = placed.filter { $0.value == nil }.map(\.key).sorted()
    refusals.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  private mutating func refuse(_ line: Int, _ text: String, _ reason: Reason) {
    refusals.append(Refusal(lines: line...line, text: text, reason: reason))
  }

  /// Places lines of fields as they lie, from a corner on.
  private mutating func placeBlock(_ lines: [[String]], at corner: CellIndex) {
    let (table, row, column) = form.place(of: corner)
    let rows = table.rows(below: row, for: lines.map { $0.allSatisfy(\.trimmed.isEmpty) })
    if lines.count > rows.count {
      let rest = lines[rows.count...].filter { !$0.allSatisfy(\.trimmed.isEmpty) }
      if let first = rest.first {
        let text = first.prefix(20).joined(separator: " ")
        refusals.append(
          Refusal(lines: rows.count + 1...lines.count, text: text, reason: .outside))
      }
    }
    for (down, fields) in lines.prefix(rows.count).enumerated() {
      guard let target = rows[down] else { continue }
      let room = table.columns.count - column
      for (across, text) in fields.prefix(room).enumerated() where !text.trimmed.isEmpty {
        place(text, at: table.cell(row: target, column: column + across), line: down + 1)
      }
      let outside = fields.dropFirst(room).filter { !$0.trimmed.isEmpty }
      if !outside.isEmpty {
        refuse(down + 1, outside.prefix(20).joined(separator: " "), .outside)
      }
    }
  }

  private mutating func place(_ row: LabelledPaste.Row) {
    for (column, text) in row.fields where !text.trimmed.isEmpty {
      place(text, at: form.tables[row.table].cell(row: row.row, column: column), line: row.line)
    }
  }

  private mutating func place(_ text: String, at cell: CellIndex, line: Int) {
    guard let figure = Figure(text) else {
      let isLong = text.count { $0.isNumber } > Quantity.digitLimit
      let isNumber = text.trimmed.allSatisfy { $0.isNumber || "-－.．,，".contains($0) }
      refuse(line, text, isLong && isNumber ? .tooManyDigits : .noFigure)
      return
    }
    let (table, row, column) = form.place(of: cell)
    let name = table.rows[row].unit ?? table.columns[column].unit ?? table.unit
    let value: Quantity?
    switch figure {
    case .empty: return
    case .mark: value = nil
    case .value(let typed, let unit, _):
      guard Figure.isUnit(unit, of: form.kind(of: cell), named: name) else {
        refuse(line, text, .unit(unit))
        return
      }
      value = form.kind(of: cell).normalized(typed)
    }
    if let old = placed[cell], old?.micros != value?.micros {
      refuse(line, text, .twice)
      return
    }
    placed[cell] = .some(value)
  }
}

extension Table {
  /// The rows that lines of a block stand for, from a row on; nil for a line that is a group's.
  ///
  /// A column copied with its labels left out has a blank line where the form has a group of rows;
  /// only where every blank line falls on a group are the lines counted with the groups.
  fileprivate func rows(below first: Int, for blanks: [Bool]) -> [Int?] {
    let plain = (first..<rows.count).map { Optional($0) }
    var withGroups: [Int?] = []
    func add(_ heading: Heading) {
      guard heading.children.isEmpty else {
        if heading.span.lowerBound > first { withGroups.append(nil) }
        heading.children.forEach(add)
        return
      }
      if heading.span.lowerBound >= first { withGroups.append(heading.span.lowerBound) }
    }
    rowTree.forEach(add)
    let shown = zip(withGroups, blanks)
    let agrees = shown.allSatisfy { row, isBlank in (row == nil) == isBlank }
    return agrees && blanks.contains(true) && blanks.count <= withGroups.count ? withGroups : plain
  }
}
