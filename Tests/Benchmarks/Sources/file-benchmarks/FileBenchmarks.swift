import Glibc

/// Measures `export` and `import` as whole processes, from the start to the end.
///
/// Run as `swift run -c release --package-path Tests/Benchmarks file-benchmarks`, with the path of
/// the program behind it where that is not `.build/release/nianbao`, and of a draft where that is
/// not the bundled sample. It ends with 1 where a bound is broken, with 2 where there is nothing to
/// measure.
@main
enum FileBenchmarks {
  private static let runs = 41
  /// Milliseconds.
  private static let bounds = (exporting: 20.0, importing: 25.0)
  private static let formats = ["docx", "xlsx", "html"]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let program = arguments.first ?? ".build/release/nianbao"
    let draft = arguments.dropFirst().first ?? "Sources/nianbao/Samples/demo.json"
    guard access(program, X_OK) == 0 else {
      fail("No program at \(program): build it with swift build -c release --static-swift-stdlib.")
    }
    guard access(draft, R_OK) == 0 else { fail("No draft at \(draft).") }
    guard let folder = temporaryFolder() else { fail("No folder for temporary files.") }
    let files = formats.map { "\(folder)/report.\($0)" }
    defer {
      for file in files { unlink(file) }
      rmdir(folder)
    }
    // The sample has one total blank, for whoever tries the editor: its page is marked as a draft.
    let exports = files.map { [program, "export", draft, "-o", $0, "--draft"] }
    let imports = files.map { [program, "import", $0, "-o", "-"] }
    let commands = exports + imports
    print("\(program) on \(draft), \(runs) runs each, in turns.")
    guard let measured = measured(commands) else {
      fail("A command failed: \(program) export or import, on \(draft).")
    }
    var broken: [String] = []
    print(row("whole process", ["median ms", "worst ms", "peak MiB", "bound ms"]))
    for (index, figures) in measured.enumerated() {
      let isExport = index < formats.count
      let name = (isExport ? "export " : "import ") + formats[index % formats.count]
      let bound = isExport ? bounds.exporting : bounds.importing
      let values = [figures.median, figures.worst, figures.peak, bound].map(tenths)
      print(row(name, values) + (figures.median <= bound ? "" : "  BROKEN"))
      if figures.median > bound { broken.append(name) }
    }
    print(broken.isEmpty ? "All bounds are kept." : "Broken: " + broken.joined(separator: "; "))
    exit(broken.isEmpty ? 0 : 1)
  }

  /// What the commands took, each run `runs` times, one after the other; nil where one failed.
  private static func measured(_ commands: [[String]]) -> [Figures]? {
    var runsOf: [[Run]] = Array(repeating: [], count: commands.count)
    // The first round is not counted: the files are not in memory yet.
    for round in 0...runs {
      for (index, command) in commands.enumerated() {
        guard let run = Run(command) else { return nil }
        if round > 0 { runsOf[index].append(run) }
      }
    }
    return runsOf.map(Figures.init)
  }

  private static func row(_ name: String, _ values: [String]) -> String {
    values.reduce(padded(name, to: 16)) { line, value in
      line + String(repeating: " ", count: max(1, 11 - value.count)) + value
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
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
