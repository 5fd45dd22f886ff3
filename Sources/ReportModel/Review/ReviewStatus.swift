/// How far the review of a draft is, and which of its sign-offs still hold.
package struct ReviewStatus: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    /// There are no stages, and nobody signed.
    case none
    /// It is being filled in.
    case drafting
    /// It was returned, and not handed in since.
    case returned
    /// It was handed in; this stage comes next.
    case inReview(next: String)
    /// Every stage has signed what the draft holds.
    case complete
    /// A sign-off does not hold any more.
    case void
  }

  /// Why a sign-off does not hold.
  package enum Flaw: Equatable, Sendable {
    /// Something that was signed is not what it was.
    case changed
    /// The record of the review was changed by something else than this program.
    case altered
    /// A stage before has not signed, or has signed again later.
    case outOfOrder
  }

  /// The last sign-off of a stage since the draft was handed in.
  package struct SignOff: Equatable, Sendable {
    package var stage: String
    /// Where it stands among the steps.
    package var step: Int
    package var flaw: Flaw?
  }

  /// What is odd without making anything void.
  package enum Warning: Equatable, Sendable {
    /// One person signed for several stages.
    case samePerson(String, stages: [String])
    /// A step is noted as earlier than the one before it: a clock was wrong.
    case timeRunsBack(step: Int)
    /// The draft is not what was handed in.
    case changedSinceSubmission
  }

  package private(set) var state: State
  /// In the order of the stages; those that have not signed are absent.
  package private(set) var signOffs: [SignOff] = []
  /// The stage whose turn it is; nil where all have signed or nothing is handed in.
  package private(set) var next: String?
  package private(set) var warnings: [Warning] = []
  /// The step that returned the draft, where nothing was handed in since.
  package private(set) var returning: Int?

  /// Whether a sign-off does not hold any more.
  package var isVoid: Bool { state == .void }

  package init(_ draft: Draft, _ sealing: Sealing) {
    let review = draft.review
    guard !review.stages.isEmpty || review.steps.contains(where: { $0.action == .sign }) else {
      state = .none
      return
    }
    let chain = review.chainStart..<review.steps.count
    let isIntact = chain.allSatisfy { review.isIntact($0, since: chain.lowerBound, sealing) }
    let lastReturn = chain.last { review.steps[$0].action == .return }
    let round = (lastReturn.map { $0 + 1 } ?? chain.lowerBound)..<chain.upperBound
    let submission = round.last { review.steps[$0].action == .submit }
    state = .drafting
    noteTimes(of: review)
    guard round.contains(where: { review.steps[$0].action != .return }) else {
      returning = lastReturn
      state = !isIntact ? .void : lastReturn == nil ? .drafting : .returned
      return
    }
    let content = sealing.content(draft)
    readSignOffs(of: review, in: round, content: content, isIntact: isIntact)
    let held = signOffs.filter { $0.flaw == nil }.map(\.stage)
    next = review.stages.first { !held.contains($0) }
    notePersons(of: review)
    if signOffs.contains(where: { $0.flaw != nil }) || !isIntact || review.stages.isEmpty {
      state = .void
    } else if let next {
      state = .inReview(next: next)
      if let submission, signOffs.isEmpty, review.steps[submission].content != content {
        warnings.append(.changedSinceSubmission)
      }
    } else {
      state = .complete
    }
  }

  private mutating func readSignOffs(
    of review: Review, in round: Range<Int>, content: String, isIntact: Bool
  ) {
    // One of a stage that is none any more is void, too: the stages are part of what is signed.
    let foreign = round.map { review.steps[$0] }.filter { $0.action == .sign }.map(\.stage)
      .filter { !review.stages.contains($0) }
    var before: Int? = round.lowerBound - 1
    for stage in review.stages + foreign.uniqued {
      let step = round.last {
        review.steps[$0].action == .sign && review.steps[$0].stage == stage
      }
      guard let step else {
        before = nil
        continue
      }
      var signOff = SignOff(stage: stage, step: step)
      if !isIntact {
        signOff.flaw = .altered
      } else if review.steps[step].content != content {
        signOff.flaw = .changed
      } else if before.map({ $0 < step }) != true {
        signOff.flaw = .outOfOrder
      }
      before = signOff.flaw == nil ? step : nil
      signOffs.append(signOff)
    }
  }

  private mutating func notePersons(of review: Review) {
    let persons = signOffs.map { review.steps[$0.step].by }
    for person in persons.uniqued {
      let stages = signOffs.filter { review.steps[$0.step].by == person }.map(\.stage)
      if stages.count > 1 { warnings.append(.samePerson(person, stages: stages)) }
    }
  }

  private mutating func noteTimes(of review: Review) {
    for step in review.steps.indices.dropFirst() {
      guard let before = Moment(review.steps[step - 1].on), let on = Moment(review.steps[step].on),
        on < before
      else { continue }
      warnings.append(.timeRunsBack(step: step))
    }
  }
}

extension Review {
  /// Where the chain of seals begins that holds now: the last step that follows none.
  var chainStart: Int { steps.lastIndex { $0.previous == nil } ?? 0 }

  /// Whether a step is what its digest was made of, and follows the step before it.
  func isIntact(_ step: Int, since start: Int, _ sealing: Sealing) -> Bool {
    let expected = step == start ? nil : steps[step - 1].digest
    return steps[step].previous == expected
      && sealing.text(steps[step].sealedText) == steps[step].digest
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
