package import Documents
import SafeText

extension Document {
  /// Reads a .docx file.
  ///
  /// Deleted passages, fields' instructions, headers, footers and tables of contents are left out;
  /// numbers that Word gives to paragraphs are written out.
  ///
  /// - Throws: `FormatError`.
  package init(word bytes: [UInt8]) throws(FormatError) {
    let archive = try Archive(bytes)
    try self.init(word: archive)
  }

  init(word archive: borrowing Archive) throws(FormatError) {
    let main = "word/document.xml"
    guard archive.contains(main) else { throw .unknownContainer }
    let numbering = try WordNumbering(archive)
    var reader = try WordReader(
      XMLPull(archive.bytes(of: main, limit: WordReader.partLimit), part: main), numbering)
    let blocks = try reader.readBody()
    self = Document(title: "", blocks: blocks, pictureCount: reader.pictureCount).numbered()
  }
}

/// Goes through the main part of a Word file.
struct WordReader: ~Copyable {
  /// The longest main part that is read: fifty times that of a long report.
  static let partLimit = 16 << 20
  /// How deep tables may stand in tables.
  private static let depthLimit = 12

  private var xml: XMLPull
  private var numbering: WordNumbering
  private(set) var pictureCount = 0
  private var depth = 0

  init(_ xml: consuming XMLPull, _ numbering: WordNumbering) throws(FormatError) {
    self.xml = xml
    self.numbering = numbering
  }

  mutating func readBody() throws(FormatError) -> [Document.Block] {
    while let event = try xml.next() {
      if event == .open("body") { return try readBlocks(until: "body") }
    }
    throw .unknownContainer
  }

  /// The blocks up to the end of an element.
  private mutating func readBlocks(until end: String) throws(FormatError) -> [Document.Block] {
    var blocks: [Document.Block] = []
    while let event = try xml.next() {
      switch event {
      case .close(end): return blocks
      case .open("p"): blocks += try readParagraph()
      case .open("tbl"): blocks += try readTable().blocks
      case .open("sdtPr"):
        if try isContents() { try leave("sdt") }
      case .open("del"), .open("moveFrom"), .open("Fallback"): xml.skip()
      default: break
      }
    }
    throw .damaged(part: "word/document.xml", line: nil)
  }

  /// Whether the properties are those of a table of contents, whose lines are titles once more.
  private mutating func isContents() throws(FormatError) -> Bool {
    var isContents = false
    while let event = try xml.next(), event != .close("sdtPr") {
      if event == .open("docPartGallery") {
        isContents = xml.attribute("val") == "Table of Contents"
      }
    }
    return isContents
  }

  /// Goes on behind the end of an element that is open.
  private mutating func leave(_ name: String) throws(FormatError) {
    while let event = try xml.next(), event != .close(name) {
      if event == .open(name) { xml.skip() }
    }
  }

  private mutating func readTable() throws(FormatError) -> RawTable {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw .tooMany(part: "word/document.xml", limit: Self.depthLimit)
    }
    var table = WordTable()
    while let event = try xml.next(), event != .close("tbl") {
      switch event {
      case .open("tblPr"), .open("tblGrid"): xml.skip()
      case .open("tr"): table.beginRow()
      case .open("gridBefore"): table.skipColumns(number("val"))
      case .open("tc"): table.add(try readCell())
      case .open("del"), .open("Fallback"): xml.skip()
      default: break
      }
    }
    return table.raw
  }

  private func number(_ attribute: String) -> Int {
    xml.attribute(attribute).flatMap { Int($0) } ?? 1
  }

  private mutating func readCell() throws(FormatError) -> WordTable.Cell {
    var cell = WordTable.Cell()
    while let event = try xml.next() {
      switch event {
      case .close("tc"): return cell
      case .open("gridSpan"): cell.columnSpan = min(max(1, number("val")), RawTable.columnSpanLimit)
      case .open("vMerge"): cell.continues = xml.attribute("val") != "restart"
      case .open("hMerge"): cell.isMergedLeft = xml.attribute("val") != "restart"
      case .open("p"): cell.blocks += try readParagraph()
      case .open("tbl"): cell.blocks += try readTable().blocks
      case .open("del"), .open("moveFrom"), .open("Fallback"): xml.skip()
      default: break
      }
    }
    throw .damaged(part: "word/document.xml", line: nil)
  }

  /// The paragraph and those in its text boxes; none where nothing is in it.
  private mutating func readParagraph() throws(FormatError) -> [Document.Block] {
    var text = ""
    var number: WordNumbering.Place?
    var style: String?
    var boxes: [Document.Block] = []
    var isLine = false  // of a table of contents
    var look = RunLook()
    loop: while let event = try xml.next() {
      switch event {
      case .close("p"): break loop
      case .open("r"): look = RunLook()
      case .open("rPr"): look = try readLook()
      case .open("t"):
        let piece = try readText("t")
        if !look.isSilent { text += look.isRaised ? piece.withRaisedDigits : piece }
      case .open("tab"), .open("ptab"): text += " "
      case .open("br"), .open("cr"): text += "\n"
      case .open("noBreakHyphen"): text += "-"
      case .open("pStyle"): style = xml.attribute("val")
      case .open("ilvl"): number = WordNumbering.Place(number?.list ?? "", self.number("val"))
      case .open("numId"):
        number = WordNumbering.Place(xml.attribute("val") ?? "", number?.level ?? 0)
      case .open("hyperlink"):
        if xml.attribute("anchor")?.hasPrefix("_Toc") ?? false { isLine = true }
      case .open("blip"), .open("imagedata"): pictureCount += 1
      case .open("txbxContent"): boxes += try readBlocks(until: "txbxContent")
      case .open("del"), .open("moveFrom"), .open("Fallback"), .open("pPrChange"),
        .open("rt"):
        xml.skip()
      default: break
      }
    }
    let lines = text.utf8.split(separator: 0x0A).map { Substring($0).cleaned }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty, !isLine else { return boxes }
    let prefix = numbering.next(number, style: style)
    return lines.enumerated().map { index, line in
      .paragraph(Paragraph(index == 0 ? prefix + line : line))
    } + boxes
  }

  /// How the text of a run looks.
  private struct RunLook {
    /// It is hidden or struck out.
    var isSilent = false
    var isRaised = false
  }

  private mutating func readLook() throws(FormatError) -> RunLook {
    var look = RunLook()
    while let event = try xml.next(), event != .close("rPr") {
      switch event {
      case .open("strike"), .open("dstrike"), .open("vanish"):
        if !["0", "false", "off"].contains(xml.attribute("val") ?? "") { look.isSilent = true }
      case .open("vertAlign"): look.isRaised = xml.attribute("val") == "superscript"
      case .open("rPrChange"): xml.skip()
      default: break
      }
    }
    return look
  }

  /// The text up to the end of an element.
  private mutating func readText(_ name: String) throws(FormatError) -> String {
    var text = ""
    while let event = try xml.next(), event != .close(name) {
      if case .text(let piece) = event { text += piece }
    }
    return text
  }
}
