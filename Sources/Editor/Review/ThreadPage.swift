import CellGrid
import ReportModel
import Wording

/// What was said about the place where the person is, and what they are about to say.
struct ThreadPage: Equatable, Sendable {
  /// What a new comment can be about: the cell, its row, its table; or the words, the text.
  struct Scope: Equatable, Sendable {
    var at: String
    var quote: String?
  }

  var scopes: [Scope]
  var scope = 0
  /// Which comment is chosen, by its number in the draft; nil is a new one.
  var chosen: Int?
  var input = LineInput("")
  /// The first line that shows.
  var top = 0
}

/// Something that is noted with its time.
package enum Stamped: Equatable, Sendable {
  case comment(at: String, quote: String?, text: String)
  /// An answer to a comment, by its number in the draft.
  case reply(Int, text: String)
  /// A comment settled, or opened again.
  case resolve(Int, Bool)
  case submit
  case sendBack(reason: String)
  case sign(stage: String)
}

extension Editor {
  /// Shows what was said here.
  mutating func openThread() {
    let scopes = threadScopes
    guard !scopes.isEmpty else {
      tell(wording.noCommentsHere)
      return
    }
    var page = ThreadPage(scopes: scopes)
    let here = comments(of: page)
    page.chosen = here.first { draft.comments[$0].isOpen } ?? here.last
    overlay = .thread(page)
    showChosenRemark()
  }

  /// What can be commented on where the person is; nothing in the list of the organ's data.
  var threadScopes: [ThreadPage.Scope] {
    switch spots[entry] {
    case .field: return []
    case .cell(let cell):
      let address = draft.form.address(of: cell)
      return [
        address.description, "\(address.table).\(address.row)", address.table,
      ].map { ThreadPage.Scope(at: $0) }
    case .caret:
      guard let section else { return [] }
      let whole = ThreadPage.Scope(at: section.id)
      guard let words = selectedWords, !words.isEmpty else { return [whole] }
      return [ThreadPage.Scope(at: section.id, quote: words), whole]
    }
  }

  /// The words of the text that are selected; nil where none are.
  private var selectedWords: String? { textSelection.map { text.text(in: $0) } }

  /// The numbers of the comments where the person is.
  var commentsHere: [Int] { comments(on: threadScopes) }

  private func comments(of page: ThreadPage) -> [Int] { comments(on: page.scopes) }

  private func comments(on scopes: [ThreadPage.Scope]) -> [Int] {
    let places = Set(scopes.map(\.at))
    return draft.comments.indices.filter { places.contains(draft.comments[$0].at) }
  }

  /// The comments where the person is that are open, for the line above the details.
  var openCommentsHere: [Comment] {
    guard !draft.comments.isEmpty else { return [] }
    let places = Set(threadScopes.map(\.at))
    return draft.comments.filter { $0.isOpen && places.contains($0.at) }
  }

  mutating func performInThread(_ command: Command) -> [Effect] {
    guard case .thread(var page) = overlay else { return [] }
    let order = comments(of: page).map { Int?.some($0) } + [nil]
    let here = order.firstIndex(of: page.chosen) ?? order.count - 1
    switch command {
    case .cancel:
      overlay = nil
      return []
    case .open: return send(page)
    case .up: page.chosen = order[max(0, here - 1)]
    case .down: page.chosen = order[min(order.count - 1, here + 1)]
    case .pageUp: page.top = max(0, page.top - max(1, size.rows - 6))
    case .pageDown: page.top += max(1, size.rows - 6)
    case .nextCell: page.scope = (page.scope + 1) % page.scopes.count
    case .previousCell:
      page.scope = (page.scope + page.scopes.count - 1) % page.scopes.count
    case .settle:
      guard let chosen = page.chosen, draft.comments.indices.contains(chosen) else { return [] }
      return [.stamp(.resolve(chosen, draft.comments[chosen].isOpen))]
    default:
      guard page.input.perform(command) else { return [] }
    }
    overlay = .thread(page)
    if [.up, .down].contains(command) { showChosenRemark() }
    return []
  }

  mutating func insertInThread(_ text: String) {
    guard case .thread(var page) = overlay else { return }
    page.input.insert(String(text.map { $0.isNewline ? " " : $0 }))
    overlay = .thread(page)
  }

  /// Says what was typed: an answer to the chosen comment, or a new one.
  private mutating func send(_ page: ThreadPage) -> [Effect] {
    let text = String(page.input.text.trimmingBlanks)
    guard !text.isEmpty else {
      tell(wording.commentEmpty, .warning)
      return []
    }
    if let chosen = page.chosen { return [.stamp(.reply(chosen, text: text))] }
    let scope = page.scopes[page.scope]
    return [.stamp(.comment(at: scope.at, quote: scope.quote, text: text))]
  }

  /// Notes what was asked to be stamped.
  mutating func take(_ stamped: Stamped, on moment: String) -> [Effect] {
    var comments = draft.comments
    let person = person
    func remark(_ text: String) -> Comment.Remark {
      Comment.Remark(by: person, on: moment, text: text)
    }
    switch stamped {
    case .comment(let at, let quote, let text):
      comments.append(Comment(at: at, quote: quote, remark(text)))
    case .reply(let number, _) where !comments.indices.contains(number),
      .resolve(let number, _) where !comments.indices.contains(number):
      // What others saved came in between.
      return []
    case .reply(let number, let text): comments[number].replies.append(remark(text))
    case .resolve(let number, let isSettled):
      comments[number].resolution =
        isSettled ? Comment.Resolution(by: person, on: moment) : nil
    case .submit, .sendBack, .sign: return step(stamped, on: moment)
    }
    perform([.comments(from: draft.comments, to: comments)])
    guard case .thread(var page) = overlay else { return [] }
    if case .comment = stamped { page.chosen = comments.count - 1 }
    page.input = LineInput("")
    overlay = .thread(page)
    showChosenRemark()
    return []
  }

  // Drawing.

  private struct ThreadLine {
    var text: String
    var indent: Int
    var style: Style
    var comment: Int?
  }

  private func lines(of page: ThreadPage) -> [ThreadLine] {
    var lines: [ThreadLine] = []
    func add(_ text: String, indent: Int, _ style: Style, _ comment: Int?) {
      let layout = TextLayout(
        text, width: max(2, size.columns - indent - 1), metrics: metrics)
      for range in layout.lines {
        lines.append(
          ThreadLine(
            text: String(layout.characters[range]), indent: indent, style: style,
            comment: comment))
      }
    }
    for number in comments(of: page) {
      let comment = draft.comments[number]
      let isChosen = number == page.chosen
      let head = wording.commentHead(
        number + 1, place: wording.placeName(comment.at, in: draft.form), quote: comment.quote,
        isOpen: comment.isOpen)
      add((isChosen ? "▸ " : "  ") + head, indent: 1, isChosen ? .header : .muted, number)
      for remark in comment.remarks { add(wording.remarkLine(remark), indent: 5, .normal, number) }
      if let resolution = comment.resolution {
        add(wording.resolutionLine(resolution), indent: 5, .good, number)
      }
    }
    if lines.isEmpty { add(wording.nobodySaidAnything, indent: 3, .muted, nil) }
    return lines
  }

  /// Scrolls so that what was chosen shows.
  private mutating func showChosenRemark() {
    guard case .thread(var page) = overlay else { return }
    let lines = lines(of: page)
    let height = max(1, Self.threadHeight(size))
    let first = lines.firstIndex { $0.comment == page.chosen } ?? max(0, lines.count - height)
    let last = lines.lastIndex { $0.comment == page.chosen } ?? lines.count - 1
    if last >= page.top + height { page.top = last - height + 1 }
    if first < page.top { page.top = first }
    page.top = min(max(0, page.top), max(0, lines.count - height))
    overlay = .thread(page)
  }

  /// How many lines of what was said show.
  private static func threadHeight(_ size: Size) -> Int { size.rows - 5 }

  func draw(_ page: ThreadPage, into grid: inout Grid) {
    let area = grid.bounds
    let frame = Frame(size: grid.size)
    drawTitle(in: frame.title, into: &grid)
    let top = frame.title.height
    let height = max(0, Self.threadHeight(grid.size))
    let lines = lines(of: page)
    let first = min(page.top, max(0, lines.count - height))
    for (offset, line) in lines.dropFirst(first).prefix(height).enumerated() {
      grid.write(line.text, x: line.indent, y: top + offset, style: line.style)
    }
    let promptY = top + height
    let scope = page.scopes[page.scope]
    let prompt: String
    if let chosen = page.chosen {
      prompt = wording.replyPrompt(chosen + 1)
    } else {
      prompt = wording.commentPrompt(
        wording.placeName(scope.at, in: draft.form), quote: scope.quote)
    }
    let shown = notice.map(\.text) ?? prompt
    grid.write(
      metrics.truncate(shown, width: max(0, area.width - 2)), x: 1, y: promptY,
      style: notice?.style ?? .suggestion, in: area)
    let line = Rect(x: 1, y: promptY + 1, width: max(0, area.width - 2), height: 1)
    page.input.draw(in: line, of: &grid, style: .editing)
    drawKeys(in: frame.keys, into: &grid)
  }
}
