import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Takes a text over as the person's own editor left it, as one step.
  ///
  /// What editors add by themselves is left out: a byte order mark, the end of the last line, and
  /// line ends as Windows writes them.
  mutating func takeEdited(_ text: String) -> [Effect] {
    guard let section, let caret = textCaret, canChange() else { return [] }
    let old = self.text.paragraphs
    let edited = Self.paragraphs(ofEdited: text, before: old)
    // At least one paragraph stays on each side, as an edit wants it.
    let limit = min(old.count, edited.count) - 1
    let head = zip(old, edited).prefix(limit).prefix { Self.isSame($0, $1) }.count
    let tail = zip(old.reversed(), edited.reversed()).prefix(limit - head)
      .prefix { Self.isSame($0, $1) }.count
    let from = Array(old[head..<old.count - tail])
    let to = edited[head..<edited.count - tail].flatMap { paragraph in
      // What was there before stays as it is, tabs and foreign line ends included.
      from.contains { Self.isSame($0, paragraph) }
        ? [paragraph] : Prose(foreign: paragraph.filter { $0 != "\t" }).paragraphs
    }
    guard from.count != to.count || !zip(from, to).allSatisfy(Self.isSame) else {
      tell(wording.editedUnchanged)
      return []
    }
    let new = old[..<head] + to + old[(old.count - tail)...]
    let paragraph = min(caret.paragraph, new.count - 1)
    let after = Caret(paragraph: paragraph, offset: min(caret.offset, new[paragraph].count))
    let edit = Edit.text(section: section.id, start: head, from: from, to: to)
    perform([edit], movingTo: Place(entry: entry, spot: .caret(after)))
    tell(wording.editedTaken, .good)
    return []
  }

  mutating func tellEditFailed(_ message: String) -> [Effect] {
    tell(message, .error)
    return []
  }

  /// The paragraphs that came back, without what the editor added by itself.
  private static func paragraphs(ofEdited text: String, before old: [String]) -> [String] {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}", old[0].unicodeScalars.first != "\u{FEFF}" {
      scalars.removeFirst()
    }
    var paragraphs = Prose(String(scalars)).paragraphs
    if !old.contains(where: { $0.unicodeScalars.contains("\r") }) {
      paragraphs = paragraphs.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    }
    let endedWithLine = old.count > 1 && old[old.count - 1].isEmpty
    if !endedWithLine, paragraphs.count > 1, paragraphs[paragraphs.count - 1].isEmpty {
      paragraphs.removeLast()
    }
    return paragraphs
  }

  /// Whether two texts are the same byte for byte.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }
}
