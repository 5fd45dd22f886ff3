import CellGrid
import Editor
import FormCatalog
import ReportModel
import Terminal

/// The bytes as a terminal would send them, read in portions; the first says how.
func feedKeys(_ bytes: [UInt8]) throws(BrokenPromise) {
  guard let first = bytes.first else { return }
  let draft = try sampleDraft(for: bytes)
  var editor = sampleEditor(on: draft, access: first & 1 == 1 ? .reviewing : .editing)
  var decoder = KeyDecoder()
  let portion = 1 + Int(first >> 4)
  var rest = bytes.dropFirst()
  while !rest.isEmpty {
    var inputs = decoder.decode(Array(rest.prefix(portion)))
    rest = rest.dropFirst(portion)
    if rest.isEmpty || first & 2 == 2 { inputs += decoder.timeOut() }
    for input in inputs { answer(editor.update(.input(input)), of: &editor) }
    if first & 12 != 0 { try requireWholeScreen(of: &editor) }
  }
  try requireWholeScreen(of: &editor)
  try requireUndone(&editor, to: draft)
}
