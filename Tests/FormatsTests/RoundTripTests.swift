import Documents
import FormCatalog
import Formats
import PublishedReports
import ReportModel
import Simulation
import Testing

/// A format that goes out and comes in again without another program.
enum RoundTripFormat: String, CaseIterable {
  case html, docx, xlsx, md, txt, csv, gbk

  func bytes(of draft: Draft) throws -> [UInt8] {
    var document = Document(report: draft)
    document.signature = Signature(organ: draft.organ.name, on: "2026-01-12")
    return switch self {
    case .html: Array(document.html(.final).utf8)
    case .docx: try document.docx(.final)
    case .xlsx: try draft.xlsx(.final)
    case .md: document.markdown(.final)
    case .txt: try document.plainText(.final)
    case .csv: try draft.csv(.final)
    case .gbk: try draft.csv(.final, encoding: .gb18030)
    }
  }

  func document(reading bytes: [UInt8], forms: [Form]) throws -> Document {
    switch self {
    case .html: try Document(page: bytes, landmarks: Landmarks(of: forms))
    case .docx: try Document(word: bytes)
    case .xlsx: try Document(workbook: bytes)
    case .md: try Document(text: bytes, markup: .markdown)
    case .txt: try Document(text: bytes)
    case .csv, .gbk: try Document(csv: bytes)
    }
  }

  /// The draft that an import makes of an export.
  func roundTrip(_ draft: Draft) throws -> ImportResult {
    let forms = FormCatalog.shippedIDs.compactMap { FormCatalog.form(id: $0) }
    let document = try document(reading: try bytes(of: draft), forms: forms)
    return try importReport([document], forms: forms)
  }
}

extension Draft {
  /// What is in this draft's figures and texts and not in another's, a line each.
  func differences(to other: Draft) -> [String] {
    var lines = figureDifferences(to: other)
    if organ.name != other.organ.name { lines.append("organ \(other.organ.name)") }
    if year != other.year { lines.append("year \(other.year)") }
    for section in form.textSections where text(of: section.id) != other.text(of: section.id) {
      lines.append(
        "\(section.id) \(text(of: section.id).paragraphs) \(other.text(of: section.id).paragraphs)")
    }
    return lines
  }
}

extension Draft {
  /// What is in this draft's figures and not in another's, a line each.
  func figureDifferences(to other: Draft) -> [String] {
    guard form.id == other.form.id else { return ["form \(other.form.id)"] }
    return (0..<form.cellCount).map { CellIndex($0) }.compactMap { cell in
      guard self[cell]?.micros != other[cell]?.micros else { return nil }
      let (own, others) = ("\(self[cell], default: "-")", "\(other[cell], default: "-")")
      return "\(form.address(of: cell)) \(own) \(others)"
    }
  }
}

@Suite("A report that goes out and comes in again")
struct RoundTripTests {
  @Test(
    "is the same draft, whatever stands in it", arguments: RoundTripFormat.allCases,
    FormCatalog.shippedIDs)
  func isTheSame(format: RoundTripFormat, formID: String) throws {
    let form = try #require(FormCatalog.form(id: formID))
    for seed in 0..<100 {
      let draft = RandomReport(form, seed: UInt64(seed)).draft
      let result = try format.roundTrip(draft)
      let differences = draft.differences(to: result.draft)
      #expect(differences == [], "seed \(seed)")
      #expect(result.report.notPlaced == [], "seed \(seed)")
      guard differences.isEmpty else { return }
    }
  }

  @Test(
    "is the same draft for every published report",
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: RoundTripFormat.allCases)
  func isTheSameAsPublished(format: RoundTripFormat) throws {
    for file in [
      "quxian-police-2023.txt", "huaian-hongze-2023.txt", "huaian-hongze-2024.txt",
      "shanghai-office-2025.md",
    ] {
      let draft = try Corpus.importedDraft(file)
      let result = try format.roundTrip(draft)
      #expect(draft.differences(to: result.draft) == [], "\(file)")
    }
    for name in ["anonymised-city-2025", "shanghai-office-2019"] {
      let draft = try Corpus.draft(name)
      let result = try format.roundTrip(draft)
      #expect(draft.differences(to: result.draft) == [], "\(name)")
    }
  }
}

@Suite(
  "A report that goes out as PDF and comes in again", .enabled(if: canMakePDF, "\(pdfAbsence)"))
struct PDFRoundTripTests {
  /// Blanks beside Chinese letters are not kept: a PDF file has distances, and so do programs that
  /// set figures apart by themselves.
  private func withoutBlanks(_ draft: Draft, _ section: String) -> [String] {
    draft.text(of: section).paragraphs.map { $0.filter { $0 != " " } }
  }

  @Test("is the same where the tables stand on broad pages between narrow ones")
  func isTheSameOnBroadPages() throws {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    let draft = RandomReport(form, seed: 2).draft
    let page = Document(report: draft).html(.final)
    let style = "@page broad { size: A4 landscape } table { page: broad } </style>"
    let bytes = try pdf(of: page.replacing("</style>", with: style))
    let result = try importReport(
      [try document(ofPDF: bytes)], forms: FormCatalog.shippedIDs.compactMap(FormCatalog.form))
    #expect(draft.figureDifferences(to: result.draft) == [])
  }

  @Test("is the same draft, and tells its fonts")
  func isTheSame() throws {
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    var draft = RandomReport(form, seed: 1).draft
    let sections = form.textSections.map(\.id)
    // Paragraphs of every length that end where the line does, or a letter before or behind, with
    // pages of one line a paragraph, and lines with one blank that is widened.
    let lengths = (16..<60).map { length in
      String(repeating: "公开", count: length / 2) + (length % 2 == 0 ? "：" : "局：")
    }
    let texts = [["本机关编制本报告。"], lengths, ["人员不足，将充实力量。", "更新不够及时。"], ["无。"]]
    for (section, paragraphs) in zip(sections, texts) {
      draft.setText(Prose(paragraphs.joined(separator: "\n")), of: section)
    }
    let report = Document(report: draft)
    let bytes = try pdf(of: report.html(.final))
    let result = try importReport(
      [try document(ofPDF: bytes)], forms: FormCatalog.shippedIDs.compactMap(FormCatalog.form))
    #expect(draft.figureDifferences(to: result.draft) == [])
    #expect(result.draft.organ.name == draft.organ.name)
    #expect(result.draft.year == draft.year)
    #expect(result.report.notPlaced == [])
    for section in sections {
      let (own, found) = (withoutBlanks(draft, section), withoutBlanks(result.draft, section))
      #expect(own.difference(from: found).map(\.shown) == [], "\(section)")
    }
    let fonts = PDFFonts(inList: try fontList(ofPDF: bytes), of: report)
    #expect(fonts.missing.isEmpty == fonts.standIns.isEmpty)
  }
}

extension CollectionDifference.Change where ChangeElement == String {
  fileprivate var shown: String {
    switch self {
    case .insert(_, let element, _): "+ \(element)"
    case .remove(_, let element, _): "- \(element)"
    }
  }
}

/// A report with anything in it that a person may type.
private struct RandomReport {
  private(set) var draft: Draft
  private var dice: Dice

  private static let pieces = [
    "全年主动公开信息 12 条", "受理申请 3 件", "（含上年结转 1 件）", "“三公”经费", "A|B", "1.5 万元", "<b>加粗</b>",
    "&amp;", "**强调**", "_下划线_", "`代码`", "C:\\目录\\文件", "[链接](http://x)", "50%", "#标签", "～", "𠮷", "é",
    "，", "、", "“引”", "—— ", "1、", "2. ", "- ", "+", "=1+1", "~~删~~", "$x$", ":smile:", "'单'",
    "\"双\"",
  ]

  init(_ form: Form, seed: UInt64) {
    dice = Dice(seed: seed)
    draft = Draft(
      form: form, carriesForm: false, organ: Organ(name: "示例市第\(seed)局"),
      year: form.firstYear ?? 2021)
    for position in 0..<form.cellCount { fill(CellIndex(position)) }
    for section in form.textSections { write(section.id) }
  }

  private mutating func fill(_ cell: CellIndex) {
    let chance = Int.random(in: 0..<10, using: &dice)
    guard chance > 0 else { return }
    let isAmount = draft.form.kind(of: cell) == .amount
    let whole = Int64.random(in: 0...(chance < 6 ? 9 : 99_999), using: &dice)
    draft[cell] =
      isAmount
      ? Quantity(
        micros: Int128(whole) * 1_000_000 + Int128.random(in: 0..<10_000, using: &dice) * 100)
      : Quantity(whole: whole)
  }

  private mutating func write(_ section: String) {
    let count = Int.random(in: 0...4, using: &dice)
    let paragraphs = (0..<count).map { _ in paragraph() }
    guard !paragraphs.isEmpty else { return }
    draft.setText(Prose(paragraphs.joined(separator: "\n")), of: section)
  }

  private mutating func paragraph() -> String {
    let start =
      ["本机关", "（一）", "1. ", "- ", "| ", "#", "> ", "+ ", "\\"].randomElement(using: &dice) ?? ""
    let count = Int.random(in: 1...12, using: &dice)
    let body = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
    // Two blanks in a row, and one at the end, are the one thing that no format keeps.
    let text = start + body + ["。", "；", "", "："][Int.random(in: 0..<4, using: &dice)]
    return text.split(separator: " ").joined(separator: " ")
  }
}
