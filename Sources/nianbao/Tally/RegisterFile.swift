import Documents
import Formats
import Wording

/// The register that a command line names.
struct RegisterFile {
  let document: Document
  /// The sheets that are hidden, and were not asked for.
  private(set) var hiddenSheets: [String] = []

  /// Reads the file, and of its sheets those with these names where any are given.
  init(at path: String, sheets names: [String]) throws(Failure) {
    let bytes = try Workspace.bytes(at: path)
    var sheets: [ListedSheet] = []
    do throws(FormatError) {
      switch try SourceKind(of: bytes) {
      case .workbook: sheets = try ListedSheet.sheets(ofWorkbook: bytes)
      case .word, .pdf, .page, .json: throw .unknownContainer
      case .text:
        guard names.isEmpty else { break }
        document = try Document(csv: bytes)
        return
      }
    } catch {
      let wording = Wording.ofProcess
      guard case .damaged("CSV", let line?) = error else {
        throw Failure.file(error.message(about: path))
      }
      throw Failure.file(wording.complaint(about: path, cause: wording.openQuote(line: line)))
    }
    let known = sheets.map(\.name)
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw Failure.usage(Wording.ofProcess.noSuchSheet(unknown, known: known))
    }
    if names.isEmpty {
      hiddenSheets = sheets.filter { $0.isHidden && !$0.table.rows.isEmpty }.map(\.name)
    }
    let read = sheets.filter { names.isEmpty ? !$0.isHidden : names.contains($0.name) }
    document = Document(title: "", blocks: read.map { .table($0.table) })
  }
}
