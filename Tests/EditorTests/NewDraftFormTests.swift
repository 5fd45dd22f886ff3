import CellGrid
@testable import Editor
import Noise
import Testing
import Wording

extension NewDraftForm {
  static let choices = [
    FormChoice(name: "disclosure-2021", title: "2021年版", firstYear: 2021, lastYear: nil),
    FormChoice(name: "disclosure-2019", title: "2019年版", firstYear: nil, lastYear: 2020),
  ]

  static func on(
    file: String? = nil, reports: [String] = ["2024.json", "report.txt"], taken: Set<String> = [],
    language: Language = .chinese, size: Size = Size(columns: 80, rows: 24)
  ) -> NewDraftForm {
    NewDraftForm(
      file: file, forms: choices, reports: reports, takenNames: taken, yearToReport: 2025,
      wording: Wording(language), keymap: .standard, size: size)
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.input(.key($0))) }
  }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { update(.input(.key(.character($0)))) }
  }

  var lines: [String] {
    let grid = screen()
    return (0..<grid.size.rows).map { grid.text(row: $0) }
  }
}

@Suite("The page for a new draft")
struct NewDraftFormTests {
  private let report = NewDraftForm.Report(
    path: "2024.json", organ: "示例县档案局", level: "county", kind: "department", year: 2023)

  @Test(
    "shows what is asked, what was read, and what is wrong",
    arguments: ["new", "newLastYear", "newRefused"], Language.allCases)
  func shows(scene: String, language: Language) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)] {
      var page = NewDraftForm.on(language: language, size: size)
      if scene != "new" { page.press(Key(.down), Key(.right)) }
      if scene == "newLastYear" { _ = page.update(.reportRead(report)) }
      if scene == "newRefused" {
        _ = page.update(.reportRefused(path: "2024.json", message: "2024.json：不是年报草稿"))
      }
      let name = "\(scene)-\(size.columns)x\(size.rows)-\(language.rawValue)"
      try expect(page.screen(), golden: name)
    }
  }

  @Test("makes what was typed and chosen")
  func makes() {
    var page = NewDraftForm.on()
    page.type("archive")
    page.press(Key(.enter), Key(.enter))
    page.type("示例县档案局")
    page.press(Key(.down), Key(.right), Key(.right), Key(.down), Key(.left), Key(.down))
    page.type("２０２０")
    let request = NewDraftForm.Request(
      file: "archive.json", organ: "示例县档案局", level: "province", kind: "department", year: 2020,
      form: "disclosure-2019", lastYear: nil)
    #expect(page.press(Key(.down), Key(.down), Key(.enter)) == [.create(request)])
    #expect(page.press(.control("s")) == [.create(request)])
    _ = page.update(.refused(message: "已存在"))
    #expect(page.lines.contains { $0.contains("✗ 已存在") })
    page.press(Key(.backspace), Key(.backspace))
    #expect(page.press(.control("s")).count == 1)
  }

  @Test("proposes a name that is free, the year and its form")
  func proposes() {
    var page = NewDraftForm.on(taken: ["2025.json", "2025-2.json", "2020.json"])
    #expect(page.fileToMake == "2025-3.json")
    page.field = .year
    page.type("2020")
    #expect(page.fileToMake == "2020-2.json")
    #expect(page.form == 1)
    #expect(NewDraftForm.on(file: "sub/draft").fileToMake == "sub/draft")
  }

  @Test("follows last year's report, but for what the person has changed")
  func follows() {
    var page = NewDraftForm.on()
    page.press(Key(.down))
    #expect(page.press(Key(.right)) == [.readReport(path: "2024.json")])
    _ = page.update(.reportRead(report))
    #expect(page.organ.text == "示例县档案局" && page.year.text == "2024")
    #expect(page.level == "county" && page.kind == "department")
    page.press(Key(.down))
    page.type("新机关")
    page.press(Key(.up))
    #expect(page.press(Key(.right)) == [.readReport(path: "report.txt")])
    _ = page.update(
      .reportRead(.init(path: "report.txt", organ: "另一局", level: nil, kind: nil, year: 2022)))
    #expect(page.organ.text == "新机关" && page.year.text == "2023" && page.level == nil)
    #expect(page.press(Key(.right)) == [])
    #expect(page.year.text == "2025" && page.reportPath.isEmpty)
  }

  @Test("keeps all that was typed where last year's report cannot be read")
  func keeps() {
    var page = NewDraftForm.on()
    page.press(Key(.down), Key(.down))
    page.type("示例局")
    page.press(Key(.up))
    page.type("/tmp/上年.json")
    #expect(page.press(.control("s")) == [.readReport(path: "/tmp/上年.json")])
    #expect(page.update(.reportRefused(path: "/tmp/上年.json", message: "没有这个文件")) == [])
    #expect(page.field == .report && page.organ.text == "示例局")
    #expect(page.lines.contains { $0.contains("✗ 没有这个文件") })
    // Asked for again, it is looked for again.
    #expect(page.press(.control("s")) == [.readReport(path: "/tmp/上年.json")])
    var read = report
    read.path = "/tmp/上年.json"
    #expect(page.update(.reportRead(read)).count == 1)
  }

  @Test(
    "says in place what is missing",
    arguments: [("", "示例局", "2025"), ("x", " ", "2025"), ("x", "示例局", "25"), ("-", "示例局", "2025")])
  func saysWhatIsMissing(file: String, organ: String, year: String) {
    var page = NewDraftForm.on()
    page.file = LineInput(file)
    page.organ = LineInput(organ)
    page.year = LineInput(year)
    #expect(page.press(.control("s")) == [])
    #expect(page.problem?.field == page.field)
    #expect(page.lines.count { $0.hasPrefix(" ✗") } == 2)
    page.press(Key(.down))
    #expect(page.problem == nil)
  }

  @Test("warns where the years or the organs do not fit")
  func warns() {
    var page = NewDraftForm.on()
    page.field = .year
    page.type("2020")
    page.press(Key(.up), Key(.up), Key(.up), Key(.up))
    page.press(Key(.right))
    _ = page.update(.reportRead(report))
    #expect(page.lines.contains { $0.contains("⚠ 上年报告是 2023 年度的") })
    page.press(Key(.down), Key(.down), Key(.down), Key(.down))
    page.type("2024")
    page.press(Key(.up), Key(.up), Key(.up))
    page.type("另一个机关")
    page.press(Key(.up))
    #expect(page.lines.contains { $0.contains("示例县档案局的，请核对") })
  }

  @Test("leaves where it is told to, and helps")
  func leaves() {
    var page = NewDraftForm.on()
    page.press(.function(1))
    #expect(page.lines.contains { $0.contains("Ctrl+S") })
    #expect(page.press(Key(.escape)) == [])
    #expect(page.press(Key(.escape)) == [.leave])
    #expect(page.press(.control("q")) == [.leave])
    #expect(page.update(.input(.hangUp)) == [.leave])
    #expect(page.press(.control("l")) == [.redraw])
  }

  @Test("goes by the mouse")
  func points() {
    var page = NewDraftForm.on()
    _ = page.update(.input(.mouse(Mouse(.press, at: Point(x: 20, y: 4)))))
    page.type("示例局")
    #expect(page.organ.text == "示例局")
    #expect(page.update(.input(.mouse(Mouse(.press, at: Point(x: 14, y: 9))))).count == 1)
  }

  @Test("stays whole over random inputs", arguments: UInt64(1)...4)
  func staysWhole(seed: UInt64) {
    var random = RandomInputs(seed: seed)
    var page = NewDraftForm.on()
    for number in 0..<2000 {
      for input in random.next() {
        for effect in page.update(.input(input)) {
          switch effect {
          case .readReport(let path):
            var read = report
            read.path = path
            let event: NewDraftForm.Event =
              number % 2 == 0
              ? .reportRead(read) : .reportRefused(path: path, message: "没有这个文件")
            _ = page.update(event)
          case .create(let request):
            #expect(!request.file.isEmpty && !request.organ.isEmpty)
            #expect(1900...2999 ~= request.year)
          case .suspend, .redraw, .leave: break
          }
        }
      }
      let grid = page.screen()
      if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
    }
  }

  @Test("draws at any size, with every width of characters", arguments: [false, true])
  func drawsAtAnySize(ambiguousIsWide: Bool) {
    var page = NewDraftForm.on(reports: (0..<40).map { "报告\($0).txt" })
    _ = page.update(.input(.metrics(Metrics(ambiguousIsWide: ambiguousIsWide))))
    for field in NewDraftForm.Field.allCases {
      page.field = field
      for columns in [0, 1, 2, 5, 13, 20, 39, 40, 41, 79, 80, 200] {
        for rows in [0, 1, 2, 4, 5, 9, 10, 24, 60] {
          let size = Size(columns: columns, rows: rows)
          _ = page.update(.input(.resize(size)))
          let grid = page.screen()
          #expect(grid.size == size)
          if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
        }
      }
    }
  }
}
