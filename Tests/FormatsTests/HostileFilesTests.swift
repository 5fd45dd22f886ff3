import Documents
import FormCatalog
import Testing

@testable import Formats

/// Files made to take memory, time or what is not theirs.
@Suite("A file that is not what it claims")
struct HostileFilesTests {
  private static let word =
    #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#

  private func reading(_ bytes: [UInt8]) -> FormatError? {
    do throws(FormatError) {
      switch try SourceKind(of: bytes) {
      case .word: _ = try Document(word: bytes)
      case .workbook: _ = try Document(workbook: bytes)
      case .page: _ = try Document(page: bytes, landmarks: Landmarks(of: []))
      case .text: _ = try Document(text: bytes)
      case .pdf, .json: _ = try decodedText(bytes)
      }
      return nil
    } catch {
      return error
    }
  }

  private func container(_ part: String, _ text: String) throws -> [UInt8] {
    try archive(of: [("[Content_Types].xml", []), (part, Array(text.utf8))])
  }

  @Test(
    "is refused for what it is",
    arguments: [
      ("<w:p>", 1, FormatError.damaged(part: "word/document.xml", line: 1)),
      ("<w:tbl><w:tr><w:tc>", 40, .tooMany(part: "word/document.xml", limit: 12)),
      (
        "<w:p><w:r><w:t>一</w:t></w:r></w:p>", 1_500_000,
        .tooLarge(part: "word/document.xml", limit: 16 << 20)
      ),
    ])
  func isRefused(piece: String, count: Int, error: FormatError) throws {
    let text = Self.word + String(repeating: piece, count: count)
    #expect(reading(try container("word/document.xml", text)) == error)
  }

  @Test(
    "neither loads nor expands entities",
    arguments: [
      #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>"#,
      #"<!DOCTYPE x [<!ENTITY a "b">]>"#, "<!DOCTYPE x>",
    ])
  func neitherLoadsNorExpands(type: String) throws {
    let text = type + Self.word + "</w:body></w:document>"
    #expect(
      reading(try container("word/document.xml", text)) == .documentType(part: "word/document.xml"))
  }

  @Test("is told from a file of today, an old one and one with a password")
  func isToldApart() throws {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(reading(old + Array(repeating: 0, count: 600)) == .oldOffice)
    #expect(reading(old + Array(repeating: 0, count: 600) + name) == .encrypted)
    #expect(reading(try container("content.xml", "<x/>")) == .unknownContainer)
    let whole = try container("word/document.xml", Self.word + "</w:body></w:document>")
    #expect(reading(whole) == nil)
    #expect(reading(Array(whole.dropLast(40))) == .damaged(part: "", line: nil))
    #expect(reading(Array("{\\rtf1 x}".utf8)) == .unknownContainer)
  }

  @Test(
    "takes no more time or memory as a page than a page of a report",
    arguments: [
      "<p " + (0..<3_000).map { "a\($0)" }.joined(separator: " ") + ">",
      "<p don't " + (0..<3_000).map { "a\($0)" }.joined(separator: " ") + ">",
      String(repeating: "<p>", count: 300_001),
    ])
  func isBoundedAsAPage(text: String) {
    guard case .tooMany = reading(Array(("<html>" + text).utf8)) else {
      Issue.record("was read")
      return
    }
  }

  /// A workbook of one sheet.
  private func workbook(_ rows: String) throws -> [UInt8] {
    let main = #"""
      <workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="a"/></sheets></workbook>
      """#
    let relations = #"<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>"#
    return try archive(of: [
      ("xl/workbook.xml", Array(main.utf8)), ("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
      ("xl/s.xml", Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)),
    ])
  }

  @Test(
    "takes no more memory as a workbook than a large register",
    arguments: [
      ("<row><c><v>1</v></c></row>", 100_001, SheetReader.rowLimit),
      (#"<row><c r="A1"><v>1</v></c><c r="CV1"><v>1</v></c></row>"#, 5_001, SheetReader.cellLimit),
      ("<row><c/><c/></row>", 1_000_001, SheetReader.emptyLimit),
    ])
  func isBoundedAsAWorkbook(row: String, count: Int, limit: Int) throws {
    let rows = String(repeating: row, count: count)
    #expect(reading(try workbook(rows)) == .tooMany(part: "s", limit: limit))
  }

  @Test func readsAWorkbookWithManyEmptyRows() throws {
    let rows = String(repeating: "<row/>", count: 1_000_000)
    #expect(reading(try workbook(rows + "<row><c><v>1</v></c></row>")) == nil)
  }

  @Test(
    "takes no more memory as a list or a text than a form with thousands of rows",
    arguments: [
      (
        String(repeating: ",", count: 1_100_000), FormatError.tooMany(part: "CSV", limit: 1_100_000)
      ),
      (String(repeating: "1\n", count: 150_001), .tooMany(part: "CSV", limit: 150_000)),
    ])
  func isBoundedAsAList(text: String, error: FormatError) {
    #expect(throws: error) { try Document(csv: Array(text.utf8)) }
  }

  @Test(
    "takes no more memory as a text than a hundred reports",
    arguments: [
      (String(repeating: "一", count: 1 << 20), FormatError.tooLarge(part: "", limit: 2 << 20)),
      (String(repeating: "1\n", count: 250_001), .tooMany(part: "", limit: 250_000)),
      (String(repeating: "1|", count: 250_001), .tooMany(part: "", limit: 250_000)),
    ])
  func isBoundedAsAText(text: String, error: FormatError) {
    #expect(reading(Array(text.utf8)) == error)
  }

  @Test("reads a page whose scripts and spans are out of all measure")
  func readsOnWithSpans() throws {
    let script =
      "<script>for(i=0;i<n;i++){" + String(repeating: "a = 1; ", count: 5_000) + "}</script>"
    let row = "<tr><td colspan=9999 rowspan=9999>1<td>2</tr>"
    let page = "<html>" + script + "<table>" + String(repeating: row, count: 300) + "</table>"
    let document = try Document(page: Array(page.utf8), landmarks: Landmarks(of: []))
    guard case .table(let table)? = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.expandedTexts.allSatisfy { $0.count <= 256 })
  }
}
