import Documents
import Formats
import Testing

@Suite("Reading a PDF file by what poppler tells of it")
struct PDFReadingTests {
  /// A word of a page made up here: where it begins, how high it stands, what it says.
  private struct Word {
    var text: String
    var x: Double
    var y: Double
  }

  /// What `pdftotext -bbox` would write; letters are 10 points wide, digits 5.
  private func boxes(_ pages: [[Word]]) -> [UInt8] {
    var text = "<!DOCTYPE html><html><head><title>\u{1}</title></head><body><doc>"
    for words in pages {
      text += "<page width=\"595\" height=\"842\">"
      for word in words {
        let width = word.text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 5.0 : 10.0) }
        text += "<word xMin=\"\(word.x)\" yMin=\"\(word.y)\" xMax=\"\(word.x + width)\""
        text += " yMax=\"\(word.y + 10)\">\(word.text)</word>"
      }
      text += "</page>"
    }
    return Array((text + "</doc></body></html>").utf8)
  }

  /// What `pdftocairo -svg` would write of black lines.
  private func drawing(_ pages: [[String]]) -> [UInt8] {
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\"><pageSet>"
    for paths in pages {
      text += "<page>"
      for path in paths {
        text += "<path style=\"fill:none;stroke:rgb(0%,0%,0%);\" d=\"\(path)\"/>"
      }
      text += "</page>"
    }
    return Array((text + "</pageSet></svg>").utf8)
  }

  private func document(
    _ pages: [[Word]], _ drawing: [UInt8] = Array("<svg/>".utf8), pictures: String = ""
  ) throws(FormatError) -> Document {
    let boxes = boxes(pages)
    return try Document { tool throws(FormatError) in
      let output =
        switch tool.program {
        case "pdftotext": boxes
        case "pdftocairo": drawing
        default: Array(pictures.utf8)
        }
      return PDFToolResult(output: output, complaint: [], exitCode: 0)
    }
  }

  private func paragraphs(_ document: Document) -> [String] {
    document.blocks.compactMap {
      switch $0 {
      case .heading(_, let paragraph), .paragraph(let paragraph): paragraph.text
      case .table: nil
      }
    }
  }

  private func rows(_ document: Document) -> [[String]] {
    document.blocks.flatMap { block -> [[String]] in
      switch block {
      case .heading, .paragraph: []
      case .table(let table): table.expandedTexts
      }
    }
  }

  /// Two columns and two rows between x 100 and 300, y 100 and 140.
  private static let grid = [
    "M 100 100 L 300 100", "M 100 120 L 300 120", "M 100 140 L 300 140", "M 100 100 L 100 140",
    "M 200 100 L 200 140", "M 300 100 L 300 140",
  ]

  private static let words = [
    Word(text: "行政", x: 105, y: 105), Word(text: "12", x: 250, y: 105),
    Word(text: "许可", x: 105, y: 125), Word(text: "3", x: 250, y: 125),
  ]

  @Test("finds the cells however their lines are drawn", arguments: [0, 1, 2, 3, 4])
  func findsCells(manner: Int) throws {
    let lines = Self.grid.map { "<path style=\"stroke:rgb(0%,0%,0%);fill:none\" d=\"\($0)\"/>" }
    let body =
      switch manner {
      case 0: lines.joined()
      case 1: "<g transform=\"matrix(1,0,0,-1,0,240)\">\(lines.joined())</g>"
      case 2:
        Self.grid.map { path in
          let numbers = path.split(separator: " ").compactMap { Double($0) }
          let (x, y) = (numbers[0] - 0.5, numbers[1] - 0.5)
          let (right, bottom) = (numbers[2] + 0.5, numbers[3] + 0.5)
          return "<path fill=\"rgb(0,0,0)\" d=\"M \(x) \(y) L \(right) \(y) L \(right) \(bottom) "
            + "L \(x) \(bottom) Z M \(x) \(y)\"/>"
        }.joined()
      case 3:
        "<defs><g id=\"surface1\">\(lines.joined())</g></defs><use href=\"#surface1\"/>"
      default:
        // Wide bars of which a clip leaves a thin one.
        "<defs><clipPath id=\"c\"><path d=\"M 199 100 L 201 100 L 201 140 L 199 140 Z\"/></clipPath>"
          + "</defs><g clip-path=\"url(#c)\"><path style=\"fill:rgb(0%,0%,0%)\" "
          + "d=\"M 150 100 L 250 100 L 250 140 L 150 140 Z\"/></g>"
          + lines.enumerated().filter { $0.offset != 4 }.map(\.element).joined()
      }
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">\(body)</svg>"
    let document = try document([Self.words], Array(svg.utf8))
    let found = rows(document)
    #expect(found == [["行政", "12"], ["许可", "3"]])
  }

  @Test func takesWhiteLinesForNone() throws {
    let svg = String(decoding: drawing([Self.grid]), as: UTF8.self)
      .replacing("rgb(0%,0%,0%)", with: "rgb(100%,100%,100%)")
    #expect(rows(try document([Self.words], Array(svg.utf8))) == [])
  }

  @Test func joinsALabelTornOverLines() throws {
    let grid = Self.grid.filter { !$0.contains(" 120") }
    #expect(rows(try document([Self.words], drawing([grid]))).map(\.first) == ["行政许可"])
  }

  @Test("joins a figure torn over lines only where it fills its cell")
  func joinsTornFigures() throws {
    let words = [
      Word(text: "行政", x: 105, y: 105), Word(text: "123456789012345678", x: 205, y: 105),
      Word(text: "34", x: 205, y: 125),
    ]
    let grid = Self.grid.filter { !$0.contains(" 120") }
    #expect(rows(try document([words], drawing([grid]))) == [["行政", "12345678901234567834"]])
    var apart = words
    apart[1].text = "12"
    #expect(rows(try document([apart], drawing([grid]))) == [["行政", "12 34"]])
  }

  @Test func placesNoFigureThatLiesOverAnEdge() throws {
    let words = [Word(text: "行政", x: 105, y: 105), Word(text: "11", x: 195, y: 105)]
    #expect(rows(try document([words], drawing([Self.grid]))).first?.count { !$0.isEmpty } == 1)
  }

  @Test func placesAFigureOfWhichLessThanHalfADigitLiesOverAnEdge() throws {
    let words = [Word(text: "行政", x: 105, y: 105), Word(text: "1674", x: 198, y: 105)]
    #expect(rows(try document([words], drawing([Self.grid]))).first == ["行政", "1674"])
  }

  @Test func goesOnWithATableOnTheNextPage() throws {
    let header = [Word(text: "内容", x: 105, y: 105), Word(text: "件数", x: 250, y: 105)]
    let first = header + [Word(text: "行政", x: 105, y: 125), Word(text: "7", x: 250, y: 125)]
    let second = header + [Word(text: "许可", x: 105, y: 125)]
    let document = try document([first, second], drawing([Self.grid, Self.grid]))
    #expect(document.blocks.count == 1)
    #expect(rows(document) == [["内容", "件数"], ["行政许可", "7"], ["", ""]])
    #expect(document.furniture.map(\.text) == ["内容 件数"])
  }

  @Test func joinsLinesOverTheEndOfAPage() throws {
    let full = String(repeating: "字", count: 40)
    let pages = [
      [Word(text: "一、总体情况", x: 120, y: 80), Word(text: full, x: 120, y: 100)],
      [
        Word(text: full, x: 100, y: 100), Word(text: "完。", x: 100, y: 120),
        Word(text: "（二）下文。", x: 120, y: 140), Word(text: "- 2 -", x: 280, y: 800),
      ],
    ]
    let document = try document(pages)
    #expect(paragraphs(document) == ["一、总体情况", full + full + "完。", "（二）下文。"])
    #expect(document.furniture.map(\.text) == ["-2-"])
    #expect(document.furniture.map(\.spot?.page) == [2])
  }

  @Test func setsAsideWhatEveryPageHas() throws {
    let head = Word(text: "某市人民政府", x: 250, y: 20)
    let pages = [
      [head, Word(text: "甲。", x: 100, y: 300)], [head, Word(text: "乙。", x: 100, y: 300)],
    ]
    let document = try document(pages)
    #expect(paragraphs(document) == ["甲。", "乙。"])
    #expect(document.furniture.count == 2)
  }

  @Test func keepsRowsWithoutLinesAsWords() throws {
    let words = [
      Word(text: "行政许可", x: 100, y: 100), Word(text: "12", x: 300, y: 100),
      Word(text: "行政处罚", x: 100, y: 120), Word(text: "3", x: 300, y: 120),
    ]
    #expect(paragraphs(try document([words])) == ["行政许可 12", "行政处罚 3"])
  }

  @Test func takesAHeadingRowForNoRestOfTheRowOnThePageBefore() throws {
    let first = [
      Word(text: "行政处罚", x: 110, y: 105), Word(text: "3", x: 210, y: 105),
      Word(text: "行政强制", x: 110, y: 125), Word(text: "170", x: 210, y: 125),
    ]
    let second = [
      Word(text: "下一项的处理决定", x: 110, y: 105), Word(text: "收费", x: 110, y: 125),
      Word(text: "5", x: 210, y: 125),
    ]
    let below = Self.grid.map { $0 == "M 200 100 L 200 140" ? "M 200 120 L 200 140" : $0 }
    let document = try document([first, second], drawing([Self.grid, below]))
    #expect(
      rows(document) == [
        ["行政处罚", "3"], ["行政强制", "170"], ["下一项的处理决定", ""], ["收费", "5"],
      ])
  }

  @Test func beginsAParagraphWithTheNumberOfASectionBehindAFullLine() throws {
    let full = String(repeating: "公", count: 38) + "局。"
    let words = [
      Word(text: full, x: 100, y: 100), Word(text: "六、其他需要报告的事项", x: 100, y: 115),
      Word(text: "无。", x: 120, y: 130),
    ]
    #expect(paragraphs(try document([words])) == [full, "六、其他需要报告的事项", "无。"])
  }

  @Test func readsRadicalsAsTheLettersTheyLookLike() throws {
    let words = [Word(text: "⼈⺠政府⼀", x: 100, y: 100)]
    #expect(paragraphs(try document([words])) == ["人民政府一"])
  }

  @Test func readsWordsWhereThePageCannotBeDrawn() throws {
    let document = try document([Self.words], Array("<svg".utf8))
    #expect(paragraphs(document) == ["行政 12", "许可 3"])
  }

  @Test func countsPicturesLargeEnoughForATable() throws {
    let list = """
      page   num  type   width height color
      -----
         1     0 image     800   600  rgb
         1     1 smask     800   600  gray
         1     2 image      20    20  rgb
      """
    #expect(try document([Self.words], pictures: list).pictureCount == 1)
  }

  @Test func refusesPagesWithoutLetters() {
    #expect(throws: FormatError.noText) { try document([[], []]) }
  }

  @Test(
    "tells why a file cannot be opened",
    arguments: [
      ("Command Line Error: Incorrect password", FormatError.encrypted),
      ("Syntax Error: Couldn't find trailer dictionary", .damaged(part: "PDF", line: nil)),
    ])
  func tellsWhy(complaint: String, error: FormatError) {
    #expect(throws: error) {
      try Document { _ throws(FormatError) in
        PDFToolResult(output: [], complaint: Array(complaint.utf8), exitCode: 1)
      }
    }
  }
}
