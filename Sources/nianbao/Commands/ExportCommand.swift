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
    .quick("export", .export)
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftArgument))) var draft: String
  @Option(name: .shortAndLong, help: ArgumentHelp(Wording.ofProcess.help(.exportFile)))
  var output: String?
  @Option(
    name: .customLong("review-sheet"),
    help: ArgumentHelp(Wording.ofProcess.reviewSheetHelp, valueName: "file"))
  var reviewSheet: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.exportFormat))) var format: String?
  @Flag(name: .customLong("draft"), help: ArgumentHelp(Wording.ofProcess.help(.draftFlag)))
  var asDraft = false
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var options: ExportOptions
  @OptionGroup var common: CommonOptions

  /// Writes the sheet about the review first: it is made whether or not the report is refused.
  func run() throws {
    let wording = Wording.ofProcess
    guard output != nil || reviewSheet != nil else { throw Failure.usage(wording.exportNeedsFile) }
    if output == reviewSheet { throw Failure.usage(wording.sheetIsTheReport) }
    let sheet = try reviewSheet.map { path throws(Failure) in try ReviewSheetFile(at: path) }
    if output == nil { try requireNothingForReport() }
    let report = try output.map { path throws(Failure) in (path, try chosenFormat(of: path)) }
    let opened = try Workspace.draft(at: draft, form: form)
    let checked = Deferred { [draft] in CheckedDraft(path: draft, draft: opened) }
    Ahead.begin { _ = checked.value }
    if let sheet, let reviewSheet {
      for path in [reviewSheet] + paths(of: opened) { try refuseDraft(at: path) }
      try sheet.write(ReviewSheet(of: checked.value, .sha256, in: wording))
    }
    if let (output, format) = report { try write(opened, checked, to: output, as: format) }
  }

  /// Writes the report, unless what is found or the review stands against it, which is worked out
  /// while the files are made.
  private func write(
    _ opened: Draft, _ checked: Deferred<CheckedDraft>, to output: String, as format: ExportFormat
  ) throws {
    // A PDF file takes another program seconds: only what may go out is worth them.
    if format == .pdf { try requireReady(checked.value) }
    let made = Result { try provenFiles(of: opened, at: output, as: format) }
    try requireReady(checked.value)
    for path in paths(of: opened) { try refuseDraft(at: path) }
    let files = try made.get()
    for file in files { try Workspace.replace(file.bytes, at: file.path) }
    if format == .pdf {
      tellStandIns(in: files[0].bytes, of: Document(report: opened), at: output)
    }
  }

  /// Refuses a report that has errors, or that a review stands against.
  private func requireReady(_ checked: CheckedDraft) throws {
    if checked.errors > 0, !asDraft {
      Output.error(String(checked.text.dropLast()))
      Output.error(Wording.ofProcess.refusedExport(errors: checked.errors))
      throw ExitCode(1)
    }
    let review = ReviewStatus(checked.draft, .sha256)
    if review.state != .none, review.state != .complete, !asDraft {
      Output.error(Wording.ofProcess.refusedUnreviewed(review.state))
      throw ExitCode(1)
    }
  }

  /// The files to write, the first of them read back.
  private func provenFiles(
    of draft: Draft, at output: String, as format: ExportFormat
  ) throws -> [(path: String, bytes: [UInt8])] {
    let files = try files(of: draft, at: output, as: format)
    try ExportProof(of: draft, as: format).read(back: files[0].bytes, at: output)
    return files
  }

  /// Says which fonts a PDF file had to do with; the file is made, whatever is said of it.
  private func tellStandIns(in bytes: [UInt8], of document: Document, at output: String) {
    do throws(FormatError) {
      let fonts = try PDFTools.fonts(in: bytes, of: document)
      guard !fonts.missing.isEmpty, !fonts.standIns.isEmpty else { return }
      Output.error(Wording.ofProcess.standInFonts(fonts.standIns, for: fonts.missing))
    } catch {
      Output.error(error.message(about: output))
    }
  }

  /// The files that the report is written to.
  private func paths(of draft: Draft) -> [String] {
    guard let output else { return [] }
    let tables = options.byTable ? draft.form.tables.map(\.id) : []
    return [output] + tables.map { path(ofTable: $0, of: output) }
  }

  /// Refuses options of the report where only the sheet is written.
  private func requireNothingForReport() throws(Failure) {
    let given = (format == nil ? [] : ["--format"]) + options.given
    guard let option = given.first else { return }
    throw Failure.usage(Wording.ofProcess.optionWithoutOutput(option))
  }

  /// The files to write with what is in them: one, but for tables in files of their own.
  private func files(
    of draft: Draft, at output: String, as format: ExportFormat
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
        files.append((path(ofTable: table, of: output), bytes))
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
  private func path(ofTable table: String, of output: String) -> String {
    let ending = ".csv"
    let name = output.lowercased().hasSuffix(ending) ? String(output.dropLast(4)) : output
    return "\(name)-\(table)\(ending)"
  }

  /// The format named, or that of the file's ending, with options that it can follow.
  private func chosenFormat(of output: String) throws(Failure) -> ExportFormat {
    let name = format?.lowercased() ?? (output == "-" ? "html" : ExportFormat.ending(of: output))
    guard let format = ExportFormat(named: name) else {
      throw Failure.usage(
        Wording.ofProcess.unknownFormat(name, known: ExportFormat.allCases.map(\.rawValue)))
    }
    try options.requireUse(for: format)
    if options.byTable, output == "-" { throw Failure.usage(Wording.ofProcess.tablesNeedFile) }
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
