import CPseudoTerminal
import FormCatalog
import Glibc
import ReportModel
import Simulation
import Storage

/// Measures the editor from outside, beside vim, over a pseudo-terminal.
///
/// Run as `swift run -c release --package-path Tests/Benchmarks editor-benchmarks`, with the path
/// of the program behind it where that is not `.build/release/nianbao`. It ends with 1 where a
/// bound is broken, with 2 where there is nothing to measure.
@main
enum EditorBenchmarks {
  private static let runs = 11

  static func main() {
    let program = absolute(CommandLine.arguments.dropFirst().first ?? ".build/release/nianbao")
    guard access(program, X_OK) == 0 else {
      fail("No program at \(program): build it with swift build -c release --static-swift-stdlib.")
    }
    guard let vim = path(of: "vim") else {
      fail("vim is missing: there is nothing to compare with.")
    }
    guard let folder = temporaryFolder() else { fail("No folder for temporary files.") }
    let comparison = Comparison(program: program, vim: vim, folder: folder)
    guard let report = statutoryReport(), let form = largeForm() else {
      fail("The drafts cannot be made.")
    }
    print(
      """
      \(program) edit, beside \(vim) on the text of the same report, in turns, \(runs) runs each.
      Times are medians of all runs, from a key to the first byte of its answer.
      The bounds of the large form are twice those of the statutory one.
      """)
    var broken =
      comparison.measure(report, "statutory form", keys: path, runs: runs, bounds: Bounds())
      + comparison.measure(
        Draft(form: form, carriesForm: true, organ: Organ(name: "某局"), year: 2024),
        "5000 x 20, blank", keys: path, runs: runs, bounds: Bounds(slack: 2))
      + comparison.measure(
        SampleReport.summed(form, seed: 1), "5000 x 20, filled", keys: path, runs: runs,
        bounds: Bounds(slack: 2))
    broken += comparison.measureLongSession(report)
    comparison.tidy()
    print(broken.isEmpty ? "All bounds are kept." : "Broken: " + broken.joined(separator: "; "))
    exit(broken.isEmpty ? 0 : 1)
  }

  /// 24 times down, 24 up, 6 right, 6 left.
  private static let path: [String] = [("B", 24), ("A", 24), ("C", 6), ("D", 6)].flatMap {
    Array(repeating: "\u{1B}[" + $0.0, count: $0.1)
  }

  /// A filled report with one contradiction in the table of requests, where the editor then opens.
  private static func statutoryReport() -> Draft? {
    guard let form = FormCatalog.form(id: "disclosure-2021"),
      var draft = SampleReport.statutory(form, seed: 1),
      let table = form.tables.first(where: { $0.id == "applications" }),
      let row = table.rowIndex["carriedOut"], let column = table.columnIndex["total"]
    else { return nil }
    draft[table.cell(row: row, column: column)] = Quantity(whole: 7_777)
    return draft
  }

  private static func largeForm() -> Form? {
    let definition = SampleReport.definition(rows: 5_000, columns: 20, title: "{organ}{year}")
    do { return try FormCatalog.form(reading: Array(definition.utf8)) } catch { return nil }
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func path(of name: String) -> String? {
    guard let value = getenv("PATH") else { return nil }
    return String(cString: value).split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  private static func temporaryFolder() -> String? {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/nianbao-benchmarks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func fail(_ message: String) -> Never {
    print(message)
    exit(2)
  }
}
