import ArgumentParser
import Documents
import Formats
import Wording

/// What a report can be exported as; the name is the file's ending, too.
enum ExportFormat: String, CaseIterable {
  case html, docx, pdf, xlsx, csv, md, txt, json

  /// The format by its name or another ending that its files have; nil for any other word.
  init?(named name: String) {
    let other = ["htm": "html", "markdown": "md", "text": "txt"]
    self.init(rawValue: other[name] ?? name)
  }

  /// What stands after the last point of a path, in small letters.
  static func ending(of path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }
}

/// How the file of some formats is to look.
struct ExportOptions: ParsableArguments {
  @Option(
    name: .customLong("signed-on"),
    help: ArgumentHelp(Wording.ofProcess.help(.signedOnOption), valueName: "day"))
  var signedOn: String?
  @Option(
    name: .customLong("line-pitch"),
    help: ArgumentHelp(Wording.ofProcess.help(.linePitchOption), valueName: "points"))
  var linePitch: String?
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.gbkFlag))) var gbk = false
  @Flag(name: .customLong("by-table"), help: ArgumentHelp(Wording.ofProcess.help(.byTableFlag)))
  var byTable = false

  private var uses: [(option: String, isGiven: Bool, formats: [ExportFormat])] {
    [
      ("--signed-on", signedOn != nil, [.html, .docx, .pdf, .md, .txt]),
      ("--line-pitch", linePitch != nil, [.docx]),
      ("--gbk", gbk, [.csv, .txt]),
      ("--by-table", byTable, [.csv]),
    ]
  }

  /// The options that are given, as they are written.
  var given: [String] { uses.filter(\.isGiven).map(\.option) }

  /// Refuses an option that would do nothing, for whoever gave it expects something of it, and a
  /// value that is none.
  func requireUse(for format: ExportFormat) throws(Failure) {
    for use in uses where use.isGiven && !use.formats.contains(format) {
      throw Failure.usage(
        Wording.ofProcess.optionNotForFormat(use.option, formats: use.formats.map(\.rawValue)))
    }
    _ = try pitch()
    _ = try signature(by: "")
  }

  /// The organ and the day given; nil where none is.
  func signature(by organ: String) throws(Failure) -> Signature? {
    guard let signedOn else { return nil }
    guard let signature = Signature(organ: organ, on: signedOn) else {
      throw Failure.usage(Wording.ofProcess.badDay(signedOn))
    }
    return signature
  }

  func pitch() throws(Failure) -> LinePitch {
    guard let linePitch else { return .standard }
    guard let pitch = LinePitch(points: linePitch) else {
      throw Failure.usage(Wording.ofProcess.badLinePitch(linePitch))
    }
    return pitch
  }
}
