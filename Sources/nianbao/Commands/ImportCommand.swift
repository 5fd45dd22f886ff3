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
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.reportOption))) var report: Format = .text
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.forceFlag))) var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let wording = Wording.ofProcess
    let year = try year.map { try Workspace.year($0) }
    let documents = try sources.map { path in
      let bytes = try Workspace.bytes(at: path)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure.file(wording.complaint(about: path, cause: wording.invalidUTF8Text))
      }
      return Document(plainText: text)
    }
    let forms = try form.map { [try Workspace.form(named: $0)] }
    let known = forms ?? FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
    let result: ImportResult
    do throws(ImportError) {
      result = try importReport(documents, forms: known, organ: organ, year: year)
    } catch {
      throw Failure.file(message(of: error))
    }
    try Workspace.create(result.draft, at: output, force: force)
    let printer = ImportReportPrinter(result, sources: sources)
    switch report {
    case .text: Output.error(printer.text)
    case .json: Output.error(printer.json)
    }
  }

  private func message(of error: ImportError) -> String {
    let wording = Wording.ofProcess
    let path = sources.joined(separator: " ")
    switch error {
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
