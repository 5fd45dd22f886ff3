package import JSONText

/// Why drafts cannot be merged.
package enum MergeError: Error, Equatable, Sendable {
  /// They are on different forms, or on different versions of a form with one id; these are the
  /// ids, that of the common draft first where there is one.
  case differentForms([String])
}

/// What stands at one place in the three drafts of a merge.
package struct Sides<Value: Equatable & Sendable>: Equatable, Sendable {
  /// What stood there when the drafts were last the same.
  package var base: Value
  package var ours: Value
  package var theirs: Value

  package init(base: Value, ours: Value, theirs: Value) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }
}

/// Some paragraphs of a text, or the point between two where there are none.
package struct Passage: Equatable, Sendable {
  /// How many paragraphs of the text stand before.
  package var start: Int
  package var paragraphs: [String]

  package init(start: Int, paragraphs: [String]) {
    self.start = start
    self.paragraphs = paragraphs
  }
}

/// Which side is to hold at a place that both changed.
package enum Choice: Equatable, Sendable, CaseIterable {
  case ours, theirs
  /// Both passages of a text, ours first.
  case both
}

/// A place that both sides changed, and not alike.
package enum Conflict: Equatable, Sendable {
  case cell(CellIndex, Sides<Quantity?>)
  case organ(Organ.Key, Sides<String?>)
  /// The report's year; nil where there is no common draft.
  case year(Sides<Int?>)
  case text(section: String, Sides<Passage>)
  /// What was said of one finding; nearly always one acceptance or none.
  case acceptances(Acceptance.Subject, Sides<[Acceptance]>)
  /// Last year's report as a whole.
  case previous(Sides<PreviousYear?>)
  /// The stages and the steps of the review.
  case review(Sides<Review>)
  /// A key of the draft file that this version does not know.
  case unknown(path: [String], Sides<JSON?>)

  /// What can be chosen here.
  ///
  /// Both passages can be kept where both have paragraphs and neither holds all of the other.
  package var choices: [Choice] {
    guard case .text(_, let sides) = self else { return [.ours, .theirs] }
    let (ours, theirs) = (sides.ours.paragraphs, sides.theirs.paragraphs)
    let (short, long) = ours.count < theirs.count ? (ours, theirs) : (theirs, ours)
    let isContained =
      long.starts(with: short, by: isSame)
      || long.reversed().starts(with: short.reversed(), by: isSame)
    return isContained ? [.ours, .theirs] : Choice.allCases
  }
}

extension Form {
  /// What a conflict is about, as `show` and `set` name it where they can.
  package func address(of conflict: Conflict) -> String {
    switch conflict {
    case .cell(let cell, _): address(of: cell).description
    case .organ(let key, _): "organ.\(key.rawValue)"
    case .year: "year"
    case .text(let section, _): section
    case .acceptances(let subject, _):
      (["accepted", subject.rule] + subject.places).joined(separator: " ")
    case .previous: "previous"
    case .review: "review"
    case .unknown(let path, _): path.joined(separator: ".")
    }
  }
}

extension Sides where Value == JSON? {
  /// The values as they would stand in one line of a file.
  package var texts: Sides<String?> {
    Sides<String?>(
      base: base?.compactText, ours: ours?.compactText, theirs: theirs?.compactText)
  }
}
