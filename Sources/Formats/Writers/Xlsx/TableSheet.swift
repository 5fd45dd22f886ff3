import Documents
import ReportModel

/// Makes the sheet of one table.
struct TableSheet {
  private(set) var sheet: Workbook.Sheet
  private let grid: TableGrid
  private let table: DocumentTable
  private let draft: Draft
  /// Where the cells of the form stand on the sheet.
  private let places: [CellIndex: Workbook.Place]
  /// The title of the section stands over the table.
  private static let titleRowCount = 1

  init(_ table: DocumentTable, name: String, draft: Draft) {
    self.table = table
    self.draft = draft
    grid = TableGrid(table)
    var places: [CellIndex: Workbook.Place] = [:]
    for (number, row) in grid.rows.enumerated() {
      for place in row {
        guard case .cell(let cell) = place.content, case .figure(let address?) = cell.role,
          let index = draft.form.cell(at: address)
        else { continue }
        places[index] = Workbook.Place(row: number + Self.titleRowCount, column: place.column)
      }
    }
    self.places = places
    let widths = grid.columnWidths(total: max(112, grid.width * 9), unit: 1, padding: 2)
    sheet = Workbook.Sheet(name: name, isLandscape: true, columnWidths: widths)
    sheet.headerRowCount = Self.titleRowCount + table.headerRowCount
    sheet.labelColumnCount = places.values.map(\.column).min() ?? 0
  }

  /// Writes title, header, labels and figures, with totals as formulas.
  mutating func write(_ totals: Totals) {
    sheet.cells.append(
      Workbook.Cell(
        place: Workbook.Place(row: 0, column: 0), columnSpan: max(1, grid.width),
        content: .text(harmless(table.label)), style: .heading))
    let formulas = totals.formulas(at: places)
    for (number, row) in grid.rows.enumerated() {
      for place in row { write(place, row: number + Self.titleRowCount, formulas) }
    }
    sheet.conditions = conditions
  }

  private mutating func write(
    _ place: TableGrid.Place, row: Int, _ formulas: [CellIndex: String]
  ) {
    var content = Workbook.Content.blank
    var style = Workbook.Style.label
    switch place.content {
    case .continued: return
    case .gap: break
    case .cell(let cell):
      (content, style) = contentAndStyle(of: cell, formulas)
      if case .header = cell.role, place.rowSpan == 1 {
        let width = sheet.columnWidths[place.column..<place.column + place.columnSpan]
          .reduce(0, +)
        let lines = (cell.text.halfWidths + width - 3) / max(1, width - 2)
        sheet.rowHeights[row] = max(sheet.rowHeights[row] ?? 18, min(409, Double(lines) * 15 + 3))
      }
    }
    sheet.cells.append(
      Workbook.Cell(
        place: Workbook.Place(row: row, column: place.column), rowSpan: place.rowSpan,
        columnSpan: place.columnSpan, content: content, style: style))
  }

  private func contentAndStyle(
    of cell: DocumentTable.Cell, _ formulas: [CellIndex: String]
  ) -> (Workbook.Content, Workbook.Style) {
    switch cell.role {
    case .header(let scope):
      let text = harmless(cell.text)
      return (text.isEmpty ? .blank : .text(text), scope == .row ? .label : .header)
    case .words:
      let text = harmless(cell.text)
      return (text.isEmpty ? .blank : .text(text), .label)
    case .figure(let address):
      guard let address, let index = draft.form.cell(at: address), let figure = draft[index] else {
        return (.blank, .figure(fractionCount: 0))
      }
      let style = Workbook.Style.figure(fractionCount: Int(figure.fractionCount))
      return (formulas[index].map { .formula($0, figure) } ?? .number(figure), style)
    }
  }

  /// The relations among cells of this sheet, as colours of the cells that do not agree.
  ///
  /// As long as a cell is blank nothing is coloured: that it is blank can be seen.
  private var conditions: [Workbook.Condition] {
    let named = places.keys.flatMap { draft.form.memberships(of: $0).map(\.relation) }
    return Set(named).sorted().flatMap { number -> [Workbook.Condition] in
      let relation = draft.form.relations[number]
      let left = relation.left.compactMap { places[$0] }
      let right = relation.right.compactMap { places[$0] }
      guard !relation.namesPrevious, left.count + right.count == relation.count,
        let formula = condition(left, relation.comparison, right)
      else { return [] }
      let severity = draft.form.rules[relation.rule].severity
      return relation.shownSide.compactMap { places[$0] }.map {
        Workbook.Condition(place: $0, formula: formula, severity: severity)
      }
    }
  }

  private func condition(
    _ left: [Workbook.Place], _ comparison: Relation.Comparison, _ right: [Workbook.Place]
  ) -> String? {
    let leftNames = formulaArguments(left, isFixed: true)
    let rightNames = formulaArguments(right, isFixed: true)
    let sign =
      switch comparison {
      case .equal: "<>"
      case .atMost: ">"
      case .atLeast: "<"
      }
    func sum(_ names: [String]) -> String {
      names.isEmpty ? "0" : "SUM(\(names.joined(separator: ",")))"
    }
    let all = (leftNames + rightNames).joined(separator: ",")
    let formula =
      "=AND(COUNT(\(all))=\(left.count + right.count),"
      + "ROUND(\(sum(leftNames))-\(sum(rightNames)),6)\(sign)0)"
    return leftNames.count + rightNames.count <= Totals.argumentLimit
      && formula.utf8.count <= Totals.lengthLimit ? formula : nil
  }
}
