extension Draft {
  /// The edits that make the content of this draft that of another on the same form: year, organ,
  /// figures, texts, acceptances, comments and review, in the order to apply them.
  ///
  /// Made one after the other they give exactly what the other draft has, digit for digit and byte
  /// for byte. A text has an edit for each stretch of paragraphs that differs.
  ///
  /// - Precondition: both drafts are on one form.
  package func edits(to other: Draft) -> [Edit] {
    precondition(form.cellCount == other.form.cellCount, "The drafts are on different forms.")
    var edits: [Edit] = []
    if year != other.year { edits.append(.year(from: year, to: other.year)) }
    for key in Organ.Key.allCases where !isSame(organ[key], other.organ[key]) {
      edits.append(.organ(key, from: organ[key], to: other.organ[key]))
    }
    for cell in (0..<form.cellCount).map(CellIndex.init) where self[cell] != other[cell] {
      edits.append(.cell(cell, from: self[cell], to: other[cell]))
    }
    for section in form.textSections.map(\.id) {
      edits += textEdits(of: section, to: other.text(of: section).paragraphs)
    }
    if acceptances != other.acceptances {
      edits.append(.acceptances(from: acceptances, to: other.acceptances))
    }
    if comments != other.comments {
      edits.append(.comments(from: comments, to: other.comments))
    }
    if review != other.review { edits.append(.review(from: review, to: other.review)) }
    return edits
  }

  /// How many edits of one text are worth making; each costs as much as the whole text.
  private static let mostEditsOfText = 50

  /// The last stretch first, so that none moves another.
  private func textEdits(of section: String, to new: [String]) -> [Edit] {
    let old = text(of: section).paragraphs
    var changes = paragraphChanges(from: old, to: new)
    if let first = changes.first, let last = changes.last, changes.count > Self.mostEditsOfText {
      changes = [
        ParagraphChange(
          old: first.old.lowerBound..<last.old.upperBound,
          new: first.new.lowerBound..<last.new.upperBound)
      ]
    }
    return changes.reversed().map { change in
      .text(
        section: section, start: change.old.lowerBound, from: Array(old[change.old]),
        to: Array(new[change.new]))
    }
  }
}
