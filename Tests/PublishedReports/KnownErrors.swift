import JSONText
import ReportModel

/// The errors that are known to stand in the tables of a published report.
package struct KnownErrors: Sendable {
  /// What is known of a report.
  private enum Source: Sendable {
    /// All its figures, copied by hand.
    case whole
    /// The year, the form and the figures that an excerpt tells; what it leaves out is blank here and
    /// no blank is counted.
    case excerpt(year: Int, form: String, figures: [String: String])
  }

  /// The report's name in the folder of published reports.
  package let report: String
  private let source: Source
  /// Each as a rule and the address that it is listed under, in the order of the form.
  package let errors: [String]

  private init(report: String, _ source: Source = .whole, errors: [String]) {
    self.report = report
    self.source = source
    self.errors = errors
  }

  /// All reports whose figures were copied by hand, those without errors being right, and the excerpts
  /// in whose tables a reviewer finds an error.
  package static let all = [
    KnownErrors(report: "anonymised-city-2025", errors: []),
    KnownErrors(
      report: "huaian-hongze-2023",
      errors: [
        "superseded applications.otherNotCorrected.natural",
        "remedy-total remedies.cases.reviewTotal", "remedy-total remedies.cases.afterTotal",
      ]),
    KnownErrors(
      report: "huaian-hongze-2024",
      errors: ["superseded applications.otherNotCorrected.natural"]),
    KnownErrors(report: "shanghai-office-2025", errors: []),
    KnownErrors(
      report: "quxian-police-2023", errors: ["blank applications.carriedOut.total"]),
    KnownErrors(
      report: "changtu-bureau-2021",
      .excerpt(
        year: 2021, form: "disclosure-2019",
        figures: [
          "licensing.permits.previous": "33", "licensing.services.previous": "4",
          "licensing.services.decisions": "16", "enforcement.penalties.previous": "36",
          "enforcement.coercion.previous": "1",
        ]), errors: ["superseded year"]),
    KnownErrors(
      report: "xi-town-jiaxian-2022",
      .excerpt(year: 2022, form: "disclosure-2019", figures: [:]), errors: ["superseded year"]),
    KnownErrors(
      report: "yanghe-2025",
      .excerpt(
        year: 2025, form: "disclosure-2021",
        figures: [
          "applications.new.natural": "60", "applications.new.business": "1",
          "applications.new.other": "1", "applications.new.total": "62",
          "applications.carriedIn.natural": "0", "applications.carriedIn.other": "0",
          "applications.carriedIn.total": "0", "applications.handled.natural": "61",
          "applications.handled.business": "1", "applications.handled.other": "0",
          "applications.handled.total": "62", "applications.carriedOut.natural": "0",
          "applications.carriedOut.other": "0", "applications.carriedOut.total": "0",
        ]),
      errors: ["balance applications.handled.natural", "balance applications.handled.other"]),
  ]

  /// What the validator finds in the tables of the report, in the same manner.
  package func found() throws -> [String] {
    let draft = try draft()
    let validation = Validation(draft)
    let findings = validation.findings(in: draft).filter { $0.text == nil }
    return findings.filter { isWhole || $0.rule != BuiltInRule.blank }.map { finding in
      let place =
        switch finding.detail {
        case .unequal(let sums):
          draft.form.address(of: validation.anchor(of: sums.relation))
            .description
        case .organMissing, .blank, .wrongKind, .cells, .figures, .words:
          draft.form.addresses(of: finding).first ?? ""
        }
      return finding.rule + " " + place
    }
  }

  private var isWhole: Bool {
    if case .whole = source { true } else { false }
  }

  private func draft() throws -> Draft {
    switch source {
    case .whole: return try Corpus.draft(report)
    case .excerpt(let year, let id, let figures):
      let excerpt = try Corpus.excerpts().first { $0["id"]?.string == report }
      guard let excerpt, let form = Corpus.shippedForms.first(where: { $0.id == id }) else {
        throw MissingExcerpt(id: report)
      }
      var draft = Draft(
        form: form, carriesForm: false, organ: Organ(name: excerpt["organ"]?.string ?? ""),
        year: year)
      draft.fill(figures)
      return draft
    }
  }
}

/// An excerpt that the folder of published reports does not have.
private struct MissingExcerpt: Error {
  let id: String
}
