/// A line of a source: a paragraph, or a row of a table as its fields.
struct SourceLine: Equatable {
  let place: SourcePlace
  /// What stands on the line; the fields of a row with a blank between.
  let text: String
  /// The fields of a table's row; nil for a paragraph.
  let fields: [String]?
  /// Which field of the source the first one is, counted from 1.
  let firstField: Int
  let origin: DocumentTable.Origin
  /// Whether the source says that a paragraph begins here.
  let begins: Bool
  /// Letters and digits of the line; empty for a line too long to be a label or a row.
  let folded: Folded
  /// The row that the fields are; nil where there are none.
  private let shapeOfFields: RowShape?

  init(
    _ text: String, fields: [String]?, place: SourcePlace, origin: DocumentTable.Origin,
    begins: Bool = false, firstField: Int = 1
  ) {
    self.text = text
    self.fields = fields
    self.firstField = firstField
    self.place = place
    self.origin = origin
    self.begins = begins
    let isShort = text.utf8.count <= rowLengthLimit
    folded = isShort ? text.folded : []
    shapeOfFields = isShort ? fields.flatMap { RowShape(fields: $0, first: firstField) } : nil
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
  where !field.isEmpty && field == fields[index - 1] && Figure(field) == nil {
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
  for row in rows where column < row.count && Figure(row[column])?.isValue ?? false {
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

extension Document {
  /// The lines of the document in reading order.
  func lines(source: Int) -> [SourceLine] {
    var lines: [SourceLine] = []
    for block in blocks {
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph):
        let place = SourcePlace(
          source: source, line: paragraph.line ?? lines.count + 1, spot: paragraph.spot)
        lines.append(
          SourceLine(
            paragraph.text, fields: nil, place: place, origin: .text, begins: paragraph.begins))
      case .table(let table):
        let texts = table.expandedTexts
        // A number that counts the rows is no figure, and stands before the label.
        let start = countingColumn(of: texts).map { $0 + 1 } ?? 0
        for (row, fields) in zip(table.rows, texts) {
          let place = SourcePlace(
            source: source, line: row.line ?? lines.count + 1, spot: row.spot)
          let text = fields.filter { !$0.isEmpty }.joined(separator: " ")
          guard !text.isEmpty else { continue }
          lines.append(
            SourceLine(
              text, fields: withoutRepeats(Array(fields.dropFirst(start))), place: place,
              origin: table.origin, firstField: start + 1))
        }
      }
    }
    return lines
  }
}
