/// What kind of file bytes are, by what they begin with and not by the file's name.
package enum SourceKind: Equatable, Sendable {
  case word
  case workbook
  case pdf
  case page
  /// A JSON object, as drafts are.
  case json
  case text

  /// The kind of the bytes.
  ///
  /// - Throws: `FormatError` for a container of none of these, an old or an encrypted file, and a
  ///   ZIP that cannot be opened.
  package init(of bytes: [UInt8]) throws(FormatError) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      let archive = try Archive(bytes)
      if archive.contains("word/document.xml") {
        self = .word
      } else if archive.contains("xl/workbook.xml") {
        self = .workbook
      } else {
        throw .unknownContainer
      }
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // An encrypted new file lies in the container of the old ones, under this name.
      throw bytes.contains(utf16: "EncryptedPackage") ? .encrypted : .oldOffice
    } else if bytes.starts(with: Array("{\\rtf".utf8)) {
      throw .unknownContainer
    } else if bytes.prefix(1024).contains("%PDF-") {
      self = .pdf
    } else {
      self = Self.textKind(bytes)
    }
  }

  private static func textKind(_ bytes: [UInt8]) -> SourceKind {
    // Marks of ASCII are the same in all encodings but UTF-16, where zeros stand between.
    let start = bytes.prefix(8192).filter { $0 != 0 }.drop { $0 <= 0x20 || $0 >= 0x80 }
    if start.first == UInt8(ascii: "{") { return .json }
    guard start.first == UInt8(ascii: "<") else { return .text }
    let text = start.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }
    let tags = ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p "]
    return tags.contains { text[...].contains($0) } ? .page : .text
  }
}

extension ArraySlice<UInt8> {
  /// Whether these letters of ASCII stand in the bytes side by side.
  fileprivate func contains(_ text: String) -> Bool {
    let first = text.utf8.first
    return indices.contains { self[$0] == first && self[$0...].starts(with: text.utf8) }
  }
}

extension Array where Element == UInt8 {
  /// Whether these letters of ASCII stand in the bytes as UTF-16.
  fileprivate func contains(utf16 text: String) -> Bool {
    contains(text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
  }
}
