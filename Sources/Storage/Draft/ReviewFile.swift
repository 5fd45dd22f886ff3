import JSONText
import ReportModel

/// What a draft file has of its review: under `stages` their names, under `review` one entry a step,
/// the oldest first, under `rekeyed` what was typed again.
enum ReviewFile: MemberReading {
  private enum Place: String {
    case stages, review, rekeyed
  }

  private enum StepKey: String, CaseIterable {
    case action, by, content, digest, history, on, previous, reason, signature, stage
  }

  private enum RekeyingKey: String, CaseIterable {
    case by, count, differences, on, scope
  }

  private enum DifferenceKey: String, CaseIterable {
    case at, stored, typed
  }

  /// The members at the top of a file; each absent while there is nothing in it.
  static func members(of review: Review) -> [JSON.Member] {
    var members: [JSON.Member] = []
    func add(_ place: Place, _ elements: [JSON]) {
      if !elements.isEmpty { members.append(JSON.Member(place.rawValue, .list(elements))) }
    }
    add(.stages, review.stages.map { .text($0) })
    add(.review, review.steps.map { json(of: $0).withSortedKeys })
    add(.rekeyed, review.rekeyings.map { json(of: $0).withSortedKeys })
    return members
  }

  private static func json(of step: ReviewStep) -> JSON {
    let known = JSON.make([
      StepKey.action.rawValue: .text(step.action.rawValue),
      StepKey.stage.rawValue: named(step.stage),
      StepKey.by.rawValue: named(step.by), StepKey.on.rawValue: named(step.on),
      StepKey.reason.rawValue: named(step.reason), StepKey.content.rawValue: .text(step.content),
      StepKey.previous.rawValue: step.previous.map { .text($0) },
      StepKey.digest.rawValue: .text(step.digest),
      StepKey.signature.rawValue: step.signature.map { .text($0) },
      StepKey.history.rawValue: step.revisionCount.map { .whole($0) },
    ])
    return JSON(.object((known.object ?? []) + step.unknown))
  }

  private static func json(of rekeying: Rekeying) -> JSON {
    let known = JSON.make([
      RekeyingKey.scope.rawValue: .list(rekeying.scope.map { .text($0) }),
      RekeyingKey.by.rawValue: named(rekeying.by), RekeyingKey.on.rawValue: named(rekeying.on),
      RekeyingKey.count.rawValue: .whole(rekeying.count),
      RekeyingKey.differences.rawValue: rekeying.differences.isEmpty
        ? nil : .list(rekeying.differences.map(json(of:))),
    ])
    return JSON(.object((known.object ?? []) + rekeying.unknown))
  }

  private static func json(of difference: Rekeying.Difference) -> JSON {
    func number(_ figure: Quantity?) -> JSON? { figure.map { JSON(.number($0.description)) } }
    let known = JSON.make([
      DifferenceKey.at.rawValue: .text(difference.address),
      DifferenceKey.stored.rawValue: number(difference.stored),
      DifferenceKey.typed.rawValue: number(difference.typed),
    ])
    return JSON(.object((known.object ?? []) + difference.unknown))
  }

  private static func named(_ text: String) -> JSON? { text.isEmpty ? nil : .text(text) }

  // Reading.

  static func stages(reading json: JSON) throws(DraftError) -> [String] {
    try list(json, Place.stages.rawValue, text)
  }

  static func steps(reading json: JSON) throws(DraftError) -> [ReviewStep] {
    try list(json, Place.review.rawValue, step)
  }

  static func rekeyings(reading json: JSON) throws(DraftError) -> [Rekeying] {
    try list(json, Place.rekeyed.rawValue, rekeying)
  }

  private static func step(_ json: JSON, _ path: String) throws(DraftError) -> ReviewStep {
    var step = ReviewStep(.submit, by: "", on: "", content: "", previous: nil, digest: "")
    var action: ReviewStep.Action?
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, StepKey.self) {
      case .action:
        action = ReviewStep.Action(rawValue: try text(value, path))
        if action == nil { throw DraftError(.unknownAction(path: path), offset: value.offset) }
      case .stage: step.stage = try text(value, path)
      case .by: step.by = try text(value, path)
      case .on: step.on = try text(value, path)
      case .reason: step.reason = try text(value, path)
      case .content: step.content = try text(value, path)
      case .previous: step.previous = try text(value, path)
      case .digest: step.digest = try text(value, path)
      case .signature: step.signature = try text(value, path)
      case .history: step.revisionCount = try whole(value, path)
      case nil: step.unknown.append(kept(member))
      }
    }
    step.action = try required(action, StepKey.action, in: json, path)
    step.unknown.sort(by: precedes)
    return step
  }

  private static func rekeying(_ json: JSON, _ path: String) throws(DraftError) -> Rekeying {
    var rekeying = Rekeying(scope: [], by: "", on: "", count: 0, differences: [])
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, RekeyingKey.self) {
      case .scope: rekeying.scope = try list(value, path, text)
      case .by: rekeying.by = try text(value, path)
      case .on: rekeying.on = try text(value, path)
      case .count: rekeying.count = try whole(value, path)
      case .differences: rekeying.differences = try list(value, path, difference)
      case nil: rekeying.unknown.append(kept(member))
      }
    }
    rekeying.unknown.sort(by: precedes)
    return rekeying
  }

  private static func difference(
    _ json: JSON, _ path: String
  ) throws(DraftError) -> Rekeying.Difference {
    var difference = Rekeying.Difference("", stored: nil, typed: nil)
    for member in try members(of: json, path) {
      let (value, path) = (member.value, "\(path).\(member.key)")
      switch key(member, DifferenceKey.self) {
      case .at: difference.address = try text(value, path)
      case .stored: difference.stored = try figure(value, path)
      case .typed: difference.typed = try figure(value, path)
      case nil: difference.unknown.append(kept(member))
      }
    }
    difference.unknown.sort(by: precedes)
    return difference
  }

  // A journal has the whole of it in one value.

  static func journalJSON(of review: Review) -> JSON { JSON(.object(members(of: review))) }

  static func review(journalled json: JSON) throws(DraftError) -> Review {
    var review = Review()
    if let value = json[Place.stages.rawValue] { review.stages = try stages(reading: value) }
    if let value = json[Place.review.rawValue] { review.steps = try steps(reading: value) }
    if let value = json[Place.rekeyed.rawValue] {
      review.rekeyings = try rekeyings(reading: value)
    }
    return review
  }
}
