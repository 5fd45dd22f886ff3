import ArgumentParser
import FormCatalog
import ReportModel
import Wording

/// `nianbao new`: a new draft without the screen.
struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: Wording.ofProcess.help(.new))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToWrite))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.organOption))) var organ: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.yearOption))) var year: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.levelOption))) var level: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.kindOption))) var kind: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.previousOption), valueName: "file"))
  var previous: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.stagesOption), valueName: "names"))
  var stages: String?
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.forceFlag))) var force = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let year = try Workspace.year(year)
    guard organ != nil || previous != nil else {
      throw Failure.usage(Wording.ofProcess.organNeeded)
    }
    var new = try Self.emptyDraft(organ: organ ?? "", year: year, form: form)
    if let stages { new.review.stages = try StageNames.reading(stages) }
    if let lastYear = try LastYear.named(previous, by: new.form, year: year - 1) {
      new.follow(lastYear)
      new.noteForeignYear(at: draft)
    }
    if let organ { new.organ.name = organ }
    for (key, value) in [(Organ.Key.level, level), (.kind, kind)] {
      if let value { try new.setOrgan(key, to: value, named: "--\(key.rawValue)") }
    }
    try Workspace.create(new, at: draft, force: force)
  }

  /// A draft without figures, on the edition in force for its year or on the form named, with the
  /// stages of review that the config names.
  static func emptyDraft(
    organ: String, year: Int, form name: String?
  ) throws(Failure) -> Draft {
    let name = name ?? FormCatalog.formID(forYear: year)
    let form = try Workspace.form(named: name)
    let carriesForm = !FormCatalog.isShipped(form.id)
    var draft = Draft(form: form, carriesForm: carriesForm, organ: Organ(name: organ), year: year)
    draft.review.stages = Config.ofProcess.stages
    return draft
  }
}

extension Draft {
  /// Sets one of the organ's data, refusing a level or kind that there is not.
  mutating func setOrgan(_ key: Organ.Key, to value: String, named name: String) throws {
    guard value.isEmpty || Organ.accepts(value, for: key) else {
      let allowed = key == .level ? Organ.levels : Organ.kinds
      throw Failure.usage(Wording.ofProcess.valueNotAllowed(name, value, allowed: allowed))
    }
    organ[key] = value.isEmpty ? nil : value
  }
}
