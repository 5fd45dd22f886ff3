import CellGrid
import Documents
import Editor
import FormCatalog
import ReportModel
import Simulation
import Wording

/// A paste into a table, at the first cell and at the last, and into everything that the editor
/// shows.
func feedPaste(_ bytes: [UInt8]) throws(BrokenPromise) {
  guard let text = String(validating: bytes, as: UTF8.self) else { return }
  let draft = try sampleDraft(for: bytes)
  let cells = draft.form.cellCount
  for corner in [CellIndex(0), CellIndex(cells - 1)] {
    let reading = PasteReading(text, for: draft.form, at: corner)
    for value in reading.values {
      try require(0..<cells ~= value.cell.position, "a figure is placed outside of the form")
    }
  }
  var editor = sampleEditor(on: draft, access: .editing)
  for _ in draft.form.sections.indices {
    _ = editor.update(.input(.paste(text)))
    try requireWholeScreen(of: &editor)
    _ = editor.update(.input(.key(Key(.enter))))
    _ = editor.update(.input(.key(Key(.escape))))
    _ = editor.update(.input(.key(.function(6))))
  }
  try requireUndone(&editor, to: draft)
}
