import ArgumentParser
import FormCatalog
import ReportModel
import Wording

/// `nianbao forms`: lists the forms, prints one, or checks a form file.
struct FormsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forms", abstract: Wording.ofProcess.help(.forms),
      usage: "nianbao forms [<id>]\nnianbao forms check <file>")
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.formsArguments), valueName: "id"))
  var arguments: [String] = []
  @OptionGroup var common: CommonOptions

  func run() throws {
    switch arguments.count {
    case 0: try list()
    case 1 where arguments[0] != "check": try printDefinition(of: arguments[0])
    case 2 where arguments[0] == "check": try check(arguments[1])
    default: throw ValidationError(Wording.ofProcess.help(.formsArguments))
    }
  }

  private func list() throws {
    let wording = Wording.ofProcess
    var text = ""
    for form in FormCatalog.shippedIDs.compactMap({ FormCatalog.form(id: $0) }) {
      let years = wording.formYears(first: form.firstYear, last: form.lastYear)
      text += "\(form.id)\t\(wording.text(form.name))\t\(years)\n"
    }
    try Output.text(text)
  }

  private func printDefinition(of id: String) throws {
    guard let source = FormCatalog.source(id: id) else {
      throw Failure.usage(Wording.ofProcess.unknownFormID(id, known: FormCatalog.shippedIDs))
    }
    try Output.bytes(source)
  }

  private func check(_ path: String) throws {
    let bytes = try Workspace.bytes(at: path)
    let form: Form
    do throws(FormError) {
      form = try FormCatalog.form(reading: bytes)
    } catch {
      throw Failure.file(error.message(about: path, in: bytes))
    }
    let wording = Wording.ofProcess
    let report = form.contradictions()
    if !report.contradictions.isEmpty {
      let lines = report.contradictions.map { contradiction in
        wording.complaint(about: path, cause: message(of: contradiction, in: form))
      }
      throw Failure.file(lines.joined(separator: "\n"))
    }
    if !report.isComplete {
      Output.error(wording.complaint(about: path, cause: wording.contradictionsNotJudged))
    }
    let name = wording.shown(path)
    let (cells, relations) = (form.cellCount, form.relations.count)
    let line =
      report.isComplete
      ? wording.formIsFine(name, cells: cells, relations: relations)
      : wording.formIsReadable(name, cells: cells, relations: relations)
    try Output.text(line + "\n")
  }

  /// The sentence about rules that contradict each other, with at most three of their cells.
  private func message(of contradiction: Contradiction, in form: Form) -> String {
    var rules: [String] = []
    for relation in contradiction.relations {
      let id = form.rules[form.relations[relation].rule].id
      if !rules.contains(id) { rules.append(id) }
    }
    let cells = contradiction.cells.prefix(3).map { form.address(of: $0).description }
    return Wording.ofProcess.contradiction(
      rules: rules, cells: cells, cellCount: contradiction.cells.count)
  }
}
