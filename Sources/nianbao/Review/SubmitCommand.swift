import ArgumentParser
import ReportModel
import Storage
import Wording

/// `nianbao submit`: hands a draft in for review.
struct SubmitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "submit", abstract: Wording.ofProcess.help(.submit))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.stagesOption), valueName: "names"))
  var stages: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.remarkOption), valueName: "text"))
  var remark: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var common: CommonOptions

  func run() throws {
    let wording = Wording.ofProcess
    let name = try acting.name()
    let stages = try stages.map { text throws(Failure) in try StageNames.reading(text) }
    var submitted: Draft?
    try Workspace.review(at: draft, form: form) { draft in
      if let stages, stages != draft.review.stages {
        let status = ReviewStatus(draft, .sha256)
        guard [.none, .drafting, .returned].contains(status.state) else {
          throw Failure(message: wording.stagesOfReviewBegun, code: ExitCode(1))
        }
        draft.review.stages = stages
      }
      try draft.submit(
        by: name, on: LocalTime.now, remark: (remark ?? "").trimmingBlanks, .sha256)
      submitted = draft
    }
    guard let submitted else { return }
    let errors = CheckedDraft(path: draft, draft: submitted).errors
    if errors > 0 { Output.error(wording.submittedDespite(errors: errors)) }
    if let next = ReviewStatus(submitted, .sha256).next {
      Output.error(wording.submitted(next: next))
    }
  }
}

/// `nianbao return`: returns a draft with a reason.
struct ReturnCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "return", abstract: Wording.ofProcess.help(.sendBack))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.returnReason), valueName: "text"))
  var reason: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.stageToReturn), valueName: "name"))
  var stage: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var common: CommonOptions

  func run() throws {
    let name = try acting.name()
    var returned: Draft?
    try Workspace.review(at: draft, form: form) { draft in
      try draft.sendBack(
        stage: stage, by: name, on: LocalTime.now, reason: reason.trimmingBlanks, .sha256)
      returned = draft
    }
    if let step = returned?.review.steps.last {
      Output.error(Wording.ofProcess.returned(by: step.stage))
    }
  }
}

/// `nianbao sign`: signs a draft off for a stage.
struct SignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "sign", abstract: Wording.ofProcess.help(.sign))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.stageToSign), valueName: "name"))
  var stage: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.remarkOption), valueName: "text"))
  var remark: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.signKeyOption), valueName: "key"))
  var signKey: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var common: CommonOptions

  func run() throws {
    let wording = Wording.ofProcess
    let name = try acting.name()
    var signed: Draft?
    try Workspace.review(at: draft, form: form) { draft in
      let stage = stage ?? ReviewStatus(draft, .sha256).next ?? draft.review.stages.last ?? ""
      try draft.sign(
        stage: stage, by: name, on: LocalTime.now, remark: (remark ?? "").trimmingBlanks, .sha256)
      if let signKey, let digest = draft.review.steps.last?.digest {
        draft.attach(signature: try SSHSignature.sign(digest, with: signKey))
      }
      signed = draft
    }
    guard let signed, let step = signed.review.steps.last else { return }
    Output.error(wording.signedOff(step.stage, digest: step.digest))
    let status = ReviewStatus(signed, .sha256)
    for warning in status.warnings {
      Output.error("⚠ " + wording.text(of: warning, in: signed.review))
    }
    let errors = CheckedDraft(path: draft, draft: signed).errors
    if errors > 0 { Output.error(wording.submittedDespite(errors: errors)) }
  }
}
