import CellGrid
import Documents
import ReportModel
import Wording

/// What a paste would change, before anything is changed.
struct PastePreview: Equatable, Sendable {
  /// One line of the preview.
  enum Line: Equatable, Sendable {
    case refusal(PasteReading.Refusal)
    case change(Change)
  }

  /// What one cell gets; nil makes it blank.
  struct Change: Equatable, Sendable {
    var cell: CellIndex
    var value: Quantity?
    var isMark: Bool
  }

  let reading: PasteReading
  /// Whether the cells that hold only a sign such as `/` get a 0; else they become blank.
  private(set) var fillsMarks = false
  /// What each cell gets, in form order.
  private(set) var changes: [Change] = []
  /// What is not understood first, then what changes, then what stays the same.
  private(set) var lines: [Line] = []
  /// How many cells change.
  private(set) var changeCount = 0
  /// The first line that shows.
  var top = 0

  init(_ reading: PasteReading, in draft: Draft) {
    self.reading = reading
    layOut(draft)
  }

  /// Gives the cells with signs a 0 instead of a blank, or a blank again.
  mutating func toggleMarks(in draft: Draft) {
    guard !reading.marks.isEmpty else { return }
    fillsMarks.toggle()
    layOut(draft)
  }

  private mutating func layOut(_ draft: Draft) {
    let marks = reading.marks.map {
      Change(cell: $0, value: fillsMarks ? .zero : nil, isMark: true)
    }
    let values = reading.values.map { Change(cell: $0.cell, value: $0.value, isMark: false) }
    changes = (values + marks).sorted { $0.cell < $1.cell }
    let changed = changes.filter { draft[$0.cell] != $0.value }
    let shown = changes.filter { draft[$0.cell] != $0.value || $0.isMark }
    let same = changes.filter { draft[$0.cell] == $0.value && !$0.isMark }
    changeCount = changed.count
    lines =
      reading.refusals.map { .refusal($0) } + shown.map { .change($0) } + same.map { .change($0) }
  }
}

extension Editor {
  /// Takes a text that was pasted into a table.
  ///
  /// One figure goes into the cell, or into all that are selected, as if typed; anything else is
  /// shown before it is taken.
  mutating func pasteInGrid(_ text: String) {
    guard canChange(), let cell else { return }
    if let value = Quantity(typed: text) {
      if let range = selectedRange {
        let before = history
        setCells(cells(in: range).flatMap { $0.map { ($0, value) } })
        if history != before {
          let count = cells(in: range).joined().count
          tell(wording.pasted(count, undoKey: keyName(of: .undo)), .good)
        }
      } else {
        pasteInCell(text)
      }
      return
    }
    let corner = targetRange.map { cells(in: $0)[0][0] } ?? cell
    let reading = PasteReading(text, for: draft.form, at: corner)
    guard !reading.values.isEmpty || !reading.marks.isEmpty else {
      // A single thing that cannot be placed has one reason.
      let only = reading.refusals.count == 1 ? reading.refusals.first : nil
      tell(only.map { notPasted($0) } ?? wording.nothingToPaste, .warning)
      return
    }
    overlay = .preview(PastePreview(reading, in: draft))
  }

  mutating func performInPreview(_ command: Command) {
    guard case .preview(var preview) = overlay else { return }
    let page = max(1, PreviewLayout(size: size).list.height - 1)
    switch command {
    case .cancel:
      overlay = nil
      return
    case .open:
      overlay = nil
      take(preview)
      return
    case .changeChoice: preview.toggleMarks(in: draft)
    case .up: preview.top -= 1
    case .down: preview.top += 1
    case .pageUp: preview.top -= page
    case .pageDown: preview.top += page
    default: return
    }
    scroll(&preview)
    overlay = .preview(preview)
  }

  private func scroll(_ preview: inout PastePreview) {
    let last = preview.lines.count - PreviewLayout(size: size).list.height
    preview.top = max(0, min(preview.top, last))
  }

  /// Moves what shows of a preview.
  mutating func scrollPreview(by count: Int) {
    guard case .preview(var preview) = overlay else { return }
    preview.top += count
    scroll(&preview)
    overlay = .preview(preview)
  }

  /// Makes a paste one step, and selects the first cell it fills.
  private mutating func take(_ preview: PastePreview) {
    // A figure half typed is taken over first where it is one, as before any command.
    if !commitTyping() { typing = nil }
    let edits = preview.changes.compactMap { change -> Edit? in
      let old = draft[change.cell]
      return old == change.value ? nil : .cell(change.cell, from: old, to: change.value)
    }
    guard let first = preview.changes.first?.cell, !edits.isEmpty else {
      tell(wording.pastedIsTheSame)
      return
    }
    perform(edits, movingTo: Place(entry: entry(of: first), spot: .cell(first)))
    tell(wording.pasted(edits.count, undoKey: keyName(of: .undo)), .good)
  }

  /// A line of a preview as it is drawn.
  private struct Shown {
    var mark = ""
    var left: String
    var right = ""
    var style: Style = .dialog
    /// The style of the sign.
    var markStyle: Style = .dialog
  }

  private func shown(_ line: PastePreview.Line) -> Shown {
    let symbols = Symbols(metrics)
    switch line {
    case .refusal(let refusal):
      return Shown(mark: symbols.error, left: notPasted(refusal), markStyle: .error)
    case .change(let change):
      let name = wording.fullName(of: change.cell, in: draft.form)
      let old = draft[change.cell]
      let figures = wording.pasteChange(from: old, to: change.value)
      if change.isMark {
        return Shown(mark: symbols.warning, left: name, right: figures, markStyle: .warning)
      }
      if old == change.value {
        return Shown(left: name, right: change.value?.description ?? "", style: .muted)
      }
      return Shown(left: name, right: figures)
    }
  }

  private func notPasted(_ refusal: PasteReading.Refusal) -> String {
    wording.notPasted(
      lines: refusal.lines, String(refusal.text.prefix(40)), reason(refusal.reason))
  }

  private func reason(_ reason: PasteReading.Reason) -> String {
    switch reason {
    case .outside: wording.pasteOutside
    case .noFigure: wording.pasteNoFigure
    case .unit(let unit): wording.pasteUnit(unit)
    case .noLabel: wording.pasteNoLabel
    case .unknownLabel: wording.pasteUnknownLabel
    case .ambiguousLabel: wording.pasteAmbiguousLabel
    case .figureCount(let found, let expected):
      wording.pasteFigureCount(found: found, expected: expected)
    case .columns: wording.pasteColumns
    case .twice: wording.pasteTwice
    case .tooLong: wording.pasteTooLong
    case .tooManyDigits: wording.pasteTooManyDigits
    }
  }

  func draw(_ preview: PastePreview, into grid: inout Grid) {
    let layout = PreviewLayout(size: grid.size)
    grid.fill(layout.box, style: .dialog)
    if layout.hasFrame {
      drawFrame(layout.box, into: &grid)
      grid.write(
        " " + wording.pasteTitle + " ", x: layout.box.x + 2, y: layout.box.y, style: .dialog,
        in: layout.box)
    }
    let reading = preview.reading
    let summary = wording.pasteSummary(
      changed: preview.changeCount, unchanged: preview.changes.count - preview.changeCount,
      marks: reading.marks.count, refused: reading.refusals.count)
    grid.write(
      summary, x: layout.summary.x, y: layout.summary.y, style: .header, in: layout.summary)
    let lines = preview.lines.dropFirst(preview.top).prefix(layout.list.height)
    for (offset, line) in lines.enumerated() {
      draw(shown(line), y: layout.list.y + offset, in: layout.list, into: &grid)
    }
    let key = { (command: Command) in
      keymap.key(for: command, in: .preview).map(wording.keyName) ?? ""
    }
    let keys = wording.pasteKeys(
      take: key(.open), marks: reading.marks.isEmpty ? nil : key(.changeChoice),
      cancel: key(.cancel), fills: preview.fillsMarks, count: reading.marks.count)
    grid.write(keys, x: layout.keys.x, y: layout.keys.y, style: .suggestion, in: layout.keys)
    grid.caret = Point(x: layout.keys.x, y: layout.keys.y)
  }

  private func draw(_ line: Shown, y: Int, in area: Rect, into grid: inout Grid) {
    let width = metrics.width(line.right)
    let gutter = 2
    let room = max(0, area.width - gutter - (width > 0 ? width + 2 : 0))
    grid.write(line.mark, x: area.x, y: y, style: line.markStyle, in: area)
    grid.write(
      metrics.truncate(line.left, width: room), x: area.x + gutter, y: y, style: line.style,
      in: area)
    grid.write(line.right, x: area.maxX - width, y: y, style: line.style, in: area)
  }
}

/// Where the parts of a preview stand on a screen: nearly all of it.
struct PreviewLayout {
  let box: Rect
  let hasFrame: Bool
  let summary: Rect
  let list: Rect
  let keys: Rect

  init(size: Size) {
    let width = min(size.columns, 100)
    let height = size.rows > 8 ? size.rows - 2 : size.rows
    hasFrame = height >= 6 && width >= 10
    box = Rect(
      x: (size.columns - width) / 2, y: (size.rows - height) / 2, width: width, height: height)
    let inset = hasFrame ? 1 : 0
    let x = box.x + inset + (hasFrame ? 1 : 0)
    let inner = Rect(
      x: x, y: box.y + inset, width: box.maxX - inset - (hasFrame ? 1 : 0) - x,
      height: box.height - 2 * inset)
    let keysHeight = inner.height >= 2 ? 1 : 0
    let summaryHeight = inner.height >= 3 ? 1 : 0
    summary = Rect(x: inner.x, y: inner.y, width: inner.width, height: summaryHeight)
    keys = Rect(x: inner.x, y: inner.maxY - keysHeight, width: inner.width, height: keysHeight)
    list = Rect(
      x: inner.x, y: summary.maxY, width: inner.width,
      height: inner.height - summaryHeight - keysHeight)
  }
}
