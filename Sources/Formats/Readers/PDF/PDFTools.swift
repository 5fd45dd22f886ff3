package import Documents

/// A program of poppler's to be run on a PDF file, which it reads from its standard input.
package struct PDFTool: Equatable, Sendable {
  package var program: String
  package var arguments: [String]

  /// The package of Debian that has all of them.
  package static let package = "poppler-utils"

  static func boxes() -> PDFTool {
    PDFTool(program: "pdftotext", arguments: ["-bbox", "-l", "\(pageLimit + 1)", "-", "-"])
  }

  /// Lists the fonts of a file, for `PDFFonts`.
  package static func fonts() -> PDFTool { PDFTool(program: "pdffonts", arguments: ["-"]) }

  static func pictures() -> PDFTool {
    PDFTool(program: "pdfimages", arguments: ["-list", "-l", "\(pageLimit)", "-"])
  }

  /// The drawings of some pages, counted from 0; as large as they are, where they are.
  static func drawings(_ pages: Range<Int>) -> PDFTool {
    let range = ["-f", "\(pages.lowerBound + 1)", "-l", "\(pages.upperBound)"]
    return PDFTool(
      program: "pdftocairo", arguments: ["-svg", "-noshrink", "-nocenter"] + range + ["-", "-"])
  }

  /// How many pages a file may have; no report has nearly as many.
  static let pageLimit = 200
}

/// What a program left behind.
package struct PDFToolResult: Equatable, Sendable {
  package var output: [UInt8]
  package var complaint: [UInt8]
  package var exitCode: Int

  package init(output: [UInt8], complaint: [UInt8], exitCode: Int) {
    self.output = output
    self.complaint = complaint
    self.exitCode = exitCode
  }
}

extension Document {
  /// Reads a PDF file with the programs that `run` runs on it.
  ///
  /// Of a page that cannot be drawn, or not within the limits of `run`, the words are read without
  /// their tables: as rows, if they are rows, which the import then places or reports.
  package init(
    pdfReadBy run: (PDFTool) throws(FormatError) -> PDFToolResult
  ) throws(FormatError) {
    let boxes = try run(.boxes())
    guard boxes.exitCode == 0 else { throw PDFTool.failure(boxes) }
    let pages = try pages(inBoxes: boxes.output)
    guard pages.count <= PDFTool.pageLimit else {
      throw .tooMany(part: "pages", limit: PDFTool.pageLimit)
    }
    var drawings: [PDFDrawing] = []
    for range in rangesWithWords(pages) {
      if let drawing = try drawing(of: range, run) { drawings.append(drawing) }
    }
    let pictures = try run(.pictures())
    try self.init(pdfPages: pages, drawings: drawings, pictures: pictures.output)
  }
}

/// The pages that have words, in runs of one size: a scanned one shows no rules, and takes long to
/// draw; all pages of a drawing are cut to the size of its first.
private func rangesWithWords(_ pages: [PDFPage]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  for page in pages.indices where !pages[page].words.isEmpty {
    if let last = ranges.last, last.upperBound == page,
      pages[last.lowerBound].hasSameSize(as: pages[page])
    {
      ranges[ranges.count - 1] = last.lowerBound..<page + 1
    } else {
      ranges.append(page..<page + 1)
    }
  }
  return ranges
}

/// The drawing of some pages; nil where there is none, save for want of the program.
private func drawing(
  of pages: Range<Int>, _ run: (PDFTool) throws(FormatError) -> PDFToolResult
) throws(FormatError) -> PDFDrawing? {
  do throws(FormatError) {
    let result = try run(.drawings(pages))
    guard result.exitCode == 0 else { return nil }
    return PDFDrawing(firstPage: pages.lowerBound, bytes: result.output)
  } catch {
    if case .missingProgram = error { throw error }
    return nil
  }
}

extension PDFTool {
  /// Why a file could not be opened, by what poppler says of it.
  fileprivate static func failure(_ result: PDFToolResult) -> FormatError {
    let complaint = String(decoding: result.complaint, as: UTF8.self)
    let isLocked = complaint.contains("password") || complaint.contains("not allowed")
    return isLocked ? .encrypted : .damaged(part: "PDF", line: nil)
  }
}
