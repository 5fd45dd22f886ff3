import ReportModel
import Wording

extension PlainSession {
  /// Takes a line that begins as a figure: it fills a cell or a field, or names a paragraph.
  mutating func takeFigure(_ text: String) -> [String] {
    switch kind {
    case .cell, .field: fill(text)
    case .text: read(text)
    }
  }

  /// Fills what one is at and goes on to the next.
  mutating func fill(_ text: String) -> [String] {
    switch editor.spots[editor.entry] {
    case .cell(let cell): fill(cell, text)
    case .field(let field): fill(field: field, text)
    case .caret: [wording.plainNotHere(.set)]
    }
  }

  private mutating func fill(_ cell: CellIndex, _ text: String) -> [String] {
    guard Quantity(typed: text) != nil else {
      return editor.access == .editing
        ? [wording.plainNoNumber(text)] : change { _ = $0.canChange() }
    }
    let isEditing = editor.access == .editing
    let lines = change { editor in
      guard editor.canChange() else { return }
      editor.typing = Editor.Typing(input: LineInput(text), mode: .overwriting)
      // A number, so it is taken.
      if !editor.commitTyping() { editor.typing = nil }
    }
    guard isEditing else { return lines }
    let name = PlainNames(of: cell, in: draft.form)
    let filled = wording.plainFilled(
      name.column.isEmpty ? name.row : name.column, value(of: cell))
    return [filled] + tell(editor.findingsHere) + lines + goOn(by: 1)
  }

  private mutating func fill(field number: Int, _ text: String) -> [String] {
    let field = OrganField.all[number]
    var isTaken = true
    let lines = change { editor in
      guard editor.canChange() else {
        isTaken = false
        return
      }
      isTaken = field.choices.isEmpty ? editor.commitField(text) : editor.choose(text, for: field)
    }
    guard isTaken else {
      return lines + (lines.isEmpty ? [wording.plainChoices(field.choices)] : [])
    }
    let value = wording.choiceOrText(value(of: field), field.choices)
    return [wording.plainFilled(name(of: field), value)] + lines + goOn(by: 1)
  }

  mutating func makeBlank() -> [String] {
    switch editor.spots[editor.entry] {
    case .cell(let cell):
      let name = PlainNames(of: cell, in: draft.form)
      let done = wording.plainEmptied(name.column.isEmpty ? name.row : name.column)
      return changeHere(saying: done) { _ = $0.performInGrid(.blank) }
    case .field(let field):
      let done = wording.plainEmptied(name(of: OrganField.all[field]))
      return changeHere(saying: done) { $0.performInOrgan(.blank) }
    case .caret: return [wording.plainNotHere(.blank)]
    }
  }

  /// Takes the suggestion for what is found here, or the one of several with a number.
  mutating func takeSuggestion(_ words: String) -> [String] {
    guard editor.canChange() else { return takeNotice() }
    let finding = editor.findingsHere.first { !$0.fixes.isEmpty }
    guard let finding else {
      let isOfText = editor.findingsHere.first?.text != nil
      return isOfText ? [wording.plainCorrectText] : change { $0.applySuggestion() }
    }
    let fixes = finding.fixes.prefix(9)
    if words.isEmpty, fixes.count > 1 { return tell([finding]) }
    let number = words.isEmpty ? 1 : PlainInput.number(words) ?? 0
    guard fixes.indices.contains(number - 1) else {
      return [wording.plainNoSuchAlternative(fixes.count)]
    }
    let told = wording.changed(wording.plainChange(fixes[number - 1], in: draft))
    let lines = change { editor in
      editor.apply(fixes[number - 1], isPartial: finding.isPartial)
      editor.notice = nil
    }
    return [wording.plainSentences([told])] + lines + describe()
  }
}

extension Editor {
  /// Takes a choice of a field by its number, 0 for none, or by its word; false where it is none.
  fileprivate mutating func choose(_ text: String, for field: OrganField) -> Bool {
    guard case .key(let key) = field else { return false }
    let word = String(text.trimmingBlanks)
    let choice: String?
    if let number = PlainInput.number(word) {
      guard 0...field.choices.count ~= number else { return false }
      choice = number == 0 ? nil : field.choices[number - 1]
    } else {
      choice = field.choices.first { $0 == word || wording.choice($0) == word }
      if choice == nil { return false }
    }
    if choice != draft.organ[key] { perform([.organ(key, from: draft.organ[key], to: choice)]) }
    return true
  }
}

extension Wording {
  /// A field's value: one of its choices in this language, or as it was typed.
  func choiceOrText(_ value: String, _ choices: [String]) -> String {
    choices.isEmpty ? value : choice(value)
  }
}
