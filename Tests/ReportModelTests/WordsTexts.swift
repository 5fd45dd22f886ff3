import ReportModel
import Testing

/// A text with what a rule is expected to point to in it, in the order of the text.
typealias Reading = (text: String, quotes: [String])

/// What a rule points to in a text of a section.
func quotes(
  _ rule: String, in text: String, of section: String = "overview", organ: String = "青河县教育局",
  year: Int = 2023, form: String = "disclosure-2021"
) throws -> [String] {
  try findings(rule, in: text, of: section, organ: organ, year: year, form: form)
    .compactMap { $0.text?.quote }
}

/// What a rule finds in a text of a section.
func findings(
  _ rule: String, in text: String, of section: String = "overview", organ: String = "青河县教育局",
  year: Int = 2023, form: String = "disclosure-2021"
) throws -> [Finding] {
  var draft = Draft(
    form: try shipped(form), carriesForm: false, organ: Organ(name: organ), year: year)
  draft.setText(Prose(text), of: section)
  return Validation(draft).problems(in: draft).filter {
    $0.rule == rule && $0.text?.section == section
  }
}
