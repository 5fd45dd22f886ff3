import ReportModel

/// Places the figures of a report's tables.
struct TableReader {
  private let form: Form
  private let headers: ColumnHeaders
  private let lines: [TableLine]
  private let labels: RowLabels
  private let layouts: [RowLayout]
  private(set) var draft: Draft
  private(set) var report: ImportReport
  /// The first two different values found for one cell.
  private(set) var conflict: ImportError?
  /// How many rows of the form were recognised, blank ones included.
  private(set) var rowCount = 0
  private var placed: [CellIndex: ImportReport.Placed] = [:]
  private var headerLines: [[Folded]] = []
  private var isBelowHeader = false

  init(_ matching: RowMatching, _ headers: ColumnHeaders, draft: Draft, report: ImportReport) {
    form = matching.form
    labels = matching.labels
    lines = matching.lines
    self.headers = headers
    self.draft = draft
    self.report = report
    layouts = RowLayout.layouts(of: matching.form)
    for index in lines.indices { read(index) }
  }

  private mutating func read(_ index: Int) {
    let entry = lines[index]
    if entry.startsSection { headerLines = [] }
    guard case .row(let shape) = entry.kind else {
      readWords(entry)
      return
    }
    isBelowHeader = false
    guard let target = entry.target else {
      let reason: ImportReport.Reason =
        shape.labelText.isEmpty ? .noLabel : entry.isAmbiguous ? .ambiguousLabel : .unknownLabel
      refuse(entry.line, reason)
      return
    }
    let (table, row) = (labels.targets[target].table, labels.targets[target].row)
    guard !entry.line.hasOtherColumns, headers.agree(headerLines, with: table) else {
      refuse(entry.line, .columns)
      return
    }
    var cells: [RowShape.Cell?]
    switch layouts[table].read(shape.figures) {
    case .cells(let found): cells = found
    case .doubtful(let found):
      guard isConfirmed(index, found, table, row) else {
        refuse(entry.line, .unclearCells)
        return
      }
      cells = found
    case .partial(let found, let words):
      refuse(entry.line, .noFigure(words))
      cells = found
    case .failed(let reason):
      refuse(entry.line, reason)
      return
    }
    place(cells, of: entry, labelled: shape.labelText, table, row)
  }

  private mutating func readWords(_ entry: TableLine) {
    guard !entry.isUsed else { return }
    let line = entry.line
    let words = (line.fields ?? tokens(of: line.text).map(String.init)).map(\.folded)
      .filter { !$0.isEmpty }
    if form.tables.contains(where: { $0.heading?.folded == line.folded }) {
      headerLines = []
    } else if line.isShort, headers.isHeader(words) {
      if !isBelowHeader { headerLines = [] }
      isBelowHeader = true
      headerLines.append(words)
    } else if !line.isShort || !headers.isStructure(line, words) {
      if line.origin == .text { refuse(line, .noRow) }
    }
  }

  /// Whether a row beside this one has as many fields and its first figure where this has none,
  /// and the figures, read so, do not contradict the form's sums.
  private func isConfirmed(_ index: Int, _ cells: [RowShape.Cell], _ table: Int, _ row: Int) -> Bool
  {
    let hasTwin = [index - 1, index + 1].contains { other in
      guard lines.indices.contains(other), lines[other].target != nil,
        case .row(let shape) = lines[other].kind, case .fields(let fields) = shape.figures,
        fields.count == lines[index].line.fields?.count,
        case .cells(let found) = layouts[table].read(shape.figures)
      else { return false }
      return found.first?.field == cells.first?.field && found.first?.figure != .empty
    }
    guard hasTwin else { return false }
    var trial = Draft(form: form, carriesForm: false, organ: Organ(name: ""), year: draft.year)
    for (column, cell) in cells.enumerated() {
      guard case .value(let value, _, _) = cell.figure else { continue }
      trial[form.tables[table].cell(row: row, column: column)] = value
    }
    return form.relations.allSatisfy { relation in
      let own = form.tables[table].cell(row: row, column: 0).position
      let range = own..<own + form.tables[table].columns.count
      guard let total = relation.total, let sum = trial[total]?.micros,
        relation.left.allSatisfy({ range.contains($0.position) })
      else { return true }
      return relation.left.reduce(0) { $0 + (trial[$1]?.micros ?? 0) } <= sum
    }
  }

  private mutating func place(
    _ cells: [RowShape.Cell?], of entry: TableLine, labelled label: String, _ table: Int, _ row: Int
  ) {
    let (definition, line) = (form.tables[table], form.tables[table].rows[row])
    for (column, cell) in cells.enumerated() {
      guard let cell, case .value(_, let unit, _) = cell.figure else { continue }
      let kind = form.kind(of: definition.cell(row: row, column: column))
      let name = line.unit ?? definition.columns[column].unit ?? definition.unit
      if kind == .amount, let other = unitOfHeader(besides: name ?? "万元") {
        refuse(entry.line, .unit(other))
        return
      }
      guard Figure.isUnit(unit, of: kind, named: name) else {
        refuse(entry.line, .unit(unit))
        return
      }
    }
    rowCount += 1
    if entry.isReadAs {
      report.readAs.append(
        ImportReport.ReadAs(
          table: definition.id, row: line.id, label: label, statutoryLabel: line.label,
          place: entry.line.place))
    }
    for case (let column, let cell?) in cells.enumerated() {
      place(cell, at: definition.cell(row: row, column: column), entry.line.place)
    }
  }

  /// The unit that the header above gives for money where it is not the form's: 元 beside 万元.
  private func unitOfHeader(besides name: String) -> String? {
    let units = headerLines.joined().filter { $0.last == "元" }.map { words in
      ["万元", "千元", "亿元"].first { words.ends(with: $0) } ?? "元"
    }
    return units.contains(name) ? nil : units.first
  }

  private mutating func place(_ cell: RowShape.Cell, at index: CellIndex, _ place: SourcePlace) {
    let address = form.address(of: index)
    switch cell.figure {
    case .empty, .mark:
      report.blanks.append(
        ImportReport.Blank(address: address, mark: cell.text, place: place, field: cell.field))
    case .value(let typed, _, let remark):
      let value = form.kind(of: index).normalized(typed)
      let new = ImportReport.Placed(
        address: address, value: value, place: place, field: cell.field, text: cell.text)
      if let old = placed[index] {
        if old.value.micros != value.micros { conflict = conflict ?? .conflict(address, old, new) }
        return
      }
      placed[index] = new
      draft[index] = value
      report.placed.append(new)
      if !remark.isEmpty {
        report.remarks.append(
          ImportReport.Remark(address: address, value: value, remark: remark, place: place))
      }
    }
  }

  private mutating func refuse(_ line: SourceLine, _ reason: ImportReport.Reason) {
    report.notPlaced.append(
      ImportReport.NotPlaced(place: line.place, text: line.text, reason: reason))
  }
}
