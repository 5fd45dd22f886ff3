import ReportModel

/// A pasted text whose lines name rows, or whose first lines name columns, as the form does.
struct LabelledPaste {
  /// The fields that a row of the form gets, by column.
  struct Row {
    var table: Int
    var row: Int
    var fields: [(column: Int, text: String)]
    var line: Int
  }

  private(set) var rows: [Row] = []
  private(set) var refusals: [PasteReading.Refusal] = []
  /// Whether any label or header is the form's; if not the text is a block.
  private(set) var isLabelled = false

  private let form: Form
  private let corner: (table: Int, row: Int, column: Int)
  private let headers: ColumnHeaders
  private let layouts: [RowLayout]
  /// The labels over the fields, as far as a header was read.
  private var columnLabels: [Int: Folded] = [:]
  private var headerWidth = 0
  private let hasTabs: Bool
  /// How many fields the widest line has, and how many of them labels take.
  private let blockWidth: Int
  private let labelWidth: Int
  /// How many rows without a label stood below the header.
  private var unlabelledCount = 0

  init(_ pasted: PastedFields, _ form: Form, at cell: CellIndex) {
    self.form = form
    let (_, row, column) = form.place(of: cell)
    corner = (form.tableNumber(of: cell), row, column)
    headers = ColumnHeaders(form, among: [form])
    layouts = RowLayout.layouts(of: form)
    hasTabs = pasted.hasTabs
    let rows = pasted.lines.filter { line in line.contains { Figure($0) != nil && !$0.isEmpty } }
    blockWidth = pasted.lines.map(\.count).max() ?? 0
    labelWidth = rows.map { Self.labelEnd(of: $0) }.max() ?? 0
    guard pasted.lines.contains(where: { line in line.contains { Self.isWords($0) } }) else {
      return
    }
    let labels = RowLabels(form)
    let section = form.sections[form.sectionNumber(of: cell)]
    let tables: Range<Int> =
      if case .tables(let range) = section.content { range } else {
        corner.table..<corner.table + 1
      }
    let lines = Self.joined(pasted, labels, tables).map { fields, line in
      let text = fields.filter { !$0.isEmpty }.joined(separator: " ")
      return SourceLine(
        text, fields: fields, place: SourcePlace(source: 0, line: line), origin: .text)
    }
    let matching = RowMatching(
      form, labels,
      lines.enumerated().map { number, line in
        TableLine(
          line: line, tables: tables, startsSection: number == 0,
          kind: line.shape.map { .row($0) } ?? .words)
      })
    let all = matching.lines.map { Self.matchedByShortLabel($0, labels, form) }
    let knowsRow = all.contains { line in
      guard line.target != nil, case .row(let shape) = line.kind else { return false }
      return !shape.label.isEmpty
    }
    let knowsHeader = all.contains { isHeader($0.line) }
    isLabelled = knowsRow || knowsHeader
    guard isLabelled else { return }
    for line in all { read(line, labels, knowsRow: knowsRow) }
  }

  /// The line with the row whose short label, as narrow screens show it, it has.
  private static func matchedByShortLabel(
    _ line: TableLine, _ labels: RowLabels, _ form: Form
  ) -> TableLine {
    guard line.target == nil, case .row(let shape) = line.kind, !shape.label.isEmpty else {
      return line
    }
    let fitting = labels.targets.indices.filter { number in
      let target = labels.targets[number]
      return line.tables.contains(target.table)
        && form.tables[target.table].rows[target.row].isCalled(shape.label)
    }
    guard fitting.count == 1 else { return line }
    var matched = line
    matched.target = fitting[0]
    return matched
  }

  private static func isWords(_ field: String) -> Bool {
    !field.trimmed.isEmpty && Figure(field) == nil
  }

  /// Joins a label with the figures on lines of their own below it, as some pages give their tables.
  private static func joined(
    _ pasted: PastedFields, _ labels: RowLabels, _ tables: Range<Int>
  ) -> [(fields: [String], line: Int)] {
    let lines = pasted.lines.enumerated().map { (fields: $1, line: $0 + 1) }
    guard !pasted.hasTabs, lines.allSatisfy({ $0.fields.count == 1 }) else { return lines }
    var joined: [(fields: [String], line: Int)] = []
    var isBelowLabel = false
    for line in lines {
      let field = line.fields[0]
      if isWords(field) {
        joined.append(line)
        isBelowLabel = labels.match(field.folded, preferring: tables) != .none
      } else if isBelowLabel, !joined.isEmpty {
        joined[joined.count - 1].fields.append(field)
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private func isHeader(_ line: SourceLine) -> Bool {
    let words = (line.fields ?? []).map(\.folded).filter { !$0.isEmpty }
    return line.isShort && line.shape == nil && headers.isHeader(words)
  }

  private mutating func read(_ line: TableLine, _ labels: RowLabels, knowsRow: Bool) {
    let fields = line.line.fields ?? []
    guard case .row(let shape) = line.kind else {
      readWords(line)
      return
    }
    let placeOfRow: (table: Int, row: Int)
    if let target = line.target {
      placeOfRow = (labels.targets[target].table, labels.targets[target].row)
    } else if shape.label.isEmpty, !knowsRow {
      // Below a header alone the lines lie as in a block.
      placeOfRow = (corner.table, corner.row + unlabelledCount)
      unlabelledCount += 1
      guard placeOfRow.row < form.tables[corner.table].rows.count else {
        refuse(line.line, .outside)
        return
      }
    } else {
      refuse(
        line.line,
        shape.label.isEmpty ? .noLabel : line.isAmbiguous ? .ambiguousLabel : .unknownLabel)
      return
    }
    let (table, row) = placeOfRow
    switch columns(of: fields, shape, table) {
    case .success(let columns):
      rows.append(Row(table: table, row: row, fields: columns, line: line.line.place.line))
    case .failure(let misfit): refuse(line.line, misfit.reason)
    }
  }

  private struct Misfit: Error { var reason: PasteReading.Reason }

  /// The columns that the fields of a row stand for.
  private func columns(
    of fields: [String], _ shape: RowShape, _ table: Int
  ) -> Result<[(column: Int, text: String)], Misfit> {
    let count = form.tables[table].columns.count
    let start = fields.count == blockWidth ? labelWidth : Self.labelEnd(of: fields)
    if let named = namedColumns(of: fields, from: start, table) { return .success(named) }
    switch layouts[table].read(shape.figures) {
    case .cells(let cells), .doubtful(let cells):
      return .success(cells.enumerated().map { ($0, $1.text) })
    case .partial, .failed: break
    }
    var figures = Array(fields[min(start, fields.count)...])
    while figures.count > count, figures.last?.trimmed.isEmpty == true { figures.removeLast() }
    // A row as wide as the form's with a word among its figures: the figures are none the less.
    if figures.count == count { return .success(Array(figures.enumerated()).map { ($0, $1) }) }
    guard columnLabels.isEmpty else { return .failure(Misfit(reason: .columns)) }
    // One row's label and fewer figures than it has: the cursor tells from which column on.
    guard hasTabs, table == corner.table, figures.count < count,
      corner.column + figures.count <= count
    else {
      let found = figures.count { !$0.trimmed.isEmpty }
      return .failure(Misfit(reason: .figureCount(found: found, expected: count)))
    }
    return .success(figures.enumerated().map { (corner.column + $0, $1) })
  }

  /// Where the label of a line of fields ends.
  private static func labelEnd(of fields: [String]) -> Int {
    let leading = fields.prefix { Figure($0) == nil || Figure($0) == .empty }
    return leading.lastIndex(where: isWords).map { $0 + 1 } ?? 0
  }

  /// The columns by the header over the fields; nil where it does not name each of them.
  private func namedColumns(
    of fields: [String], from first: Int, _ table: Int
  ) -> [(column: Int, text: String)]? {
    guard headerWidth >= fields.count else { return nil }
    let labels = form.tables[table].columns.map(\.label.folded)
    var named: [(column: Int, text: String)] = []
    var next = 0
    for (number, text) in fields.enumerated().dropFirst(first) {
      guard let label = columnLabels[number] else {
        if text.trimmed.isEmpty { continue }
        return nil
      }
      // A label that stands in several groups is the next one to the right.
      let later = labels.indices.dropFirst(next).first { labels[$0] == label }
      guard let column = later ?? labels.firstIndex(of: label) else {
        if text.trimmed.isEmpty { continue }
        return nil
      }
      named.append((column, text))
      next = column + 1
    }
    return named.isEmpty || Set(named.map(\.column)).count < named.count ? nil : named
  }

  private mutating func readWords(_ line: TableLine) {
    let fields = line.line.fields ?? []
    let words = fields.map(\.folded).filter { !$0.isEmpty }
    if isHeader(line.line) {
      headerWidth = max(headerWidth, fields.count)
      for (number, field) in fields.enumerated() where !field.folded.isEmpty {
        columnLabels[number] = field.folded
      }
    } else if !line.isUsed, !words.isEmpty, !headers.isStructure(line.line, words) {
      refuse(line.line, .noFigure)
    }
  }

  private mutating func refuse(_ line: SourceLine, _ reason: PasteReading.Reason) {
    refusals.append(
      PasteReading.Refusal(
        lines: line.place.line...line.place.line, text: line.text, reason: reason))
  }
}

extension Line {
  /// Whether a label is the short one, or one of both without its number.
  fileprivate func isCalled(_ name: Folded) -> Bool {
    [label.folded, short?.folded ?? []].contains { label in
      guard label.count >= name.count, label.suffix(name.count).elementsEqual(name) else {
        return false
      }
      return label.dropLast(name.count).allSatisfy {
        Unicode.Scalar.numerals.contains($0) || $0.isASCIIDigit
      }
    }
  }
}
