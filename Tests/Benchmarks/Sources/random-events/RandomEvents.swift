import CellGrid
import Editor
import FormCatalog
import Noise
import ReportModel
import Simulation
import Wording

private import Glibc

/// A million random events on the editor.
///
/// No trap, no hang, no screen that differs from a fresh draw. The tests of the package run the same
/// trials with fewer events.
///
/// The first argument is the number of events in all, a million without it; the second the seed of
/// the only trial to run.
@main
enum RandomEvents {
  static func main() throws {
    let total = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    let trials = 100
    var slowest = Duration.zero
    var count = 0
    let only = CommandLine.arguments.dropFirst(2).first.flatMap { UInt64($0) }
    for seed in 1...UInt64(trials) where only == nil || only == seed {
      let editor = Editor(
        draft: try draft(seed), access: seed % 10 == 0 ? .reviewing : .editing,
        fileName: "noise.json", wording: Wording(seed % 3 == 0 ? .english : .chinese),
        size: Size(columns: 100, rows: 30))
      var trial = EditorTrial(editor, seed: seed)
      let start = ContinuousClock.now
      do {
        try trial.run(events: total / trials, lookingEvery: 5)
        try trial.finish()
      } catch {
        print("seed \(seed): \(error)")
        exit(1)
      }
      slowest = max(slowest, .now - start)
      count += total / trials
    }
    print("\(count) events; the slowest trial took \(slowest)")
  }

  private static func draft(_ seed: UInt64) throws -> Draft {
    let ids = FormCatalog.shippedIDs
    guard let form = FormCatalog.form(id: ids[Int(seed) % ids.count]),
      var draft = SampleReport.statutory(form, seed: seed)
    else { throw NoForm() }
    for section in form.sections where section.isText {
      draft.setText(Prose("（一）主动公开政府信息 12 件。\n（二）本年新收 3 件，均已答复。"), of: section.id)
    }
    return draft
  }

  private struct NoForm: Error {}
}
