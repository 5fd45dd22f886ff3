import CellGrid
package import Editor
import ReportModel
import Simulation

/// An editor under noise, and the promises it must keep.
package struct EditorTrial {
  /// A promise that was broken, and after how many events.
  package struct Broken: Error, CustomStringConvertible {
    package var promise: String
    package var events: Int

    package var description: String { "\(promise) after \(events) events" }
  }

  package private(set) var editor: Editor
  private let draft: Draft
  /// What the editor's notes alone make of the draft.
  private var noted: Draft
  private var inputs: RandomInputs
  private var dice: Dice
  private var count = 0

  /// A trial on an editor whose draft was not changed yet.
  package init(_ editor: Editor, seed: UInt64) {
    self.editor = editor
    draft = editor.draft
    noted = editor.draft
    inputs = RandomInputs(seed: seed)
    dice = Dice(seed: ~seed)
  }

  /// Feeds events, and looks at the screen after every `stride` of them.
  package mutating func run(events: Int, lookingEvery stride: Int) throws(Broken) {
    for _ in 0..<events {
      count += 1
      for input in inputs.next() { answer(editor.update(.input(input))) }
      if count % stride == 0 { try look() }
    }
  }

  /// Answers what the editor asks of the world, well or badly.
  private mutating func answer(_ effects: [Effect]) {
    for effect in effects {
      let isWell = Bool.random(using: &dice)
      switch effect {
      case .save(let draft), .saveMerged(let draft): save(draft, isWell: isWell)
      case .edit(let text):
        tell(isWell ? .edited(text + "改\n。") : .editFailed(message: "没有编辑器"))
      case .saveElsewhere(let draft, _):
        tell(isWell ? .savedElsewhere(draft, fileName: "y.json") : .saveFailed(message: "磁盘已满"))
      case .note(let edits, _):
        for edit in edits { noted.apply(edit) }
        if Int.random(in: 0..<50, using: &dice) == 0 { tell(.notNoted(message: "磁盘已满")) }
      case .stamp(let stamped):
        tell(.stamped(stamped, on: "2026-01-14T16:02:41+08:00"))
      case .rescue, .redraw, .quit, .copy, .suspend, .recovered, .gaveUp, .leave,
        .record:
        break
      }
    }
  }

  /// Tells the editor how something went, and answers what it asks then.
  private mutating func tell(_ event: Event) {
    let effects = editor.update(event)
    switch event {
    // What is saved needs no note.
    case .saved(let written), .savedElsewhere(let written, _): noted = written
    case .input, .conflicted, .saveFailed, .opened, .notNoted, .edited, .editFailed, .notCopied,
      .stamped, .recorded:
      break
    }
    answer(effects)
  }

  /// Saves well, with the changes of somebody else, badly, or not before a choice is made.
  private mutating func save(_ draft: Draft, isWell: Bool) {
    guard isWell else {
      tell(.saveFailed(message: "磁盘已满"))
      return
    }
    let base = changedByOthers(draft)
    let theirs = changedByOthers(base)
    do throws(MergeError) {
      let merge = try Merge(base: base, ours: draft, theirs: theirs)
      tell(
        merge.conflicts.isEmpty || Bool.random(using: &dice)
          ? .saved(Bool.random(using: &dice) ? draft : theirs) : .conflicted(merge))
    } catch {
      // The drafts are on one form.
    }
  }

  /// A draft after somebody else worked on it.
  private mutating func changedByOthers(_ draft: Draft) -> Draft {
    var changed = draft
    for _ in 0..<Int.random(in: 0...4, using: &dice) {
      let cell = CellIndex(Int.random(in: 0..<draft.form.cellCount, using: &dice))
      changed[cell] = Quantity(whole: Int64.random(in: 0...99, using: &dice))
    }
    if let section = draft.form.textSections.randomElement(using: &dice)?.id {
      var text = changed.text(of: section)
      let paragraphs = text.paragraphs.indices
      let start = Int.random(in: paragraphs, using: &dice)
      let end = Int.random(in: start...paragraphs.upperBound, using: &dice)
      text.replace(start..<end, with: ["别人写的一段 \(start)。"])
      changed.setText(text, of: section)
    }
    return changed
  }

  /// The screen is the one that would be drawn from nothing, and whole.
  private func look() throws(Broken) {
    let grid = editor.screen()
    let fresh = editor.screenFromNothing()
    if grid != fresh {
      let rows = (0..<grid.size.rows).filter { grid.text(row: $0) != fresh.text(row: $0) }
      let shown = rows.prefix(2).map { "“\(grid.text(row: $0))” not “\(fresh.text(row: $0))”" }
      throw broken("what was kept differs from a fresh draw: \(shown.joined(separator: ", "))")
    }
    if let missing = noted.edits(to: editor.draft).first {
      throw broken("the journal does not know of \(missing)")
    }
    if let caret = grid.caret, !grid.bounds.contains(caret) {
      throw broken("the caret stands outside")
    }
    for y in 0..<grid.size.rows {
      for x in 0..<grid.size.columns {
        let isRightHalf = x > 0 && grid[x - 1, y].width == 2
        if (grid[x, y].width == 0) != isRightHalf { throw broken("half of a character is left") }
        if grid[x, y].width == 2, x + 1 == grid.size.columns { throw broken("a character is cut") }
      }
    }
  }

  /// Ends the trial: everything can be taken back and done again, and what is found is what a
  /// draft read anew would be found to have.
  package mutating func finish() throws(Broken) {
    for _ in 0..<6 { _ = editor.update(.input(.key(Key(.escape)))) }
    while editor.canUndo { _ = editor.update(.input(.key(.control("z")))) }
    if editor.draft != draft { throw broken("undoing everything gives another draft") }
    if editor.validation != Validation(draft) { throw broken("what is found has drifted") }
    while editor.canRedo { _ = editor.update(.input(.key(.control("y")))) }
    if editor.validation != Validation(editor.draft) { throw broken("what is found has drifted") }
  }

  private func broken(_ promise: String) -> Broken { Broken(promise: promise, events: count) }
}
