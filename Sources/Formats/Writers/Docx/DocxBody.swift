import Documents

/// The fonts of an official document.
enum DocxFont: String {
  case title = "方正小标宋简体"
  case body = "仿宋_GB2312"
  case heading = "黑体"
  case subheading = "楷体_GB2312"
  case table = "宋体"
}

/// A run of text in the size of its paragraph's style.
///
/// It names its font for every script, so that no program picks another for digits or quotation
/// marks. All else is the style's: who changes that changes every run.
func docxRun(_ text: String, _ font: DocxFont, onNewLine: Bool = false) -> String {
  let text = xmlEscaped(text)
  guard !text.isEmpty else { return "" }
  return "<w:r><w:rPr>\(docxFont(font))</w:rPr>\(onNewLine ? "<w:br/>" : "")"
    + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

func docxFont(_ font: DocxFont) -> String {
  let name = font.rawValue
  return """
    <w:rFonts w:hint="eastAsia" w:ascii="\(name)" w:eastAsia="\(name)" w:hAnsi="\(name)" \
    w:cs="\(name)"/>
    """
}

/// How a style sets its runs, in a size of halves of a point.
func docxRunProperties(_ font: DocxFont, size: Int, color: String? = nil) -> String {
  let color = color.map { "<w:color w:val=\"\($0)\"/>" } ?? ""
  // GB/T 9704 wants 28 letters a line: of 16 points they fit into 156 mm only a little closer. Said
  // of the letters and not by the page's grid, which programs read in different ways.
  let spacing = size == 32 ? "<w:spacing w:val=\"-5\"/>" : ""
  return """
    <w:rPr>\(docxFont(font))\(color)\(spacing)<w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/>\
    <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>
    """
}

/// The blocks of a document as far as they are written.
struct DocxBody {
  private(set) var xml = ""

  mutating func write(_ block: Document.Block) {
    switch block {
    case .heading(let level, let paragraph):
      switch level {
      case ...1: writeTitle(paragraph)
      case 2: write(paragraph.text, style: "Heading1", .heading)
      default: write(paragraph.text, style: "Heading2", .subheading)
      }
    case .paragraph(let paragraph):
      write(paragraph.text, style: "BodyText", .body)
    case .table(let table):
      xml += docxTable(table)
    }
  }

  /// A title longer than a line is broken where its sense is, if that makes two lines: left to
  /// itself the last word alone would stand on the second.
  private mutating func writeTitle(_ title: Paragraph) {
    let runs: String
    if let head = title.bestBreak, title.text.widthInLetters > Self.lettersInTitleLine,
      String(title.text.prefix(head)).widthInLetters <= Self.lettersInTitleLine
    {
      runs =
        docxRun(String(title.text.prefix(head)), .title)
        + docxRun(String(title.text.dropFirst(head)), .title, onNewLine: true)
    } else {
      runs = docxRun(title.text, .title)
    }
    xml += "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>\(runs)</w:p>\n"
  }

  /// How many letters of 22 points have room in 156 mm.
  private static let lettersInTitleLine = 20.0

  private mutating func write(_ text: String, style: String, _ font: DocxFont) {
    xml += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    xml += docxRun(text, font) + "</w:p>\n"
  }

  /// The organ and the date, an empty line below the text and on the page where it ends.
  mutating func write(_ signature: Signature) {
    xml += "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>\n"
    for (text, indent) in [
      (signature.organ, signature.organIndent), (signature.date, signature.dateIndent),
    ] where !text.isEmpty {
      let keep = text == signature.date ? "" : "<w:keepNext/>"
      xml += """
        <w:p><w:pPr><w:pStyle w:val="Signature"/>\(keep)\
        <w:ind w:rightChars="\(indent * 50)" w:right="\(indent * 160)"/></w:pPr>\
        \(docxRun(text, .body))</w:p>

        """
    }
  }
}

extension String {
  /// How wide a text is in Chinese letters; those of ASCII take half of one.
  fileprivate var widthInLetters: Double {
    unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
  }
}
