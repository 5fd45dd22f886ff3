import FormCatalog
package import ReportModel
import SafeText

/// Reads a draft out of a report, its parts in order.
///
/// The form among `forms` whose labels the report has is used. `organ` and `year`, where given, win
/// over what the title says. Whatever is not certain is reported and not placed.
///
/// - Throws: `ImportError` where there is no such report, no year, or two values for one cell.
package func importReport(
  _ documents: [Document], forms: [Form], organ: String? = nil, year: Int? = nil
) throws(ImportError) -> ImportResult {
  var result = try readReport(documents, forms: forms, organ: organ, year: year)
  // Whichever reader made the document: nothing unsafe comes in.
  result.draft.organ.name = result.draft.organ.name.withoutUnsafe
  result.draft.texts = result.draft.texts.mapValues { text in
    Prose(text.paragraphs.map(\.withoutUnsafe).joined(separator: "\n"))
  }
  return result
}

private func readReport(
  _ documents: [Document], forms: [Form], organ: String?, year: Int?
) throws(ImportError) -> ImportResult {
  if documents.count == 1,
    let result = try importLongTable(documents[0], forms: forms, organ: organ, year: year)
  {
    return result
  }
  let read = SourceLines(documents, forms: forms)
  let lines = read.lines
  let title = forms.first.flatMap { TitleReader($0).title(in: head(of: lines, $0)) }
  let named = forms.first.flatMap { form in
    documents.lazy.compactMap { TitleReader(form).title(named: $0.title) }.first
  }
  let period =
    (year ?? title?.year ?? named?.year) == nil
    ? forms.first.flatMap { reportedYear(in: lines, $0) } : nil
  let knownYear = year ?? title?.year ?? named?.year ?? period?.year
  guard let edition = EditionChoice(forms, lines: lines, year: knownYear) else {
    throw .notThisReport
  }
  let labels = RowLabels(edition.form)
  var titles = SectionTitles(edition.form)
  if !lines.prefix(searchedLines).contains(where: { titles.heading($0) != nil }) {
    titles = SectionTitles(edition.form, readsOtherNumbers: true)
  }
  var reader = ReportReader(edition.form, labels, titles, title: title)
  reader.read(lines)
  let titlePlace = title.map { lines[$0.lines.lowerBound].place }
  var report = ImportReport(
    form: edition.form.id, formChoice: edition.choice, organ: .missing, year: .missing)
  report.notPlaced = read.strange
  report.dropped = documents.enumerated().flatMap { number, document in
    document.furniture.map { paragraph in
      ImportReport.Dropped(
        place: SourcePlace(source: number, line: paragraph.line ?? 0, spot: paragraph.spot),
        text: paragraph.text)
    }
  }
  if organ != nil {
    report.organ = .given
  } else if title?.organ.isEmpty == false, let titlePlace {
    report.organ = .title(titlePlace)
  } else if named?.organ.isEmpty == false {
    report.organ = .properties
  }
  if year != nil {
    report.year = .given
  } else if title?.year != nil, let titlePlace {
    report.year = .title(titlePlace)
  } else if named?.year != nil {
    report.year = .properties
  } else if let period {
    report.year = .period(period.place)
  }
  let draft = Draft(
    form: edition.form, carriesForm: !FormCatalog.isShipped(edition.form.id),
    organ: Organ(
      name: organ ?? [title, named].lazy.compactMap { $0?.organ }.first { !$0.isEmpty } ?? ""),
    year: knownYear ?? 0)
  let matching = RowMatching(edition.form, labels, reader.tableLines)
  let headers = ColumnHeaders(edition.form, among: forms)
  let tables = TableReader(matching, headers, draft: draft, report: report)
  // One table alone is believed to be part of a report only where it is said of which.
  let isNamed = title != nil || named != nil || organ != nil && year != nil && tables.rowCount > 2
  guard tables.rowCount > 0, isNamed || reader.sectionCount > 1 else { throw .notThisReport }
  guard knownYear != nil else { throw .noYear }
  if let conflict = tables.conflict { throw conflict }
  return reader.result(adding: tables)
}

/// How far into a report its contents or its first section begin at the latest.
private let searchedLines = 2_000

/// The year of the first line that says from when to when the figures are; the title may be one that
/// nobody knows.
private func reportedYear(in lines: [SourceLine], _ form: Form) -> (year: Int, place: SourcePlace)?
{
  let reader = TitleReader(form)
  return lines.prefix(searchedLines).lazy.compactMap { line in
    reader.reportedYear(in: line.text).map { ($0, line.place) }
  }.first
}

/// The lines among which the title must stand: those before the first section.
private func head(of lines: [SourceLine], _ form: Form) -> [SourceLine] {
  let titles = SectionTitles(form)
  let first = lines.prefix(80).firstIndex { titles.heading($0) != nil }
  return Array(lines[..<(first ?? min(80, lines.count))])
}

/// Sorts the lines of a report into its sections.
private struct ReportReader {
  private let form: Form
  private let titles: SectionTitles
  private let labels: RowLabels
  private let title: ReportTitle?
  private let titleReader: TitleReader
  private let prompts: Set<Folded>
  private(set) var tableLines: [TableLine] = []
  private var texts: [Int: TextReader] = [:]
  private var dropped: [SourceLine] = []
  private var beforeTitle: [SourceLine] = []
  private var section: Int?
  private var foundSections: Set<Int> = []
  private var startsSection = true
  /// Where tables belong; nil where titles of sections tell it.
  private var tableSections: TableSections?
  private var seen: Set<Folded> = []

  var sectionCount: Int { foundSections.count }

  init(_ form: Form, _ labels: RowLabels, _ titles: SectionTitles, title: ReportTitle?) {
    self.form = form
    self.labels = labels
    self.titles = titles
    self.title = title
    titleReader = TitleReader(form)
    var prompts: Set<Folded> = ["文字描述".folded, "此处填写文字".folded]
    for case .text(let prompt?) in form.sections.map(\.content) {
      prompts.insert(prompt.chinese.folded)
    }
    self.prompts = prompts
  }

  mutating func read(_ lines: [SourceLine]) {
    section = form.sections.firstIndex { $0.title.isEmpty }
    tableSections = hasTitleOfTables(lines) ? nil : TableSections(form, labels)
    let end = endOfText(lines)
    dropped += lines[end...]
    let contents = tableOfContents(lines[..<end])
    for (index, line) in lines[..<end].enumerated() {
      if contents.contains(index) {
        dropped.append(line)
        continue
      }
      if line.origin == .extract, line.shape?.label.isEmpty ?? true, seen.contains(line.folded) {
        dropped.append(line)
        continue
      }
      seen.insert(line.folded)
      if let title, index < title.lines.upperBound, foundSections.isEmpty {
        if isPrompt(line) {
          dropped.append(line)
        } else if !title.lines.contains(index) {
          beforeTitle.append(line)
        }
      } else if let heading = titles.heading(line) ?? headingByPlace(line) {
        enter(heading, line)
      } else {
        if let found = tableSections?.section(of: line), found != section {
          enter(SectionTitles.Found(section: found, rest: ""), line)
        }
        readContent(line)
      }
    }
  }

  /// Whether a section of tables has its title among the lines.
  private func hasTitleOfTables(_ lines: [SourceLine]) -> Bool {
    lines.contains { line in
      guard let section = titles.heading(line)?.section,
        case .tables = form.sections[section].content
      else { return false }
      return true
    }
  }

  /// The lines of a table of contents: titles one behind the other that all stand there once more.
  private func tableOfContents(_ lines: ArraySlice<SourceLine>) -> Range<Int> {
    var run = 0..<0
    var sections: [Int] = []
    for (index, line) in lines.prefix(searchedLines).enumerated() {
      if isOrdinal(line) {
        if !run.isEmpty { run = run.lowerBound..<index + 1 }
      } else if let heading = titles.heading(line), isAlone(heading),
        sections.last.map({ $0 < heading.section }) ?? true
      {
        run = (run.isEmpty ? index : run.lowerBound)..<index + 1
        sections.append(heading.section)
      } else if sections.count >= 3 {
        break
      } else {
        (run, sections) = (0..<0, [])
      }
    }
    guard sections.count >= 3, let first = sections.first,
      lines[run.upperBound...].contains(where: { titles.heading($0)?.section == first })
    else { return 0..<0 }
    let before = run.lowerBound - 1
    let isNamed = before >= 0 && lines[before].folded.elementsEqual("目录".unicodeScalars)
    return isNamed ? before..<run.upperBound : run
  }

  /// Whether nothing but the number of a page stands behind a title.
  private func isAlone(_ heading: SectionTitles.Found) -> Bool {
    heading.rest.unicodeScalars.allSatisfy { !$0.isLetterOrDigit || $0.isASCIIDigit }
  }

  /// Whether a line is nothing but a number, as that of a page.
  private func isOrdinal(_ line: SourceLine) -> Bool {
    1...3 ~= line.folded.count && line.folded.allSatisfy(\.isASCIIDigit)
  }

  /// The section that a short line with the number of the next one opens, whatever words it has,
  /// where no text of another section can go on: before the first and behind tables.
  private func headingByPlace(_ line: SourceLine) -> SectionTitles.Found? {
    guard let section, section + 1 < form.sections.count, line.fields == nil,
      1...30 ~= line.folded.count, titles.hasNumber(of: section + 1, line),
      !line.text.contains("。"), line.shape == nil
    else { return nil }
    if case .text = form.sections[section].content, !form.sections[section].title.isEmpty {
      return nil
    }
    // What begins a label torn over lines may have a number too.
    let isTorn = labels.targets.contains { line.folded[...].isFragment(of: $0.label) }
    return isTorn ? nil : SectionTitles.Found(section: section + 1, rest: "")
  }

  /// Where the text ends and the signature begins: the organ and the day below all else.
  private func endOfText(_ lines: [SourceLine]) -> Int {
    let organ = title?.organ.folded ?? []
    let signature = lines.reversed().prefix(3).prefix { line in
      line.fields == nil
        && (TextReader.isDate(line.text) || !organ.isEmpty && line.folded == organ)
    }
    let isDated = signature.contains { TextReader.isDate($0.text) }
    return isDated ? lines.count - signature.count : lines.count
  }

  private mutating func enter(_ heading: SectionTitles.Found, _ line: SourceLine) {
    section = heading.section
    foundSections.insert(heading.section)
    startsSection = true
    guard !heading.rest.isEmpty else { return }
    readContent(SourceLine(heading.rest, fields: nil, place: line.place, origin: line.origin))
  }

  private mutating func readContent(_ line: SourceLine) {
    guard let section else {
      readTableLine(line, 0..<0)
      return
    }
    switch form.sections[section].content {
    case .tables(let tables): readTableLine(line, tables)
    case .text: readTextLine(line, section)
    }
  }

  private mutating func readTableLine(_ line: SourceLine, _ tables: Range<Int>) {
    let kind = line.shape.map(TableLine.Kind.row) ?? .words
    tableLines.append(
      TableLine(line: line, tables: tables, startsSection: startsSection, kind: kind))
    startsSection = false
  }

  private mutating func readTextLine(_ line: SourceLine, _ section: Int) {
    let isRepeatedTitle =
      foundSections.isEmpty && title.map { titleReader.isRepeat(line, of: $0) } ?? false
    if isRepeatedTitle || isPrompt(line) || isBareNumber(line) {
      dropped.append(line)
    } else if isTableRow(line) {
      readTableLine(line, 0..<0)
    } else {
      texts[section, default: TextReader()].add(line)
    }
  }

  /// Whether a line says what is to be filled in, or that the file is the form and no report.
  private func isPrompt(_ line: SourceLine) -> Bool {
    guard !line.folded.isEmpty, line.folded.count <= 60 else { return false }
    if prompts.contains(line.folded) { return true }
    // What an export of a draft is marked with.
    if foundSections.isEmpty, line.folded.elementsEqual("草稿".unicodeScalars) { return true }
    let text = line.text.trimmed
    let isBracketed = text.first.map { "（(【[".contains($0) } ?? false
    return isBracketed && line.folded.starts(with: "文字描述".unicodeScalars)
      || foundSections.isEmpty && line.folded.count <= 40 && text.contains("报告")
        && ["模板", "样表", "格式"].contains { text.hasSuffix($0) }
  }

  /// A number alone on a line of a text is the page's, where lines are not paragraphs.
  private func isBareNumber(_ line: SourceLine) -> Bool {
    line.fields == nil && !line.begins && line.folded.count <= 3 && !line.text.isEmpty
      && line.text.unicodeScalars.allSatisfy(\.narrowed.isASCIIDigit)
  }

  /// Whether a line among text is a row of one of the form's wider tables, label and all.
  private func isTableRow(_ line: SourceLine) -> Bool {
    guard line.fields != nil, let shape = line.shape, !shape.label.isEmpty,
      case .row(let target) = labels.match(shape.label, preferring: 0..<0)
    else { return false }
    return form.tables[labels.targets[target].table].columns.count >= 3
  }

  /// The draft and report of the tables with the texts added.
  func result(adding tables: TableReader) -> ImportResult {
    var result = ImportResult(draft: tables.draft, report: tables.report)
    for (number, section) in form.sections.enumerated() {
      guard let paragraphs = texts[number]?.paragraphs, !paragraphs.isEmpty else { continue }
      let text = Prose(paragraphs.joined(separator: "\n"))
      result.draft.setText(text, of: section.id)
      result.report.texts.append(
        ImportReport.TextCount(
          section: section.id, paragraphs: paragraphs.count, characters: text.characterCount))
    }
    result.report.dropped += dropped.map { ImportReport.Dropped(place: $0.place, text: $0.text) }
    result.report.dropped.sort {
      ($0.place.source, $0.place.line) < ($1.place.source, $1.place.line)
    }
    result.report.notPlaced += beforeTitle.map {
      ImportReport.NotPlaced(place: $0.place, text: $0.text, reason: .beforeTitle)
    }
    result.report.notPlaced.sort {
      ($0.place.source, $0.place.line) < ($1.place.source, $1.place.line)
    }
    return result
  }
}
