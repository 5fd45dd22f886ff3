import CellGrid
import ReportModel
import Wording

/// What a session that was cut off left unsaved, before it is restored or given up.
struct RecoveryForm: Equatable, Sendable {
  /// A line of what would change: where, and from what to what.
  struct Line: Equatable, Sendable {
    var label: String
    var change: String
  }

  let recovery: Recovery
  /// Its number among those that were left.
  let number: Int
  /// The draft as it would be.
  let restored: Draft
  let lines: [Line]
  var top = 0

  init(_ recovery: Recovery, number: Int, restored: Draft, in editor: Editor) {
    self.recovery = recovery
    self.number = number
    self.restored = restored
    lines = Self.lines(restored, recovery.halfTyped, in: editor)
  }

  /// How many changes there are, what is half typed among them.
  var changeCount: Int { lines.count }

  private static func lines(
    _ restored: Draft, _ halfTyped: HalfTyped?, in editor: Editor
  ) -> [Line] {
    let (draft, wording) = (editor.draft, editor.wording)
    var lines = draft.edits(to: restored).map { edit -> Line in
      switch edit {
      case .cell(let cell, let from, let to):
        Line(
          label: wording.fullName(of: cell, in: draft.form),
          change: wording.pasteChange(from: from, to: to))
      case .text(let section, _, let from, let to):
        Line(
          label: draft.form.section(section)?.title ?? section,
          change: wording.textChange(from: from, to: to))
      case .organ(let key, let from, let to):
        Line(label: wording.name(of: key), change: wording.wordChange(from: from, to: to))
      case .year(let from, let to):
        Line(label: wording.name(of: nil), change: "\(from) → \(to)")
      case .acceptances(let from, let to):
        Line(label: wording.acceptances, change: "\(from.count) → \(to.count)")
      case .comments(let from, let to):
        Line(label: wording.commentsName, change: "\(from.count) → \(to.count)")
      case .review(let from, let to):
        Line(
          label: wording.reviewRecord, change: "\(from.steps.count) → \(to.steps.count)")
      }
    }
    if let halfTyped {
      let cell = Address(halfTyped.at).flatMap { draft.form.cell(at: $0) }
      let place = cell.map { wording.fullName(of: $0, in: draft.form) } ?? wording.organEntry
      lines.append(Line(label: place, change: wording.halfTyped(halfTyped.text)))
    }
    return lines
  }
}

extension Editor {
  mutating func performInRecovery(_ command: Command) -> [Effect] {
    guard case .recovery(let form) = overlay else { return [] }
    switch command {
    case .open: return restore(form)
    case .blank: overlay = .question(.giveUp(form, wording))
    case .cancel:
      overlay = nil
      tell(wording.recoveryKept)
    case .up: scrollRecovery(by: -1)
    case .down: scrollRecovery(by: 1)
    case .pageUp: scrollRecovery(by: -PreviewLayout(size: size).list.height)
    case .pageDown: scrollRecovery(by: PreviewLayout(size: size).list.height)
    default: break  // The keymap sends nothing else here.
    }
    return []
  }

  mutating func scrollRecovery(by count: Int) {
    guard case .recovery(var form) = overlay else { return }
    let last = max(0, form.lines.count - PreviewLayout(size: size).list.height)
    form.top = min(max(0, form.top + count), last)
    overlay = .recovery(form)
  }

  /// Makes what was left one step of this session, and goes on typing where it was cut off.
  mutating func restore(_ form: RecoveryForm) -> [Effect] {
    overlay = nil
    let edits = draft.edits(to: form.restored)
    perform(edits)
    if let halfTyped = form.recovery.halfTyped { resume(halfTyped) }
    tell(wording.restored(form.changeCount, undoKey: keyName(of: .undo)), .good)
    return [.recovered(form.number)]
  }

  /// Gives up what was left.
  mutating func giveUp(_ form: RecoveryForm) -> [Effect] {
    tell(wording.gaveUp)
    return [.gaveUp(form.number)]
  }

  func draw(_ form: RecoveryForm, into grid: inout Grid) {
    let layout = PreviewLayout(size: grid.size)
    grid.fill(layout.box, style: .dialog)
    if layout.hasFrame {
      drawFrame(layout.box, into: &grid)
      grid.write(
        " " + wording.recoveryTitle + " ", x: layout.box.x + 2, y: layout.box.y, style: .dialog,
        in: layout.box)
    }
    grid.write(
      wording.leftBy(form.recovery, count: form.changeCount), x: layout.summary.x,
      y: layout.summary.y, style: .header, in: layout.summary)
    for (offset, line) in form.lines.dropFirst(form.top).prefix(layout.list.height).enumerated() {
      draw(line, y: layout.list.y + offset, in: layout.list, into: &grid)
    }
    let key = { (command: Command) in
      keymap.key(for: command, in: .recovery).map(wording.keyName) ?? ""
    }
    let keys = wording.recoveryKeys(
      restore: key(.open), giveUp: key(.blank), later: key(.cancel))
    grid.write(keys, x: layout.keys.x, y: layout.keys.y, style: .suggestion, in: layout.keys)
    grid.caret = Point(x: layout.keys.x, y: layout.keys.y)
  }

  private func draw(_ line: RecoveryForm.Line, y: Int, in area: Rect, into grid: inout Grid) {
    let change = metrics.truncate(line.change, width: max(0, area.width * 2 / 3))
    let width = metrics.width(change)
    let room = max(0, area.width - width - 2)
    let label = metrics.truncate(line.label, width: room)
    grid.write(label, x: area.x, y: y, style: .dialog, in: area)
    grid.write(change, x: area.maxX - width, y: y, style: .dialog, in: area)
  }
}
