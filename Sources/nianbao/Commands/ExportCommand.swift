import ArgumentParser
import Documents
import Formats
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao export`: the final file.
struct ExportCommand: ParsableCommand {
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
  @OptionGroup var options: ExportOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let format = try chosenFormat()
    try options.requireUse(for: format)
    if options.byTable, output == "-" {
      throw Failure.usage(Wording.ofProcess.tablesNeedFile)
    }
    let opened = try Workspace.draft(at: draft, form: form)
    let checked = CheckedDraft(path: draft, draft: opened)
    if checked.errors > 0, !asDraft {
      Output.error(String(checked.text.dropLast()))
      Output.error(Wording.ofProcess.refusedExport(errors: checked.errors))
      throw ExitCode(1)
    }
    let review = ReviewStatus(opened, .sha256)
    if review.state != .none, review.state != .complete, !asDraft {
      Output.error(Wording.ofProcess.refusedUnreviewed(review.state))
      throw ExitCode(1)
    }
    let tables = options.byTable ? opened.form.tables.map { pathOfTable($0.id) } : []
    for path in [output] + tables { try refuseDraft(at: path) }
    let files = try files(of: opened, as: format)
    try ExportProof(of: opened, as: format).read(back: files[0].bytes, at: output)
    for file in files { try Workspace.replace(file.bytes, at: file.path) }
  }

  /// The files to write with what is in them: one, but for tables in files of their own.
  private func files(
    of draft: Draft, as format: ExportFormat
  ) throws -> [(path: String, bytes: [UInt8])] {
    let signature = try options.signature(by: draft.organ.name)
    let linePitch = try options.pitch()
    var document = Document(report: draft)
    document.signature = signature
    do throws(FormatError) {
      var files = [
        (output, try bytes(of: draft, document, as: format, linePitch: linePitch))
      ]
      guard options.byTable else { return files }
      for (table, bytes) in try draft.csvTables(encoding: encoding) {
        files.append((pathOfTable(table), bytes))
      }
      return files
    } catch {
      throw Failure.file(error.message(about: output))
    }
  }

  private func bytes(
    of draft: Draft, _ document: Document, as format: ExportFormat, linePitch: LinePitch
  ) throws(FormatError) -> [UInt8] {
    let edition: Edition = asDraft ? .draft : .final
    switch format {
    case .html: return Array(document.html(edition).utf8)
    case .docx: return try document.docx(edition, linePitch: linePitch)
    case .pdf: return try PDFTools.pdf(of: Array(document.html(edition).utf8))
    case .xlsx: return try draft.xlsx(edition)
    case .csv: return try draft.csv(edition, encoding: encoding)
    case .md: return document.markdown(edition)
    case .txt:
      return try document.plainText(edition, encoding: options.gbk ? .gb18030 : .utf8)
    case .json:
      // Who changed and said what while it was made is nothing of the report.
      var published = draft
      published.revisions = []
      published.comments = []
      return DraftFile.bytes(of: published)
    }
  }

  /// How a table of commas is written: Excel takes UTF-8 without its mark for GBK.
  private var encoding: TextEncoding { options.gbk ? .gb18030 : .markedUTF8 }

  /// The file of one table: its id between the name and the ending.
  private func pathOfTable(_ table: String) -> String {
    let ending = ".csv"
    let name = output.lowercased().hasSuffix(ending) ? String(output.dropLast(4)) : output
    return "\(name)-\(table)\(ending)"
  }

  /// The format named, or that of the file's ending.
  private func chosenFormat() throws -> ExportFormat {
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let name = format?.lowercased() ?? (output == "-" ? "html" : ending)
    let other = ["htm": "html", "markdown": "md", "text": "txt"]
    guard let format = ExportFormat(rawValue: other[name] ?? name) else {
      throw Failure.usage(
        Wording.ofProcess.unknownFormat(name, known: ExportFormat.allCases.map(\.rawValue)))
    }
    return format
  }

  /// An export never takes the place of a draft, whatever its name, and follows no link.
  private func refuseDraft(at output: String) throws {
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
