import ArgumentParser
import Documents
import FormCatalog
import ReportModel
import Wording

/// `nianbao import`: a published or filled-in report becomes a draft.
struct ImportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    .quick("import", .importReport)
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.sources), valueName: "source"))
  var sources: [String]
  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.ofProcess.help(.outputOption)))
  var output: String = "-"
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.organOption))) var organ: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.yearOption))) var year: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.previousOption), valueName: "file"))
  var previous: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.reportOption))) var report: Format = .text
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.forceFlag))) var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let previous, previous == "-", sources.contains("-") {
      throw Failure.usage(Wording.ofProcess.previousFromStandardInputToo)
    }
    let year = try year.map { try Workspace.year($0) }
    let known = try form.map { [try Workspace.form(named: $0)] }
    var (result, pictureCount) = try imported(forms: known, year: year)
    if let lastYear = try LastYear.named(
      previous, by: result.draft.form, year: result.draft.year - 1)
    {
      result.draft.compare(with: lastYear)
      result.draft.noteForeignYear(at: output)
    }
    result.draft.review.stages = Config.ofProcess.stages
    try Workspace.create(result.draft, at: output, force: force)
    let printer = ImportReportPrinter(result, sources: sources)
    switch report {
    case .text: Output.error(printer.text)
    case .json: Output.report(printer.json)
    }
    let missing = pictureCount > 0 ? result.sectionsWithoutTables : []
    if !missing.isEmpty { Output.error(Wording.ofProcess.tablesMayBePictures(missing)) }
  }
}

extension ImportCommand {
  /// What the sources give, and how many pictures are in them; a draft gives what it holds of the
  /// report, its own form included.
  private func imported(
    forms: [Form]?, year: Int?
  ) throws -> (result: ImportResult, pictureCount: Int) {
    var known = forms
    func knownForms() -> [Form] {
      let forms = known ?? Workspace.forms(besides: nil)
      known = forms
      return forms
    }
    let read = try sources.map { path in
      try Workspace.source(in: try Workspace.bytes(at: path), at: path, forms: knownForms)
    }
    let documents = read.map(\.document)
    let pictureCount = documents.reduce(0) { $0 + $1.pictureCount }
    let source = read.count == 1 ? read[0].draft : nil
    if let source, forms == nil { known = [source.form] }
    do throws(ImportError) {
      var result = try importReport(
        documents, forms: knownForms(), organ: organ, year: year ?? source?.year)
      if let source, organ == nil {
        // As with every other source nothing unsafe comes in.
        for key in Organ.Key.allCases { result.draft.organ[key] = source.organ[key]?.withoutUnsafe }
      }
      return (result, pictureCount)
    } catch {
      if error == .notThisReport, pictureCount > 0 {
        let wording = Wording.ofProcess
        let path = sources.joined(separator: " ")
        throw Failure.file(wording.complaint(about: path, cause: wording.tablesArePictures))
      }
      throw Failure.file(error.message(about: sources))
    }
  }
}

extension ImportError {
  /// One line about this failure: the sources and the cause.
  func message(about sources: [String]) -> String {
    let wording = Wording.ofProcess
    let path = sources.joined(separator: " ")
    switch self {
    case .notThisReport: return wording.complaint(about: path, cause: wording.notThisReport)
    case .noYear: return wording.complaint(about: path, cause: wording.noYearFound)
    case .conflict(let address, let first, let second):
      let places = [first, second].map { placed in
        wording.sourcePlace(placed.place, field: placed.field, in: sources)
      }
      let cause = wording.conflictingFigures(
        address.description, first.value, at: places[0], second.value, at: places[1])
      return wording.complaint(about: path, cause: cause)
    }
  }
}
