import Documents
import Formats
import Programs

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
