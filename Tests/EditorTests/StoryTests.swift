import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

extension Draft {
  /// The draft after a change that somebody saved.
  func saved(by: String, on: String, _ change: (inout Draft) throws -> Void) rethrows -> Draft {
    var next = self
    try change(&next)
    return next.revised(from: self, by: by, on: on)
  }

  /// The sample after three saves of two people.
  static func withHistory() throws -> Draft {
    let address = "applications.new.natural"
    let sample = try Draft.sample()
    let cell = try sample.form.cell(address)
    return sample.saved(by: "李四", on: "2026-01-12T09:30:05+08:00") { draft in
      draft[cell] = Quantity(whole: 3)
      draft.organ[.level] = "county"
      draft.organ[.region] = "甲\u{1B}[2J"
    }.saved(by: "张三", on: "2026-01-14T16:02:41+08:00") { draft in
      draft[cell] = nil
      var text = draft.text(of: "problems").paragraphs
      text[0] += "将充实人员。"
      draft.setText(Prose((text + ["另起一段。"]).joined(separator: "\n")), of: "problems")
    }.saved(by: "", on: "去年") { draft in
      draft[cell] = Quantity(whole: 5)
      draft.year = 2024
    }
  }
}

@Suite("The story of a place")
struct StoryTests {
  private func opened(_ access: Editor.Access = .editing, _ language: Language = .chinese) throws
    -> Editor
  {
    var editor = Editor.on(try .withHistory(), access: access, language: language)
    try editor.open("applications.new.natural")
    return editor
  }

  /// The lines of the page between its title and its keys.
  private func page(_ editor: Editor) -> [String] {
    editor.lines.dropFirst().dropLast().map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
  }

  @Test("of a cell has every save that changed it, the newest first", arguments: [false, true])
  func ofACell(isReviewed: Bool) throws {
    var editor = try opened(isReviewed ? .reviewing : .editing)
    editor.press(.alt("h"))
    #expect(editor.context == .story)
    #expect(
      page(editor).dropFirst() == [
        "去年　姓名不详", "（空白） → 5", "2026-01-14 16:02:41 +08:00　张三", "3 → （空白）",
        "2026-01-12 09:30:05 +08:00　李四", "1 → 3",
      ])
    #expect(page(editor)[0].contains("一、本年新收政府信息公开申请数量"))
    editor.press(Key(.escape))
    #expect(editor.context == .grid)
  }

  @Test("begins with what is not saved yet, and with what is being typed")
  func beginsWithUnsaved() throws {
    var editor = try opened()
    editor.type("8")
    editor.press(.alt("h"))
    #expect(page(editor)[1...2] == ["本次编辑，尚未保存", "5 → 8"])
    editor.press(.alt("h"), .control("s"))
    _ = editor.update(.saved(editor.draft))
    editor.press(.alt("h"))
    #expect(!page(editor).contains { $0.contains("尚未保存") })
    editor.press(Key(.escape))
    editor.type("9")
    editor.press(.alt("h"))
    #expect(page(editor)[1...2] == ["本次编辑，尚未保存", "8 → 9"])
  }

  @Test("of a text names the paragraphs, and the words around what changed")
  func ofAText() throws {
    var editor = try opened()
    try editor.open(text: "problems")
    editor.press(.alt("h"))
    let lines = page(editor)
    #expect(lines[1] == "2026-01-14 16:02:41 +08:00　张三")
    #expect(lines[2] == "第 1 段")
    #expect(lines[3].hasPrefix("- …") && !lines[3].contains("将充实人员"))
    #expect(lines[4].hasPrefix("+ …") && lines[4].hasSuffix("将充实人员。"))
    #expect(lines[5...] == ["第 3 段", "+ 另起一段。"])
    editor.press(.alt("h"))
    editor.type("新")
    editor.press(.alt("h"))
    #expect(page(editor)[1] == "本次编辑，尚未保存")
  }

  @Test("of the organ's data says choices as people do, and steers no terminal")
  func ofTheOrgan() throws {
    var editor = try opened()
    editor.go(to: Place(entry: 0, spot: .field(1)))
    editor.press(.alt("h"))
    #expect(page(editor) == ["年度", "去年　姓名不详", "2023 → 2024"])
    editor.press(.alt("h"), Key(.down), .alt("h"))
    #expect(page(editor)[0] == "级别")
    for number in OrganField.all.indices where OrganField.all[number] == .key(.region) {
      editor.press(.alt("h"))
      editor.go(to: Place(entry: 0, spot: .field(number)))
      editor.press(.alt("h"))
    }
    #expect(page(editor).contains { $0.hasSuffix(#" → 甲\u{1b}[2J"#) })
  }

  @Test("says so where there is none, and is found in the list of commands")
  func saysSo() throws {
    var editor = Editor.on(try .sample())
    editor.press(.control("p"))
    editor.type("修改记录")
    editor.press(Key(.enter))
    #expect(editor.context == .story)
    #expect(page(editor).contains { $0.hasPrefix("此处没有修改记录") })
  }

  @Test("of the finding that is chosen shows from the list of findings")
  func ofAFinding() throws {
    var editor = Editor.on(try .sample())
    editor.press(.function(6), .alt("h"))
    #expect(editor.context == .story)
    #expect(page(editor)[0].contains("四、结转下年度继续办理"))
    editor.press(Key(.escape))
    #expect(editor.context == .findings)
  }

  @Test("scrolls as far as there is something, with keys and wheel")
  func scrolls() throws {
    var draft = try Draft.sample()
    let cell = try draft.form.cell("applications.new.natural")
    for number in 2...40 {
      draft = draft.saved(by: "张三", on: "第\(number)次") { $0[cell] = Quantity(whole: Int64(number)) }
    }
    var editor = Editor.on(draft, size: Size(columns: 80, rows: 12))
    try editor.open("applications.new.natural")
    editor.press(.alt("h"))
    let top = editor.lines
    editor.press(Key(.end))
    #expect(editor.lines.contains { $0.contains("第2次") })
    let bottom = editor.lines
    editor.press(Key(.down), Key(.pageDown))
    #expect(editor.lines == bottom)
    editor.press(Key(.home))
    #expect(editor.lines == top)
    _ = editor.update(.input(.mouse(Mouse(.wheelDown, at: Point(x: 1, y: 1)))))
    #expect(editor.lines != top)
  }

  @Test("is drawn at any size", arguments: [0, 1, 2, 5, 80], [0, 1, 2, 3, 24])
  func isDrawn(columns: Int, rows: Int) throws {
    var editor = try opened()
    editor.press(.alt("h"))
    _ = editor.update(.input(.resize(Size(columns: columns, rows: rows))))
    editor.press(Key(.end))
    #expect(editor.screen().size == Size(columns: columns, rows: rows))
  }

  @Test("is read line by line, in sentences")
  func isRead() throws {
    var transcript = Transcript(try .withHistory())
    transcript.type("转到 applications.new.natural", "6")
    transcript.type("上")
    let lines = transcript.type("记录")
    #expect(
      lines.dropFirst() == [
        "本次编辑，尚未保存：由 5 改为 6。", "去年　姓名不详：由 空白 改为 5。",
        "2026-01-14 16:02:41 +08:00　张三：由 3 改为 空白。",
        "2026-01-12 09:30:05 +08:00　李四：由 1 改为 3。",
      ])
    transcript.type("转到 6")
    #expect(transcript.type("jl").last?.contains("第 1 段") == true)
  }
}

@Suite("A draft of an older version")
struct UpgradingTests {
  private func opened() throws -> Editor {
    var editor = Editor(
      draft: try .agreeing(), access: .editing, fileName: "sample.json",
      wording: Wording(.chinese), size: Size(columns: 100, rows: 30),
      upgradedFrom: "nianbao/draft/0")
    try editor.open("applications.new.natural")
    editor.type("5")
    return editor
  }

  @Test("is saved only once the person agrees, and then without being asked again")
  func isSavedOnceAgreed() throws {
    var editor = try opened()
    #expect(editor.press(.control("s")) == [])
    #expect(editor.lines.contains { $0.contains("保存后将升级为新版本格式") })
    // Enter takes the answer that changes nothing.
    #expect(editor.press(Key(.enter)) == [])
    #expect(!editor.isSaved)
    editor.press(.control("s"))
    #expect(editor.press(.character("s")) == [.save(editor.draft)])
    #expect(editor.update(.saved(editor.draft)) == [])
    editor.type("6")
    #expect(editor.press(.control("s")) == [.save(editor.draft)])
  }

  @Test("is asked about on leaving, too")
  func isAskedOnLeaving() throws {
    var editor = try opened()
    #expect(editor.press(.control("q"), .character("s")) == [])
    #expect(editor.context == .question)
    #expect(editor.press(.character("s")) == [.save(editor.draft)])
    #expect(editor.update(.saved(editor.draft)) == [.quit])
  }

  @Test("is left without a question where nothing was changed or is to be kept")
  func isLeft() throws {
    var editor = try opened()
    editor.press(.control("z"))
    #expect(editor.press(.control("q")) == [.quit])
    var changed = try opened()
    #expect(changed.press(.control("q"), .character("d")) == [.quit])
  }

  @Test("is asked about line by line, too, by a whole word")
  func isAskedLineByLine() throws {
    var session = PlainSession(try opened())
    #expect(session.take("保存").lines.first?.contains("升级为新版本格式") == true)
    #expect(session.take("1").effects == [])
    #expect(session.take("退出").effects == [])
    #expect(session.take("保存").lines.first?.contains("升级为新版本格式") == true)
    #expect(session.take("保存").effects == [.save(session.draft)])
    #expect(session.take(.saved(session.draft)).effects == [.quit])
  }
}
