import Documents

/// The drawing of a page, or of several that follow each other, as `pdftocairo -svg` writes it.
struct PDFDrawing: Equatable {
  /// Counted from 0.
  var firstPage: Int
  var bytes: [UInt8]
}

extension Document {
  /// Reads what poppler's tools tell of a PDF file.
  ///
  /// - Parameters:
  ///   - pages: the words of all pages.
  ///   - drawings: of which one that cannot be read is as good as none.
  ///   - pictures: what `pdfimages -list` writes of them.
  /// - Throws: `FormatError.noText` where no page has a letter.
  init(
    pdfPages pages: [PDFPage], drawings: [PDFDrawing], pictures: [UInt8]
  ) throws(FormatError) {
    guard pages.contains(where: { !$0.words.isEmpty }) else { throw .noText }
    var rules: [[Rule]] = Array(repeating: [], count: pages.count)
    for drawing in drawings {
      do throws(FormatError) {
        let drawn = try Formats.rules(inDrawing: drawing.bytes)
        for (page, own) in zip(pages.indices[drawing.firstPage...], drawn) { rules[page] = own }
      } catch {
        if case .missingLibrary = error { throw error }
      }
    }
    var assembly = PDFAssembly(pages, rules)
    assembly.read()
    self.init(
      title: "", blocks: assembly.paragraphs.blocks, furniture: assembly.furniture,
      pictureCount: Formats.pictureCount(inList: pictures))
  }
}

/// How many pictures a list names that are large enough to show a table; masks belong to others.
private func pictureCount(inList bytes: [UInt8]) -> Int {
  let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst(2)
  return rows.count { row in
    let fields = row.split(separator: " ")
    guard fields.count > 5, fields[2] == "image", let width = Int(fields[3]),
      let height = Int(fields[4])
    else { return false }
    return width >= 100 && height >= 50
  }
}

/// Puts a document together, page by page.
private struct PDFAssembly {
  private let pages: [PDFPage]
  private let rules: [[Rule]]
  private let repeated: PDFRepetition
  private(set) var paragraphs = PDFParagraphs()
  private(set) var furniture: [Paragraph] = []
  /// The columns of the table that ended the page before, if one did.
  private var lastEdges: [Double]?

  /// A line or a table on a page.
  private enum Piece {
    case line(PDFLine)
    case table(PDFTable)

    var top: Double {
      switch self {
      case .line(let line): line.box.middle.y
      case .table(let table): table.box.top
      }
    }
  }

  init(_ pages: [PDFPage], _ rules: [[Rule]]) {
    self.pages = pages
    self.rules = rules
    repeated = PDFRepetition(pages)
  }

  /// What stands on a page: the tables with their words, the lines of the others.
  private struct Content {
    var tables: [PDFTable]
    var lines: [PDFLine]
    /// The words of a watermark.
    var giants: [PDFWord]
  }

  mutating func read() {
    let contents = pages.indices.map(content)
    let margins = textMargins(
      of: zip(pages, contents).map { (width: $0.width, lines: $1.lines) })
    for (number, content) in contents.enumerated() { read(content, number, margins[number]) }
  }

  private func content(of number: Int) -> Content {
    var tables = tables(on: number)
    let (words, giants) = wordsAndWatermark(pages[number].words)
    var loose: [PDFWord] = []
    for word in words {
      let (x, y) = word.box.middle
      let inside = tables.indices.filter { tables[$0].box.contains(x: x, y: y) }
      if let table = inside.min(by: { tables[$0].area < tables[$1].area }) {
        tables[table].add(word)
      } else {
        loose.append(word)
      }
    }
    return Content(tables: tables, lines: PDFLine.lines(of: loose), giants: giants)
  }

  private mutating func read(
    _ content: Content, _ number: Int, _ margins: PDFParagraphs.Margins
  ) {
    let (own, dropped) = split(content.lines, on: pages[number])
    let pieces = (own.map(Piece.line) + content.tables.map(Piece.table)).sorted { $0.top < $1.top }
    var tableNumber = 0
    var isFirst = true
    for piece in pieces {
      switch piece {
      case .line(let line):
        paragraphs.add(line, page: number + 1, margins: margins)
        lastEdges = nil
      case .table(let table):
        tableNumber += 1
        add(table, page: number + 1, number: tableNumber, startsPage: isFirst)
      }
      isFirst = false
    }
    for text in dropped.map(\.text) + content.giants.map(\.text) {
      let place = Spot(page: number + 1)
      furniture.append(Paragraph(text, line: paragraphs.nextOrdinal(), spot: place))
    }
  }

  private mutating func add(_ table: PDFTable, page: Int, number: Int, startsPage: Bool) {
    for (index, part) in table.parts(page: page, number: number).enumerated() {
      let isAligned = areSame(lastEdges, table.columnEdges)
      let follows = index == 0 && startsPage && lastEdges != nil
      let repeated = paragraphs.add(
        part, follows ? isAligned ? .alignedTable : .table : .nothing)
      for row in repeated {
        let text = row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        if !text.isEmpty { furniture.append(Paragraph(text, line: row.line, spot: row.spot)) }
      }
    }
    lastEdges = table.columnEdges
  }

  private func areSame(_ first: [Double]?, _ second: [Double]) -> Bool {
    guard let first, first.count == second.count else { return false }
    return zip(first, second).allSatisfy { abs($0 - $1) < 2 * ruleTolerance }
  }

  private func tables(on page: Int) -> [PDFTable] {
    guard page < rules.count else { return [] }
    let joined = joined(rules[page])
    // A drawing of so many lines is a chart or a map.
    guard joined.count <= 2_000 else { return [] }
    return connected(joined).compactMap(Lattice.init).map(PDFTable.init)
  }

  /// The words, and apart from them those so large that they lie over the text as a watermark.
  private func wordsAndWatermark(_ words: [PDFWord]) -> (words: [PDFWord], giants: [PDFWord]) {
    let heights = words.map(\.box.height).sorted()
    guard !heights.isEmpty else { return ([], []) }
    let limit = 4 * heights[heights.count / 2]
    return (words.filter { $0.box.height <= limit }, words.filter { $0.box.height > limit })
  }

  /// The lines of the text, and those of the page.
  private func split(_ lines: [PDFLine], on page: PDFPage) -> (own: [PDFLine], page: [PDFLine]) {
    func belongsToPage(_ line: PDFLine) -> Bool {
      isPageNumber(line.text) || repeated.contains(line, on: page)
    }
    return (lines.filter { !belongsToPage($0) }, lines.filter(belongsToPage))
  }
}

/// What stands at the top or the bottom of most pages: headers, footers, bare page numbers.
private struct PDFRepetition {
  private var texts: Set<String> = []
  private let pageCount: Int

  init(_ pages: [PDFPage]) {
    pageCount = pages.count
    var counts: [String: Int] = [:]
    for page in pages {
      let lines = PDFLine.lines(of: page.words).filter { Self.isAtEdge($0, of: page) }
      for key in Set(lines.map { Self.key($0, on: page) }) { counts[key, default: 0] += 1 }
    }
    texts = Set(counts.filter { $0.value > 1 && $0.value * 2 >= pages.count }.keys)
  }

  func contains(_ line: PDFLine, on page: PDFPage) -> Bool {
    guard Self.isAtEdge(line, of: page) else { return false }
    let isBareNumber = line.text.utf8.count <= 3 && line.text.utf8.allSatisfy(isDigit)
    return isBareNumber || texts.contains(Self.key(line, on: page))
  }

  private static func isAtEdge(_ line: PDFLine, of page: PDFPage) -> Bool {
    line.box.bottom < page.height * 0.1 || line.box.top > page.height * 0.9
  }

  /// The text without its digits, and its place: page numbers count on.
  private static func key(_ line: PDFLine, on page: PDFPage) -> String {
    let letters = String(
      decoding: line.text.utf8.filter { !isDigit($0) }, as: UTF8.self)
    return "\(line.box.top < page.height / 2 ? "top" : "bottom") \(letters)"
  }
}
