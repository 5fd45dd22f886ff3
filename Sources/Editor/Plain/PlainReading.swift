import ReportModel
import Wording

extension PlainSession {
  /// Says again where one is, or reads the paragraph with a number.
  mutating func read(_ words: String) -> [String] {
    if words.isEmpty {
      toldEntry = nil
      return describe()
    }
    guard kind == .text else { return [wording.plainUnknown(words)] }
    let count = editor.text.paragraphs.count
    guard let number = PlainInput.number(words), 1...count ~= number else {
      return [wording.plainWhichParagraph(count)]
    }
    editor.go(
      to: Place(entry: editor.entry, spot: .caret(Caret(paragraph: number - 1, offset: 0))))
    return describe()
  }

  func readRow() -> [String] {
    guard let cell = editor.cell else { return [] }
    let (table, row, _) = draft.form.place(of: cell)
    return [line(of: row, in: table, withLastYear: false)]
  }

  /// A row in one line: its label, then each column with its figure.
  private func line(of row: Int, in table: Table, withLastYear: Bool) -> String {
    let figures = table.columns.indices.map { column in
      let cell = table.cell(row: row, column: column)
      let last = draft.previous?[cell].map(\.description) ?? wording.plainBlank
      return wording.plainFigure(
        PlainNames.column(column, of: table), draft[cell]?.description ?? wording.plainBlank,
        lastYear: withLastYear ? last : nil)
    }
    return wording.plainRow(PlainNames.row(row, of: table), figures)
  }

  /// Reads the whole section.
  func readAll() -> [String] {
    guard let section = editor.section else {
      return OrganField.all.map {
        wording.plainField(name(of: $0), wording.choiceOrText(value(of: $0), $0.choices))
      }
    }
    switch section.content {
    case .text:
      guard !editor.text.isEmpty else { return describedParagraphs }
      return zip(1..., editor.text.paragraphs).map(wording.plainParagraph)
    case .tables(let tables):
      return draft.form.tables[tables].flatMap { table in
        (table.heading.map { [wording.plainSentences([$0])] } ?? [])
          + table.rows.indices.map { line(of: $0, in: table, withLastYear: false) }
      }
    }
  }

  private var describedParagraphs: [String] { describe(paragraph: 0) }

  /// Reads last year's figures of this row beside this year's, or last year's text.
  func readLastYear() -> [String] {
    guard let previous = draft.previous else {
      return [wording.plainSentences([wording.noPreviousYear])]
    }
    if let cell = editor.cell {
      let (table, row, _) = draft.form.place(of: cell)
      return [line(of: row, in: table, withLastYear: true)]
    }
    guard let section = editor.section, let text = previous.texts[section.id], !text.isEmpty else {
      return [wording.plainNoLastYearText]
    }
    return [wording.plainLastYearText] + zip(1..., text.paragraphs).map(wording.plainParagraph)
  }

  /// The sections with their numbers and how each stands.
  func listSections() -> [String] {
    editor.spots.indices.map { number in
      let name =
        number == 0 ? wording.organEntry : draft.form.sections[number - 1].short
      return wording.plainEntry(
        number, name, state(ofEntry: number), isHere: number == editor.entry)
    }
  }

  private func state(ofEntry number: Int) -> String {
    let problems = editor.problems
    let (errors, warnings, hints) = (
      problems.count(.error, inEntry: number), problems.count(.warning, inEntry: number),
      problems.count(.hint, inEntry: number)
    )
    var blanks = 0
    if number > 0 {
      let section = draft.form.sections[number - 1]
      switch section.content {
      case .tables(let tables): blanks = editor.validation.blanksOfTable[tables].reduce(0, +)
      case .text:
        let text = draft.text(of: section.id)
        guard errors + warnings + hints > 0 else { return wording.plainText(text) }
      }
    }
    return wording.plainEntryState(
      errors: errors, warnings: warnings, hints: hints, blanks: blanks)
  }

  /// Lists what is found, to be gone to by number.
  mutating func listFindings() -> [String] {
    let stops = editor.problems.stops.filter {
      editor.access == .reviewing || $0.mark > .accepted
    }
    guard !stops.isEmpty else { return [wording.plainSentences([wording.noFindings])] }
    let places = stops.map(editor.place(of:))
    let names = places.prefix(20).map { place in
      // What is found at a place is what the editor would tell of there.
      var visitor = editor
      visitor.go(to: place)
      let finding = visitor.findingsHere.first
      let message = finding.map { wording.plainFound($0, in: draft.form) }
      return [name(of: place), message ?? ""].filter { !$0.isEmpty }
        .joined(separator: wording.plainComma)
    }
    return offer(places, named: names, more: wording.plainMoreFindings)
  }
}
