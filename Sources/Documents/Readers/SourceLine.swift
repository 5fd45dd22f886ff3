import ReportModel

/// A line of a source: a paragraph, or a row of a table as its fields.
struct SourceLine: Equatable {
  let place: SourcePlace
  /// What stands on the line; the fields of a row with a blank between.
  let text: String
  /// The fields of a table's row; nil for a paragraph.
  let fields: [String]?
  /// Which fields of the source they are, counted from 1; nil where they are all.
  let fieldNumbers: [Int]?
  /// Whether the header above has names of columns where a form has others.
  let hasOtherColumns: Bool
  let origin: DocumentTable.Origin
  /// Whether the source says that a paragraph begins here.
  let begins: Bool
  /// Letters and digits of the line; empty for a line too long to be a label or a row.
  let folded: Folded
  /// The row that the fields are; nil where there are none.
  private let shapeOfFields: RowShape?

  init(
    _ text: String, fields: [String]?, place: SourcePlace, origin: DocumentTable.Origin,
    begins: Bool = false, fieldNumbers: [Int]? = nil, hasOtherColumns: Bool = false
  ) {
    self.text = text
    self.fields = fields
    self.fieldNumbers = fieldNumbers
    self.hasOtherColumns = hasOtherColumns
    self.place = place
    self.origin = origin
    self.begins = begins
    let isShort = text.utf8.count <= rowLengthLimit
    folded = isShort ? text.folded : []
    shapeOfFields = isShort ? fields.flatMap { RowShape(fields: $0, numbers: fieldNumbers) } : nil
  }

  /// The row that the line is; nil where it ends in no figure.
  var shape: RowShape? {
    guard fields == nil else { return shapeOfFields }
    return isShort ? RowShape(trailing: text) : nil
  }

  var isShort: Bool { text.utf8.count <= rowLengthLimit }
}

/// The fields of a row whose merged cells were filled with their words, one beside the other, as
/// programs without merged cells write them: the words stand once, figures as often as they are.
private func withoutRepeats(_ fields: [String]) -> [String] {
  var kept = fields
  for (index, field) in fields.enumerated().dropFirst()
  where !field.isEmpty && field == fields[index - 1] && !field.isPlainNumber
    && Figure(field) == nil
  {
    kept[index] = ""
  }
  return kept
}

/// The first column where its numbers do nothing but count rows, most of which have labels behind
/// them; nil where it has anything else.
private func countingColumn(of rows: [[String]]) -> Int? {
  guard let column = rows.compactMap({ $0.firstIndex { !$0.isEmpty } }).min() else { return nil }
  var (counted, rising, labelled) = (0, 0, 0)
  var last: Int?
  for row in rows where column < row.count && row[column].isValue {
    guard let number = Int(row[column]) else { return nil }
    // It may begin anew behind a heading in the middle.
    let isRising = number == last.map { $0 + 1 }
    guard isRising || 0...1 ~= number else { return nil }
    last = number
    counted += 1
    if isRising { rising += 1 }
    if row[(column + 1)...].contains(where: { !$0.isEmpty && Figure($0) == nil }) { labelled += 1 }
  }
  let isCount = labelled >= 3 && labelled * 3 >= counted * 2 && rising * 2 > counted
  return isCount ? column : nil
}

/// The lines of documents, and what stands in columns that no form has.
struct SourceLines {
  private(set) var lines: [SourceLine] = []
  private(set) var strange: [ImportReport.NotPlaced] = []
  private let orders: ColumnOrders
  /// How the columns of the last table stood, and how many there are.
  private var last = (order: ColumnOrder.usual, width: 0)

  /// The lines of the documents in reading order; the columns of tables are put into the order of
  /// the forms' where a header tells that they stand in another.
  init(_ documents: [Document], forms: [Form]) {
    orders = ColumnOrders(forms)
    for (source, document) in documents.enumerated() { add(document, source) }
  }

  private mutating func add(_ document: Document, _ source: Int) {
    let start = lines.count
    last = (.usual, 0)
    for block in document.blocks {
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph):
        let place = SourcePlace(
          source: source, line: paragraph.line ?? lines.count - start + 1, spot: paragraph.spot)
        lines.append(
          SourceLine(
            paragraph.text, fields: nil, place: place, origin: .text, begins: paragraph.begins))
      case .table(let table):
        add(table) { row, count in
          SourcePlace(source: source, line: row.line ?? count - start + 1, spot: row.spot)
        }
      }
    }
  }

  private mutating func add(
    _ table: DocumentTable, placedBy place: (DocumentTable.Row, Int) -> SourcePlace
  ) {
    let owners = table.owners
    let width = owners.width
    let texts = table.texts(of: owners)
    func filled(_ row: Int) -> [String] {
      owners[row].map { table.rows[$0.row].cells[$0.cell].text }
    }
    // A number that counts the rows is no figure, and stands before the label.
    let start = countingColumn(of: texts).map { $0 + 1 } ?? 0
    // Where borders do not meet from row to row, in which column a cell is none of the rows tells,
    // only its place among the others.
    let isRegular = owners.contains { $0.count == width && $0.cellStarts.count == width }
    var rows = texts.map { _ in ColumnOrders.Row() }
    if isRegular {
      // A table without a header goes on with that of the one before it, if it can.
      let before = last.width == width || last.order == .usual ? last.order : .contradictory
      rows = orders.rows(of: texts, from: start, after: before, filled: filled)
    }
    last = (rows.last?.order ?? .usual, width)
    for (number, row) in table.rows.enumerated() {
      var fields = texts[number]
      var columns: [Int]?
      if case .other(let other, _) = rows[number].order {
        // A merged cell of a header may begin in a column that now stands elsewhere.
        if rows[number].isHeader { fields = filled(number) }
        columns = other
      } else if !isRegular || hasWideFigure(fields, owners[number]) {
        columns = owners[number].cellStarts.filter { $0 >= start }
      } else if start > 0 {
        columns = Array(fields.indices.dropFirst(start))
      }
      if let columns { fields = columns.map { fields[$0] } }
      let text = fields.filter { !$0.isEmpty }.joined(separator: " ")
      guard !text.isEmpty else { continue }
      lines.append(
        SourceLine(
          text, fields: withoutRepeats(fields), place: place(row, lines.count),
          origin: table.origin, fieldNumbers: columns?.map { $0 + 1 },
          hasOtherColumns: rows[number].order == .contradictory))
    }
    tellStrange(table, texts, rows, placedBy: place)
  }

  /// Whether a figure stands in several columns at once, so that it cannot be told whose it is but by
  /// how many cells there are.
  private func hasWideFigure(_ texts: [String], _ owners: [DocumentTable.Place]) -> Bool {
    texts.indices.dropLast().contains { column in
      !texts[column].isEmpty && owners[column] == owners[column + 1]
        && Figure(texts[column])?.isValue ?? false
    }
  }

  /// Reports what stands in columns that are none of the form's, one column after the other.
  private mutating func tellStrange(
    _ table: DocumentTable, _ texts: [[String]], _ rows: [ColumnOrders.Row],
    placedBy place: (DocumentTable.Row, Int) -> SourcePlace
  ) {
    var columns: [Int: (row: Int, texts: [String])] = [:]
    for (number, row) in rows.enumerated() {
      guard case .other(_, let strange) = row.order else { continue }
      for column in strange where !texts[number][column].isEmpty {
        columns[column, default: (number, [])].texts.append(texts[number][column])
      }
    }
    for (_, column) in columns.sorted(by: { $0.key < $1.key }) {
      strange.append(
        ImportReport.NotPlaced(
          place: place(table.rows[column.row], lines.count),
          text: column.texts.joined(separator: " "), reason: .strangeColumn))
    }
  }
}

extension String {
  /// Whether it is nothing but digits, which is seen sooner than which figure it is.
  fileprivate var isPlainNumber: Bool {
    !utf8.isEmpty && utf8.count < 16 && utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  fileprivate var isValue: Bool { isPlainNumber || Figure(self)?.isValue ?? false }
}

extension [DocumentTable.Place] {
  /// The columns where the cells of a row begin.
  fileprivate var cellStarts: [Int] {
    indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }
  }
}

extension [[DocumentTable.Place]] {
  /// How many columns there are.
  fileprivate var width: Int { map(\.count).max() ?? 0 }
}
