import ReportModel
import Wording

extension PlainSession {
  /// Goes to the next or the previous cell, paragraph or field, over the ends of sections.
  mutating func goOn(by count: Int) -> [String] {
    if step(by: count) { return describe() }
    let entry = editor.entry + count
    guard editor.spots.indices.contains(entry) else {
      return [count > 0 ? wording.plainLast : wording.plainFirst]
    }
    editor.go(to: Place(entry: entry, spot: edge(ofEntry: entry, atEnd: count < 0)))
    return describe()
  }

  /// Goes on within the section; false where it ends.
  private mutating func step(by count: Int) -> Bool {
    let spot: Place.Spot
    switch editor.spots[editor.entry] {
    case .cell(let cell):
      guard let cells = cells(ofEntry: editor.entry), cells ~= cell.position + count else {
        return false
      }
      spot = .cell(CellIndex(cell.position + count))
    case .field(let field):
      guard OrganField.all.indices ~= field + count else { return false }
      spot = .field(field + count)
    case .caret(let caret):
      let target = caret.paragraph + count
      guard editor.text.paragraphs.indices ~= target else { return false }
      spot = .caret(Caret(paragraph: target, offset: 0))
    }
    editor.go(to: Place(entry: editor.entry, spot: spot))
    return true
  }

  /// The first or the last spot of an entry.
  private func edge(ofEntry entry: Int, atEnd: Bool) -> Place.Spot {
    if let cells = cells(ofEntry: entry) {
      return .cell(CellIndex(atEnd ? cells.upperBound - 1 : cells.lowerBound))
    }
    guard entry > 0 else { return .field(atEnd ? OrganField.all.count - 1 : 0) }
    let text = draft.text(of: draft.form.sections[entry - 1].id)
    return .caret(Caret(paragraph: atEnd ? text.paragraphs.count - 1 : 0, offset: 0))
  }

  /// The positions of all cells of an entry; nil where it has no tables.
  private func cells(ofEntry entry: Int) -> Range<Int>? {
    guard entry > 0 else { return nil }
    let tables = draft.form.tables(of: draft.form.sections[entry - 1])
    guard let first = tables.first, let last = tables.last else { return nil }
    return first.cells.lowerBound..<last.cells.upperBound
  }

  mutating func goToFinding(_ command: Command) -> [String] {
    editor.notice = nil
    _ = editor.perform(command)
    let lines = takeNotice()
    // Of several findings in a paragraph the one that was gone to is told first.
    guard case .caret(let caret) = editor.spots[editor.entry], let here = editor.textFinding,
      !editor.text.isEmpty
    else { return lines + describe() }
    let heading = toldEntry == editor.entry ? [] : Array(describe().prefix(1))
    let paragraph = wording.plainParagraph(
      caret.paragraph + 1, editor.text.paragraphs[caret.paragraph])
    return lines + heading + tell([here]) + [paragraph]
  }

  /// Goes to what words name, or offers the places that they could mean.
  mutating func go(to words: String) -> [String] {
    let places = places(named: words)
    if let place = places.first, places.count == 1 {
      editor.go(to: place)
      return describe()
    }
    guard !places.isEmpty else { return [wording.plainNoPlace(words)] }
    return offer(places, named: places.map(name(of:)), more: wording.plainMore)
  }

  /// Lists places to be chosen from by number.
  mutating func offer(
    _ places: [Place], named names: [String], more: (Int) -> String
  ) -> [String] {
    let shown = 20
    expected = .place(Array(places.prefix(shown)))
    let lines = zip(1..., names.prefix(shown)).map(wording.plainPlace)
    let rest = places.count - shown
    return [wording.plainPlaces(places.count)] + lines + (rest > 0 ? [more(rest)] : [])
  }

  /// Goes to the place with the number that was typed; a word is taken for a command.
  mutating func choose(_ line: String, among places: [Place]) -> Answer {
    expected = .command
    let word = line.trimmingBlanks
    guard let number = PlainInput.number(word) else {
      return word.isEmpty ? Answer([wording.plainStayed]) : obey(line)
    }
    guard places.indices.contains(number - 1) else { return Answer([wording.plainStayed]) }
    editor.go(to: places[number - 1])
    return Answer(describe())
  }

  /// What a place is called in a list.
  func name(of place: Place) -> String {
    switch place.spot {
    case .cell(let cell):
      let names = PlainNames(of: cell, in: draft.form)
      return [names.table, names.row, names.column].filter { !$0.isEmpty }
        .joined(separator: wording.plainComma)
    case .field(let field):
      return [wording.organEntry, name(of: OrganField.all[field])]
        .joined(separator: wording.plainComma)
    case .caret: return draft.form.sections[place.entry - 1].short
    }
  }
}
