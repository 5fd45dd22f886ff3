import Documents
import Testing

@testable import Formats

/// A sheet of a workbook as its file has it.
struct ReadSheet {
  struct Cell: Equatable {
    /// The text or the digits; nil where the cell is blank.
    var value: String?
    var formula: String?
    /// The code of its number format.
    var format: String
  }

  var name: String
  var cells: [String: Cell] = [:]
  var xml: XMLElement

  /// The sheets of a workbook in order.
  static func sheets(of bytes: [UInt8]) throws -> [ReadSheet] {
    let strings = try element("xl/sharedStrings.xml", of: bytes).children("si").map {
      $0.fullText.replacing("_x005F_", with: "_")
    }
    let styles = try element("xl/styles.xml", of: bytes)
    var codes = ["0": "General", "1": "0", "2": "0.00"]
    for format in styles.all("numFmt") {
      codes[format["numFmtId"] ?? ""] = format["formatCode"]
    }
    let formats = try #require(styles.child("cellXfs")).children("xf").map {
      codes[$0["numFmtId"] ?? ""] ?? ""
    }
    let book = try element("xl/workbook.xml", of: bytes)
    return try book.all("sheet").enumerated().map { number, sheet in
      let xml = try element("xl/worksheets/sheet\(number + 1).xml", of: bytes)
      var read = ReadSheet(name: sheet["name"] ?? "", xml: xml)
      for cell in xml.all("c") {
        let value = cell.child("v")?.text
        let isText = cell["t"] == "s"
        read.cells[cell["r"] ?? ""] = Cell(
          value: isText ? value.flatMap { Int($0) }.map { strings[$0] } : value,
          formula: cell.child("f")?.text, format: formats[Int(cell["s"] ?? "0") ?? 0])
      }
      return read
    }
  }

  /// The sheet as a document has it: rows of fields.
  var table: DocumentTable {
    let places = cells.compactMap { name, cell in
      cell.value.map { (row: Self.row(of: name), column: Self.column(of: name), text: $0) }
    }
    let width = (places.map(\.column).max() ?? 0) + 1
    let height = (places.map(\.row).max() ?? 0) + 1
    var rows = Array(repeating: Array(repeating: "", count: width), count: height)
    for place in places { rows[place.row][place.column] = place.text }
    return DocumentTable(
      rows: rows.map { row in
        DocumentTable.Row(row.map { DocumentTable.Cell($0, role: .figure(nil)) })
      })
  }

  private static func row(of name: String) -> Int {
    (Int(name.drop(while: \.isLetter)) ?? 1) - 1
  }

  private static func column(of name: String) -> Int {
    name.prefix(while: \.isLetter).utf8.reduce(0) { $0 * 26 + Int($1 - 64) } - 1
  }
}
