import ReportModel

/// The errors that are known to stand in the tables of a published report.
package struct KnownErrors: Sendable {
  /// The report's name in the folder of published reports.
  package let report: String
  /// Each as a rule and the address that it is listed under, in the order of the form.
  package let errors: [String]

  /// All reports whose figures were copied by hand; those without errors are right.
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
  ]

  /// What the validator finds in the tables of the report, in the same manner.
  package func found() throws -> [String] {
    let draft = try Corpus.draft(report)
    let validation = Validation(draft)
    return validation.findings(in: draft).filter { $0.text == nil }.map { finding in
      let cell =
        switch finding.detail {
        case .unequal(let sums): validation.anchor(of: sums.relation)
        case .organMissing, .blank, .wrongKind, .cells, .figures, .words: finding.at.first
        }
      return finding.rule + (cell.map { " \(draft.form.address(of: $0))" } ?? "")
    }
  }
}
