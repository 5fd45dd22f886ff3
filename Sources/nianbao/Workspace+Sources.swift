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

  /// What an import reads of a file, and the draft that it is, if it is one.
  struct Source {
    var document: Document
    var draft: Draft?
  }

  /// What an import reads of the content of a file, whatever kind of file it is.
  ///
  /// A draft is read as the report that it makes. The forms are those that a report on a page may
  /// be on; they are asked for only where there is one, for it takes a while to read them.
  static func source(
    in bytes: [UInt8], at path: String, forms: () -> [Form]
  ) throws(Failure) -> Source {
    do throws(FormatError) {
      if let document = try document(in: bytes, at: path, forms: forms) {
        return Source(document: document)
      }
    } catch {
      throw Failure.file(error.message(about: path))
    }
    let draft = try draft(in: bytes, at: path)
    return Source(document: Document(report: draft).numbered(), draft: draft)
  }

  /// The same of a file that is no draft; nil for what may be one.
  private static func document(
    in bytes: [UInt8], at path: String, forms: () -> [Form]
  ) throws(FormatError) -> Document? {
    switch try SourceKind(of: bytes) {
    case .word: try Document(word: bytes)
    case .workbook: try Document(workbook: bytes)
    case .page: try Document(page: bytes, landmarks: Landmarks(of: forms()))
    case .pdf: try PDFTools.document(of: bytes)
    case .text: try plainDocument(in: bytes, at: path)
    case .json: nil
    }
  }

  /// What kinds of text look the same are told apart by the name of the file.
  private static func plainDocument(
    in bytes: [UInt8], at path: String
  ) throws(FormatError) -> Document {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // A long table is told by its first columns also where it comes without a name.
    let isLongTable = bytes.prefix(200).contains(Array("organ,year,table,".utf8))
    if isLongTable || ["csv", "tsv"].contains(ending) { return try Document(csv: bytes) }
    return try Document(
      text: bytes, markup: ["md", "markdown"].contains(ending) ? .markdown : .none)
  }
}
