package import Documents

extension Document {
  /// Reads an .xlsx file: one sheet after the other, hidden ones left out.
  ///
  /// A figure is read as it was typed, a date as year-month-day, a formula as what it gave when the
  /// file was saved; a cell with an error or a formula that gave nothing is words.
  ///
  /// - Throws: `FormatError`.
  package init(workbook bytes: [UInt8]) throws(FormatError) {
    let archive = try Archive(bytes)
    try self.init(workbook: archive)
  }

  init(workbook archive: borrowing Archive) throws(FormatError) {
    var document = Document(title: "", blocks: [])
    try forEachSheet(of: archive, \.isVisible) { reader, strings, formats, _ throws(FormatError) in
      document.blocks += try reader.read(strings, formats)
    }
    for part in archive.partNames where part.hasPrefix("xl/media/") { document.pictureCount += 1 }
    self = document.numbered()
  }
}

/// A sheet of a workbook as a list: one table of all its rows.
package struct ListedSheet: Equatable, Sendable {
  package var name: String
  package var isHidden: Bool
  /// No row is missing that has anything in it; what a cell merged over rows says stands in each.
  package var table: DocumentTable
}

extension ListedSheet {
  /// Reads the sheets of an .xlsx file, hidden ones too, each as a list.
  ///
  /// Texts are those that `Document.init(workbook:)` reads.
  ///
  /// - Throws: `FormatError`.
  package static func sheets(ofWorkbook bytes: [UInt8]) throws(FormatError) -> [ListedSheet] {
    let archive = try Archive(bytes)
    var sheets: [ListedSheet] = []
    try forEachSheet(of: archive) { reader, strings, formats, sheet throws(FormatError) in
      let table = try reader.list(strings, formats)
      sheets.append(ListedSheet(name: sheet.name, isHidden: !sheet.isVisible, table: table))
    }
    return sheets
  }
}

/// Opens one sheet of a workbook after the other; their limits hold for all of them together.
private func forEachSheet(
  of archive: borrowing Archive, _ isRead: (WorkbookParts.Sheet) -> Bool = { _ in true },
  _ body: (inout SheetReader, SharedStrings, CellFormats, WorkbookParts.Sheet) throws(FormatError)
    -> Void
) throws(FormatError) {
  let workbook = try WorkbookParts(archive)
  let strings = try SharedStrings(archive)
  let formats = try CellFormats(archive, startsIn1904: workbook.startsIn1904)
  var budget = SheetReader.Budget()
  for sheet in workbook.sheets where isRead(sheet) {
    var reader = try SheetReader(
      XMLPull(archive.bytes(of: sheet.part, limit: SheetReader.partLimit), part: sheet.part),
      name: sheet.name, budget: budget)
    try body(&reader, strings, formats, sheet)
    budget = reader.budget
  }
}

/// Which sheets a workbook has, and where they lie.
private struct WorkbookParts {
  struct Sheet {
    var name: String
    var part: String
    var isVisible: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on old Macs.
  private(set) var startsIn1904 = false

  private static let main = "xl/workbook.xml"
  private static let relations = "xl/_rels/workbook.xml.rels"
  private static let partLimit = 4 << 20

  init(_ archive: borrowing Archive) throws(FormatError) {
    guard archive.contains(Self.main) else { throw .unknownContainer }
    var targets: [String: String] = [:]
    var xml = try XMLPull(
      archive.bytes(of: Self.relations, limit: Self.partLimit), part: Self.relations)
    while let event = try xml.next() {
      guard event == .open("Relationship"), let id = xml.attribute("Id"),
        let target = xml.attribute("Target")
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    var main = try XMLPull(archive.bytes(of: Self.main, limit: Self.partLimit), part: Self.main)
    while let event = try main.next() {
      if event == .open("workbookPr") {
        startsIn1904 = ["1", "true"].contains(main.attribute("date1904"))
      }
      guard event == .open("sheet"),
        let part = main.attribute("id").flatMap({ targets[$0] }), archive.contains(part)
      else { continue }
      let isVisible = main.attribute("state") ?? "visible" == "visible"
      sheets.append(Sheet(name: main.attribute("name") ?? "", part: part, isVisible: isVisible))
    }
  }
}

/// The texts that cells of a workbook name by number.
struct SharedStrings {
  private static let part = "xl/sharedStrings.xml"
  private static let partLimit = 48 << 20
  private static let countLimit = 1_000_000

  private var texts: [String] = []

  init(_ archive: borrowing Archive) throws(FormatError) {
    guard archive.contains(Self.part) else { return }
    var xml = try XMLPull(archive.bytes(of: Self.part, limit: Self.partLimit), part: Self.part)
    while let event = try xml.next() {
      guard event == .open("si") else { continue }
      texts.append(try readRichText(&xml, until: "si"))
      guard texts.count <= Self.countLimit else {
        throw .tooMany(part: Self.part, limit: Self.countLimit)
      }
    }
  }

  subscript(index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }
}

/// The text of an element with runs, without what tells how it is pronounced.
func readRichText(_ xml: inout XMLPull, until end: String) throws(FormatError) -> String {
  var text = ""
  var (isText, isPronunciation) = (false, false)
  while let event = try xml.next(), event != .close(end) {
    switch event {
    case .open("rPh"): isPronunciation = true
    case .close("rPh"): isPronunciation = false
    case .open("t"): isText = true
    case .close("t"): isText = false
    case .text(let piece): if isText, !isPronunciation { text += piece }
    default: break
    }
  }
  return text.withEscapesRead
}

extension String {
  /// The text with the letters that `_x000A_` and its like stand for (ECMA-376 part 1, 22.9.2.19).
  fileprivate var withEscapesRead: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    let scalars = Array(unicodeScalars)
    var read = UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if index + 6 < scalars.count, scalars[index] == "_", scalars[index + 1] == "x",
        scalars[index + 6] == "_",
        let value = UInt32(String(UnicodeScalarView(scalars[index + 2..<index + 6])), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        read.append(scalar)
        index += 7
      } else {
        read.append(scalars[index])
        index += 1
      }
    }
    return String(read)
  }
}
