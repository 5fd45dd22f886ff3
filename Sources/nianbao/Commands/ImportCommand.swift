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
    CommandConfiguration(commandName: "import", abstract: Wording.ofProcess.help(.importReport))
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
    let documents = try sources.map { path in
      try Workspace.document(in: try Workspace.bytes(at: path), at: path)
    }
    let forms = try form.map { [try Workspace.form(named: $0)] }
    let known = forms ?? FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
    var result: ImportResult
    do throws(ImportError) {
      result = try importReport(documents, forms: known, organ: organ, year: year)
    } catch {
      throw Failure.file(error.message(about: sources))
    }
    if let lastYear = try LastYear.named(
      previous, by: result.draft.form, year: result.draft.year - 1)
    {
      result.draft.compare(with: lastYear)
      result.draft.noteForeignYear(at: output)
    }
    try Workspace.create(result.draft, at: output, force: force)
    let printer = ImportReportPrinter(result, sources: sources)
    switch report {
    case .text: Output.error(printer.text)
    case .json: Output.report(printer.json)
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
        wording.sourcePlace(
          file: sources.count > 1 ? sources[placed.place.source] : nil, line: placed.place.line,
          field: placed.field)
      }
      let cause = wording.conflictingFigures(
        address.description, first.value, at: places[0], second.value, at: places[1])
      return wording.complaint(about: path, cause: cause)
    }
  }
}
