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
    wording.sourcePlace(place, field: field, in: sources)
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
        draft, placed: report.placed.count, blank: draft.blankCount,
        notPlaced: report.notPlaced.count, readAs: report.readAs.count))
    return lines.map(wording.shownField).joined(separator: "\n")
  }

  /// The report for programs.
  var json: String {
    let placed = report.placed.map { figure in
      entry(
        [
          "at": .text(figure.address.description),
          "value": JSON(.number(figure.value.description)), "text": .text(figure.text),
        ], at: figure.place, field: figure.field)
    }
    let readAs = report.readAs.map { row in
      entry(
        [
          "row": .text("\(row.table).\(row.row)"), "label": .text(row.label),
          "readAs": .text(row.statutoryLabel),
        ], at: row.place)
    }
    let blanks = report.blanks.map { blank in
      entry(
        ["at": .text(blank.address.description), "mark": .text(blank.mark)], at: blank.place,
        field: blank.field)
    }
    let remarks = report.remarks.map { remark in
      entry(
        ["at": .text(remark.address.description), "remark": .text(remark.remark)],
        at: remark.place)
    }
    let notPlaced = report.notPlaced.map { line in
      entry(["text": .text(line.text), "reason": .text(line.reason.name)], at: line.place)
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

  /// What is told of one place: a line of a text, else what the file has instead of lines.
  private func entry(
    _ members: KeyValuePairs<String, JSON>, at place: SourcePlace, field: Int? = nil
  ) -> JSON {
    let spot = place.spot
    let position: KeyValuePairs<String, JSON?> = [
      "source": .text(sources[place.source]),
      "line": spot == nil ? .whole(place.line) : nil, "page": spot?.page.map(JSON.whole),
      "sheet": spot?.sheet.map(JSON.text), "table": spot?.table.map(JSON.whole),
      "row": spot?.row.map(JSON.whole), "field": field.map(JSON.whole),
    ]
    return JSON(
      .object(
        members.map { JSON.Member($0, $1) }
          + position.compactMap { key, value in value.map { JSON.Member(key, $0) } }))
  }
}

extension Wording {
  /// A place in one of the sources, with the source's name where there are several.
  func sourcePlace(_ place: SourcePlace, field: Int?, in sources: [String]) -> String {
    let file = sources.count > 1 ? sources[place.source] : nil
    guard let spot = place.spot else {
      return sourcePlace(file: file, line: place.line, field: field)
    }
    return sourcePlace(
      file: file, page: spot.page, sheet: spot.sheet, table: spot.table, row: spot.row,
      column: field)
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
    case .strangeColumn: .strangeColumn
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
    case .strangeColumn: "strange-column"
    case .noRow: "no-row"
    case .beforeTitle: "before-title"
    }
  }
}
