package import ReportModel

/// How far a draft has come, as the list of drafts tells it.
package struct DraftSummary: Equatable, Sendable {
  package var organ: String
  package var year: Int
  /// The id of its form.
  package var form: String
  /// Cells and texts that nothing was written into yet.
  package var untouched: Int
  /// Places where figures or words contradict each other.
  package var errors: Int
  package var warnings: Int
  /// How far its review is.
  package var review: ReviewStatus.State

  /// Counts what the title line of the editor counts; `review` is told by whoever knows the digests.
  package init(_ draft: Draft, review: ReviewStatus.State = .none) {
    self.review = review
    let validation = Validation(draft)
    let problems = Problems(validation, draft, ReviewMarks(draft, since: nil))
    organ = draft.organ.name
    year = draft.year
    form = draft.form.id
    untouched = validation.blankCount + problems.untouchedTexts.count
    errors = problems.count(.error)
    warnings = problems.count(.warning)
  }

  /// Whether nothing is left to be done.
  var isComplete: Bool { untouched == 0 && errors == 0 && warnings == 0 }
}
