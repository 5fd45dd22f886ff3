import CellGrid
import Wording

/// The page that tells who changed what is at a place, and when.
struct StoryPage: Equatable, Sendable {
  /// What the place is called.
  var name: String
  /// The newest first.
  var events: [StoryEvent]
  /// The first line that shows.
  var top = 0
}

extension Editor {
  /// Shows what happened at the place where the person is.
  mutating func openStory() {
    let place = storyPlace
    overlay = .story(StoryPage(name: storyName(of: place), events: storyEvents(at: place)))
  }

  mutating func performInStory(_ command: Command) {
    let page = max(1, size.rows - 3)
    switch command {
    case .cancel: overlay = nil
    case .up: scrollStory(by: -1)
    case .down: scrollStory(by: 1)
    case .pageUp: scrollStory(by: -page)
    case .pageDown: scrollStory(by: page)
    case .first: scrollStory(to: 0)
    case .last: scrollStory(to: .max)
    default: break  // The keymap sends nothing else here.
    }
  }

  /// Scrolls the page, as far as there is something to show.
  mutating func scrollStory(by count: Int) {
    guard case .story(let page) = overlay else { return }
    scrollStory(to: page.top + count)
  }

  private mutating func scrollStory(to top: Int) {
    guard case .story(var page) = overlay else { return }
    let last = max(0, lines(of: page).count - max(1, size.rows - 2))
    page.top = min(max(0, top), last)
    overlay = .story(page)
  }

  /// A line of the page.
  private struct StoryLine {
    var text: String
    var indent = 2
    var style: Style = .normal
  }

  private func lines(of page: StoryPage) -> [StoryLine] {
    var lines = wrapped(StoryLine(text: page.name, style: .header))
    if page.events.isEmpty {
      lines += wrapped(StoryLine(text: wording.noHistoryHere, style: .muted))
    }
    for event in page.events {
      lines += wrapped(StoryLine(text: event.head, style: .muted))
      for change in event.changes {
        for text in texts(of: change) { lines += wrapped(StoryLine(text: text, indent: 6)) }
      }
    }
    return lines
  }

  private func texts(of change: StoryEvent.Change) -> [String] {
    switch change {
    case .value(let from, let to):
      [wording.change(from: from ?? wording.blankValue, to: to ?? wording.blankValue)]
    case .hunk(let paragraph, let from, let to):
      [wording.paragraph(paragraph)]
        + [from.map(wording.removed), to.map(wording.added)].compactMap { $0 }
    }
  }

  private func wrapped(_ line: StoryLine) -> [StoryLine] {
    let width = max(2, size.columns - line.indent - 1)
    guard metrics.width(line.text) > width else { return [line] }
    let layout = TextLayout(line.text, width: width, metrics: metrics)
    return layout.lines.map { range in
      StoryLine(
        text: String(layout.characters[range]), indent: line.indent, style: line.style)
    }
  }

  func draw(_ page: StoryPage, into grid: inout Grid) {
    let area = grid.bounds
    grid.fill(Rect(x: 0, y: 0, width: area.width, height: 1), style: .title)
    grid.write(wording.historyTitle, x: 1, y: 0, style: .title)
    let lines = lines(of: page)
    for (offset, line) in lines.dropFirst(page.top).prefix(max(0, area.height - 2)).enumerated() {
      grid.write(line.text, x: line.indent, y: offset + 1, style: line.style)
    }
    let bottom = Rect(x: 0, y: area.height - 1, width: area.width, height: 1)
    grid.fill(bottom, style: .keys)
    grid.write(wording.helpKeys, x: 1, y: bottom.y, style: .keys, in: bottom)
  }
}
