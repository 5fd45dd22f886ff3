import ReportModel

/// How a line stands as a row of a table: a label, and figures behind it.
struct RowShape: Equatable {
  /// A figure with the words it was read from and the field it stood in.
  struct Cell: Equatable {
    let figure: Figure
    let text: String
    /// Counted from 1.
    let field: Int
  }

  /// A field of a row, with the figure that it is; nil for words.
  struct Field: Equatable {
    let text: String
    let figure: Figure?
    /// Counted from 1.
    let number: Int

    init(_ text: String, number: Int) {
      self.text = text
      self.number = number
      figure = Figure(text)
    }
  }

  /// Where the figures are.
  enum Figures: Equatable {
    /// The fields of a row; which of them belong to the label depends on the table.
    case fields([Field])
    /// The numbers at the end of a line.
    case trailing([Cell])
  }

  var label: Folded
  var labelText: String
  var figures: Figures

  /// Whether the figures do nothing but count the columns, from 0 or 1.
  var countsColumns: Bool {
    let texts =
      switch figures {
      case .fields(let fields): fields.map(\.text).filter { !$0.isEmpty }
      case .trailing(let cells): cells.map(\.text)
      }
    guard texts.count > 4, let first = Int(texts[0]), 0...1 ~= first else { return false }
    return texts.enumerated().allSatisfy { Int($1) == first + $0 }
  }

  /// The row that fields are; nil where there is no figure among them.
  ///
  /// `numbers` tells which fields of the source they are, counted from 1; without it these are all.
  init?(fields texts: [String], numbers: [Int]? = nil) {
    let fields = Self.fields(texts, numbers)
    let labels = fields.prefix { $0.figure == .empty || $0.figure == nil }
    guard labels.count < fields.count else { return nil }
    self.init(labels: labels, fields: fields)
  }

  /// The row of a line whose fields behind the label are all empty.
  init?(blank line: SourceLine) {
    guard let texts = line.fields, texts.count > 1, line.isShort else { return nil }
    let fields = Self.fields(texts, line.fieldNumbers)
    self.init(labels: fields[...], fields: fields)
  }

  private static func fields(_ texts: [String], _ numbers: [Int]?) -> [Field] {
    guard let numbers else { return texts.enumerated().map { Field($1, number: $0 + 1) } }
    return zip(texts, numbers).map { Field($0, number: $1) }
  }

  private init(labels: ArraySlice<Field>, fields: [Field]) {
    labelText = labels.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    label = labelText.folded
    figures = .fields(fields)
  }

  /// The row that a line without fields is; nil where it ends in no figure.
  init?(trailing line: String) {
    let words = tokens(of: line)
    var cells: [Cell] = []
    var end = words.endIndex
    while end > words.startIndex {
      let word = words[end - 1]
      if let figure = Figure(word) {
        cells.append(Cell(figure: figure, text: String(word), field: end))
        end -= 1
      } else if end > 1, word.first.map("（(".contains) ?? false,
        let figure = Figure(words[end - 2] + word), figure.isValue
      {
        // A remark behind a number, with a blank between.
        let text = words[end - 2] + " " + word
        cells.append(Cell(figure: figure, text: String(text), field: end - 1))
        end -= 2
      } else {
        break
      }
    }
    guard !cells.isEmpty else { return nil }
    labelText = words[..<end].joined(separator: " ")
    label = labelText.folded
    figures = .trailing(cells.reversed())
  }
}

/// The part of a table that decides how its rows are laid out in fields.
struct RowLayout {
  /// How many figures a row has.
  let columns: Int
  /// How many fields a label takes at most; 0 where rows have no label.
  let labelFields: Int
  /// Whether the table may be narrower than the one it is printed in.
  let mayBePadded: Bool

  /// What the fields of a row give.
  enum Reading: Equatable {
    case cells([RowShape.Cell])
    /// The cells that the row gives if nothing is missing from it, which only its neighbours tell.
    case doubtful([RowShape.Cell])
    /// The cells of a row as wide as the form's, some of which are words: those are nil.
    case partial([RowShape.Cell?], words: String)
    case failed(ImportReport.Reason)
  }

  func read(_ figures: RowShape.Figures) -> Reading {
    switch figures {
    case .trailing(let cells):
      cells.count == columns
        ? .cells(cells) : .failed(.figureCount(found: cells.count, expected: columns))
    case .fields(let fields): read(fields)
    }
  }

  private func read(_ fields: [RowShape.Field]) -> Reading {
    let cells = fields.map { field in
      field.figure.map { RowShape.Cell(figure: $0, text: field.text, field: field.number) }
    }
    let lengths = labelFields == 0 ? [0] : Array(1...labelFields)
    let readings = lengths.filter { isReading($0, cells) }
    if let exact = readings.first(where: { cells.count == $0 + columns }) {
      return judge(exact, cells)
    }
    let padded = readings.filter { cells.count > $0 + columns }
    if padded.count == 1 || mayBePadded, let length = padded.first {
      return .cells(cells[length..<length + columns].compactMap(\.self))
    }
    if columns == 1, let only = onlyFigure(cells) { return .cells([only]) }
    if let length = lengths.first(where: { isPartial($0, cells) }),
      let word = cells.indices[length...].first(where: { cells[$0] == nil })
    {
      return .partial(Array(cells[length...]), words: fields[word].text)
    }
    return .failed(failure(fields, cells))
  }

  /// Whether a label and as many fields as the table has columns make the row, more than half of
  /// them figures.
  ///
  /// Words right behind a label that is not as wide as it may be are the rest of it.
  private func isPartial(_ length: Int, _ cells: [RowShape.Cell?]) -> Bool {
    guard length > 0, cells.count == length + columns,
      length == labelFields || cells[length] != nil
    else { return false }
    let label = cells[..<length]
    return label.contains { $0 == nil } && label.allSatisfy { $0 == nil || $0?.figure == .empty }
      && cells[length...].count { $0?.figure.isValue ?? false } * 2 > columns
  }

  /// Whether `length` fields of label, the figures and nothing else make the row.
  private func isReading(_ length: Int, _ cells: [RowShape.Cell?]) -> Bool {
    guard cells.count >= length + columns else { return false }
    let label = cells[..<length]
    let figures = cells[length..<length + columns]
    let isLabelled = length == 0 || label.contains { $0 == nil }
    return isLabelled && label.allSatisfy { $0 == nil || $0?.figure == .empty }
      && figures.allSatisfy { $0 != nil }
      && cells[(length + columns)...].allSatisfy { $0?.figure == .empty }
  }

  /// A row that begins with a blank figure may as well lack one at its end, unless it is as wide as
  /// the table.
  private func judge(_ length: Int, _ cells: [RowShape.Cell?]) -> Reading {
    let figures = cells[length...].compactMap(\.self)
    let isBlank = figures.allSatisfy { $0.figure == .empty }
    guard length < labelFields, figures.first?.figure == .empty, !isBlank else {
      return .cells(figures)
    }
    let couldBeLabel = cells[..<labelFields].allSatisfy { $0 == nil || $0?.figure == .empty }
    return couldBeLabel ? .failed(.unclearCells) : .doubtful(figures)
  }

  /// The figure of a row that has no other, but for the same once more in each part of a merged cell.
  private func onlyFigure(_ cells: [RowShape.Cell?]) -> RowShape.Cell? {
    let start = cells.firstIndex { $0 != nil && $0?.figure != .empty } ?? cells.endIndex
    let figures = cells[start...].compactMap(\.self).filter { $0.figure != .empty }
    guard let first = figures.first, cells[start...].allSatisfy({ $0 != nil }),
      figures.allSatisfy({ $0.figure == first.figure && $0.text == first.text })
    else { return nil }
    return first
  }

  private func failure(_ fields: [RowShape.Field], _ cells: [RowShape.Cell?]) -> ImportReport.Reason
  {
    let found = cells.count { $0 != nil && $0?.figure != .empty }
    let start = cells.firstIndex { $0 != nil && $0?.figure != .empty } ?? cells.endIndex
    if let word = cells.indices[start...].first(where: { cells[$0] == nil }) {
      return .noFigure(fields[word].text)
    }
    return found == columns ? .unclearCells : .figureCount(found: found, expected: columns)
  }
}

extension RowLayout {
  /// The layouts of all tables of a form, in its order.
  static func layouts(of form: Form) -> [RowLayout] {
    form.sections.flatMap { section in
      let tables = form.tables(of: section)
      let width = tables.map { $0.columns.count + labelFields(of: $0) }.max() ?? 0
      return tables.map {
        RowLayout(
          columns: $0.columns.count, labelFields: labelFields(of: $0),
          mayBePadded: $0.columns.count + labelFields(of: $0) < width)
      }
    }
  }

  /// How many fields the label of a row takes at most.
  static func labelFields(of table: Table) -> Int {
    table.rows.allSatisfy(\.label.isEmpty) ? 0 : table.rowTree.map(\.depth).max() ?? 1
  }
}
