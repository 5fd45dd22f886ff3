import Documents
import FormCatalog
import ReportModel
import Wording

/// Last year's report, as `--previous FILE` names it: a draft, or whatever `import` reads.
struct LastYear {
  /// The endings of the files, besides drafts, that can be last year's report.
  static let endings = ["docx", "xlsx", "pdf", "html", "htm", "txt", "md", "csv"]

  let path: String
  let draft: Draft
  /// What became of a report that is no draft; nil for a draft.
  let report: ImportReport?

  /// Reads the file.
  ///
  /// A report that is no draft may be on one of `forms`; `year` is that of one that names none.
  init(at path: String, forms: [Form], year: Int?) throws {
    self.path = path
    let bytes = try Workspace.bytes(at: path)
    if Self.looksLikeJSON(bytes) {
      draft = try Workspace.draft(in: bytes, at: path)
      report = nil
      return
    }
    let source = try Workspace.source(in: bytes, at: path) { forms }
    let result = try Self.imported(source.document, from: path, forms: forms, year: year)
    draft = result.draft
    report = result.report
  }

  /// Last year's report for a draft or a form that is given, which says on standard error how much
  /// of a report that is no draft was read; nil without `--previous`.
  static func named(_ path: String?, by form: Form?, year: Int?) throws -> LastYear? {
    guard let path else { return nil }
    Workspace.announceReading(of: path)
    let lastYear = try LastYear(at: path, by: form, year: year)
    if let report = lastYear.report {
      Output.error(
        Wording.ofProcess.previousImported(
          path, year: lastYear.draft.year, placed: report.placed.count,
          notPlaced: report.notPlaced.count))
    }
    return lastYear
  }

  /// Reads the file for a draft or a form that is given, which a report that is no draft may be on.
  init(at path: String, by form: Form?, year: Int?) throws {
    try self.init(at: path, forms: Workspace.forms(besides: form), year: year)
  }

  private static func imported(
    _ document: Document, from path: String, forms: [Form], year: Int?
  ) throws -> ImportResult {
    do throws(ImportError) {
      return try importReport([document], forms: forms)
    } catch {
      if error != .noYear || year == nil { throw Failure.file(error.message(about: [path])) }
    }
    do throws(ImportError) {
      return try importReport([document], forms: forms, year: year)
    } catch {
      throw Failure.file(error.message(about: [path]))
    }
  }

  /// No report in words begins with a brace.
  private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return text.first { $0 > 0x20 } == UInt8(ascii: "{")
  }
}

extension Draft {
  /// Makes this new draft the one that follows a report.
  mutating func follow(_ lastYear: LastYear) {
    compare(with: lastYear)
    begin(after: lastYear.draft)
  }

  /// Takes a report as last year's, in the place of what was there; says so on standard error where
  /// it is another organ's by its name.
  mutating func compare(with lastYear: LastYear) {
    let (own, other) = (organ.name, lastYear.draft.organ.name)
    if !own.isEmpty, !other.isEmpty, !own.hasSuffix(other), !other.hasSuffix(own) {
      Output.error(Wording.ofProcess.notOwnLastYear(lastYear.path, organ: own, previous: other))
    }
    previous = PreviousYear(lastYear.draft, source: lastYear.path, on: form)
  }

  /// Says on standard error that a report is not that of the year before, if it is not.
  func noteForeignYear(at path: String) {
    guard let previous, self.lastYear == nil else { return }
    Output.error(
      Wording.ofProcess.notLastYear(
        path, year: year, previous: previous.source, previousYear: previous.year))
  }
}
