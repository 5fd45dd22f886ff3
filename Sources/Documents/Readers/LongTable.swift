import FormCatalog
import ReportModel

/// Reads a draft out of one long table, a row a figure and a row a text, each with its address.
///
/// - Returns: nil where the document is no such table, which has the columns `address` and `value`.
/// - Throws: `ImportError.noYear`, `notThisReport` where no form has one of the addresses, or two
///   values for one cell.
func importLongTable(
  _ document: Document, forms: [Form], organ: String?, year: Int?
) throws(ImportError) -> ImportResult? {
  guard document.blocks.count == 1, case .table(let table) = document.blocks[0],
    let long = LongTable(table)
  else { return nil }
  let known = forms.map { form in long.rows.count { form.knows($0.address) } }
  guard let best = known.max(), best > 0, let index = known.firstIndex(of: best) else {
    throw .notThisReport
  }
  guard let knownYear = year ?? long.year else { throw .noYear }
  let form = forms[index]
  let first = ImportReport.Origin.title(SourcePlace(source: 0, line: long.rows[0].line))
  var report = ImportReport(
    form: form.id, formChoice: .labels(count: best, next: known.sorted().dropLast().last ?? 0),
    organ: organ != nil ? .given : long.organ.isEmpty ? .missing : first,
    year: year != nil ? .given : first)
  var draft = Draft(
    form: form, carriesForm: !FormCatalog.isShipped(form.id),
    organ: Organ(name: organ ?? long.organ), year: knownYear)
  var placed: [CellIndex: ImportReport.Placed] = [:]
  for row in long.rows { try row.place(in: &draft, &report, &placed) }
  return ImportResult(draft: draft, report: report)
}

/// The rows of such a table.
private struct LongTable {
  struct Row {
    var address: String
    var value: String
    var line: Int
    var field: Int
    var text: String
  }

  private(set) var rows: [Row] = []
  private(set) var organ = ""
  private(set) var year: Int?

  init?(_ table: DocumentTable) {
    let texts = table.expandedTexts
    guard let header = texts.first?.map({ $0.trimmed.lowercased() }),
      let address = header.firstIndex(of: "address"), let value = header.firstIndex(of: "value")
    else { return nil }
    let (organ, year) = (header.firstIndex(of: "organ"), header.firstIndex(of: "year"))
    for (number, fields) in texts.enumerated().dropFirst() {
      guard fields.count > max(address, value) else { continue }
      if let organ, self.organ.isEmpty, organ < fields.count { self.organ = fields[organ].trimmed }
      if let year, self.year == nil, year < fields.count { self.year = Int(fields[year].trimmed) }
      guard !fields[address].trimmed.isEmpty else { continue }
      rows.append(
        Row(
          address: fields[address].trimmed, value: fields[value],
          line: table.rows[number].line ?? number + 1, field: value + 1,
          text: fields.filter { !$0.isEmpty }.joined(separator: " ")))
    }
  }
}

extension LongTable.Row {
  fileprivate func place(
    in draft: inout Draft, _ report: inout ImportReport,
    _ placed: inout [CellIndex: ImportReport.Placed]
  ) throws(ImportError) {
    let place = SourcePlace(source: 0, line: line)
    if draft.form.section(address)?.isText ?? false {
      let prose = Prose(value)
      guard !prose.text.isEmpty else { return }
      draft.setText(prose, of: address)
      report.texts.append(
        ImportReport.TextCount(
          section: address, paragraphs: prose.paragraphs.count, characters: prose.characterCount))
      return
    }
    guard let at = Address(address), let cell = draft.form.cell(at: at) else {
      report.notPlaced.append(
        ImportReport.NotPlaced(place: place, text: text, reason: .unknownLabel))
      return
    }
    switch Figure(value) {
    case .empty, .mark:
      report.blanks.append(
        ImportReport.Blank(address: at, mark: value.trimmed, place: place, field: field))
    case .value(let typed, _, let remark) where remark.isEmpty:
      let new = ImportReport.Placed(
        address: at, value: draft.form.kind(of: cell).normalized(typed), place: place,
        field: field, text: value.trimmed)
      if let old = placed[cell] {
        if old.value.micros != new.value.micros { throw .conflict(at, old, new) }
        return
      }
      placed[cell] = new
      draft[cell] = new.value
      report.placed.append(new)
    case .value, nil:
      report.notPlaced.append(
        ImportReport.NotPlaced(place: place, text: text, reason: .noFigure(value)))
    }
  }
}

extension Form {
  fileprivate func knows(_ address: String) -> Bool {
    section(address)?.isText ?? Address(address).map { cell(at: $0) != nil } ?? false
  }
}
