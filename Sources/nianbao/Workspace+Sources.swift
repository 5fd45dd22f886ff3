import Documents
import FormCatalog
import Formats
import ReportModel
import Wording

extension Workspace {
  /// The forms that a report may be on: the shipped ones, before them another that is known.
  static func forms(besides form: Form?) -> [Form] {
    let shipped = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
    guard let form, !FormCatalog.isShipped(form.id) else { return shipped }
    return [form] + shipped
  }

  /// What an import reads of the content of a file, whatever kind of file it is.
  ///
  /// A draft is read as the report that it makes.
  static func document(in bytes: [UInt8], at path: String) throws(Failure) -> Document {
    do throws(FormatError) {
      switch try SourceKind(of: bytes) {
      case .word: return try Document(word: bytes)
      case .workbook: return try Document(workbook: bytes)
      case .page: return try Document(page: bytes, landmarks: Landmarks(of: forms(besides: nil)))
      case .pdf: return try PDFTools.document(of: bytes)
      case .text: return try plainDocument(in: bytes, at: path)
      case .json: break
      }
    } catch {
      throw Failure.file(error.message(about: path))
    }
    return Document(report: try draft(in: bytes, at: path)).numbered()
  }

  /// What kinds of text look the same are told apart by the name of the file.
  private static func plainDocument(
    in bytes: [UInt8], at path: String
  ) throws(FormatError) -> Document {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // A long table is told by its first columns also where it comes without a name.
    let isLongTable = bytes.prefix(200).contains(Array("organ,year,table,".utf8))
    if isLongTable || ["csv", "tsv"].contains(ending) { return try Document(csv: bytes) }
    let text = try decodedText(bytes)
    return Document(
      plainText: text, markup: ["md", "markdown"].contains(ending) ? .markdown : .none)
  }
}
