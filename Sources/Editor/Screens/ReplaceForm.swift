import CellGrid
import ReportModel
import Wording

/// Finding and replacing in a text: what to look for, what to put there.
struct ReplaceForm: Equatable, Sendable {
  enum Line: Equatable, Sendable { case pattern, replacement }

  var pattern = LineInput("")
  var replacement = LineInput("")
  /// The line that is typed in.
  var line = Line.pattern

  /// The line that is typed in, with what stands there.
  var input: LineInput {
    get { line == .pattern ? pattern : replacement }
    set {
      switch line {
      case .pattern: pattern = newValue
      case .replacement: replacement = newValue
      }
    }
  }
}

extension Editor {
  /// Opens the two lines; what is selected within a paragraph is what to look for.
  mutating func openReplacing() {
    var form = ReplaceForm()
    if let selection = textSelection,
      selection.lowerBound.paragraph == selection.upperBound.paragraph
    {
      form.pattern = LineInput(text.text(in: selection))
    }
    overlay = .replacing(form)
  }

  mutating func performInReplacing(_ command: Command) {
    guard case .replacing(var form) = overlay else { return }
    if command == .cancel {
      overlay = nil
    } else if command == .open {
      goToNextMatch(of: form.pattern.text)
    } else if command == .replaceOne {
      replaceOne(form)
    } else if command == .replaceAll {
      replaceAll(form)
    } else if [.up, .down, .nextCell, .previousCell].contains(command) {
      form.line = form.line == .pattern ? .replacement : .pattern
      overlay = .replacing(form)
    } else if form.input.perform(command) {
      overlay = .replacing(form)
    }
  }

  mutating func insertInReplacing(_ text: String) {
    guard case .replacing(var form) = overlay else { return }
    form.input.insert(text)
    overlay = .replacing(form)
  }

  /// Selects the next match after the one selected, or after the caret; behind the last comes the
  /// first again.
  private mutating func goToNextMatch(of pattern: String) {
    let matches = text.matches(of: pattern)
    guard let first = matches.first, let caret = textCaret else {
      if !pattern.isEmpty { tell(wording.noMatch(pattern), .warning) }
      return
    }
    // A selection that is no match may be the beginning of one, typed further meanwhile.
    let isAtMatch = textSelection.map(matches.contains) ?? false
    let start = isAtMatch ? caret : textSelection?.lowerBound ?? caret
    if let next = matches.first(where: { $0.lowerBound >= start }) {
      select(next)
    } else {
      select(first)
      tell(wording.fromTheBeginning)
    }
  }

  /// Replaces the match that is selected and goes to the next one; where none is selected it only
  /// goes there.
  private mutating func replaceOne(_ form: ReplaceForm) {
    let matches = text.matches(of: form.pattern.text)
    if let selection = textSelection, matches.contains(selection) {
      guard canChange() else { return }
      replace(selection, with: form.replacement.text)
      // With the last one gone there is nothing to look for.
      if matches.count == 1, text.matches(of: form.pattern.text).isEmpty {
        tell(wording.replacedAll(1), .good)
        return
      }
    }
    goToNextMatch(of: form.pattern.text)
  }

  /// Replaces every match of the text as one step.
  private mutating func replaceAll(_ form: ReplaceForm) {
    let matches = text.matches(of: form.pattern.text)
    guard let first = matches.first, let last = matches.last, let section else {
      if !form.pattern.text.isEmpty { tell(wording.noMatch(form.pattern.text), .warning) }
      return
    }
    guard canChange() else { return }
    let numbers = first.lowerBound.paragraph...last.lowerBound.paragraph
    let old = Array(text.paragraphs[numbers])
    var new = old
    let byParagraph = Dictionary(grouping: matches, by: \.lowerBound.paragraph)
    for (number, matches) in byParagraph {
      let index = number - numbers.lowerBound
      new[index] = old[index].replacing(matches, with: form.replacement.text)
    }
    let end = new[new.count - 1].count
    let tail = old[old.count - 1].count - last.upperBound.offset
    let after = Caret(paragraph: numbers.upperBound, offset: max(0, end - tail))
    let edit = Edit.text(section: section.id, start: numbers.lowerBound, from: old, to: new)
    perform([edit], movingTo: Place(entry: entry, spot: .caret(after)))
    tell(wording.replacedAll(matches.count), .good)
  }

  /// How many matches there are, and which of them is selected.
  func matchStatus(of pattern: String) -> String {
    guard !pattern.isEmpty else { return wording.typeWhatToFind }
    let matches = text.matches(of: pattern)
    guard !matches.isEmpty else { return wording.notFound }
    let number = textSelection.flatMap { matches.firstIndex(of: $0) }
    return wording.matches(matches.count, number: number.map { $0 + 1 })
  }
}

extension String {
  /// The string with ranges of one paragraph, in order, replaced.
  fileprivate func replacing(_ ranges: [Range<Caret>], with replacement: String) -> String {
    let characters = Array(self)
    var result = ""
    var end = 0
    for range in ranges {
      result += String(characters[end..<range.lowerBound.offset]) + replacement
      end = range.upperBound.offset
    }
    return result + String(characters[end...])
  }
}
