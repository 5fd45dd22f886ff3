import Documents
import FormCatalog
import Formats
import ReportModel

/// The bytes as a page of the web.
func feedPage(_ bytes: [UInt8]) throws(BrokenPromise) {
  try feed { () throws(FormatError) in
    try Document(page: bytes, landmarks: Shipped.landmarks)
  }
}

/// The bytes as what stands in a Word file: its main part, and behind a 0 its numbering.
func feedWord(_ bytes: [UInt8]) throws(BrokenPromise) {
  let parts = bytes.parts
  try feed { () throws(FormatError) in
    try Document(
      word: archive(of: [
        (name: "word/document.xml", bytes: parts[0]), (name: "word/numbering.xml", bytes: parts[1]),
      ]))
  }
}

/// The bytes as what stands in a workbook: a sheet, and behind zeros its shared strings and formats.
func feedWorkbook(_ bytes: [UInt8]) throws(BrokenPromise) {
  let parts = bytes.parts
  let content = [
    (name: "xl/workbook.xml", bytes: Array(workbook.utf8)),
    (name: "xl/_rels/workbook.xml.rels", bytes: Array(relations.utf8)),
    (name: "xl/worksheets/sheet1.xml", bytes: parts[0]),
    (name: "xl/sharedStrings.xml", bytes: parts[1]), (name: "xl/styles.xml", bytes: parts[2]),
  ]
  try feed { () throws(FormatError) in try Document(workbook: archive(of: content)) }
  // A register is read in another way.
  try feed { () throws(FormatError) in
    let sheets = try ListedSheet.sheets(ofWorkbook: archive(of: content))
    return Document(title: "", blocks: sheets.map { .table($0.table) })
  }
}

private let workbook = """
  <workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>
  """
private let relations = """
  <Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>
  """

/// The bytes as a file of which nobody knows what it is, read as what it says it is.
func feedContainer(_ bytes: [UInt8]) throws(BrokenPromise) {
  try feed { () throws(FormatError) in
    switch try SourceKind(of: bytes) {
    case .word: try Document(word: bytes)
    case .workbook: try Document(workbook: bytes)
    case .page: try Document(page: bytes, landmarks: Shipped.landmarks)
    case .text: Document(plainText: try decodedText(bytes), markup: .markdown)
    case .json, .pdf: throw .unknownContainer
    }
  }
}

/// The bytes as what the programs say that read a PDF file: its words, and behind zeros its drawings
/// and its list of pictures.
func feedPDF(_ bytes: [UInt8]) throws(BrokenPromise) {
  let parts = bytes.parts
  try feed { () throws(FormatError) in
    try Document { (tool) throws(FormatError) -> PDFToolResult in
      let output =
        switch tool.program {
        case "pdftotext": parts[0]
        case "pdftocairo": parts[1]
        default: parts[2]
        }
      return PDFToolResult(output: output, complaint: [], exitCode: 0)
    }
  }
}

/// The bytes as a list: one that an import reads, and a register of which no line gets lost.
func feedCSV(_ bytes: [UInt8]) throws(BrokenPromise) {
  guard
    let document = try feed({ () throws(FormatError) in try Document(csv: bytes) })
  else { return }
  for form in Shipped.forms {
    guard let definition = form.register else { continue }
    let register = Register(document, as: definition, columns: RegisterColumns())
    let tally = Tally(
      register, as: definition, of: form, year: 2024, words: RegisterWords(definition, of: form))
    try require(
      tally.countedLines + tally.misfits.count + tally.foreign.count == register.lines.count,
      "a line of the register is counted twice or not at all")
    var draft = Draft(form: form, carriesForm: false, organ: Organ(name: "某局"), year: 2024)
    for change in tally.changes(of: draft) { draft[change.cell] = change.to }
    try requireSameAgain(draft)
  }
}

/// What is read is imported as any report is; nil where the file is refused.
@discardableResult
private func feed(
  _ read: () throws(FormatError) -> Document
) throws(BrokenPromise) -> Document? {
  let document: Document
  do throws(FormatError) {
    document = try read()
  } catch {
    return nil
  }
  try requireSoundImport(of: document)
  return document
}

extension [UInt8] {
  /// The bytes between zeros, which stand in no text: three parts, the last with all that is left.
  fileprivate var parts: [[UInt8]] {
    let parts = split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map {
      Array($0)
    }
    return parts + [[UInt8]](repeating: [], count: 3 - parts.count)
  }
}
