/// One change of a draft that knows both sides, so that it can be undone.
package enum Edit: Equatable, Sendable {
  case cell(CellIndex, from: Quantity?, to: Quantity?)
  /// Paragraphs of a section replaced: `from` stood at `start`, `to` stands there now.
  case text(section: String, start: Int, from: [String], to: [String])
  case organ(Organ.Key, from: String?, to: String?)
  case year(from: Int, to: Int)
  /// A finding accepted, or an acceptance withdrawn.
  case acceptances(from: [Acceptance], to: [Acceptance])
  /// Something said about a place, answered or settled.
  case comments(from: [Comment], to: [Comment])
  /// A step of the review, or other stages of it.
  case review(from: Review, to: Review)

  /// The change that takes this one back.
  package var inverse: Edit {
    switch self {
    case .cell(let cell, let from, let to): .cell(cell, from: to, to: from)
    case .text(let section, let start, let from, let to):
      .text(section: section, start: start, from: to, to: from)
    case .organ(let key, let from, let to): .organ(key, from: to, to: from)
    case .year(let from, let to): .year(from: to, to: from)
    case .acceptances(let from, let to): .acceptances(from: to, to: from)
    case .comments(let from, let to): .comments(from: to, to: from)
    case .review(let from, let to): .review(from: to, to: from)
    }
  }
}

extension Draft {
  /// Makes a change.
  ///
  /// - Precondition: what the edit calls `from` is what stands in the draft.
  package mutating func apply(_ edit: Edit) {
    switch edit {
    case .cell(let cell, _, let to): self[cell] = to
    case .text(let section, let start, let from, let to):
      var text = text(of: section)
      text.replace(start..<start + from.count, with: to)
      setText(text, of: section)
    case .organ(let key, _, let to): organ[key] = to
    case .year(_, let to): year = to
    case .acceptances(_, let to): acceptances = to
    case .comments(_, let to): comments = to
    case .review(_, let to): review = to
    }
  }
}
