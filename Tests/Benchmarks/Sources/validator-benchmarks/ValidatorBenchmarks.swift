import FormCatalog
import Glibc
import ReportModel
import Simulation

/// Measures the validator.
///
/// Run as `swift run -c release --package-path Tests/Benchmarks
/// validator-benchmarks`. It ends with 1 where the time of some text grows faster than the text.
@main
enum ValidatorBenchmarks {
  static func main() {
    guard let form = FormCatalog.form(id: "disclosure-2021"),
      let draft = SampleReport.statutory(form, seed: 1)
    else {
      print("The statutory form cannot be filled in.")
      return
    }
    Measurement.reportHead()
    measureReport(draft)
    measureSearch(draft)
    for part in [4, 2, 1] { measureSums(rows: 5_000 / part, columns: 20) }
    guard HostileTexts(on: draft).measure() else { exit(1) }
  }

  /// A filled report on the form of 2021: all of it, and one edit.
  private static func measureReport(_ draft: Draft) {
    Measurement(runs: 2_000) { consume(Validation(draft).findings(in: draft)) }
      .report("whole validation, no texts")
    var withText = draft
    let sections = draft.form.textSections
    for (number, section) in sections.enumerated() {
      let text = SampleReport.text(characters: 5_000 / sections.count, seed: UInt64(number))
      withText.setText(text, of: section.id)
    }
    Measurement(runs: 500) { consume(Validation(withText).findings(in: withText)) }
      .report("whole validation, 5 000 characters of text")
    measureEdits(of: draft, "one edit")
  }

  /// Edits of one cell after the other, each taken note of.
  private static func measureEdits(of draft: Draft, _ name: String) {
    var validation = Validation(draft)
    let count = draft.form.cellCount
    let other = Quantity(whole: 7_777)
    Measurement(runs: 500, batch: 200) { number in
      let cell = CellIndex(number / 2 * 7_919 % count)
      let value = draft[cell]
      // There and back, so that every run begins alike.
      if number % 2 == 0 {
        validation.note(cell, from: value, to: other)
      } else {
        validation.note(cell, from: other, to: value)
      }
    }.report(name)
    measureWholeEdits(of: draft, validation, name + " with suggestions and problems")
  }

  /// What the editor does after an edit, besides drawing.
  private static func measureWholeEdits(of draft: Draft, _ kept: Validation, _ name: String) {
    var (draft, validation) = (draft, kept)
    let cell = CellIndex(draft.form.cellCount / 2)
    var value = Quantity(whole: 7_777)
    Measurement(runs: 400) {
      // Every second run mends what the one before broke.
      let old = draft[cell]
      draft[cell] = value
      validation.note(cell, from: old, to: value)
      let suggestions = validation.suggestions(in: draft)
      consume(validation.problems(in: draft, suggestions))
      value = old
    }.report(name)
  }

  /// The searches of reports with one to nine mistakes, typed wrong or moved within a sum, and the
  /// longest of them.
  private static func measureSearch(_ draft: Draft) {
    var worst = (steps: -1, draft: draft)
    for mistakes in 1...9 {
      var trials = Trials(on: draft, tables: SampleReport.tables, seed: UInt64(mistakes))
      for number in 0..<searches {
        let wrong =
          number % 2 == 0
          ? trials.next(wrongCells: mistakes).draft : trials.nextMoved(times: mistakes)
        let suggestions = Validation(wrong).suggestions(in: wrong)
        let steps = suggestions.groups.reduce(0) { $0 + $1.steps }
        if steps > worst.steps { worst = (steps, wrong) }
      }
    }
    let validation = Validation(worst.draft)
    Measurement(runs: 500) { consume(validation.suggestions(in: worst.draft)) }
      .report("the longest culprit search of \(9 * searches) (\(worst.steps) steps)")
    measureWrongSums()
  }

  /// How many searches are tried for each number of mistakes.
  private static let searches = 2_000

  /// Sums of thousands of cells with a few wrong ones.
  private static func measureWrongSums() {
    guard let draft = summedReport(rows: 5_000, columns: 20) else { return }
    var trials = Trials(on: draft, tables: ["t"], seed: 1)
    for wrongCells in [1, 2, 3, 20, 2_000] {
      let wrong = trials.next(wrongCells: wrongCells).draft
      let validation = Validation(wrong)
      let suggestions = validation.suggestions(in: wrong)
      let steps = suggestions.groups.reduce(0) { $0 + $1.steps }
      Measurement(runs: 50) { consume(validation.suggestions(in: wrong)) }
        .report("suggestions, 5000 × 20, \(wrongCells) wrong (\(steps) steps)")
    }
    measureMoved(draft)
  }

  /// A figure moved from one column to another: every row could be the one.
  private static func measureMoved(_ draft: Draft) {
    var moved = draft
    for (position, offset) in [(42, Int128(3_000_000)), (43, Int128(-3_000_000))] {
      moved[CellIndex(position)] = moved[CellIndex(position)].flatMap {
        Quantity(micros: $0.micros + offset)
      }
    }
    let validation = Validation(moved)
    let steps = validation.suggestions(in: moved).groups.map(\.steps)
    Measurement(runs: 50) { consume(validation.suggestions(in: moved)) }
      .report("suggestions, 5000 × 20, 3 moved in a row (\(steps) steps)")
  }

  private static func measureSums(rows: Int, columns: Int) {
    guard let draft = summedReport(rows: rows, columns: columns) else { return }
    let name = "\(rows) × \(columns)"
    Measurement(runs: 50) { consume(Validation(draft).findings(in: draft)) }
      .report("whole validation, \(name)")
    measureEdits(of: draft, "one edit, \(name)")
  }

  private static func summedReport(rows: Int, columns: Int) -> Draft? {
    let definition = SampleReport.definition(rows: rows, columns: columns)
    do {
      let form = try FormCatalog.form(reading: Array(definition.utf8))
      return SampleReport.summed(form, seed: 1)
    } catch {
      print("The form of sums is refused: \(error)")
      return nil
    }
  }

  /// Keeps the compiler from leaving out what is measured.
  @inline(never)
  static func consume<Value>(_ value: Value) {}
}
