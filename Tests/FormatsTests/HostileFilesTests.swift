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
      case .pdf, .json, .text: _ = try decodedText(bytes)
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
        .tooLarge(part: "word/document.xml", limit: 48 << 20)
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
