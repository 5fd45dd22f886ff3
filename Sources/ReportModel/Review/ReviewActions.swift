/// Why a step of a review cannot be made.
package enum ReviewRefusal: Error, Equatable, Sendable {
  /// The draft has no stages.
  case noStages
  /// Nobody is named who does it.
  case noName
  /// A draft is returned without a reason.
  case noReason
  case unknownStage(String, known: [String])
  /// It is handed in as it is.
  case submittedAlready
  /// It is not handed in, so that there is nothing to sign or to return.
  case notSubmitted
  /// Another stage comes before.
  case notItsTurn(String, next: String)
  /// This stage has signed what the draft holds.
  case signedAlready(String)
  /// Something else than this program changed the record; it can only be handed in anew.
  case altered
}

extension Draft {
  /// Hands the draft in for review.
  ///
  /// Where the record of an earlier review was altered a new one begins; the old steps stay.
  ///
  /// - Throws: `ReviewRefusal`; the draft is then as it was.
  package mutating func submit(
    by: String, on: String, remark: String = "", _ sealing: Sealing
  ) throws(ReviewRefusal) {
    guard !review.stages.isEmpty else { throw .noStages }
    guard !by.isEmpty else { throw .noName }
    let status = ReviewStatus(self, sealing)
    switch status.state {
    case .complete: throw .submittedAlready
    case .inReview where !status.warnings.contains(.changedSinceSubmission):
      throw .submittedAlready
    case .none, .drafting, .returned, .inReview, .void: break
    }
    append(.submit, by: by, on: on, reason: remark, anew: isRecordAltered(sealing), sealing)
  }

  /// Returns the draft with a reason, for the stage whose turn it is unless another is named.
  ///
  /// - Throws: `ReviewRefusal`; the draft is then as it was.
  package mutating func sendBack(
    stage: String? = nil, by: String, on: String, reason: String, _ sealing: Sealing
  ) throws(ReviewRefusal) {
    guard !by.isEmpty else { throw .noName }
    guard !reason.isEmpty else { throw .noReason }
    let status = try statusOfReview(stage: stage, sealing)
    let acting = stage ?? status.next ?? review.stages.last ?? ""
    append(.return, stage: acting, by: by, on: on, reason: reason, sealing)
  }

  /// Signs the draft off for a stage.
  ///
  /// - Throws: `ReviewRefusal`; the draft is then as it was.
  package mutating func sign(
    stage: String, by: String, on: String, remark: String = "", _ sealing: Sealing
  ) throws(ReviewRefusal) {
    guard !by.isEmpty else { throw .noName }
    let status = try statusOfReview(stage: stage, sealing)
    guard let next = status.next, next == stage else {
      let holds = status.signOffs.contains { $0.stage == stage && $0.flaw == nil }
      throw holds ? .signedAlready(stage) : .notItsTurn(stage, next: status.next ?? "")
    }
    append(.sign, stage: stage, by: by, on: on, reason: remark, sealing)
  }

  /// Puts a signature of the last step's digest beside it.
  package mutating func attach(signature: String) {
    guard !review.steps.isEmpty else { return }
    review.steps[review.steps.count - 1].signature = signature
  }

  /// The status of a review in which something can be signed or returned.
  private func statusOfReview(
    stage: String?, _ sealing: Sealing
  ) throws(ReviewRefusal) -> ReviewStatus {
    guard !review.stages.isEmpty else { throw .noStages }
    if let stage, !review.stages.contains(stage) {
      throw .unknownStage(stage, known: review.stages)
    }
    if isRecordAltered(sealing) { throw .altered }
    let status = ReviewStatus(self, sealing)
    switch status.state {
    case .none, .drafting, .returned: throw .notSubmitted
    case .inReview, .complete, .void: return status
    }
  }

  private func isRecordAltered(_ sealing: Sealing) -> Bool {
    let start = review.chainStart
    return !(start..<review.steps.count).allSatisfy { review.isIntact($0, since: start, sealing) }
  }

  private mutating func append(
    _ action: ReviewStep.Action, stage: String = "", by: String, on: String, reason: String,
    anew: Bool = false, _ sealing: Sealing
  ) {
    var step = ReviewStep(
      action, stage: stage, by: by, on: on, reason: reason, content: sealing.content(self),
      previous: anew ? nil : review.steps.last?.digest, digest: "",
      revisionCount: revisions.count)
    step.digest = sealing.text(step.sealedText)
    review.steps.append(step)
  }
}
