/// The report of the year before, as far as it can be compared with a draft.
///
/// Its figures stand by the cells of the draft's own form: what has no cell there was dropped, so
/// a report on another edition is compared where the addresses are the same.
package struct PreviousYear: Equatable, Sendable {
  package var year: Int
  /// The id of the form that the report was on.
  package var form: String
  /// The name of the organ.
  package var organ: String
  /// The file that it was read from, as it was named.
  package var source: String
  /// The texts by section id; a section without text has no entry.
  package var texts: [String: Prose]
  /// The keys of a draft file that this version does not know, by their paths from here down.
  package var unknown: [Draft.Unknown]
  private var values: [Quantity?]

  /// A report without figures and texts, to be compared with drafts on `comparedForm`.
  package init(
    year: Int, form: String, organ: String, source: String, comparedOn comparedForm: Form
  ) {
    self.year = year
    self.form = form
    self.organ = organ
    self.source = source
    texts = [:]
    unknown = []
    values = Array(repeating: nil, count: comparedForm.cellCount)
  }

  /// What a draft on `form` can be compared with in last year's report.
  package init(_ draft: Draft, source: String, on form: Form) {
    self.init(
      year: draft.year, form: draft.form.id, organ: draft.organ.name, source: source,
      comparedOn: form)
    for cell in (0..<draft.form.cellCount).map(CellIndex.init) {
      guard let figure = draft[cell] else { continue }
      if let here = form.cell(at: draft.form.address(of: cell)) { self[here] = figure }
    }
    for section in form.textSections { texts[section.id] = draft.texts[section.id] }
  }

  /// Last year's figure for a cell of the draft's form; nil where it is not known.
  ///
  /// - Precondition: the cell belongs to the form that the report is compared on.
  package subscript(cell: CellIndex) -> Quantity? {
    get { values[cell.position] }
    set { values[cell.position] = newValue }
  }
}
