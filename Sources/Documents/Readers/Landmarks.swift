package import ReportModel

/// What a report is recognised by in the middle of other things: the titles of its sections.
package struct Landmarks: Sendable {
  private let titles: [SectionTitles]

  package init(of forms: [Form]) {
    titles = forms.map { SectionTitles($0, readsOtherNumbers: true) }
  }

  /// Whether a line is the title of a section of one of the forms.
  package func contain(_ text: String) -> Bool {
    let line = SourceLine(
      text, fields: nil, place: SourcePlace(source: 0, line: 0), origin: .text)
    return titles.contains { $0.heading(line) != nil }
  }
}
