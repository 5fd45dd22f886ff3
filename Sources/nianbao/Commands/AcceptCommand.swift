import ArgumentParser
import ReportModel
import Wording

/// `nianbao accept`: lets a warning stand, with a reason.
struct AcceptCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "accept", abstract: Wording.ofProcess.help(.accept))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.acceptedRule))) var rule: String
  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.acceptedPlace), valueName: "address"))
  var place: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.reasonOption))) var reason: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.personOption), valueName: "name"))
  var by: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.previousToCompare), valueName: "file"))
  var previous: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  /// Accepts every finding of the rule that names the address.
  func run() throws {
    let wording = Wording.ofProcess
    let reason = reason.trimmingBlanks
    guard !reason.isEmpty else { throw Failure.usage("--reason: " + wording.reasonMissing) }
    guard wording.shown(reason) == reason else {
      throw Failure.usage("--reason: " + wording.formControlCharacter)
    }
    if previous == "-", draft == "-" {
      throw Failure.usage(wording.previousFromStandardInputToo)
    }
    try Workspace.changeDraft(at: draft, form: form) { opened in
      try accepting(reason, in: opened)
    }
  }

  /// The draft with an acceptance of every finding that is meant.
  private func accepting(_ reason: String, in opened: Draft) throws -> Draft {
    let wording = Wording.ofProcess
    var changed = opened
    // Compared with what was named, as `check` does; only the acceptance is stored.
    var compared = changed
    if let lastYear = try LastYear.named(previous, by: changed.form, year: nil) {
      compared.compare(with: lastYear)
    }
    guard changed.form.knows(place) else { throw Failure.usage(wording.unknownAddress(place)) }
    let findings = Validation(compared).findings(in: compared)
    let meant = findings.filter {
      $0.rule == rule && changed.form.addresses(of: $0).contains(place)
    }
    guard !meant.isEmpty else { throw Failure.usage(wording.noSuchFinding(rule, at: place)) }
    guard meant.allSatisfy(changed.form.allowsAccepting) else {
      throw Failure.usage(wording.errorNotAcceptable(rule, at: place))
    }
    let (person, today) = (by ?? Person.name, Person.today)
    for finding in meant {
      let acceptance = compared.acceptance(of: finding, by: person, on: today, reason: reason)
      compared.acceptances = compared.acceptances(adding: acceptance, among: findings)
      changed.acceptances = compared.acceptances
    }
    return changed
  }
}

extension Form {
  /// Whether a text is an address that findings can name: a cell, last year's cell, a text, or what
  /// is said of the report as a whole.
  fileprivate func knows(_ place: String) -> Bool {
    let isPrevious = place.hasPrefix(Self.previousMark)
    let rest = isPrevious ? String(place.dropFirst(Self.previousMark.count)) : place
    if !isPrevious, ["organ.name", "year"].contains(rest) { return true }
    if let address = Address(rest) { return cell(at: address) != nil }
    return !isPrevious && section(rest)?.isText == true
  }
}
