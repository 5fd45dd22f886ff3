import ReportModel
import Wording

extension Editor {
  /// Puts text at the caret or in the place of what is selected; consecutive characters of a
  /// sentence are one step.
  mutating func insert(_ added: String) {
    guard let caret = textCaret else { return }
    goalColumn = nil
    let isOneCharacter = added.count == 1 && !added.contains(where: \.isNewline)
    let selection = textSelection
    replace(
      selection ?? caret..<caret, with: added, extendsRun: isOneCharacter && selection == nil)
    isTypingRun = isOneCharacter && !"。！？；，".contains(added)
  }

  /// Takes out what is selected, or else the character before or after the caret.
  mutating func delete(_ direction: Command) {
    guard let caret = textCaret else { return }
    if let selection = textSelection {
      replace(selection, with: "")
      return
    }
    let isBackward = direction == .deleteBackward
    let range = isBackward ? before(caret)..<caret : caret..<after(caret)
    guard !range.isEmpty, canChange() else { return }
    replace(range, with: "", extendsRun: range.lowerBound.paragraph == range.upperBound.paragraph)
    isTypingRun = true
  }

  /// Puts text in the place of a part of the current text, as a step of its own or as the
  /// continuation of the last one; the caret then stands behind it.
  mutating func replace(_ range: Range<Caret>, with added: String, extendsRun: Bool = false) {
    guard let section, canChange() else { return }
    let (start, end) = (range.lowerBound, range.upperBound)
    let paragraphs = text.paragraphs
    var pieces = Prose(foreign: added.filter { $0 != "\t" }).paragraphs
    if range.isEmpty, pieces == [""] { return }
    let last = pieces.count - 1
    pieces[0] = paragraphs[start.paragraph].prefix(start.offset) + pieces[0]
    // Counted where it stands: a combining mark joins the character before it, and two may join
    // what comes after.
    let offset = pieces[last].count
    pieces[last] += paragraphs[end.paragraph].dropFirst(end.offset)
    let after = Caret(
      paragraph: start.paragraph + last, offset: min(offset, pieces[last].count))
    let edit = Edit.text(
      section: section.id, start: start.paragraph,
      from: Array(paragraphs[start.paragraph...end.paragraph]), to: pieces)
    record(edit, movingTo: after, extendsRun: extendsRun && pieces.count == 1)
  }

  /// Applies an edit of a text as a step of its own, or as the continuation of the last one.
  private mutating func record(_ edit: Edit, movingTo after: Caret, extendsRun: Bool) {
    let here = place
    let there = Place(entry: entry, spot: .caret(after))
    if extendsRun, isTypingRun, !history.isSaved, let last = history.last, last.after == here,
      let merged = edit.merged(after: last.edits)
    {
      apply([edit])
      history.extendLast(to: History.Step([merged], before: last.before, after: there))
      go(to: there)
    } else {
      perform([edit], movingTo: there)
    }
  }
}

extension Edit {
  /// This edit and the one before it as a single one, where this replaces the one paragraph that
  /// the other put there.
  fileprivate func merged(after edits: [Edit]) -> Edit? {
    guard edits.count == 1, case .text(let section, let start, let first, let middle) = edits[0],
      case .text(section, start, let from, let last) = self, middle.count == 1, from.count == 1
    else { return nil }
    return .text(section: section, start: start, from: first, to: last)
  }
}
