import ReportModel
import Testing

@Suite("A validation kept up edit by edit")
struct UpkeepTests {
  @Test("is what judging the whole draft anew gives, over 20 000 edits of an own form")
  func isTheSameOnOwnForm() throws {
    try compare(on: try formWithEverything(), edits: 20_000, every: 1)
  }

  @Test(
    "is what judging the whole draft anew gives, on the shipped forms",
    arguments: ["disclosure-2021", "disclosure-2019"])
  func isTheSame(form: String) throws {
    try compare(on: try shipped(form), edits: 20_000, every: 100)
  }

  private func compare(on form: Form, edits: Int, every stride: Int) throws {
    var random = Seeded(7)
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "甲"), year: 2023)
    for position in 0..<form.cellCount { draft[CellIndex(position)] = random.figure() }
    var kept = Validation(draft)
    for number in 0..<edits {
      let cell = CellIndex(Int.random(in: 0..<form.cellCount, using: &random))
      let old = draft[cell]
      draft[cell] = random.figure()
      kept.note(cell, from: old, to: draft[cell])
      guard number % stride == 0 || number == edits - 1 else { continue }
      let anew = Validation(draft)
      try #require(kept == anew, "edit \(number)")
      // Drafts so wrong cost the search for suggestions its whole budget.
      guard number % (20 * stride) == 0 else { continue }
      let isSame =
        kept.findings(in: draft) == anew.findings(in: draft)
        && kept.problems(in: draft) == anew.problems(in: draft)
      try #require(isSame, "edit \(number)")
    }
  }
}
