import Documents
import FormCatalog
import ReportModel
import Storage

/// What can be read as a form is carried by an empty draft, which is judged and exported.
func feedForm(_ bytes: [UInt8]) throws(BrokenPromise) {
  let form: Form
  do throws(FormError) {
    form = try FormCatalog.form(reading: bytes)
  } catch {
    try require(0...bytes.count ~= error.offset, "an error is placed outside of the file")
    return
  }
  let draft = Draft(
    form: form, carriesForm: !FormCatalog.isShipped(form.id), organ: Organ(name: "某局"),
    year: form.firstYear ?? 2024)
  try requireSameAgain(draft)
  try requireJudgedAlike(draft)
  _ = form.contradictions()
  _ = Document(report: draft).html(.final)
}
