import ReportModel
import Testing

/// A text, and what a rule is expected to point to in it, over the figures of one report.
typealias FigureExample = (text: String, quotes: [String])

/// The figures that the texts of these tests are held against; what is not here is 0.
private let figures: KeyValuePairs<String, String?> = [
  "applications.new.natural": "30", "applications.new.business": "10",
  "applications.new.total": "40", "applications.carriedIn.natural": "3",
  "applications.carriedIn.total": "3", "applications.granted.natural": "12",
  "applications.granted.total": "12", "applications.partial.natural": "5",
  "applications.partial.total": "5", "applications.unavailableNotHeld.natural": "21",
  "applications.unavailableNotHeld.total": "21", "applications.handled.total": "38",
  "applications.carriedOut.total": "5", "remedies.cases.reviewTotal": "4",
  "remedies.cases.reviewUpheld": "4", "remedies.cases.directTotal": "2",
  "remedies.cases.afterTotal": "1", "licensing.permits.decisions": "1012",
  "enforcement.penalties.decisions": "58", "charges.fees.amount": "752.45",
]

/// What a rule points to in the overview of a report with these figures.
func quotesBesideFigures(_ rule: String, in text: String) throws -> [String] {
  var draft = try Draft.agreeing(try shipped("disclosure-2021")).with(figures)
  draft.setText(Prose(text), of: "overview")
  return Validation(draft).problems(in: draft).filter { $0.rule == rule }.compactMap {
    $0.text?.quote
  }
}
