/// A line of a source: a paragraph, or a row of a table as its fields.
struct SourceLine: Equatable {
  let place: SourcePlace
  /// What stands on the line; the fields of a row with a blank between.
  let text: String
  /// The fields of a table's row; nil for a paragraph.
  let fields: [String]?
  let origin: DocumentTable.Origin
  /// Whether the source says that a paragraph begins here.
  let begins: Bool
  /// Letters and digits of the line; empty for a line too long to be a label or a row.
  let folded: Folded
  /// The row that the fields are; nil where there are none.
  private let shapeOfFields: RowShape?

  init(
    _ text: String, fields: [String]?, place: SourcePlace, origin: DocumentTable.Origin,
    begins: Bool = false
  ) {
    self.text = text
    self.fields = fields
    self.place = place
    self.origin = origin
    self.begins = begins
    let isShort = text.utf8.count <= rowLengthLimit
    folded = isShort ? text.folded : []
    shapeOfFields = isShort ? fields.flatMap { RowShape(fields: $0) } : nil
  }

  /// The row that the line is; nil where it ends in no figure.
  var shape: RowShape? {
    guard fields == nil else { return shapeOfFields }
    return isShort ? RowShape(trailing: text) : nil
  }

  var isShort: Bool { text.utf8.count <= rowLengthLimit }
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
        for (row, fields) in zip(table.rows, table.expandedTexts) {
          let place = SourcePlace(
            source: source, line: row.line ?? lines.count + 1, spot: row.spot)
          let text = fields.filter { !$0.isEmpty }.joined(separator: " ")
          guard !text.isEmpty else { continue }
          lines.append(SourceLine(text, fields: fields, place: place, origin: table.origin))
        }
      }
    }
    return lines
  }
}
