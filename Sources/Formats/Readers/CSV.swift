package import Documents

extension Document {
  /// The most bytes that a list may have.
  package static let csvLimit = 16 << 20
  /// How many rows it may have, and how many fields: a form of five thousand rows and twenty columns
  /// has a hundred thousand cells, a row each.
  package static let csvRowLimit = 150_000
  package static let csvFieldLimit = 1_100_000

  /// Reads a list with separated values, as spreadsheet programs write it.
  ///
  /// The separator is a comma, a semicolon or a tab, whichever makes the most even rows of the first
  /// lines. Quotes follow RFC 4180; a quote within a field that does not begin with one is a letter
  /// like others, and so is what stands between a closing quote and the next separator. Every row
  /// has the line on which it begins; rows of one empty field are left out.
  ///
  /// - Throws: `FormatError.tooLarge`, `.tooMany`, `.notText`, and `.damaged` with its line where a quote is never
  ///   closed: all that follows would be one field.
  package init(csv bytes: [UInt8]) throws(FormatError) {
    guard bytes.count <= Self.csvLimit else {
      throw .tooLarge(part: "CSV", limit: Self.csvLimit)
    }
    let text = Array(try decodedText(bytes).utf8)
    let separator = CSVReader.separator(of: text)
    guard text.lazy.count(where: { $0 == separator }) < Self.csvFieldLimit else {
      throw .tooMany(part: "CSV", limit: Self.csvFieldLimit)
    }
    var reader = CSVReader(text, separator: separator)
    var rows: [DocumentTable.Row] = []
    while let row = reader.next() {
      if row.isCut { throw .damaged(part: "CSV", line: row.line) }
      guard row.fields != [""] else { continue }
      let cells = row.fields.map { DocumentTable.Cell($0, role: .figure(nil)) }
      rows.append(DocumentTable.Row(cells, line: row.line))
      guard rows.count <= Self.csvRowLimit else {
        throw .tooMany(part: "CSV", limit: Self.csvRowLimit)
      }
    }
    self.init(title: "", blocks: rows.isEmpty ? [] : [.table(DocumentTable(rows: rows))])
  }
}

/// Takes the rows of a list one by one.
private struct CSVReader {
  struct Row {
    var fields: [String] = []
    /// The line on which it begins, counted from 1.
    var line: Int
    /// Whether a quote was never closed.
    var isCut = false
  }

  private let text: [UInt8]
  private let separator: UInt8
  private var at = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// How many rows tell the separator.
  private static let sampleCount = 50

  init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  /// The separator with which the most of the first rows have the same number of fields.
  static func separator(of text: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let evenness = candidates.map { candidate in
      var reader = CSVReader(text, separator: candidate)
      var rowsOfWidth: [Int: Int] = [:]
      for _ in 0..<sampleCount {
        guard let row = reader.next() else { break }
        if row.fields.count > 1 { rowsOfWidth[row.fields.count, default: 0] += 1 }
      }
      return rowsOfWidth.map { ($0.value, $0.key) }.max { $0 < $1 } ?? (0, 0)
    }
    let best = evenness.indices.max { evenness[$0] < evenness[$1] } ?? 0
    return evenness[best].0 == 0 ? candidates[0] : candidates[best]
  }

  mutating func next() -> Row? {
    guard at < text.count else { return nil }
    var row = Row(line: line)
    while true {
      let field = nextField()
      row.fields.append(String(decoding: field.bytes, as: UTF8.self))
      if field.isCut {
        row.isCut = true
        return row
      }
      guard at < text.count, text[at] == separator else { break }
      at += 1
    }
    skipLineEnd()
    return row
  }

  /// The field up to the next separator or line end.
  private mutating func nextField() -> (bytes: [UInt8], isCut: Bool) {
    var field: [UInt8] = []
    if at < text.count, text[at] == Self.quote {
      at += 1
      guard takeQuoted(into: &field) else { return (field, true) }
    }
    while at < text.count, text[at] != separator, !isLineEnd(text[at]) {
      field.append(text[at])
      at += 1
    }
    return (field, false)
  }

  /// Takes what stands up to the closing quote; false where there is none.
  private mutating func takeQuoted(into field: inout [UInt8]) -> Bool {
    while at < text.count {
      let byte = text[at]
      if byte == Self.quote {
        at += 1
        guard at < text.count, text[at] == Self.quote else { return true }
      } else if isLineEnd(byte) {
        // Lines are counted, one for a pair.
        skipLineEnd()
        field.append(Self.lineFeed)
        continue
      }
      field.append(byte)
      at += 1
    }
    return false
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private mutating func skipLineEnd() {
    guard at < text.count else { return }
    let isPair =
      text[at] == Self.carriageReturn && at + 1 < text.count && text[at + 1] == Self.lineFeed
    at += isPair ? 2 : 1
    line += 1
  }
}
