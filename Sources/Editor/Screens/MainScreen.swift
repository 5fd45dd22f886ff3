package import CellGrid
import Documents
import ReportModel
import Wording

extension Editor {
  /// What the terminal is to show now.
  ///
  /// Total: it draws at any size, 0×0 included.
  package func screen() -> Grid {
    if coversScreen { return coveredScreen() }
    let frame = Frame(size: size)
    var grid = backdrop.flatMap { $0.inputs == backdropInputs ? $0.grid : nil } ?? drawnBackdrop()
    if pane == .findings { drawFindings(into: &grid) }
    if showsMain {
      switch spots[entry] {
      case .field: drawOrgan(into: &grid)
      case .caret: drawText(into: &grid)
      case .cell: drawSheetCursor(into: &grid)
      }
    }
    drawDetails(in: frame.details, into: &grid)
    switch overlay {
    case .question(let question): draw(question, into: &grid)
    case .reason(let prompt): draw(prompt, into: &grid)
    case .picker(let picker): draw(picker, into: &grid)
    case .preview(let preview): draw(preview, into: &grid)
    case .replacing(let form): draw(form, into: &grid)
    case .recovery(let form): draw(form, into: &grid)
    case .path(let form): draw(form, into: &grid)
    case .help, .story, .conflicts, .overview, .thread, nil: break
    }
    return grid
  }

  /// Whether what lies over the main screen leaves nothing of it to be seen.
  var coversScreen: Bool {
    switch overlay {
    case .help, .story, .conflicts, .overview, .thread: true
    case .question, .reason, .picker, .preview, .replacing, .recovery, .path, nil: false
    }
  }

  /// The screen where nothing of the main one shows.
  private func coveredScreen() -> Grid {
    var grid = Grid(size: size, metrics: metrics)
    if case .help(let context, let top) = overlay { drawHelp(for: context, top: top, into: &grid) }
    if case .story(let page) = overlay { draw(page, into: &grid) }
    if case .conflicts(let list) = overlay { draw(list, into: &grid) }
    if case .overview(let page) = overlay { draw(page, into: &grid) }
    if case .thread(let page) = overlay { draw(page, into: &grid) }
    return grid
  }

  /// The same screen, drawn without anything that was kept.
  package func screenFromNothing() -> Grid {
    var forgetful = self
    forgetful.backdrop = nil
    return forgetful.screen()
  }

  /// Whether the current entry shows, beside the contents or in their place.
  var showsMain: Bool {
    switch pane {
    case .main: true
    case .contents: Frame(size: size).showsContents
    case .findings: false
    }
  }

  /// Scrolls the current entry so that the cursor shows.
  mutating func scrollIntoView() {
    switch spots[entry] {
    case .field: break
    case .caret: scrollTextIntoView()
    case .cell: scrollSheetIntoView()
    }
  }

  /// The top line: program, organ and year, file, what is open, and what one may do.
  func drawTitle(in area: Rect, into grid: inout Grid) {
    let symbols = Symbols(metrics)
    grid.fill(area, style: .title)
    let organ = draft.organ.name.isEmpty ? wording.unnamedOrgan : draft.organ.name
    let name = [organ, wording.year(draft.year)].joined(separator: " \(symbols.separator) ")
    let file = metrics.truncate(fileName, width: max(12, area.width / 4))
    let unsaved = isSaved ? " " : symbols.unsaved
    let blanks = validation.blankCount + problems.untouchedTexts.count
    let state = [
      file + " " + unsaved,
      wording.untouched(blanks) + " \(symbols.error)\(problems.count(.error))"
        + " \(symbols.warning)\(problems.count(.warning))",
      modeName, shownReviewState,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    let stateX = area.maxX - metrics.width(state) - 1
    let nameX = area.x + 1 + metrics.width(wording.programName) + 2
    let shownName = metrics.truncate(name, width: max(0, stateX - nameX - 2))
    grid.write(wording.programName, x: area.x + 1, y: area.y, style: .title, in: area)
    grid.write(shownName, x: nameX, y: area.y, style: .title, in: area)
    grid.write(state, x: max(nameX, stateX), y: area.y, style: .title, in: area)
  }

  /// What the person is here for, in a word.
  var modeName: String {
    if blindSheet != nil { return wording.typingAgain }
    return access == .reviewing ? wording.reviewing : wording.filling
  }

  /// How far the review is, in a word; empty where there is none.
  private var shownReviewState: String {
    guard let state = reviewStatus?.state, state != .none else { return "" }
    let sign =
      state == .void ? Symbols(metrics).error : state == .complete ? Symbols(metrics).done : ""
    return sign + wording.name(of: state)
  }

  /// The line of keys: what can be done here, as far as there is room.
  func drawKeys(in area: Rect, into grid: inout Grid) {
    grid.fill(area, style: .keys)
    for shown in shownKeys(in: area) {
      let after = grid.write(
        shown.key, x: shown.place.lowerBound, y: area.y, style: .keyName, in: area)
      grid.write(" " + shown.what, x: after, y: area.y, style: .keys, in: area)
    }
  }

  /// A key in the line of keys, with the columns it takes.
  struct ShownKey {
    var command: Command
    var key: String
    var what: String
    var place: Range<Int>
  }

  /// What a command is called in the line of keys; nil where it can do nothing now.
  private func shownName(of command: Command) -> String? {
    if case .preview(let preview) = overlay {
      switch command {
      case .open: return wording.pasteWord
      case .changeChoice: return preview.reading.marks.isEmpty ? nil : wording.fillOrBlank
      case .cancel: return wording.giveUp
      default: break
      }
    }
    if blindSheet != nil, overlay == nil, command == .save { return wording.compareSheet }
    if case .reason(let prompt) = overlay, prompt.purpose == .sendBack, command == .accept {
      return wording.shortName(.sendBack, in: context)
    }
    if access == .reviewing, command == .replace {
      return wording.shortName(.find, in: context)
    }
    let restores = command == .cancel && typing != nil && overlay == nil
    return restores ? wording.restore : wording.shortName(command, in: context)
  }

  /// The keys that have room in the line of keys.
  func shownKeys(in area: Rect) -> [ShownKey] {
    var shown: [ShownKey] = []
    var x = area.x + 1
    for command in Command.shownKeys(in: context) {
      if access == .reviewing, overlay == nil, command.changesDraft, isSaved || command != .save {
        continue
      }
      if isOutOfPlace(command) { continue }
      if access == .editing, [.sign, .sendBack].contains(command) { continue }
      if access == .reviewing, command == .submit { continue }
      if draft.review.stages.isEmpty, [.sign, .sendBack, .submit].contains(command) { continue }
      guard let key = keymap.key(for: command, in: context) else { continue }
      let keyName = wording.keyName(key)
      guard let what = shownName(of: command) else { continue }
      let width = metrics.width(keyName) + 1 + metrics.width(what)
      guard x + width <= area.maxX else { continue }
      shown.append(ShownKey(command: command, key: keyName, what: what, place: x..<x + width))
      x += width + 2
    }
    return shown
  }
}

extension Command {
  /// Whether the command can do nothing but change the draft, and so nothing in a review.
  fileprivate var changesDraft: Bool {
    [
      .editInPlace, .applySuggestion, .accept, .fillTotal, .changeChoice, .undo, .redo, .save,
      .externalEditor, .replaceOne, .replaceAll, .insertFigure,
    ].contains(self)
  }

  /// The commands that the line of keys shows in a context, the most needed first.
  static func shownKeys(in context: Context) -> [Command] {
    switch context {
    case .grid:
      [
        .help, .editInPlace, .applySuggestion, .nextFinding, .save, .quit, .palette, .nextPane,
        .accept, .compareYears, .comment, .overview, .fillTotal, .find, .undo,
      ]
    case .overwriting, .editing: [.nextLine, .nextCell, .cancel, .editInPlace, .save]
    case .text:
      [
        .help, .nextFinding, .save, .quit, .palette, .replace, .nextPane, .externalEditor, .accept,
        .insertFigure, .comment, .copy, .paste, .undo, .redo,
      ]
    case .organ: [.help, .editInPlace, .changeChoice, .nextFinding, .save, .quit, .palette]
    case .field: [.nextLine, .cancel, .save]
    case .contents: [.help, .open, .nextFinding, .save, .quit, .palette, .nextPane]
    case .findings: [.help, .open, .applySuggestion, .save, .quit, .palette, .nextPane]
    case .help, .story: [.cancel, .down, .up]
    case .reason: [.accept, .cancel]
    case .question, .picker: [.open, .down, .cancel]
    case .preview: [.open, .changeChoice, .down, .cancel]
    case .recovery: [.open, .blank, .down, .cancel]
    case .path: [.open, .cancel]
    case .replacing: [.open, .replaceOne, .replaceAll, .nextCell, .cancel]
    case .conflicts: [.left, .right, .changeChoice, .down, .open, .cancel]
    case .overview: [.cancel, .open, .down, .submit, .sendBack, .sign]
    case .thread: [.open, .cancel, .down, .nextCell, .settle]
    }
  }
}
