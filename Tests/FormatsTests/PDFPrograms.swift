import Documents
import Formats
import Programs
import Testing

/// Whether a PDF file can be made here and read again.
let canMakePDF = ["weasyprint", "pdftotext", "pdffonts"].allSatisfy { name in
  do throws(ProgramError) {
    return try run(Program(name, ["--version"], limits: pdfLimits)).exitCode != 127
  } catch {
    return false
  }
}

/// What is said where it cannot.
let pdfAbsence = "weasyprint or poppler-utils is not installed"

private let pdfLimits = Program.Limits(
  seconds: 300, processorSeconds: 120, outputBytes: 1 << 27, memoryBytes: 1 << 32)

/// A PDF file made of a page by weasyprint.
func pdf(of html: String) throws -> [UInt8] {
  let result = try run(
    Program("weasyprint", ["-", "-"], input: Array(html.utf8), limits: pdfLimits))
  try #require(result.exitCode == 0)
  return result.output
}

/// What `pdffonts` writes of a PDF file.
func fontList(ofPDF bytes: [UInt8]) throws -> [UInt8] {
  let tool = PDFTool.fonts()
  return try run(Program(tool.program, tool.arguments, input: bytes, limits: pdfLimits)).output
}

/// A document read from a PDF file by the programs of poppler.
func document(ofPDF bytes: [UInt8]) throws -> Document {
  try Document { tool throws(FormatError) in
    let limits = Program.Limits(
      seconds: 60, processorSeconds: 60, outputBytes: 1 << 27, memoryBytes: 1 << 28)
    do throws(ProgramError) {
      let result = try run(Program(tool.program, tool.arguments, input: bytes, limits: limits))
      return PDFToolResult(
        output: result.output, complaint: result.complaint, exitCode: result.exitCode)
    } catch {
      throw .missingProgram(tool.program, package: PDFTool.package)
    }
  }
}
