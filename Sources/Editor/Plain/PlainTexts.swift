import ReportModel
import Wording

extension PlainSession {
  /// What becomes of the paragraph that is typed next, counted from 0.
  enum Writing: Equatable, Sendable {
    case replacing(Int)
    case inserting(Int)
    /// At the end, and one after the other until an empty line.
    case appending
  }

  /// Replaces, inserts or deletes a paragraph: its number first, then the text, or nothing for the
  /// text to follow in a line of its own.
  mutating func change(paragraph words: String, _ command: PlainCommand) -> [String] {
    guard editor.canChange() else { return takeNotice() }
    let digits = words.prefix { $0.isNumber }
    let text = String(words.dropFirst(digits.count).trimmingBlanks)
    let count = editor.text.paragraphs.count
    guard let number = PlainInput.number(digits), 1...count ~= number else {
      return [wording.plainWhichParagraph(count)]
    }
    if command == .delete {
      return text.isEmpty ? delete(number - 1) : [wording.plainWhichParagraph(count)]
    }
    let writing: Writing = command == .insert ? .inserting(number - 1) : .replacing(number - 1)
    if !text.isEmpty { return write(text, as: writing) }
    expected = .paragraph(writing)
    return [
      command == .insert ? wording.plainTypeInsertion(number) : wording.plainTypeParagraph(number)
    ]
  }

  mutating func append(_ text: String) -> [String] {
    guard editor.canChange() else { return takeNotice() }
    if !text.isEmpty {
      let lines = write(text, as: .appending)
      expected = .command
      return lines
    }
    expected = .paragraph(.appending)
    return [wording.plainTypeMore]
  }

  /// Writes the paragraph that was typed; an empty one changes nothing.
  mutating func write(_ line: String, as writing: Writing) -> [String] {
    let text = String(line.trimmingBlanks)
    expected = .command
    guard !text.isEmpty else {
      return writing == .appending ? describe() : [wording.plainUnchanged]
    }
    let paragraphs = editor.text.paragraphs
    switch writing {
    case .replacing(let number):
      return put([text], inPlaceOf: [paragraphs[number]], at: number, told: number)
    case .inserting(let number):
      return put(
        [text, paragraphs[number]], inPlaceOf: [paragraphs[number]], at: number, told: number)
    case .appending:
      expected = .paragraph(.appending)
      let last = paragraphs.count - 1
      // In an empty text the first paragraph takes the place of the empty one.
      let isFirst = editor.text.isEmpty
      return put(
        isFirst ? [text] : [paragraphs[last], text], inPlaceOf: [paragraphs[last]], at: last,
        told: isFirst ? last : last + 1)
    }
  }

  private mutating func put(
    _ new: [String], inPlaceOf old: [String], at start: Int, told: Int
  ) -> [String] {
    guard let section = editor.section else { return [] }
    let there = Place(
      entry: editor.entry, spot: .caret(Caret(paragraph: told, offset: 0)))
    let lines = change(saying: wording.plainWritten(told + 1)) { editor in
      guard new != old else { return }
      editor.perform(
        [.text(section: section.id, start: start, from: old, to: new)], movingTo: there)
    }
    return (lines.isEmpty ? [wording.plainUnchanged] : lines) + tell(findings(inParagraph: told))
  }

  private mutating func delete(_ number: Int) -> [String] {
    guard let section = editor.section else { return [] }
    let paragraphs = editor.text.paragraphs
    let start = paragraphs.count == 1 ? 0 : min(number, paragraphs.count - 2)
    let old = Array(paragraphs[start..<min(start + 2, paragraphs.count)])
    var new = old
    new.remove(at: number - start)
    if new.isEmpty { new = [""] }
    let there = Place(entry: editor.entry, spot: .caret(Caret(paragraph: start, offset: 0)))
    let lines = change(saying: wording.plainDeleted(number + 1)) { editor in
      editor.perform(
        [.text(section: section.id, start: start, from: old, to: new)], movingTo: there)
    }
    return lines + describe()
  }
}
