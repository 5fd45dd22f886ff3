import Documents
import JSONText
import ReportModel
import Wording

/// Tells what an import did: every figure with its source, then what asks for attention.
struct ImportReportPrinter {
  private let draft: Draft
  private let report: ImportReport
  private let sources: [String]
  private let wording = Wording.ofProcess

  init(_ result: ImportResult, sources: [String]) {
    draft = result.draft
    report = result.report
    self.sources = sources
  }

  private func place(_ place: SourcePlace, field: Int? = nil) -> String {
    let file = sources.count > 1 ? sources[place.source] : nil
    return wording.sourcePlace(file: file, line: place.line, field: field)
  }

  /// The report for people; what matters most stands last, next to the prompt.
  var text: String {
    var lines = report.placed.map {
      wording.placed($0.address.description, $0.value, at: place($0.place, field: $0.field))
    }
    lines += report.texts.map { text in
      wording.importedText(
        draft.form.section(text.section)?.short ?? text.section, paragraphs: text.paragraphs,
        characters: text.characters)
    }
    lines += report.dropped.map { wording.dropped($0.text, at: place($0.place)) }
    lines += report.remarks.map {
      wording.remark($0.address.description, $0.value, remark: $0.remark, at: place($0.place))
    }
    lines += report.readAs.map {
      wording.readAs(
        "\($0.table).\($0.row)", label: $0.label, statutory: $0.statutoryLabel,
        at: place($0.place))
    }
    lines += report.blanks.map {
      wording.leftBlank(
        $0.address.description, mark: $0.mark, at: place($0.place, field: $0.field))
    }
    lines += report.notPlaced.map {
      wording.notPlaced($0.text, $0.reason.wordingReason, at: place($0.place))
    }
    lines.append(
      wording.importSummary(
        draft, placed: report.placed.count, blank: Validation(draft).blankCount,
        notPlaced: report.notPlaced.count, readAs: report.readAs.count))
    return lines.map(wording.shownField).joined(separator: "\n")
  }

  /// The report for programs.
  var json: String {
    func source(_ place: SourcePlace) -> JSON { .text(sources[place.source]) }
    let placed = report.placed.map { figure in
      JSON.make([
        "at": .text(figure.address.description), "value": JSON(.number(figure.value.description)),
        "source": source(figure.place), "line": .whole(figure.place.line),
        "field": .whole(figure.field), "text": .text(figure.text),
      ])
    }
    let readAs = report.readAs.map { row in
      JSON.make([
        "row": .text("\(row.table).\(row.row)"), "label": .text(row.label),
        "readAs": .text(row.statutoryLabel), "source": source(row.place),
        "line": .whole(row.place.line),
      ])
    }
    let blanks = report.blanks.map { blank in
      JSON.make([
        "at": .text(blank.address.description), "mark": .text(blank.mark),
        "source": source(blank.place), "line": .whole(blank.place.line),
        "field": .whole(blank.field),
      ])
    }
    let remarks = report.remarks.map { remark in
      JSON.make([
        "at": .text(remark.address.description), "remark": .text(remark.remark),
        "source": source(remark.place), "line": .whole(remark.place.line),
      ])
    }
    let notPlaced = report.notPlaced.map { line in
      JSON.make([
        "text": .text(line.text), "reason": .text(line.reason.name), "source": source(line.place),
        "line": .whole(line.place.line),
      ])
    }
    let texts = report.texts.map { text in
      JSON.make([
        "section": .text(text.section), "paragraphs": .whole(text.paragraphs),
        "characters": .whole(text.characters),
      ])
    }
    let all = JSON.make([
      "organ": .text(draft.organ.name), "year": .whole(draft.year), "form": .text(report.form),
      "placed": .list(placed), "readAs": .list(readAs), "blanks": .list(blanks),
      "remarks": .list(remarks), "notPlaced": .list(notPlaced), "texts": .list(texts),
      "dropped": .list(report.dropped.map { .text($0.text) }),
    ])
    return String(all.canonicalText.dropLast())
  }
}

extension ImportReport.Reason {
  /// The same reason as `Wording` knows it.
  var wordingReason: UnplacedReason {
    switch self {
    case .noLabel: .noLabel
    case .unknownLabel: .unknownLabel
    case .ambiguousLabel: .ambiguousLabel
    case .figureCount(let found, let expected): .figureCount(found: found, expected: expected)
    case .unclearCells: .unclearCells
    case .noFigure(let text): .noFigure(text)
    case .unit(let text): .unit(text)
    case .columns: .columns
    case .noRow: .noRow
    case .beforeTitle: .beforeTitle
    }
  }

  /// A stable word for programs.
  var name: String {
    switch self {
    case .noLabel: "no-label"
    case .unknownLabel: "unknown-label"
    case .ambiguousLabel: "ambiguous-label"
    case .figureCount: "figure-count"
    case .unclearCells: "unclear-cells"
    case .noFigure: "no-figure"
    case .unit: "unit"
    case .columns: "columns"
    case .noRow: "no-row"
    case .beforeTitle: "before-title"
    }
  }
}
