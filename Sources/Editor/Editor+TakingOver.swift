import ReportModel

extension Editor {
  /// Takes over a draft as it was written and returns how many changes of others it brought; they
  /// are one step of the history.
  mutating func takeOver(_ written: Draft) -> Int {
    let edits = draft.edits(to: written)
    if !edits.isEmpty {
      let before = place
      // What was selected may not be there any more.
      (anchor, pressed) = (nil, nil)
      apply(edits)
      // No undoing takes a step of a review back.
      let steps = edits.filter { if case .review = $0 { false } else { true } }
      if !steps.isEmpty { history.record(History.Step(steps, before: before, after: place)) }
    }
    takeOver(besideOf: written)
    return edits.count
  }

  /// Moves carets that stand where a changed text ends earlier now to its nearest place: also in
  /// sections that the person is not in.
  mutating func bringBackCarets(after edits: [Edit]) {
    for case .text(let section, _, _, _) in edits {
      guard let number = draft.form.sections.firstIndex(where: { $0.id == section }),
        case .caret(let caret) = spots[number + 1]
      else { continue }
      let paragraphs = draft.text(of: section).paragraphs
      let paragraph = min(caret.paragraph, paragraphs.count - 1)
      let offset = min(caret.offset, paragraphs[paragraph].count)
      spots[number + 1] = .caret(Caret(paragraph: paragraph, offset: offset))
    }
  }
}
