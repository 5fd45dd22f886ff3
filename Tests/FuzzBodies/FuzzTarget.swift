/// A reader of what others wrote, to be fed with whatever bytes there are.
///
/// The raw value is the name that `.ci/fuzz` takes, and that of the folder in `Tests/Fuzz/Corpus`.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case draft, form, journal, paste, keys, plain
  case textImport = "text-import"
  case page, word, workbook, container, csv, pdf

  /// The most bytes that are worth trying: enough for a whole report where that is read.
  package var lengthLimit: Int {
    switch self {
    case .draft, .form, .journal: 65_536
    case .textImport, .paste, .page, .word, .workbook, .container, .csv, .pdf: 16_384
    case .keys, .plain: 2048
    }
  }

  /// Feeds `bytes` to the reader; whatever they are, it must not trap.
  ///
  /// - Throws: `BrokenPromise` where the reader does not do what it promises.
  package func feed(_ bytes: [UInt8]) throws(BrokenPromise) {
    switch self {
    case .draft: try feedDraft(bytes)
    case .form: try feedForm(bytes)
    case .journal: try feedJournal(bytes)
    case .paste: try feedPaste(bytes)
    case .keys: try feedKeys(bytes)
    case .plain: try feedPlainSession(bytes)
    case .textImport: try feedTextImport(bytes)
    case .page: try feedPage(bytes)
    case .word: try feedWord(bytes)
    case .workbook: try feedWorkbook(bytes)
    case .container: try feedContainer(bytes)
    case .csv: try feedCSV(bytes)
    case .pdf: try feedPDF(bytes)
    }
  }
}

/// What a reader promises and did not do with some bytes.
package struct BrokenPromise: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}

func require(_ holds: Bool, _ promise: String) throws(BrokenPromise) {
  if !holds { throw BrokenPromise(promise) }
}
