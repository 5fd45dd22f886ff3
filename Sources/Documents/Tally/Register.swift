package import ReportModel

/// A register of requests as a file has it: the lines that may be requests, with what stands in them
/// under the four headings that count.
package struct Register: Equatable, Sendable {
  package typealias Role = RegisterDefinition.Role

  /// One request, if it is one.
  package struct Line: Equatable, Sendable {
    package var place: SourcePlace
    /// What stands in its columns, without blanks around; empty where nothing does.
    package var fields: [Role: String]

    package subscript(role: Role) -> String { fields[role] ?? "" }
  }

  /// One sheet or list with headings.
  package struct Sheet: Equatable, Sendable {
    /// Where the headings stand.
    package var place: SourcePlace
    /// The headings from the left; empty for a column without one.
    package var headings: [String]
    /// The columns that were found, counted from 0.
    package var columns: [Role: Int]
    /// How many lines of it are in the register.
    package var lineCount: Int

    /// What no column was found for; the lines of such a sheet cannot be read.
    package var missing: [Role] { Role.allCases.filter { columns[$0] == nil } }
  }

  /// A line that is taken for no request.
  package struct Skipped: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
      /// The headings once more.
      case headings
      /// It begins with a word such as 合计 or 填表人.
      case aside
      /// It has one filled cell, and that under none of the headings: a number put there beforehand.
      case oneCell
    }

    package var place: SourcePlace
    /// What stands first in it.
    package var text: String
    package var reason: Reason
  }

  package var lines: [Line] = []
  package var sheets: [Sheet] = []
  package var skipped: [Skipped] = []
  /// The first lines of the sheets in which no headings were found.
  package var unread: [SourcePlace] = []

  /// Whether there are headings, and each sheet with some has all columns.
  package var isComplete: Bool { !sheets.isEmpty && sheets.allSatisfy(\.missing.isEmpty) }

  /// Reads the tables of a document.
  package init(_ document: Document, as definition: RegisterDefinition, columns: RegisterColumns) {
    let finder = HeadingFinder(definition: definition, columns: columns)
    let asides = definition.asides.map(\.folded)
    for case .table(let table) in document.blocks {
      let texts = table.filledTexts.map { $0.map(\.withoutLineEnds) }
      guard let found = finder.headings(in: texts) else {
        if texts.contains(where: { $0.contains { !$0.isEmpty } }) {
          unread.append(table.place(ofRow: 0))
        }
        continue
      }
      var sheet = Sheet(
        place: table.place(ofRow: found.rows.lowerBound), headings: found.texts,
        columns: found.columns, lineCount: 0)
      if sheet.missing.isEmpty {
        for row in texts.indices[found.rows.upperBound...] {
          let reading = RegisterRow(texts[row], in: sheet)
          let place = table.place(ofRow: row)
          switch reading.verdict(asides: asides) {
          case .nothing: continue
          case .request:
            lines.append(Line(place: place, fields: reading.fields))
            sheet.lineCount += 1
          case .skipped(let reason):
            skipped.append(Skipped(place: place, text: reading.first, reason: reason))
          }
        }
      }
      sheets.append(sheet)
    }
  }
}

/// A row of a sheet below its headings.
private struct RegisterRow {
  enum Verdict {
    case request, nothing
    case skipped(Register.Skipped.Reason)
  }

  let fields: [Register.Role: String]
  /// The first text in the row.
  let first: String
  private let filledCount: Int
  private let isHeadings: Bool

  init(_ texts: [String], in sheet: Register.Sheet) {
    let texts = texts.map(\.trimmed)
    let fields = sheet.columns.mapValues { texts.indices.contains($0) ? texts[$0] : "" }
      .filter { !$0.value.isEmpty }
    self.fields = fields
    first = texts.first { !$0.isEmpty } ?? ""
    filledCount = texts.count { !$0.isEmpty }
    isHeadings =
      !fields.isEmpty
      && sheet.columns.allSatisfy { role, column in
        (fields[role] ?? "").folded == sheet.headings[column].folded
      }
  }

  func verdict(asides: [Folded]) -> Verdict {
    if filledCount == 0 { return .nothing }
    if isHeadings { return .skipped(.headings) }
    let begin = first.folded
    let isAside = asides.contains { !$0.isEmpty && begin.starts(with: $0) }
    // An applicant may be called like one of these words.
    if isAside, CalendarDay(written: fields[.received] ?? "") == nil { return .skipped(.aside) }
    return fields.isEmpty && filledCount == 1 ? .skipped(.oneCell) : .request
  }
}

extension String {
  /// The text on one line: cells are broken where they are narrow, in the middle of words.
  fileprivate var withoutLineEnds: String {
    contains(where: \.isNewline) ? filter { !$0.isNewline } : self
  }
}

extension DocumentTable {
  fileprivate func place(ofRow index: Int) -> SourcePlace {
    guard rows.indices.contains(index) else { return SourcePlace(source: 0, line: index + 1) }
    return SourcePlace(source: 0, line: rows[index].line ?? index + 1, spot: rows[index].spot)
  }

  /// The texts of each row in the columns where they stand; a cell over several rows says the same
  /// of each of them.
  fileprivate var filledTexts: [[String]] {
    var open: [(text: String, rows: Int)] = []
    return rows.map { row in
      var texts: [String] = []
      func takeOpen() {
        while texts.count < open.count, open[texts.count].rows > 0 {
          open[texts.count].rows -= 1
          texts.append(open[texts.count].text)
        }
      }
      for cell in row.cells {
        takeOpen()
        for offset in 0..<max(1, cell.columnSpan) {
          let text = offset == 0 ? cell.text : ""
          if texts.count == open.count { open.append(("", 0)) }
          open[texts.count] = (text, max(0, cell.rowSpan - 1))
          texts.append(text)
        }
      }
      takeOpen()
      return texts
    }
  }
}
