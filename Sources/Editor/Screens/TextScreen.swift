import CellGrid
import ReportModel
import Wording

extension Editor {
  /// The text of the current section, and its caret.
  private var caret: Caret? {
    guard case .caret(let caret) = spots[entry] else { return nil }
    return caret
  }

  /// The text of the current section; empty where it has none.
  var text: Prose { section.map { draft.text(of: $0.id) } ?? Prose("") }

  /// Where the text shows: one column free at each side, the section's title above.
  var textArea: Rect {
    let main = Frame(size: size).main
    let titleHeight = main.height >= 4 ? 2 : 0
    return Rect(
      x: main.x + 1, y: main.y + titleHeight, width: main.width - 2,
      height: main.height - titleHeight)
  }

  private func layout(_ paragraph: Int) -> TextLayout {
    TextLayout(text.paragraphs[paragraph], width: max(2, textArea.width), metrics: metrics)
  }

  mutating func performInText(_ command: Command) -> [Effect] {
    guard let caret else { return [] }
    if command != .up, command != .down, command != .pageUp, command != .pageDown {
      goalColumn = nil
    }
    if command != .deleteBackward, command != .deleteForward { isTypingRun = false }
    switch command {
    case .left: place(before(caret))
    case .right: place(after(caret))
    case .up: moveLines(-1)
    case .down: moveLines(1)
    case .pageUp: moveLines(-max(1, textArea.height - 1))
    case .pageDown: moveLines(max(1, textArea.height - 1))
    case .lineStart, .lineEnd: moveInLine(command)
    case .first: place(.start)
    case .last: place(end)
    case .newParagraph: insert("\n")
    case .deleteBackward: delete(from: before(caret), to: caret)
    case .deleteForward: delete(from: caret, to: after(caret))
    case .cancel: pane = .contents
    case .applySuggestion: applySuggestion()
    case .accept: accept()
    default: break  // The keymap sends nothing else here.
    }
    return []
  }

  private mutating func place(_ caret: Caret) { spots[entry] = .caret(caret) }

  private var end: Caret {
    let paragraphs = text.paragraphs
    return Caret(
      paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].count)
  }

  private func before(_ caret: Caret) -> Caret {
    if caret.offset > 0 { return Caret(paragraph: caret.paragraph, offset: caret.offset - 1) }
    guard caret.paragraph > 0 else { return caret }
    let paragraph = caret.paragraph - 1
    return Caret(paragraph: paragraph, offset: text.paragraphs[paragraph].count)
  }

  private func after(_ caret: Caret) -> Caret {
    if caret.offset < text.paragraphs[caret.paragraph].count {
      return Caret(paragraph: caret.paragraph, offset: caret.offset + 1)
    }
    guard caret.paragraph < text.paragraphs.count - 1 else { return caret }
    return Caret(paragraph: caret.paragraph + 1, offset: 0)
  }

  private mutating func moveInLine(_ command: Command) {
    guard let caret else { return }
    let layout = layout(caret.paragraph)
    let line = layout.line(of: caret.offset)
    let column = command == .lineStart ? 0 : Int.max
    place(Caret(paragraph: caret.paragraph, offset: layout.offset(line: line, column: column)))
  }

  /// Moves up or down by lines as they show, towards the column that the movement began in.
  mutating func moveLines(_ count: Int) {
    guard let caret else { return }
    var paragraph = caret.paragraph
    var layout = layout(paragraph)
    var line = layout.line(of: caret.offset)
    let goal = goalColumn ?? layout.column(of: caret.offset)
    for _ in 0..<abs(count) {
      let target = line + count.signum()
      if layout.lines.indices.contains(target) {
        line = target
      } else if text.paragraphs.indices.contains(paragraph + count.signum()) {
        paragraph += count.signum()
        layout = self.layout(paragraph)
        line = count < 0 ? layout.lines.count - 1 : 0
      } else {
        break
      }
    }
    goalColumn = goal
    place(Caret(paragraph: paragraph, offset: layout.offset(line: line, column: goal)))
  }

  /// Puts text at the caret; consecutive characters of a sentence are one step.
  mutating func insert(_ added: String) {
    guard let caret, let section, canChange() else { return }
    goalColumn = nil
    let paragraph = Array(text.paragraphs[caret.paragraph])
    var pieces = Prose(foreign: added.filter { $0 != "\t" }).paragraphs
    let last = pieces.count - 1
    pieces[0] = String(paragraph[..<caret.offset]) + pieces[0]
    // Counted where it stands: a combining mark joins the character before it, and two may join
    // what comes after.
    let offset = pieces[last].count
    pieces[last] += String(paragraph[caret.offset...])
    let after = Caret(
      paragraph: caret.paragraph + last, offset: min(offset, pieces[last].count))
    let edit = Edit.text(
      section: section.id, start: caret.paragraph, from: [String(paragraph)], to: pieces)
    let isOneCharacter = added.count == 1 && pieces.count == 1
    record(edit, movingTo: after, extendsRun: isOneCharacter)
    isTypingRun = isOneCharacter && !"。！？；，".contains(added)
  }

  private mutating func delete(from start: Caret, to end: Caret) {
    guard start < end, let section, canChange() else { return }
    let paragraphs = text.paragraphs
    let head = Array(paragraphs[start.paragraph])[..<start.offset]
    let tail = Array(paragraphs[end.paragraph])[end.offset...]
    let edit = Edit.text(
      section: section.id, start: start.paragraph,
      from: Array(paragraphs[start.paragraph...end.paragraph]), to: [String(head + tail)])
    record(edit, movingTo: start, extendsRun: start.paragraph == end.paragraph)
    isTypingRun = true
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

  mutating func scrollTextIntoView() {
    guard let caret else { return }
    let height = textArea.height
    guard height > 0 else { return }
    var top = scrolls[entry].text
    top.paragraph = min(top.paragraph, text.paragraphs.count - 1)
    top.offset = min(top.offset, layout(top.paragraph).lines.count - 1)
    let line = layout(caret.paragraph).line(of: caret.offset)
    let target = Caret(paragraph: caret.paragraph, offset: line)
    if target < top {
      top = target
    } else {
      // Walk up from the caret's line as far as the window is high; if the top comes before, move.
      var first = target
      for _ in 1..<max(1, height) where first > top { first = lineAbove(first) }
      if first > top { top = first }
    }
    scrolls[entry].text = top
  }

  /// The line above a line, both as a paragraph and a line in it.
  private func lineAbove(_ line: Caret) -> Caret {
    if line.offset > 0 { return Caret(paragraph: line.paragraph, offset: line.offset - 1) }
    guard line.paragraph > 0 else { return line }
    let paragraph = line.paragraph - 1
    return Caret(paragraph: paragraph, offset: layout(paragraph).lines.count - 1)
  }

  /// The caret that a point of the text stands for; below the last line it is the end.
  func caret(at point: Point) -> Caret? {
    let area = textArea
    guard area.contains(point) else { return nil }
    var line = scrolls[entry].text
    var y = area.y
    while text.paragraphs.indices.contains(line.paragraph) {
      let layout = layout(line.paragraph)
      let rest = layout.lines.count - line.offset
      if point.y < y + rest {
        let number = line.offset + point.y - y
        let offset = layout.offset(line: number, column: point.x - area.x)
        return Caret(paragraph: line.paragraph, offset: offset)
      }
      y += rest
      line = Caret(paragraph: line.paragraph + 1, offset: 0)
    }
    return end
  }

  /// What is found in the words of the current text.
  var textProblems: TextProblems? { problems.texts[entry - 1] }

  /// The finding that the details tell of while the caret is where it is.
  var textFinding: Finding? {
    guard let caret else { return nil }
    return textProblems?.finding(at: caret, in: text)
  }

  /// Words that a finding points to, as characters of a paragraph.
  private struct Marking {
    var range: Range<Int>
    var isHere: Bool
  }

  private func marks(inParagraph number: Int, _ characters: [Character]) -> [Marking] {
    guard let textProblems else { return [] }
    let here = textFinding
    let marks = textProblems.marks(inParagraph: number, characters).map { range, finding in
      Marking(range: range, isHere: pane == .main && finding == here)
    }
    // The words told of are drawn last, over those of others.
    return marks.filter { !$0.isHere } + marks.filter(\.isHere)
  }

  /// Marks words as far as they stand in a line.
  private func draw(
    _ mark: Marking, on line: Range<Int>, of layout: TextLayout, y: Int, into grid: inout Grid
  ) {
    let words = mark.range.clamped(to: line)
    guard !words.isEmpty else { return }
    let before = metrics.width(String(layout.characters[line.lowerBound..<words.lowerBound]))
    let width = metrics.width(String(layout.characters[words]))
    let place = Rect(x: textArea.x + before, y: y, width: width, height: 1)
    grid.restyle(place, style: mark.isHere ? .markedHere : .marked)
  }

  func drawText(into grid: inout Grid) {
    guard let caret, let section else { return }
    let main = Frame(size: size).main
    let area = textArea
    if area.y > main.y {
      let title = section.title.isEmpty ? section.short : section.title
      grid.write(title, x: main.x + 1, y: main.y, style: .header, in: main)
      let count = wording.characterCount(text.characterCount)
      let x = main.maxX - metrics.width(count) - 1
      grid.write(count, x: x, y: main.y, style: .muted, in: main)
    }
    if text.isEmpty, case .text(let prompt?) = section.content {
      let layout = TextLayout(wording.text(prompt), width: max(2, area.width), metrics: metrics)
      for (offset, range) in layout.lines.enumerated() {
        let line = String(layout.characters[range])
        grid.write(line, x: area.x, y: area.y + offset, style: .muted, in: area)
      }
    }
    var y = area.y
    var line = scrolls[entry].text
    while y < area.maxY, text.paragraphs.indices.contains(line.paragraph) {
      let layout = layout(line.paragraph)
      let marks = marks(inParagraph: line.paragraph, layout.characters)
      for number in layout.lines.indices.dropFirst(line.offset) where y < area.maxY {
        let range = layout.lines[number]
        grid.write(String(layout.characters[range]), x: area.x, y: y, in: area)
        for mark in marks { draw(mark, on: range, of: layout, y: y, into: &grid) }
        if pane == .main, caret.paragraph == line.paragraph,
          layout.line(of: caret.offset) == number
        {
          let x = area.x + layout.column(of: caret.offset)
          grid.caret = Point(x: min(x, area.maxX), y: y)
        }
        y += 1
      }
      line = Caret(paragraph: line.paragraph + 1, offset: 0)
    }
  }
}

extension Edit {
  /// This edit and the one before it as a single one, where both replace the same one paragraph.
  fileprivate func merged(after edits: [Edit]) -> Edit? {
    guard edits.count == 1, case .text(let section, let start, let first, let middle) = edits[0],
      case .text(section, start, let from, let last) = self,
      first.count == 1, middle.count == 1, from.count == 1, last.count == 1
    else { return nil }
    return .text(section: section, start: start, from: first, to: last)
  }
}
