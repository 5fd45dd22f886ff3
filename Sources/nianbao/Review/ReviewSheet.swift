import Documents
import ReportModel
import Wording

/// What an office files about the review of a report: every step of it and what it is worth now,
/// what was found, let stand, said and typed again.
///
/// A function of its arguments: the same draft gives the same sheet.
struct ReviewSheet {
  typealias Row = DocumentTable.Row
  typealias Cell = DocumentTable.Cell

  private let draft: Draft
  private let status: ReviewStatus
  private let checked: CheckedDraft
  private let digest: String
  private let wording: Wording

  init(of checked: CheckedDraft, _ sealing: Sealing, in wording: Wording) {
    self.checked = checked
    self.wording = wording
    draft = checked.draft
    status = ReviewStatus(draft, sealing)
    digest = sealing.content(draft)
  }

  var document: Document {
    let title = wording.reviewSheetTitle(draft.title)
    var blocks: [Document.Block] = [.heading(level: 1, Paragraph(title))]
    for part in Wording.ReviewSheetPart.allCases {
      blocks.append(.heading(level: 2, Paragraph(wording.heading(of: part))))
      let found = content(of: part)
      blocks += found.isEmpty ? [.paragraph(Paragraph(wording.absence(in: part)))] : found
    }
    return Document(title: title, blocks: blocks)
  }

  private func content(of part: Wording.ReviewSheetPart) -> [Document.Block] {
    switch part {
    case .report: report
    case .steps: steps
    case .oddities:
      status.warnings.map { .paragraph(Paragraph(wording.text(of: $0, in: draft.review))) }
    case .findings: findings
    case .acceptances: acceptances
    case .comments: comments
    case .rekeyings: rekeyings
    }
  }

  private var report: [Document.Block] {
    let lines: [(Wording.ReviewSheetLabel, String)] = [
      (.organ, draft.organ.name), (.year, String(draft.year)),
      (.form, wording.sheetForm(draft.form)), (.report, draft.title),
      (.state, wording.name(of: status.state)), (.content, digest),
    ]
    let rows = lines.map { label, text in
      Row([Cell(wording.label(label), role: .header(.row)), Cell(text, role: .words)])
    }
    return [.table(DocumentTable(label: wording.heading(of: .report), rows: rows))]
  }

  private var steps: [Document.Block] {
    var blocks: [Document.Block] = []
    if !draft.review.steps.isEmpty {
      let rows = draft.review.steps.indices.flatMap { stepRows(at: $0) }
      blocks.append(
        table(.steps, [.number, .stage, .action, .person, .time, .validity], rows))
    }
    let signed = status.signOffs.map(\.stage)
    let unsigned = draft.review.stages.filter { !signed.contains($0) }
    if !unsigned.isEmpty {
      blocks.append(.paragraph(Paragraph(wording.unsignedStages(unsigned))))
    }
    if draft.review.steps.contains(where: { $0.action == .sign }) {
      blocks.append(.paragraph(Paragraph(wording.worthOfSignOffs)))
    }
    return blocks
  }

  /// A step: who did what and when, then what was said and the digest, each over the whole width.
  private func stepRows(at index: Int) -> [Row] {
    let step = draft.review.steps[index]
    var lines = [wording.sheetDigest(step.digest)]
    if !step.reason.isEmpty { lines.insert(wording.sheetReason(step.reason), at: 0) }
    let texts = [
      step.stage, wording.name(of: step.action), step.by, wording.minute(of: step.on),
      validity(ofStep: index),
    ]
    let number = Cell(String(index + 1), rowSpan: 1 + lines.count, role: .figure(nil))
    return [Row([number] + texts.map { Cell($0, role: .words) })]
      + lines.map { Row([Cell($0, columnSpan: texts.count, role: .words)]) }
  }

  /// What a sign-off is worth; nothing for any other step.
  private func validity(ofStep index: Int) -> String {
    let step = draft.review.steps[index]
    switch step.action {
    case .submit, .return: return ""
    case .sign:
      guard let signOff = status.signOffs.first(where: { $0.step == index }) else {
        return wording.supersededSignOff
      }
      let words =
        signOff.flaw.map { wording.signOffVoid(wording.name(of: $0)) } ?? wording.signOffHolds
      return wording.validity(words, step.signature == nil ? .none : .unchecked)
    }
  }

  private var findings: [Document.Block] {
    let open = checked.blanksOfRowsTogether.filter { $0.finding.acceptance == nil }
    return Severity.allCases.flatMap { severity -> [Document.Block] in
      let here = open.filter { $0.finding.severity == severity }
      if here.isEmpty { return [] }
      let heading = wording.sheetFindings(severity, count: here.reduce(0) { $0 + $1.count })
      let rows = here.map { finding, count in
        let cell = count > 1 ? finding.at.first : nil
        return [
          cell.map { rowPlace(of: $0) } ?? places(draft.form.addresses(of: finding)),
          cell.map { wording.blanks(count, inRowOf: $0, in: draft.form) }
            ?? wording.message(of: finding, in: draft.form), finding.rule,
        ]
      }
      return [
        .heading(level: 3, Paragraph(heading)),
        table(.findings, [.place, .message, .rule], rows.map(row)),
      ]
    }
  }

  private var acceptances: [Document.Block] {
    if draft.acceptances.isEmpty { return [] }
    let holding = checked.findings.compactMap(\.acceptance)
    let rows = draft.acceptances.map { acceptance in
      [
        places(acceptance.subject.places), acceptance.subject.rule, acceptance.reason,
        acceptance.by, acceptance.on,
        wording.standing(ofAcceptance: holding.contains(acceptance)),
      ]
    }
    return [
      table(.acceptances, [.place, .rule, .reason, .person, .day, .standing], rows.map(row))
    ]
  }

  /// A thread takes a row a remark, beside its place and whether it is settled.
  private var comments: [Document.Block] {
    if draft.comments.isEmpty { return [] }
    let rows = draft.comments.enumerated().flatMap { number, comment -> [Row] in
      let place = wording.commentPlace(
        wording.sheetPlace(comment.at, in: draft.form), quote: comment.quote)
      let remarks = comment.remarks.map { Cell(wording.remarkLine($0), role: .words) }
      let head = [
        Cell(String(number + 1), rowSpan: remarks.count, role: .figure(nil)),
        Cell(place, rowSpan: remarks.count, role: .words), remarks[0],
        Cell(wording.standing(of: comment), rowSpan: remarks.count, role: .words),
      ]
      return [Row(head)] + remarks.dropFirst().map { Row([$0]) }
    }
    return [table(.comments, [.number, .place, .remarks, .standing], rows)]
  }

  private var rekeyings: [Document.Block] {
    draft.review.rekeyings.flatMap { rekeying -> [Document.Block] in
      let places = rekeying.scope.map { wording.sheetPlace($0, in: draft.form) }
      let head = Document.Block.paragraph(
        Paragraph(wording.rekeyingHead(rekeying, places: places)))
      if rekeying.differences.isEmpty { return [head] }
      let rows = rekeying.differences.map { difference in
        Row([
          Cell(wording.sheetPlace(difference.address, in: draft.form), role: .words),
          Cell(wording.figureOrBlank(difference.stored), role: .figure(nil)),
          Cell(wording.figureOrBlank(difference.typed), role: .figure(nil)),
        ])
      }
      return [head, table(.rekeyings, [.place, .stored, .typed], rows)]
    }
  }

  private func rowPlace(of cell: CellIndex) -> String {
    let (table, row, _) = draft.form.place(of: cell)
    return wording.sheetPlace("\(table.id).\(table.rows[row].id)", in: draft.form)
  }

  /// How many places of one finding are named; a relation may have a hundred.
  private static let placeLimit = 3

  private func places(_ names: [String]) -> String {
    let shown = names.prefix(Self.placeLimit).map { wording.sheetPlace($0, in: draft.form) }
    return wording.sheetPlaces(shown, of: names.count)
  }

  private func row(_ texts: [String]) -> Row { Row(texts.map { Cell($0, role: .words) }) }

  private func table(
    _ part: Wording.ReviewSheetPart, _ labels: [Wording.ReviewSheetLabel], _ rows: [Row]
  ) -> Document.Block {
    let header = Row(labels.map { Cell(wording.label($0), role: .header(.column)) })
    return .table(
      DocumentTable(
        label: wording.heading(of: part), headerRowCount: 1, rows: [header] + rows))
  }
}
