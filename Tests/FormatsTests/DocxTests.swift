import Documents
import ReportModel
import Testing

@testable import Formats

@Suite("A report as a file of Word")
struct DocxTests {
  private func document() throws -> Document {
    var document = Document(report: try Samples.draft())
    document.signature = Signature(organ: "示例县公安局", on: "2024-01-15")
    return document
  }

  @Test("has the page of an official document")
  func page() throws {
    let section = try #require(
      try element("word/document.xml", of: document().docx(.final)).all("sectPr").first)
    let size = try #require(section.child("pgSz"))
    #expect(size.attributes == ["w": "11906", "h": "16838"])
    let margins = try #require(section.child("pgMar"))
    let millimetres = ["top", "bottom", "left", "right"].map {
      (Double(margins[$0] ?? "") ?? 0) * 25.4 / 1440
    }
    for (found, wanted) in zip(millimetres, [37.0, 35, 28, 26]) {
      #expect(abs(found - wanted) < 0.1)
    }
  }

  @Test(
    "sets the lines at the pitch asked for",
    arguments: [("28", "560"), ("28.5", "570"), ("28.95", "579"), ("30", "600")])
  func linePitch(points: String, twips: String) throws {
    let pitch = try #require(LinePitch(points: points))
    let styles = try element("word/styles.xml", of: document().docx(.final, linePitch: pitch))
    let normal = try #require(styles.children("style").first { $0["styleId"] == "Normal" })
    let spacing = try #require(normal.all("spacing").first)
    #expect(spacing["line"] == twips)
    #expect(spacing["lineRule"] == "exact")
  }

  @Test("takes no other pitch", arguments: ["27", "31", "30.5", "28.555", "028", "28.", "", "二十八"])
  func badPitch(points: String) {
    #expect(LinePitch(points: points) == nil)
  }

  @Test("keeps 22 lines on a page unless told otherwise")
  func defaultPitch() {
    #expect(Double(LinePitch.standard.twips) * 22 <= 225 / 25.4 * 1440)
  }

  @Test(
    "sets each kind of text in its type",
    arguments: [
      ("Title", "方正小标宋简体", "44", nil), ("Heading1", "黑体", "32", "0"),
      ("Heading2", "楷体_GB2312", "32", "1"), ("BodyText", "仿宋_GB2312", "32", nil),
    ] as [(style: String, font: String, size: String, level: String?)])
  func type(style: String, font: String, size: String, level: String?) throws {
    var document = try document()
    document.blocks.append(.heading(level: 3, Paragraph("（一）主动公开")))
    let file = try document.docx(.final)
    let body = try element("word/document.xml", of: file)
    let paragraphs = body.all("p").filter { $0.all("pStyle").first?["val"] == style }
    #expect(!paragraphs.isEmpty)
    for run in paragraphs.flatMap({ $0.all("r") }) {
      #expect(run.all("rFonts").first?["eastAsia"] == font)
      #expect(run.all("rFonts").first?["ascii"] == font)
      // Who changes the style changes the size of every run.
      #expect(run.all("sz").isEmpty)
    }
    let styles = try element("word/styles.xml", of: file)
    let definition = try #require(styles.children("style").first { $0["styleId"] == style })
    let usual = try #require(styles.all("rPrDefault").first)
    #expect((definition.all("sz").first ?? usual.all("sz").first)?["val"] == size)
    #expect(definition.all("outlineLvl").first?["val"] == level)
    if style != "Title" {
      #expect(definition.all("ind").first?["firstLineChars"] == "200")
    }
  }

  @Test("names the fonts of every run, and the language of all")
  func everyRun() throws {
    let styles = try element("word/styles.xml", of: document().docx(.draft))
    #expect(styles.all("rPrDefault").first?.all("lang").first?["eastAsia"] == "zh-CN")
    for (name, bytes) in try parts(of: document().docx(.draft)) where name.hasPrefix("word/") {
      for run in try XMLElement(bytes, part: name).all("r") {
        let fonts = try #require(run.all("rFonts").first)
        for script in ["ascii", "eastAsia", "hAnsi", "cs"] {
          #expect(fonts[script]?.isEmpty == false)
        }
      }
    }
  }

  @Test("numbers odd pages on the right and even ones on the left")
  func pageNumbers() throws {
    let file = try document().docx(.final)
    let relations = try element("word/_rels/document.xml.rels", of: file).children("Relationship")
    let section = try #require(try element("word/document.xml", of: file).all("sectPr").first)
    for (type, side, edge) in [("default", "right", "rightChars"), ("even", "left", "leftChars")] {
      let reference = try #require(
        section.children("footerReference").first { $0["type"] == type })
      let target = try #require(relations.first { $0["Id"] == reference["id"] }?["Target"])
      let footer = try element("word/\(target)", of: file)
      #expect(footer.fullText.filter { !$0.isWhitespace } == "—PAGE1—")
      #expect(footer.all("jc").first?["val"] == side)
      #expect(footer.all("ind").first?[edge] == "100")
      #expect(footer.all("sz").allSatisfy { $0["val"] == "28" })
    }
    #expect(try element("word/settings.xml", of: file).child("evenAndOddHeaders") != nil)
  }

  @Test("marks every page of a draft, and only of a draft", arguments: [Edition.draft, .final])
  func mark(edition: Edition) throws {
    let file = try document().docx(edition)
    let section = try #require(try element("word/document.xml", of: file).all("sectPr").first)
    let types = section.children("headerReference").compactMap { $0["type"] }
    #expect(types.sorted() == (edition == .draft ? ["default", "even"] : []))
    #expect(try parts(of: file).keys.contains("word/header1.xml") == (edition == .draft))
    if edition == .draft {
      #expect(try element("word/header1.xml", of: file).fullText.contains("草　稿"))
    }
  }

  @Test("signs two letters from the edge, on the page where the text ends")
  func signature() throws {
    let body = try element("word/document.xml", of: document().docx(.final))
    let lines = body.all("p").filter { $0.all("pStyle").first?["val"] == "Signature" }
    #expect(lines.map(\.fullText) == ["示例县公安局", "2024年1月15日"])
    #expect(lines.map { $0.all("ind").first?["rightChars"] } == ["450", "200"])
    #expect(lines.first?.all("keepNext").isEmpty == false)
  }

  @Test("is the same bytes each time, and names no moment of making")
  func repeated() throws {
    let file = try document().docx(.final)
    #expect(try document().docx(.final) == file)
    let core = try element("docProps/core.xml", of: file)
    #expect(core.child("title")?.text == "示例县公安局2023年政府信息公开工作年度报告")
    #expect(core.all("created").first?.text == "1980-01-01T00:00:00Z")
  }

  @Test("shows every text as text", arguments: Samples.hostile)
  func hostile(text: String) throws {
    let cell = DocumentTable.Cell(text, role: .figure(nil))
    let document = Document(
      title: text,
      blocks: [
        .heading(level: 2, Paragraph(text)), .paragraph(Paragraph(text)),
        .table(DocumentTable(label: text, rows: [DocumentTable.Row([cell])])),
      ], signature: Signature(organ: text, date: text))
    let body = try element("word/document.xml", of: document.docx(.final))
    let shown = harmless(text)
    #expect(body.all("t").map(\.text) == Array(repeating: shown, count: shown.isEmpty ? 0 : 5))
  }
}
