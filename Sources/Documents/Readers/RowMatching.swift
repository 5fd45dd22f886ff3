import ReportModel

/// A line among tables, and what has been found out about it.
struct TableLine {
  /// What a line is.
  enum Kind: Equatable {
    case words
    case row(RowShape)
  }

  let line: SourceLine
  /// The tables of the section it stands in.
  let tables: Range<Int>
  /// Whether it is the first line of its section.
  let startsSection: Bool
  var kind: Kind
  /// The row of the form, as an index into `RowLabels.targets`.
  var target: Int?
  /// Whether the label is not quite the statutory one.
  var isReadAs = false
  /// Whether several rows could be meant.
  var isAmbiguous = false
  /// Whether a line of words is part of a label torn apart.
  var isUsed = false

  var isRow: Bool { kind != .words }
}

/// Finds for each line the row of the form that it is.
struct RowMatching {
  let form: Form
  let labels: RowLabels
  private(set) var lines: [TableLine]

  init(_ form: Form, _ labels: RowLabels, _ lines: [TableLine]) {
    self.form = form
    self.labels = labels
    self.lines = lines
    for index in self.lines.indices { matchExactly(index) }
    matchByNeighbours()
    matchSupersededRow()
  }

  private mutating func matchExactly(_ index: Int) {
    guard case .row(let shape) = lines[index].kind else {
      matchBlankRow(index)
      return
    }
    let tables = lines[index].tables
    if shape.labelText.isEmpty, !shape.countsColumns, let target = unlabelledTarget(tables) {
      lines[index].target = target
      return
    }
    switch labels.match(shape.label, preferring: tables) {
    case .row(let target): lines[index].target = shape.label.isEmpty ? nil : target
    case .several: lines[index].isAmbiguous = true
    case .none: matchTorn(index, shape.label)
    }
  }

  /// A line of fields with a statutory label and nothing behind it is a row left blank.
  private mutating func matchBlankRow(_ index: Int) {
    guard let shape = RowShape(blank: lines[index].line),
      case .row(let target) = labels.match(shape.label, preferring: lines[index].tables),
      let fields = lines[index].line.fields,
      fields.count > form.tables[labels.targets[target].table].columns.count
    else { return }
    lines[index].kind = .row(shape)
    lines[index].target = target
  }

  /// The only row of a section whose only table prints no label for it.
  private func unlabelledTarget(_ tables: Range<Int>) -> Int? {
    guard tables.count == 1, let table = tables.first, form.tables[table].rows.count == 1 else {
      return nil
    }
    return labels.targets.firstIndex { $0.table == table && $0.label.isEmpty }
  }

  /// Joins a label torn over lines: pieces on lines before it, a tail on the line behind it.
  private mutating func matchTorn(_ index: Int, _ label: Folded) {
    var heads: [[Int]] = [[]]
    var first = index
    while heads.count <= 3, first > 0, isPiece(first - 1, of: index) {
      first -= 1
      heads.append(Array(first..<index))
    }
    var tails: [[Int]] = [[]]
    if index + 1 < lines.count, isPiece(index + 1, of: index) { tails.append([index + 1]) }
    for tail in tails {
      for head in heads where !(head.isEmpty && tail.isEmpty) {
        let before = head.flatMap { lines[$0].line.folded }
        let after = tail.flatMap { lines[$0].line.folded }
        // Figures alone, with a label above or below them, could be either's.
        if label.isEmpty, before.isEmpty || after.isEmpty { continue }
        guard
          case .row(let target) = labels.match(
            before + label + after, preferring: lines[index].tables)
        else { continue }
        // The label itself must be torn, not only pieces of its groups.
        let length = labels.labelLength(of: target)
        guard
          label.isEmpty
            ? length > after.count : length > after.count + label.count || !after.isEmpty
        else { continue }
        lines[index].target = target
        for piece in head + tail { lines[piece].isUsed = true }
        return
      }
    }
  }

  private func isPiece(_ piece: Int, of index: Int) -> Bool {
    !lines[piece].isRow && !lines[piece].isUsed && lines[piece].tables == lines[index].tables
      && lines[piece].line.folded.count <= 100
  }

  /// Places a row with a misprinted label where the rows around it leave room for it alone.
  private mutating func matchByNeighbours() {
    let rows = lines.indices.filter { lines[$0].isRow }
    var start = rows.startIndex
    while start < rows.endIndex {
      guard lines[rows[start]].target == nil else {
        start += 1
        continue
      }
      let end = rows[start...].firstIndex { lines[$0].target != nil } ?? rows.endIndex
      let before = start > 0 ? lines[rows[start - 1]].target : nil
      let after = end < rows.endIndex ? lines[rows[end]].target : nil
      matchRun(rows[start..<end], after: before, before: after)
      start = end
    }
  }

  /// Places the one row that stood on an earlier form where this one has several, under the
  /// heading that these have now: （六）其他处理.
  ///
  /// Only where the rows around it leave no room for those of this form.
  private mutating func matchSupersededRow() {
    guard let kept = form.checks.cells.superseded?.parameters.splitRow?.kept.first else { return }
    let (table, row, _) = form.place(of: kept)
    let heading = table.rows[row].groups.last?.folded ?? []
    let group = labels.targets.indices.filter { index in
      let target = labels.targets[index]
      return form.tables[target.table].id == table.id
        && table.rows[target.row].groups == table.rows[row].groups
    }
    let target = group.first { labels.targets[$0].row == row }
    guard let target, let first = group.first, let last = group.last, !heading.isEmpty else {
      return
    }
    let rows = lines.indices.filter { lines[$0].isRow }
    for place in rows.indices.dropFirst().dropLast() where lines[rows[place]].target == nil {
      let index = rows[place]
      guard case .row(let shape) = lines[index].kind, shape.label == heading,
        lines[rows[place - 1]].target == first - 1, lines[rows[place + 1]].target == last + 1
      else { continue }
      lines[index].target = target
      lines[index].isReadAs = true
      lines[index].isAmbiguous = false
    }
  }

  /// The most rows in one run that are placed by their neighbours: each is compared with all rows of
  /// the form.
  private static let runLimit = 40

  private mutating func matchRun(_ run: ArraySlice<Int>, after: Int?, before: Int?) {
    guard run.count <= Self.runLimit, let first = run.first else { return }
    let tables = lines[first].tables
    let own = labels.targets.indices.filter { tables.contains(labels.targets[$0].table) }
    guard let lowest = own.first, let highest = own.last else { return }
    let start = after.map { $0 >= lowest && $0 <= highest ? $0 + 1 : lowest } ?? lowest
    let end = before.map { $0 >= lowest && $0 <= highest ? $0 : highest + 1 } ?? highest + 1
    // One neighbour at least, and as many rows missing as there are lines.
    guard after != nil || before != nil, end - start == run.count else { return }
    for (target, index) in zip(start..<end, run) {
      guard case .row(let shape) = lines[index].kind, !lines[index].isAmbiguous,
        labels.isNear(shape.label, to: target)
      else { continue }
      lines[index].target = target
      lines[index].isReadAs = true
    }
  }
}
