import Testing

/// The folder of published reports, which is not part of the package.
private enum Corpus {
  static var folder: String {
    variable("NIANBAO_CORPUS") ?? Desk.package + "/../shared/corpus"
  }

  static var report: String { folder + "/quxian-police-2023.txt" }
  static var isPresent: Bool { exists(report) }
}

@Suite("From a report to the page to publish")
struct JourneyTests {
  private let carriedOut = "四、结转下年度继续办理"
  private let new = "一、本年新收"

  @Test(
    "a published report, imported, mended, exported",
    .enabled(if: Corpus.isPresent, "set NIANBAO_CORPUS to the folder of published reports"))
  func publishedReport() throws {
    let desk = try Desk()
    let imported = try desk.run("import", Corpus.report, "-o", "report.json")
    #expect(imported.status == 0)
    #expect(imported.errors.contains("applications.carriedOut.total"))
    try mendAndExport("report.json", on: desk)
  }

  @Test("the same with the bundled sample")
  func bundledSample() throws {
    try mendAndExport("sample.json", on: Desk(sample: "sample.json"))
  }

  @Test("the demo works on a copy that it names, and keeps it")
  func demo() throws {
    let desk = try Desk()
    let session = try desk.start(["demo"], environment: ["TMPDIR": desk.folder.path])
    try session.waitUntil(shows: "示例县公安局")
    session.press(.function(8), .function(4))
    try session.saveAndQuit()
    let folder = try #require(desk.folder.names.first)
    #expect(session.picture.contains("\(folder)/sample.json"))
    #expect(try desk.run("check", "\(folder)/sample.json").status == 0)
  }

  private func mendAndExport(_ draft: String, on desk: Desk) throws {
    #expect(try desk.run("check", draft).status == 1)
    let session = try desk.open(draft)
    let picture = try session.waitUntil { $0.marks(carriedOut) && $0.contains("Ctrl+Q") }
    #expect(picture.figures(of: carriedOut) == ["0", "0", "0", "0", "0", "0", ""])

    session.press(.function(8))
    try session.waitUntil("the suggestion, with the cursor in the row") {
      $0.contains("F4 填入 0") && $0.cursor.y == $0.row(with: carriedOut)
    }

    session.press(.function(4))
    try session.waitUntil("the total, unsaved and without a mark") {
      $0.figures(of: carriedOut).last == "0" && !$0.marks(carriedOut)
        && $0.contains("\(draft) ●")
    }

    session.press(.text("5"), .enter)
    try session.waitUntil("the mark") {
      $0.marks(carriedOut) && $0.figures(of: carriedOut).last == "5"
    }
    session.press(.control("z"))
    try session.waitUntil("the old total without a mark") {
      $0.figures(of: carriedOut).last == "0" && !$0.marks(carriedOut)
    }
    try session.saveAndQuit()
    #expect(try desk.run("check", draft).status == 0)
    try compareExport(of: draft, on: desk)
  }

  /// Every figure of the page is the draft's, and every figure of the draft is on the page.
  private func compareExport(of draft: String, on desk: Desk) throws {
    #expect(try desk.run("export", draft, "-o", "x.html").status == 0)
    let page = String(decoding: try desk.bytes(of: "x.html"), as: UTF8.self)
    let exported = figures(onPage: page)
    let tables = ["documents", "licensing", "enforcement", "charges", "applications", "remedies"]
    let shown = try desk.run(["show", draft] + tables).text.split(separator: "\n")
    #expect(shown.count == 200)
    #expect(exported.sorted() == shown.map(String.init).sorted())
  }

  /// The figures of an exported page, as `show` writes them.
  private func figures(onPage page: String) -> [String] {
    page.split(separator: "<td data-address=\"").dropFirst().map { piece in
      let address = piece.prefix { $0 != "\"" }
      let cell = piece.drop { $0 != ">" }.dropFirst()
      return "\(address)\t\(cell.prefix { $0 != "<" })"
    }
  }

  @Test("a wrong total is marked, row and cell, before any further key")
  func wrongTotal() throws {
    let desk = try Desk(sample: "sample.json")
    let session = try desk.open("sample.json")
    session.press(.function(8), .function(4), .home, .controlHome, .end, .text("5"), .enter)
    let wrong = Picture.Style(foreground: 231, background: 124, isBold: true)
    try session.waitUntil("the mark, and the total as an error, with the cursor below") {
      $0.marks(new) && $0.figures(of: new).last == "5" && $0.row(with: new) == $0.cursor.y - 1
        && $0.style(x: $0.cursor.x, y: $0.cursor.y - 1) == wrong
    }
  }
}
