import ReportModel

extension Editor {
  /// Selects the run of letters, digits or characters that the caret stands in, up to the nearest
  /// punctuation or blank.
  mutating func selectWord() {
    guard case .caret(let caret) = spots[entry], let section else { return }
    let characters = Array(draft.text(of: section.id).paragraphs[caret.paragraph])
    guard !characters.isEmpty else { return }
    let here = min(caret.offset, characters.count - 1)
    let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    guard isPart(characters[here]) else { return }
    let start = characters[..<here].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = characters[here...].firstIndex { !isPart($0) } ?? characters.count
    anchor = .caret(Caret(paragraph: caret.paragraph, offset: start))
    spots[entry] = .caret(Caret(paragraph: caret.paragraph, offset: end))
  }
}
