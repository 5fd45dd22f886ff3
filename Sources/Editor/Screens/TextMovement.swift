import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Moves the caret and puts the selection away; Left and Right leave it at its own end.
  mutating func moveCaret(_ motion: Command) {
    let selection = textSelection
    anchor = nil
    if let selection, motion == .left {
      place(selection.lowerBound)
    } else if let selection, motion == .right {
      place(selection.upperBound)
    } else {
      moveTextCaret(motion)
    }
  }

  /// Moves the caret, whatever is selected.
  mutating func moveTextCaret(_ motion: Command) {
    guard let caret = textCaret else { return }
    let page = max(1, textArea.height - 1)
    switch motion {
    case .left: place(before(caret))
    case .right: place(after(caret))
    case .up: moveByLines(-1)
    case .down: moveByLines(1)
    case .pageUp: moveByLines(-page)
    case .pageDown: moveByLines(page)
    case .lineStart: place(caret, inLineAt: 0)
    case .lineEnd: place(caret, inLineAt: .max)
    case .first: place(.start)
    case .last: place(textEnd)
    default: break  // No other command is a motion.
    }
  }

  private mutating func place(_ caret: Caret) { spots[entry] = .caret(caret) }

  private mutating func place(_ caret: Caret, inLineAt column: Int) {
    let layout = textLayout(caret.paragraph)
    let line = layout.line(of: caret.offset)
    place(Caret(paragraph: caret.paragraph, offset: layout.offset(line: line, column: column)))
  }

  /// Behind the last character of the text.
  var textEnd: Caret {
    let paragraphs = text.paragraphs
    return Caret(
      paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].count)
  }

  /// One character back, over the end of a paragraph too.
  func before(_ caret: Caret) -> Caret {
    if caret.offset > 0 { return Caret(paragraph: caret.paragraph, offset: caret.offset - 1) }
    guard caret.paragraph > 0 else { return caret }
    let paragraph = caret.paragraph - 1
    return Caret(paragraph: paragraph, offset: text.paragraphs[paragraph].count)
  }

  /// One character on, over the end of a paragraph too.
  func after(_ caret: Caret) -> Caret {
    if caret.offset < text.paragraphs[caret.paragraph].count {
      return Caret(paragraph: caret.paragraph, offset: caret.offset + 1)
    }
    guard caret.paragraph < text.paragraphs.count - 1 else { return caret }
    return Caret(paragraph: caret.paragraph + 1, offset: 0)
  }

  /// Moves up or down by lines as they show, and puts the selection away.
  mutating func moveLines(_ count: Int) {
    anchor = nil
    moveByLines(count)
  }

  /// Moves up or down by lines as they show, towards the column that the movement began in.
  private mutating func moveByLines(_ count: Int) {
    guard let caret = textCaret else { return }
    var paragraph = caret.paragraph
    var layout = textLayout(paragraph)
    var line = layout.line(of: caret.offset)
    let goal = goalColumn ?? layout.column(of: caret.offset)
    for _ in 0..<abs(count) {
      let target = line + count.signum()
      if layout.lines.indices.contains(target) {
        line = target
      } else if text.paragraphs.indices.contains(paragraph + count.signum()) {
        paragraph += count.signum()
        layout = textLayout(paragraph)
        line = count < 0 ? layout.lines.count - 1 : 0
      } else {
        break
      }
    }
    goalColumn = goal
    place(Caret(paragraph: paragraph, offset: layout.offset(line: line, column: goal)))
  }

  mutating func scrollTextIntoView() {
    guard let caret = textCaret else { return }
    let height = textArea.height
    guard height > 0 else { return }
    var top = scrolls[entry].text
    top.paragraph = min(top.paragraph, text.paragraphs.count - 1)
    top.offset = min(top.offset, textLayout(top.paragraph).lines.count - 1)
    let line = textLayout(caret.paragraph).line(of: caret.offset)
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
    return Caret(paragraph: paragraph, offset: textLayout(paragraph).lines.count - 1)
  }

  /// The caret that a point of the text stands for; below the last line it is the end.
  func caret(at point: Point) -> Caret? {
    let area = textArea
    guard area.contains(point) else { return nil }
    var line = scrolls[entry].text
    var y = area.y
    while text.paragraphs.indices.contains(line.paragraph) {
      let layout = textLayout(line.paragraph)
      let rest = layout.lines.count - line.offset
      if point.y < y + rest {
        let number = line.offset + point.y - y
        let offset = layout.offset(line: number, column: point.x - area.x)
        return Caret(paragraph: line.paragraph, offset: offset)
      }
      y += rest
      line = Caret(paragraph: line.paragraph + 1, offset: 0)
    }
    return textEnd
  }
}
