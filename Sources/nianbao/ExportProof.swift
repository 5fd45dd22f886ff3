import Documents
import Formats
import ReportModel
import Wording

/// The proof that a file says what the draft says: it is read as an import would read it, and
/// compared cell by cell; and of the texts every letter and digit must be there.
struct ExportProof {
  private let draft: Draft
  private let format: ExportFormat

  init(of draft: Draft, as format: ExportFormat) {
    self.draft = draft
    self.format = format
  }

  /// Reads the bytes that are to become the file.
  ///
  /// - Throws: `Failure` where a figure differs or is missing; nothing was written then.
  func read(back bytes: [UInt8], at path: String) throws(Failure) {
    guard format != .json, draft.form.cellCount > 0 else { return }
    // Whatever the name of the file is, its kind is known.
    let source = try Workspace.source(in: bytes, at: "export.\(format.rawValue)") { [draft.form] }
    let found: Draft
    do throws(ImportError) {
      found = try importReport([source.document], forms: [draft.form], year: draft.year).draft
    } catch {
      // A form of one's own may have no labels that an import could know rows by.
      guard isProvable else { return }
      throw refusal(path, nil, nil, nil)
    }
    for index in 0..<draft.form.cellCount {
      let cell = CellIndex(index)
      let (own, other) = (draft[cell], found[cell])
      guard own?.micros != other?.micros, isProvable || other != nil else { continue }
      throw refusal(path, draft.form.address(of: cell), own, other)
    }
    try requireTexts(in: source.document, at: path)
  }

  /// Which letters there are is compared, and how often, not in which order: a paragraph may look
  /// like a title or like what a site puts around a report, and is then another part of the file.
  private func requireTexts(in document: Document, at path: String) throws(Failure) {
    var counts = LetterCounts(of: document)
    for section in draft.form.textSections {
      for paragraph in draft.text(of: section.id).paragraphs {
        guard let letter = counts.take(paragraph) else { continue }
        let wording = Wording.ofProcess
        let cause = wording.exportLacks(String(letter), ofText: section.title)
        throw .file(wording.complaint(about: path, cause: cause))
      }
    }
  }

  /// Whether every row of the form has labels of its own, so that an import must find it.
  private var isProvable: Bool {
    draft.form.tables.allSatisfy { table in
      let labels = table.rows.map { $0.groups.joined() + $0.label }
      return Set(labels).count == labels.count && !draft.carriesForm
    }
  }

  private func refusal(
    _ path: String, _ address: Address?, _ own: Quantity?, _ other: Quantity?
  ) -> Failure {
    let wording = Wording.ofProcess
    let cause = wording.exportDiffers(
      at: address?.description, draft: own?.description, file: other?.description)
    return .file(wording.complaint(about: path, cause: cause))
  }
}
