import Documents
import FormCatalog
import ReportModel
import Testing

@testable import Formats

@Suite("A register in a file")
struct RegisterFileTests {
  @Test("is counted alike in every encoding and with every separator")
  func isCounted() throws {
    let text = SampleRegister.csv
    let tabs = text.replacing("\"消防检查记录,附件\"", with: "消防检查记录、附件")
      .replacing(",", with: "\t")
    let files = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.replacing("\n", with: "\r\n").utf8),
      try gb18030(text), try gb18030(tabs),
    ]
    for bytes in files {
      let tally = try Self.tally(of: bytes)
      #expect(tally.figures == SampleRegister.figures)
      #expect(tally.misfits == [])
      #expect(tally.foreign == [32, 33])
      #expect(tally.broken == [])
    }
  }

  /// What was counted of a file for 2024: figures by row and column without totals, and lines.
  private static func tally(
    of bytes: [UInt8]
  ) throws -> (figures: [String: Int], misfits: [Int], foreign: [Int], broken: [String]) {
    try tally(of: try Document(csv: bytes))
  }

  private static func tally(
    of document: Document
  ) throws -> (figures: [String: Int], misfits: [Int], foreign: [Int], broken: [String]) {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    let definition = try #require(form.register)
    let register = Register(document, as: definition, columns: RegisterColumns())
    let tally = Tally(
      register, as: definition, of: form, year: 2024,
      words: RegisterWords(definition, of: form))
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2024)
    for change in tally.changes(of: draft) { draft[change.cell] = change.to }
    var figures: [String: Int] = [:]
    for (cell, lines) in tally.lines where !lines.isEmpty && !form.isTotal(cell) {
      let address = form.address(of: cell)
      figures["\(address.row).\(address.column)"] = lines.count
    }
    let relations = ["row-total", "handled-total", "balance"]
    return (
      figures, tally.misfits.map { register.lines[$0.line].place.line },
      tally.foreign.map { register.lines[$0.line].place.line },
      Validation(draft).findings(in: draft).map(\.rule).filter(relations.contains)
    )
  }

  /// A workbook of sheets, each of rows of fields; `merges` are those of the first.
  private static func workbook(
    _ sheets: [(name: String, state: String, rows: [[String]])], merges: [String] = []
  ) throws -> [UInt8] {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    let names = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" state=\"\(sheet.state)\" sheetId=\"\(number)\" r:id=\"r\(number)\"/>"
    }
    let targets = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    var parts = [
      (
        name: "xl/workbook.xml",
        bytes: Array(
          "<workbook xmlns:r=\"r\"><sheets>\(names.joined())</sheets></workbook>".utf8)
      ),
      (
        name: "xl/_rels/workbook.xml.rels",
        bytes: Array("<Relationships>\(targets.joined())</Relationships>".utf8)
      ),
    ]
    for (number, sheet) in sheets.enumerated() {
      let rows = sheet.rows.enumerated().map { row, fields in
        let cells = fields.enumerated().filter { !$0.element.isEmpty }.map { column, text in
          let name = "\(Character(Unicode.Scalar(UInt8(65 + column))))\(row + 1)"
          return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
        }
        return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
      }
      let merged = number > 0 ? "" : merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      let xml =
        "<worksheet><sheetData>\(rows.joined())</sheetData>"
        + "<mergeCells>\(merged)</mergeCells></worksheet>"
      parts.append((name: "xl/worksheets/sheet\(number).xml", bytes: Array(xml.utf8)))
    }
    return try archive(of: parts)
  }

  private static let headings = ["申请人类型", "收到日期", "答复日期", "办理结果"]
  private static let request = ["公民", "2024-03-01", "2024-03-09", "予以公开"]

  /// What a row alone may be; the register goes on below it all the same.
  static let odd: [(row: [String], isRequest: Bool)] = [
    (["二季度"], true), (["", "", "", "", "作废"], false), (["合计：1件"], false),
    (["", "2024-12-31"], true), (["李某"], true), (["", "", "", "予以公开"], true),
    (["说明：" + String(repeating: "补登的申请，", count: 30)], false),
  ]

  @Test(
    "has every line of a workbook, also one of a single cell, and those behind it", arguments: odd)
  func keepsOddRows(row: [String], isRequest: Bool) throws {
    let bytes = try Self.workbook([
      ("登记表", "visible", [Self.headings, Self.request, row, Self.request, [], Self.request])
    ])
    let sheets = try ListedSheet.sheets(ofWorkbook: bytes)
    let document = Document(title: "", blocks: sheets.map { .table($0.table) })
    let definition = try #require(FormCatalog.form(id: "disclosure-2021")?.register)
    let register = Register(document, as: definition, columns: RegisterColumns())
    let found = try Self.tally(of: document)
    #expect(found.figures["new.natural"] == 3)
    // It is listed, as a line that fits nowhere or as none.
    #expect(register.lines.count == (isRequest ? 4 : 3))
    #expect(register.skipped.count == (isRequest ? 0 : 1))
    #expect(register.unread == [])
  }

  @Test("says of every line what a cell merged over several says")
  func repeatsMergedCells() throws {
    let bytes = try Self.workbook(
      [
        (
          "登记表", "visible",
          [
            Self.headings, ["公民", "2024-03-01", "2024-03-09", "予以公开"],
            ["公司", "", "2024-03-10", "予以公开"], ["公民", "", "2024-03-11", "重复申请"],
          ]
        )
      ], merges: ["B2:B4"])
    let sheets = try ListedSheet.sheets(ofWorkbook: bytes)
    let found = try Self.tally(of: Document(title: "", blocks: sheets.map { .table($0.table) }))
    #expect(found.misfits == [])
    #expect(found.figures["new.natural"] == 2 && found.figures["new.business"] == 1)
  }

  @Test("takes no more memory than its limit, however many cells its merged ones stand for")
  func boundsMergedCells() throws {
    let wide = (0..<26).map { "甲\($0)" }
    let rows = [wide] + Array(repeating: ["", "1"], count: 30_000)
    let merges = (0..<26).map { column in
      let name = Character(Unicode.Scalar(UInt8(65 + column)))
      return "\(name)1:\(name)30001"
    }
    let bytes = try Self.workbook([("表", "visible", rows)], merges: merges)
    #expect(throws: FormatError.tooMany(part: "表", limit: SheetReader.cellLimit)) {
      try ListedSheet.sheets(ofWorkbook: bytes)
    }
  }

  @Test("tells which sheets are hidden")
  func knowsHiddenSheets() throws {
    let rows = [Self.headings, Self.request]
    let bytes = try Self.workbook([
      ("2023", "hidden", rows), ("2024", "visible", rows), ("旧表", "veryHidden", rows),
    ])
    let sheets = try ListedSheet.sheets(ofWorkbook: bytes)
    #expect(sheets.map(\.name) == ["2023", "2024", "旧表"])
    #expect(sheets.map(\.isHidden) == [true, false, true])
    // A report is read of those that show.
    #expect(try Document(workbook: bytes).blocks.count == 1)
  }
}
