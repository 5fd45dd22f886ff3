extension Draft {
  /// Puts what the other side has in the place of what this one has, where they contradict.
  ///
  /// Texts are put together from their pieces, not from here.
  mutating func takeTheirs(of conflict: Conflict) {
    switch conflict {
    case .cell(let cell, let sides): self[cell] = sides.theirs
    case .organ(let key, let sides): organ[key] = sides.theirs
    case .year(let sides): year = sides.theirs ?? year
    case .text: break
    case .acceptances(let subject, let sides):
      acceptances = (acceptances.filter { $0.subject != subject } + sides.theirs)
        .sorted(by: Acceptance.precedes)
    case .previous(let sides): previous = sides.theirs
    case .review(let sides): review = sides.theirs
    case .unknown(let path, let sides):
      var keys = UnknownKeys(self)
      keys[path] = sides.theirs
      unknown = keys.unknown
    }
  }
}
