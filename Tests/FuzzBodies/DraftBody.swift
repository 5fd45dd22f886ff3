import Documents
import FormCatalog
import ReportModel
import Storage

/// What can be read as a draft is written, read again, judged and exported.
func feedDraft(_ bytes: [UInt8]) throws(BrokenPromise) {
  let draft: Draft
  do throws(DraftError) {
    draft = try DraftFile.draft(reading: bytes)
  } catch {
    try require(0...bytes.count ~= error.offset, "an error is placed outside of the file")
    return
  }
  try requireSameAgain(draft)
  try requireJudgedAlike(draft)
  for edition in [Edition.draft, .final] {
    let page = Document(report: draft).html(edition)
    try require(page.hasSuffix("</html>\n"), "the page is cut")
  }
}

/// A draft that was saved is the same draft when it is read, and the same bytes when that is saved.
func requireSameAgain(_ draft: Draft) throws(BrokenPromise) {
  let written = DraftFile.bytes(of: draft)
  let again: Draft
  do throws(DraftError) {
    again = try DraftFile.draft(reading: written)
  } catch {
    throw BrokenPromise("what was written cannot be read: \(error)")
  }
  try require(again == draft, "what was written is read as another draft")
  try require(DraftFile.bytes(of: again) == written, "the same draft gives other bytes")
}

/// Findings point into the draft; following the edits gives what judging anew gives.
func requireJudgedAlike(_ draft: Draft) throws(BrokenPromise) {
  var blank = draft
  for position in 0..<draft.form.cellCount { blank[CellIndex(position)] = nil }
  var followed = Validation(blank)
  for position in 0..<draft.form.cellCount {
    let cell = CellIndex(position)
    if let figure = draft[cell] { followed.note(cell, from: nil, to: figure) }
  }
  try require(followed == Validation(draft), "judging edit by edit gives another result")
  for finding in followed.findings(in: draft) {
    for cell in finding.at {
      try require(0..<draft.form.cellCount ~= cell.position, "a finding points outside of the form")
    }
    guard let place = finding.text else { continue }
    let length = draft.text(of: place.section).text.unicodeScalars.count
    try require(
      place.range.lowerBound >= 0 && place.range.upperBound <= length,
      "a finding points outside of the text")
  }
}
