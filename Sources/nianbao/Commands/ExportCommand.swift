import ArgumentParser
import Documents
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao export`: the final file.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable {
    case html, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Wording.ofProcess.help(.export))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var draft: String
  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.ofProcess.help(.exportFile)))
  var output: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.exportFormat))) var format: String?
  @Flag(name: .customLong("draft"), help: ArgumentHelp(Wording.ofProcess.help(.draftFlag)))
  var asDraft = false
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let format = try chosenFormat()
    let opened = try Workspace.draft(at: draft, form: form)
    let checked = CheckedDraft(path: draft, draft: opened)
    if checked.errors > 0, !asDraft {
      Output.error(String(checked.text.dropLast()))
      Output.error(Wording.ofProcess.refusedExport(errors: checked.errors))
      throw ExitCode(1)
    }
    try refuseDraft()
    switch format {
    case .html:
      let page = Document(report: opened).html(asDraft ? .draft : .final)
      try Workspace.replace(Array(page.utf8), at: output)
    case .json:
      // Who changed what while it was made is nothing of the report.
      var published = opened
      published.revisions = []
      try Workspace.replace(DraftFile.bytes(of: published), at: output)
    }
  }

  /// The format named, or that of the file's ending.
  private func chosenFormat() throws -> Format {
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let name = format?.lowercased() ?? (output == "-" ? "html" : ending)
    guard let format = Format(rawValue: name == "htm" ? "html" : name) else {
      throw Failure.usage(Wording.ofProcess.unknownFormat(name))
    }
    return format
  }

  /// An export never takes the place of a draft, whatever its name, and follows no link.
  private func refuseDraft() throws {
    guard output != "-" else { return }
    let wording = Wording.ofProcess
    // Whoever may write to the folder could have put it there, to a file of this person's own.
    if Workspace.isLink(output) {
      throw Failure.file(wording.complaint(about: output, cause: wording.exportOverLink))
    }
    guard Workspace.isRegularFile(output) else { return }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(at: output, limit: Workspace.sizeLimit)
    } catch {
      // What cannot be read is replaced only by who may: the writing itself says so if not.
      return
    }
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") || bytes.starts(with: [0xEF])
    else { return }
    guard let schema = Self.schema(of: bytes), schema.hasPrefix("nianbao/draft/") else { return }
    throw Failure.file(wording.complaint(about: output, cause: wording.exportOverDraft))
  }

  private static func schema(of bytes: [UInt8]) -> String? {
    do throws(JSONError) {
      return try JSON(reading: bytes)["schema"]?.string
    } catch {
      return nil
    }
  }
}
