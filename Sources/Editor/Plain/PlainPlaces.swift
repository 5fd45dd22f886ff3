import ReportModel
import Wording

extension PlainSession {
  /// What one is in.
  var kind: PlainPlace {
    switch editor.spots[editor.entry] {
    case .cell: .cell
    case .caret: .text
    case .field: .field
    }
  }

  /// Everything about where one is: the section on arriving in it, the place, what is found.
  mutating func describe() -> [String] {
    var lines: [String] = []
    if toldEntry != editor.entry { lines += heading }
    toldEntry = editor.entry
    switch editor.spots[editor.entry] {
    case .cell(let cell): lines += describe(cell)
    case .field(let field): lines += describe(field: field)
    case .caret(let caret): lines += describe(paragraph: caret.paragraph)
    }
    return lines
  }

  private var heading: [String] {
    guard let section = editor.section else {
      return [
        wording.plainSection(wording.organTitle, wording.plainFields(OrganField.all.count))
      ]
    }
    let title = section.title.isEmpty ? section.short : section.title
    switch section.content {
    case .text: return [wording.plainSection(title, wording.plainText(editor.text))]
    case .tables(let tables):
      let units = Set(draft.form.tables[tables].compactMap(\.unit))
      let rows = draft.form.tables[tables].reduce(0) { $0 + $1.rows.count }
      let about = wording.plainTable(rows: rows, unit: units.count == 1 ? units.first : nil)
      return [wording.plainSection(title, about)]
    }
  }

  private func describe(_ cell: CellIndex) -> [String] {
    let previous = draft.previous.map { $0[cell].map(\.description) ?? wording.plainBlank }
    let names = PlainNames(of: cell, in: draft.form)
    let line = wording.plainCell(
      column: names.column, value: value(of: cell), previous: previous, row: names.row,
      table: names.table)
    let before = editor.before(cell).map { [wording.plainSentences([$0])] } ?? []
    return [line] + before + tell(editor.findingsHere) + lastRemark
  }

  /// What stood in the place of a paragraph before it was changed.
  private func before(paragraph number: Int) -> [String] {
    editor.changeBefore(inParagraph: number).map { [wording.plainSentences([$0])] } ?? []
  }

  /// What was said here last and is not settled.
  private var lastRemark: [String] {
    guard let remark = editor.openCommentsHere.last?.remarks.last else { return [] }
    return [wording.plainRemark(remark)]
  }

  /// A figure with its unit.
  func value(of cell: CellIndex) -> String {
    guard let value = draft[cell] else { return wording.plainBlank }
    let (table, row, column) = draft.form.place(of: cell)
    let unit = table.rows[row].unit ?? table.columns[column].unit ?? table.unit
    return "\(value)" + (unit.map { " " + $0 } ?? "")
  }

  /// Findings, and what can be done about them; that something is merely blank was said before.
  func tell(_ findings: [Finding]) -> [String] {
    let told = findings.filter { $0.rule != BuiltInRule.blank || !$0.fixes.isEmpty }
    var lines = told.map { wording.plainFinding($0, in: draft.form) }
    if let finding = told.first(where: { !$0.fixes.isEmpty }) { lines += suggestions(for: finding) }
    let acceptable = told.contains { finding in
      finding.acceptance == nil && draft.form.allowsAccepting(finding)
    }
    if acceptable, editor.access == .editing { lines.append(wording.plainHowToAccept) }
    return lines
  }

  private func suggestions(for finding: Finding) -> [String] {
    let changes = finding.fixes.prefix(9).map { wording.plainChange($0, in: draft) }
    let isEditing = editor.access == .editing
    guard changes.count > 1 else {
      return [wording.plainSuggestion(changes[0], isPartial: finding.isPartial)]
        + (isEditing ? [wording.plainHowToTake] : [])
    }
    let head = finding.isPartial ? wording.whichFirstStep : wording.plainAlternatives(changes.count)
    return [head] + zip(1..., changes).map(wording.plainAlternative)
      + (isEditing ? [wording.plainHowToTakeOne] : [])
  }

  private func describe(field number: Int) -> [String] {
    let field = OrganField.all[number]
    let choices = field.choices
    var lines = [
      wording.plainField(name(of: field), wording.choiceOrText(value(of: field), choices))
    ]
    if !choices.isEmpty, editor.access == .editing { lines.append(wording.plainChoices(choices)) }
    // What is found is about the organ's name or the report as a whole.
    return number == 0 ? lines + tell(editor.findingsHere) : lines
  }

  func name(of field: OrganField) -> String { wording.name(of: field.wordingKey) }

  func value(of field: OrganField) -> String {
    switch field {
    case .year: String(draft.year)
    case .key(let key): draft.organ[key] ?? ""
    }
  }

  func describe(paragraph number: Int) -> [String] {
    let text = editor.text
    guard !text.isEmpty else {
      if !before(paragraph: number).isEmpty { return before(paragraph: number) }
      guard case .text(let prompt?) = editor.section?.content else {
        return [wording.plainBeginText]
      }
      return [wording.plainPrompt(wording.text(prompt))]
        + (editor.access == .editing ? [wording.plainBeginText] : [])
    }
    return [wording.plainParagraph(number + 1, text.paragraphs[number])]
      + before(paragraph: number) + tell(findings(inParagraph: number))
      + (number == 0 ? lastRemark : [])
  }

  /// What is found in a paragraph; with the first stands what is about the text as a whole.
  func findings(inParagraph number: Int) -> [Finding] {
    guard let problems = editor.textProblems else { return [] }
    let paragraph = problems.range(ofParagraph: number)
    return problems.findings.filter { finding in
      guard let range = finding.text?.range else { return false }
      if range.isEmpty { return number == 0 }
      return range.lowerBound < paragraph.upperBound && range.upperBound > paragraph.lowerBound
    }
  }
}

/// What a cell is called in speech: its column, its row and its table, each with its groups.
struct PlainNames {
  var column: String
  var row: String
  var table: String

  init(of cell: CellIndex, in form: Form) {
    let (table, row, column) = form.place(of: cell)
    self.column = Self.column(column, of: table)
    self.row = Self.row(row, of: table)
    let section = form.sections[form.sectionNumber(of: cell)].short
    self.table = [section, table.heading ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A column with its groups; one over every column, such as 申请人情况, tells nothing.
  static func column(_ number: Int, of table: Table) -> String {
    let column = table.columns[number]
    let coversAll = table.columnTree.count == 1
    return (column.groups.dropFirst(coversAll ? 1 : 0) + [column.label])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A row with its groups.
  static func row(_ number: Int, of table: Table) -> String {
    let row = table.rows[number]
    let label = row.label.isEmpty ? row.short ?? "" : row.label
    return (row.groups + [label]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
