import JSONText
import Testing

@Suite("export, diff and forms")
struct ExportTests {
  private func mended() throws -> Desk {
    let desk = try Desk(sample: "x.json")
    try desk.run("set", "x.json", "applications.carriedOut.total=0")
    return desk
  }

  @Test("is refused while an error stands, but for a marked draft")
  func refused() throws {
    let desk = try Desk(sample: "x.json")
    let ran = try desk.run("export", "x.json", "-o", "y.html")
    #expect(ran.status == 1)
    #expect(ran.errors.contains("applications.carriedOut.total"))
    #expect(desk.folder.names == ["x.json"])
    #expect(try desk.run("export", "x.json", "-o", "y.html", "--draft").status == 0)
    let page = String(decoding: try desk.bytes(of: "y.html"), as: UTF8.self)
    #expect(page.contains(#"<p class="draft">草稿</p>"#))
  }

  @Test("the final page is not marked, and is the same each time")
  func repeated() throws {
    let desk = try mended()
    #expect(try desk.run("export", "x.json", "-o", "a.html").status == 0)
    #expect(try desk.run("export", "x.json", "-o", "b.html").status == 0)
    #expect(try desk.run("export", "x.json", "-o", "b.html").status == 0)
    let page = try desk.bytes(of: "a.html")
    #expect(try desk.bytes(of: "b.html") == page)
    let text = String(decoding: page, as: UTF8.self)
    #expect(!text.contains("草稿"))
    #expect(text.contains("示例县公安局2023年政府信息公开工作年度报告"))
  }

  @Test(
    "writes every format, to a file and to standard output, the same each time",
    arguments: ["html", "docx", "xlsx", "csv", "md", "txt", "json"])
  func formats(format: String) throws {
    let desk = try mended()
    #expect(try desk.run("export", "x.json", "-o", "a.\(format)").status == 0)
    let bytes = try desk.bytes(of: "a.\(format)")
    #expect(!bytes.isEmpty)
    let piped = try desk.run("export", "x.json", "-o", "-", "--format", format)
    #expect(piped.status == 0)
    #expect(piped.output == bytes)
    #expect(desk.folder.names.sorted() == ["a.\(format)", "x.json"])
  }

  @Test("signs what is read as a text", arguments: ["html", "md", "txt"])
  func signed(format: String) throws {
    let desk = try mended()
    let ran = try desk.run(
      "export", "x.json", "-o", "-", "--format", format, "--signed-on", "2024-01-15")
    #expect(ran.status == 0)
    #expect(ran.text.contains("2024年1月15日"))
  }

  @Test("writes each table to a file of its own, and over no draft")
  func byTable() throws {
    let desk = try mended()
    #expect(try desk.run("export", "x.json", "-o", "a.csv", "--by-table").status == 0)
    #expect(desk.folder.names.contains("a-applications.csv"))
    try desk.folder.write(Desk.sample(), to: "b-remedies.csv")
    let ran = try desk.run("export", "x.json", "-o", "b.csv", "--by-table", "--gbk")
    #expect(ran.status == 2)
    #expect(ran.errors.hasPrefix("b-remedies.csv"))
    #expect(!desk.folder.names.contains("b.csv"))
    #expect(try desk.bytes(of: "b-remedies.csv") == Desk.sample())
  }

  @Test("never takes the place of a draft", arguments: ["x.json", "y.html", "z.json"])
  func overDraft(output: String) throws {
    let desk = try mended()
    try desk.folder.write(Desk.sample(), to: "y.html")
    try desk.folder.write(Desk.sample(), to: "z.json")
    let before = try desk.bytes(of: output)
    let ran = try desk.run("export", "x.json", "-o", output)
    #expect(ran.status == 2)
    #expect(ran.errors.hasPrefix(output))
    #expect(ran.complaints.count == 1)
    #expect(try desk.bytes(of: output) == before)
  }

  @Test("says which file could not be written", arguments: ["missing/y.html", "folder.html"])
  func unwritable(output: String) throws {
    let desk = try mended()
    desk.folder.makeFolder("folder.html")
    let ran = try desk.run("export", "x.json", "-o", output)
    #expect(ran.status == 2)
    #expect(ran.errors.hasPrefix(output))
  }

  @Test("diff tells cells, texts and organ, and ends with 1")
  func diff() throws {
    let desk = try mended()
    try desk.folder.write(Desk.sample(), to: "old.json")
    try desk.run(
      "set", "x.json", "applications.new.natural=2", "other=无", "organ.level=", "year=2024")
    let ran = try desk.run("diff", "old.json", "x.json", "--format", "json")
    #expect(ran.status == 1)
    let json = try ran.json()
    let cells = try #require(json["cells"]?.array)
    #expect(
      cells.map { $0["at"]?.string }
        == ["applications.new.natural", "applications.carriedOut.total"])
    #expect(cells[0]["from"]?.integer == 1)
    #expect(cells[0]["to"]?.integer == 2)
    #expect(cells[1]["from"] == JSON(.null))
    #expect(cells[1]["to"]?.integer == 0)
    #expect(cells[1]["label"]?.string?.contains("四、结转下年度继续办理") == true)
    let texts = try #require(json["texts"]?.array)
    #expect(texts.map { $0["section"]?.string } == ["other"])
    #expect(texts[0]["to"]?.string == "无")
    let organ = try #require(json["organ"]?.array)
    #expect(Set(organ.map { $0["key"]?.string }) == ["level", "year"])
    let text = try desk.run("diff", "old.json", "x.json")
    #expect(text.status == 1)
    #expect(text.text.contains("applications.new.natural\t1 → 2"))
  }

  @Test("diff marks the words of a text that went and came")
  func diffByWord() throws {
    let desk = try mended()
    try desk.run("set", "x.json", "other=第一段。\n收到申请 3 件。\n第三段。")
    try desk.folder.write(try desk.bytes(of: "x.json"), to: "old.json")
    try desk.run("set", "x.json", "other=第一段。\n收到申请 15 件。\n第三段。\n第四段。\n第五段。")
    let lines = try desk.run("diff", "old.json", "x.json").text.split(separator: "\n")
    #expect(
      lines.dropFirst() == [
        "  第 2 段：收到申请 [-3-]{+15+} 件。", "  第 4 至 5 段：{+第四段。↵", "    第五段。+}",
      ])
    let back = try desk.run("diff", "x.json", "old.json", "--lang", "en").text
    #expect(back.contains("  Paragraphs 4 to 5 of the old text: [-第四段。↵\n"))
    let texts = try desk.run("diff", "old.json", "x.json", "--format", "json").json()["texts"]
    let entry = try #require(texts?.array?.first)
    let words = try #require(entry["words"]?.array)
    func text(without operation: String) -> String {
      words.filter { $0["op"]?.string != operation }.compactMap { $0["text"]?.string }.joined()
    }
    #expect(text(without: "added") == entry["from"]?.string)
    #expect(text(without: "removed") == entry["to"]?.string)
    #expect(words.map { $0["op"]?.string } == ["same", "removed", "added", "same", "added"])
  }

  @Test("diff of a draft with itself is empty and ends with 0")
  func noDifference() throws {
    let desk = try mended()
    let ran = try desk.run("diff", "x.json", "x.json", "--format", "json")
    #expect(ran.status == 0)
    #expect(try ran.json() == JSON(reading: Array(#"{"cells":[],"organ":[],"texts":[]}"#.utf8)))
    #expect(try desk.run("diff", "x.json", "x.json").output.isEmpty)
  }

  @Test("forms lists the shipped forms and prints each as it is")
  func forms() throws {
    let desk = try Desk()
    let list = try desk.run("forms").text.split(separator: "\n")
    #expect(list.map { $0.prefix { $0 != "\t" } } == ["disclosure-2021", "disclosure-2019"])
    for id in ["disclosure-2021", "disclosure-2019"] {
      let file = Desk.package + "/Sources/FormCatalog/Forms/\(id.replacing("-", with: "_")).json"
      #expect(try desk.run("forms", id).output == contents(ofFile: file))
    }
  }

  @Test("forms check tells a good form from a bad one")
  func formsCheck() throws {
    let desk = try Desk()
    let shipped = try desk.run("forms", "disclosure-2021").text
    let own = shipped.replacing(#""disclosure-2021""#, with: #""our-form""#)
    try desk.folder.write(own, to: "own.json")
    let good = try desk.run("forms", "check", "own.json")
    #expect(good.status == 0)
    #expect(good.text.hasPrefix("own.json"))
    let bad: [(String, String)] = [
      ("shipped.json", shipped.replacing("总计", with: "合计")),
      ("word.json", own.replacing(#""sections""#, with: #""parts""#)),
      ("empty.json", "{}"), ("none.json", "年报"),
    ]
    for (name, text) in bad {
      try desk.folder.write(text, to: name)
      let ran = try desk.run("forms", "check", name)
      #expect(ran.status == 2, "\(name)")
      #expect(ran.complaints.count == 1)
      #expect(ran.errors.hasPrefix(name), "\(ran.errors)")
    }
  }

  @Test("a draft on an own form carries it whole")
  func ownForm() throws {
    let desk = try Desk()
    let own = try desk.run("forms", "disclosure-2021").text
      .replacing(#""disclosure-2021""#, with: #""our-form""#)
    try desk.folder.write(own, to: "own.json")
    try desk.run("new", "x.json", "--organ", "示例局", "--year", "2024", "--form", "own.json")
    TemporaryFolder.remove(desk.folder / "own.json")
    #expect(try desk.run("set", "x.json", "applications.new.natural=3").status == 0)
    let draft = try JSON(reading: desk.bytes(of: "x.json"))
    #expect(draft["form"]?.string == "our-form")
    #expect(draft["formDefinition"]?["id"]?.string == "our-form")
    #expect(try desk.value(of: "applications.new.natural", in: "x.json") == "3")
  }

  @Test("forms check names rules that contradict each other", arguments: ["zh", "en"])
  func contradictions(language: String) throws {
    let desk = try Desk()
    let own = try desk.run("forms", "disclosure-2021").text
      .replacing(#""disclosure-2021""#, with: #""our-form""#)
      .replacing(
        #""rules": ["#,
        with: #"""
          "rules": [{"id": "no-carry", "severity": "error", "name": "", "formula": "",
            "leftName": "", "rightName": "", "table": "applications", "columns": ["legal"],
            "left": ["new"], "right": ["handled", "carriedOut"]},
          """#)
    try desk.folder.write(own, to: "own.json")
    let ran = try desk.run("forms", "check", "own.json", "--lang", language)
    #expect(ran.status == 2)
    #expect(ran.complaints.count == 1)
    for word in ["own.json", "no-carry", "balance", "applications.carriedIn.legal"] {
      #expect(ran.errors.contains(word), "\(ran.errors)")
    }
  }

  @Test("the manual's own form works as the manual says", arguments: ["zh", "en"])
  func exampleOfTheManual(language: String) throws {
    let desk = try Desk()
    let manual = try String(
      decoding: contents(ofFile: Desk.package + "/docs/manual.\(language).md"), as: UTF8.self)
    let block = try #require(manual.split(separator: "```json\n").dropFirst().first)
    let form = try #require(block.split(separator: "```").first)
    try desk.folder.write(String(form), to: "training.json")
    #expect(try desk.run("forms", "check", "training.json").status == 0)
    try desk.run(
      "new", "x.json", "--organ", "示例县", "--year", "2025", "--form", "training.json")
    try desk.run(
      "set", "x.json", "training.departments.invited=40", "training.departments.attended=36",
      "training.departments.absent=3", "training.departments.passed=37",
      "training.townships.attended=1", "training.all.attended=36")
    let check = try desk.run("check", "x.json")
    #expect(check.status == 1)
    for rule in ["✗ attendance", "✗ column-total", "⚠ passed"] {
      #expect(check.text.contains(rule), "\(check.text)")
    }
  }
}
