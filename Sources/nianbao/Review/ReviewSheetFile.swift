import Documents
import Formats
import Wording

/// The file that a sheet about a review is written to.
struct ReviewSheetFile {
  private enum Format: String {
    case docx, html, md
  }

  private let path: String
  private let format: Format

  /// - Throws: for an ending that no sheet has; standard output has none.
  init(at path: String) throws(Failure) {
    let ending = ExportFormat.ending(of: path)
    guard let name = ExportFormat(named: ending)?.rawValue, let format = Format(rawValue: name)
    else {
      throw Failure.usage(Wording.ofProcess.reviewSheetEnding(ending))
    }
    self.path = path
    self.format = format
  }

  func write(_ sheet: ReviewSheet) throws(Failure) {
    try Workspace.replace(try bytes(of: sheet.document), at: path)
  }

  private func bytes(of document: Document) throws(Failure) -> [UInt8] {
    do throws(FormatError) {
      switch format {
      case .docx: return try document.docx(.final)
      case .html: return Array(document.html(.final, language: Wording.ofProcess.language.tag).utf8)
      case .md: return document.markdown(.final)
      }
    } catch {
      throw Failure.file(error.message(about: path))
    }
  }
}
