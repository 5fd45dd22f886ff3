import Documents
import Formats
import Wording

/// The register that a command line names.
enum RegisterFile {
  /// Reads the file, and of its sheets those with these names where any are given.
  static func document(at path: String, sheets: [String]) throws(Failure) -> Document {
    let bytes = try Workspace.bytes(at: path)
    var document: Document
    do throws(FormatError) {
      document =
        switch try SourceKind(of: bytes) {
        case .workbook: try Document(workbook: bytes)
        case .word, .pdf, .page, .json: throw .unknownContainer
        case .text: try Document(csv: bytes)
        }
    } catch {
      let wording = Wording.ofProcess
      guard case .damaged("CSV", let line?) = error else {
        throw Failure.file(error.message(about: path))
      }
      throw Failure.file(wording.complaint(about: path, cause: wording.openQuote(line: line)))
    }
    guard !sheets.isEmpty else { return document }
    let known = document.blocks.compactMap(\.sheet)
    if let unknown = sheets.first(where: { !known.contains($0) }) {
      throw Failure.usage(Wording.ofProcess.noSuchSheet(unknown, known: known))
    }
    document.blocks.removeAll { !sheets.contains($0.sheet ?? "") }
    return document
  }
}

extension Document.Block {
  /// The sheet that a table is.
  fileprivate var sheet: String? {
    guard case .table(let table) = self else { return nil }
    return table.rows.first?.spot?.sheet
  }
}
