import CellGrid
import Editor
import FormCatalog
import ReportModel
import Simulation
import Wording

/// What the editor is tried on: made once, for making it costs more than a trial.
private enum Sample {
  static let drafts = FormCatalog.shippedIDs.compactMap { id -> Draft? in
    guard let form = FormCatalog.form(id: id), var draft = SampleReport.statutory(form, seed: 7)
    else { return nil }
    for section in form.textSections {
      draft.setText(Prose("（一）主动公开政府信息 12 件。\n（二）本年新收 3 件，均已答复。"), of: section.id)
    }
    return draft
  }
}

/// A draft with figures and texts on one of the shipped forms, as the number of bytes decides.
func sampleDraft(for bytes: [UInt8]) throws(BrokenPromise) -> Draft {
  let drafts = Sample.drafts
  try require(drafts.count == FormCatalog.shippedIDs.count, "there is no sample on a shipped form")
  return drafts[bytes.count % drafts.count]
}

func sampleEditor(on draft: Draft, access: Editor.Access) -> Editor {
  Editor(
    draft: draft, access: access, fileName: "x.json",
    wording: Wording(.chinese), size: Size(columns: 80, rows: 24))
}

/// Answers what the editor asks of the world, which has a bad day.
func answer(_ effects: [Effect], of editor: inout Editor) {
  for effect in effects {
    switch effect {
    case .save: _ = editor.update(.saveFailed(message: "磁盘已满"))
    case .edit(let text): _ = editor.update(.edited(text + "改\n。"))
    default: break
    }
  }
}

/// The screen is the one that would be drawn from nothing, and the caret stands in it.
func requireWholeScreen(of editor: inout Editor) throws(BrokenPromise) {
  let grid = editor.screen()
  try require(grid == editor.screenFromNothing(), "what was kept differs from a fresh draw")
  if let caret = grid.caret {
    try require(grid.bounds.contains(caret), "the caret stands outside of the screen")
  }
}

/// Everything that was done can be undone.
func requireUndone(_ editor: inout Editor, to draft: Draft) throws(BrokenPromise) {
  for _ in 0..<6 { answer(editor.update(.input(.key(Key(.escape)))), of: &editor) }
  while editor.canUndo { _ = editor.update(.input(.key(.control("z")))) }
  try require(editor.draft == draft, "undoing everything gives another draft")
  try require(editor.validation == Validation(draft), "what is found has drifted")
}
