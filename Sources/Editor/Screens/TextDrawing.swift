import CellGrid
import ReportModel
import Wording

extension Editor {
  /// What is found in the words of the current text.
  var textProblems: TextProblems? { problems.texts[entry - 1] }

  /// The finding that the details tell of while the caret is where it is.
  var textFinding: Finding? {
    guard let caret = textCaret else { return nil }
    return textProblems?.finding(at: caret, in: text)
  }

  /// Characters of a paragraph that are drawn in a style of their own.
  private struct Marking {
    var range: Range<Int>
    var style: Style
  }

  /// What is marked in a paragraph, in the order to draw it.
  private func marks(inParagraph number: Int, _ characters: [Character]) -> [Marking] {
    let here = pane == .main ? textFinding : nil
    let found = textProblems?.marks(inParagraph: number, characters) ?? []
    let marks = found.map { range, finding in
      Marking(range: range, style: finding == here ? .markedHere : .marked)
    }
    // The words told of are drawn over those of others, and what is selected over both.
    var ordered = comparedTexts.changes(inSection: entry - 1)
      .flatMap { $0.words[number] ?? [] }.map { Marking(range: $0, style: .changed) }
    ordered += marks.filter { $0.style == .marked } + marks.filter { $0.style == .markedHere }
    if let selected = selection(inParagraph: number, count: characters.count) {
      ordered.append(Marking(range: selected, style: .selected))
    }
    return ordered
  }

  /// The selected characters of a paragraph, its end counted as one.
  private func selection(inParagraph number: Int, count: Int) -> Range<Int>? {
    guard pane == .main, let selection = textSelection else { return nil }
    let (start, end) = (selection.lowerBound, selection.upperBound)
    guard start.paragraph <= number, number <= end.paragraph else { return nil }
    let lower = start.paragraph == number ? start.offset : 0
    return lower..<(end.paragraph == number ? end.offset : count + 1)
  }

  /// Marks characters as far as they stand in a line.
  private func draw(
    _ mark: Marking, onLine number: Int, of layout: TextLayout, y: Int, into grid: inout Grid
  ) {
    let words = mark.range.clamped(to: layout.lines[number])
    var columns = layout.columns(of: words, inLine: number)
    // The end of a paragraph, where it is marked, shows as one column behind it.
    let count = layout.characters.count
    if mark.range.upperBound > count, number == layout.lines.count - 1 {
      columns = columns.lowerBound..<columns.upperBound + 1
    }
    let place = Rect(x: textArea.x + columns.lowerBound, y: y, width: columns.count, height: 1)
    grid.restyle(place, style: mark.style)
  }

  func drawText(into grid: inout Grid) {
    guard let caret = textCaret, section != nil else { return }
    let area = textArea
    drawTextTitle(into: &grid)
    if text.isEmpty { drawPrompt(into: &grid) }
    var y = area.y
    var line = scrolls[entry].text
    while y < area.maxY, text.paragraphs.indices.contains(line.paragraph) {
      let layout = textLayout(line.paragraph)
      let marks = marks(inParagraph: line.paragraph, layout.characters)
      for number in layout.lines.indices.dropFirst(line.offset) where y < area.maxY {
        let range = layout.lines[number]
        grid.write(String(layout.characters[range]), x: area.x, y: y, in: area)
        for mark in marks { draw(mark, onLine: number, of: layout, y: y, into: &grid) }
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

  /// The section's title, and how much is written and selected.
  private func drawTextTitle(into grid: inout Grid) {
    let main = Frame(size: size).main
    guard let section, textArea.y > main.y else { return }
    let title = section.title.isEmpty ? section.short : section.title
    grid.write(title, x: main.x + 1, y: main.y, style: .header, in: main)
    let total = text.characterCount
    let selected = pane == .main ? textSelection.map { text.characterCount(in: $0) } : nil
    let count =
      selected.map { wording.characterCount(selected: $0, of: total) }
      ?? wording.characterCount(total)
    let x = main.maxX - metrics.width(count) - 1
    grid.write(count, x: x, y: main.y, style: .muted, in: main)
  }

  /// What belongs into a text that is not begun.
  private func drawPrompt(into grid: inout Grid) {
    guard let section, case .text(let prompt?) = section.content else { return }
    let area = textArea
    let layout = TextLayout(wording.text(prompt), width: max(2, area.width), metrics: metrics)
    for (offset, range) in layout.lines.enumerated() {
      let line = String(layout.characters[range])
      grid.write(line, x: area.x, y: area.y + offset, style: .muted, in: area)
    }
  }
}
