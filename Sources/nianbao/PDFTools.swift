import Documents
import Formats
import Programs

/// The programs that read and make PDF files.
enum PDFTools {
  /// Reads a report from a PDF file.
  static func document(of bytes: [UInt8]) throws(FormatError) -> Document {
    try Document { tool throws(FormatError) in
      let result = try run(tool, on: bytes)
      return PDFToolResult(
        output: result.output, complaint: result.complaint, exitCode: result.exitCode)
    }
  }

  /// The fonts of a file that was made of a document.
  static func fonts(
    in bytes: [UInt8], of document: Document
  ) throws(FormatError) -> PDFFonts {
    PDFFonts(inList: try run(.fonts(), on: bytes).output, of: document)
  }

  /// Makes a PDF file of a page; the same page gives the same bytes.
  static func pdf(of html: [UInt8]) throws(FormatError) -> [UInt8] {
    // Without these it writes the time, and things in the order of numbers drawn by lot.
    let environment = ["PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"]
    let name = "weasyprint"
    let result = try finish(
      Program(
        name, ["-", "-"], input: html, environment: environment, limits: writingLimits),
      package: name)
    guard result.exitCode == 0, result.output.starts(with: Array("%PDF".utf8)) else {
      throw .failedProgram(name, complaint: lastLine(of: result.complaint))
    }
    return result.output
  }

  private static let readingLimits = Program.Limits(
    seconds: 5, processorSeconds: 5, outputBytes: 1 << 26, memoryBytes: 1 << 28)
  /// A Chinese font is cut down to the letters that are used, which takes most of the time.
  private static let writingLimits = Program.Limits(
    seconds: 120, processorSeconds: 60, outputBytes: 1 << 26, memoryBytes: 1 << 32)

  private static func run(
    _ tool: PDFTool, on bytes: [UInt8]
  ) throws(FormatError) -> ProgramResult {
    try finish(
      Program(tool.program, tool.arguments, input: bytes, limits: readingLimits),
      package: PDFTool.package)
  }

  private static func finish(
    _ program: Program, package: String
  ) throws(FormatError) -> ProgramResult {
    do throws(ProgramError) {
      return try Programs.run(program)
    } catch {
      switch error {
      case .notFound: throw .missingProgram(program.name, package: package)
      case .tooSlow(let seconds): throw .slowProgram(program.name, seconds: seconds)
      case .tooMuchOutput(let limit): throw .tooLarge(part: program.name, limit: limit)
      case .killed(let signal):
        throw .failedProgram(program.name, complaint: "signal \(signal)")
      case .notStarted(let error):
        throw .failedProgram(program.name, complaint: "errno \(error)")
      }
    }
  }

  /// What Python says in the end is the cause; before it stands where it came from.
  private static func lastLine(of complaint: [UInt8]) -> String {
    let lines = String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.last.map(String.init) ?? ""
  }
}
