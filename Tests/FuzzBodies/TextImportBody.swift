import Documents
import FormCatalog
import ReportModel

/// What `import` would do with the text, with a year given and without.
func feedTextImport(_ bytes: [UInt8]) throws(BrokenPromise) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  let document = Document(plainText: text)
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

private enum Shipped {
  static let forms = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
}
