import ArgumentParser
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao status`: how far reviews are, and which sign-offs hold.
struct StatusCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Wording.ofProcess.help(.status))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftsArgument), valueName: "draft"))
  var drafts: [String]
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.statusFormat))) var format: Format = .text
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.allowedSignersOption), valueName: "file"))
  var allowedSigners: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  /// Tells of every draft, then ends with 2 if one could not be read, 1 if a sign-off is void.
  func run() throws {
    if let allowedSigners { try SSHSignature.requireSigners(allowedSigners) }
    var reviewed: [ReviewedDraft] = []
    var unreadable = false
    let form = try form.map { try Workspace.form(named: $0) }
    for file in try DraftPath.expanded(drafts) {
      do throws(Failure) {
        guard let draft = try file.draft(on: form) else { continue }
        reviewed.append(
          try ReviewedDraft(path: file.path, draft: draft, allowedSigners: allowedSigners))
      } catch {
        Output.error(error.message)
        unreadable = true
      }
    }
    switch format {
    case .text: try Output.text(reviewed.map(\.text).joined())
    case .json:
      let list = JSON.make(["drafts": .list(reviewed.map(\.json))])
      try Output.result(list.canonicalText)
    }
    if unreadable { throw ExitCode(2) }
    if reviewed.contains(where: \.isVoid) { throw ExitCode(1) }
  }
}

/// A draft with what its review is worth, ready to be written.
private struct ReviewedDraft {
  let path: String
  let draft: Draft
  let status: ReviewStatus
  /// What the keys' signatures are worth, one for each sign-off.
  let signatures: [Wording.Signature]
  private let isVerified: Bool

  init(path: String, draft: Draft, allowedSigners: String?) throws(Failure) {
    self.path = path
    self.draft = draft
    status = ReviewStatus(draft, .sha256)
    isVerified = allowedSigners != nil
    var signatures: [Wording.Signature] = []
    for signOff in status.signOffs {
      let step = draft.review.steps[signOff.step]
      switch (step.signature, allowedSigners) {
      case (nil, _): signatures.append(.none)
      case (_?, nil): signatures.append(.unchecked)
      case (let signature?, let signers?):
        signatures.append(
          try SSHSignature.worth(
            of: signature, digest: step.digest, person: step.by, allowedSigners: signers))
      }
    }
    self.signatures = signatures
  }

  /// Whether a sign-off does not hold, or is not by whom it says where that is asked.
  var isVoid: Bool {
    status.isVoid || isVerified && signatures.contains { $0 != .good }
  }

  /// A head line, one for each stage, and what is odd.
  var text: String {
    let wording = Wording.ofProcess
    var lines = [
      wording.statusHead(path: wording.shown(path), draft: draft, status.state)
    ]
    for (signOff, signature) in zip(status.signOffs, signatures) {
      let step = draft.review.steps[signOff.step]
      let worth =
        signOff.flaw.map { wording.signOffVoid(wording.name(of: $0)) } ?? wording.signOffHolds
      let isGood = signOff.flaw == nil && (!isVerified || signature == .good)
      var parts = [wording.line(of: step), worth]
      if signature != .none || isVerified { parts.append(wording.name(of: signature)) }
      lines.append("  \(isGood ? "✓" : "✗") " + parts.joined(separator: "　"))
    }
    for stage in draft.review.stages where !status.signOffs.contains(where: { $0.stage == stage }) {
      lines.append("  · " + wording.statusUnsigned(stage))
    }
    if let returning = status.returning {
      lines.append("  ↩ " + wording.line(of: draft.review.steps[returning]))
    }
    for warning in status.warnings {
      lines.append("  ⚠ " + wording.text(of: warning, in: draft.review))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  var json: JSON {
    func text(_ text: String?) -> JSON { text.map { .text($0) } ?? JSON(.null) }
    let stages = draft.review.stages.map { stage -> JSON in
      let index = status.signOffs.firstIndex { $0.stage == stage }
      let signOff = index.map { status.signOffs[$0] }
      let step = signOff.map { draft.review.steps[$0.step] }
      return .make([
        "stage": .text(stage), "by": text(step?.by), "on": text(step?.on),
        "digest": text(step?.digest),
        "valid": JSON(.bool(signOff.map { $0.flaw == nil } ?? false)),
        "flaw": text(signOff?.flaw?.id),
        "signature": text(index.map { signatures[$0].id }),
      ])
    }
    let returning = status.returning.map { draft.review.steps[$0] }
    return .make([
      "path": .text(path), "organ": .text(draft.organ.name), "year": .whole(draft.year),
      "form": .text(draft.form.id), "state": .text(status.state.id), "void": JSON(.bool(isVoid)),
      "next": text(status.next), "stages": .list(stages),
      "returned": returning.map { step in
        .make([
          "by": .text(step.by), "on": .text(step.on), "stage": .text(step.stage),
          "reason": .text(step.reason),
        ])
      } ?? JSON(.null),
      "warnings": .list(
        status.warnings.map { .text(Wording.ofProcess.text(of: $0, in: draft.review)) }),
    ])
  }
}

extension ReviewStatus.State {
  /// The state in one word, for programs.
  fileprivate var id: String {
    switch self {
    case .none: "none"
    case .drafting: "drafting"
    case .returned: "returned"
    case .inReview: "inReview"
    case .complete: "complete"
    case .void: "void"
    }
  }
}

extension ReviewStatus.Flaw {
  fileprivate var id: String { "\(self)" }
}

extension Wording.Signature {
  /// What it is worth in one word, for programs.
  fileprivate var id: String {
    switch self {
    case .none: "none"
    case .unchecked: "unchecked"
    case .good: "good"
    case .bad: "bad"
    case .other: "otherPerson"
    case .unknown: "unknownSigner"
    }
  }
}
