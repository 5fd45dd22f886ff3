/// What becomes of a place that is taken over as a whole.
enum MergeOutcome<Value> {
  case agreed(Value)
  case contradiction
}

extension Sides {
  /// What both sides together make of the common value, `isSame` telling what is no change.
  func outcome(_ isSame: (Value, Value) -> Bool) -> MergeOutcome<Value> {
    if isSame(base, ours) { return .agreed(theirs) }
    if isSame(base, theirs) || isSame(ours, theirs) { return .agreed(ours) }
    return .contradiction
  }
}

extension Sides where Value == Quantity? {
  /// The same for figures, which agree where their values do.
  ///
  /// One written with other digits gives way to one of another value, and of two that are only
  /// written otherwise the one with more digits stays: both sides get the same answer.
  var outcome: MergeOutcome<Quantity?> {
    let exact = outcome(==)
    if case .agreed = exact { return exact }
    guard let ours, let theirs, ours.micros == theirs.micros else {
      return outcome { $0?.micros == $1?.micros }
    }
    return .agreed(ours.fractionCount < theirs.fractionCount ? theirs : ours)
  }
}

/// Whether two values that may be missing are the same byte for byte.
func isSame(_ one: String?, _ other: String?) -> Bool {
  switch (one, other) {
  case (let one?, let other?): one.utf8.elementsEqual(other.utf8)
  case (nil, nil): true
  case (nil, _?), (_?, nil): false
  }
}
