import Documents
import FormCatalog
import ReportModel

/// The bytes as a text, with the marks of Markdown and without.
func feedTextImport(_ bytes: [UInt8]) throws(BrokenPromise) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  try requireSoundImport(of: Document(plainText: text))
  try requireSoundImport(of: Document(plainText: text, markup: .markdown))
}

/// What `import` makes of a document, with a year given and without, is a sound draft with every
/// figure where the report says that it is.
func requireSoundImport(of document: Document) throws(BrokenPromise) {
  for year in [nil, 2024] {
    let result: ImportResult
    do throws(ImportError) {
      result = try importReport([document], forms: Shipped.forms, year: year)
    } catch {
      continue
    }
    for placed in result.report.placed {
      let value = result.draft[placed.address]
      try require(value == placed.value, "a figure is not where the report says it is")
    }
    try requireSameAgain(result.draft)
    try requireJudgedAlike(result.draft)
  }
}

enum Shipped {
  static let forms = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
  static let landmarks = Landmarks(of: forms)
}
