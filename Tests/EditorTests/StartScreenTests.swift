import CellGrid
@testable import Editor
import Noise
import ReportModel
import Testing
import Wording

extension StartScreen {
  static func on(
    _ entries: [Entry], language: Language = .chinese, size: Size = Size(columns: 80, rows: 24)
  ) -> StartScreen {
    var start = StartScreen(
      folder: "~/年报/二〇二五年度", wording: Wording(language), keymap: .standard, size: size)
    _ = start.update(.listed(entries))
    return start
  }

  /// Files of every state.
  static func entries() throws -> [Entry] {
    var named = try Draft.agreeing()
    named.organ.name = "示例县住房和城乡建设局（示例县人民防空办公室）"
    let wrong = try Draft.agreeing().with([
      "applications.new.total": 5, "remedies.cases.afterTotal": nil,
    ])
    let states: [(String, State)] = [
      ("2024.json", .draft(DraftSummary(named))),
      ("sample.json", .draft(DraftSummary(try .sample()))),
      ("wrong-2023-with-a-long-name-that-does-not-fit.json", .draft(DraftSummary(wrong))),
      ("warned.json", .draft(DraftSummary(try .warned()))),
      ("package.json", .noDraft(reason: "不是年报草稿", message: "package.json：不是年报草稿")),
      ("large.json", .tooLarge(bytes: 12 << 20)), ("later.json", .unread),
    ]
    return states.enumerated().map { number, entry in
      Entry(
        name: entry.0, changed: 100 - number, changedShown: "2026-01-\(30 - number) 10:2\(number)",
        state: entry.1)
    }
  }

  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.input(.key($0))) }
  }

  var lines: [String] {
    let grid = screen()
    return (0..<grid.size.rows).map { grid.text(row: $0) }
  }
}

@Suite("The start screen")
struct StartScreenTests {
  @Test(
    "shows every kind of file", arguments: [(80, 24), (100, 30), (50, 12)], Language.allCases)
  func shows(size: (columns: Int, rows: Int), language: Language) throws {
    var start = StartScreen.on(
      try StartScreen.entries(), language: language,
      size: Size(columns: size.columns, rows: size.rows))
    start.press(Key(.down))
    let name = "start-\(size.columns)x\(size.rows)-\(language.rawValue)"
    try expect(start.screen(), golden: name)
  }

  @Test(
    "tells how far a review is beside what is left to be done",
    arguments: [
      (.none, "✓ 已填齐 ", "未填 1 ✗1 "), (.drafting, "✓ 已填齐 填报中", "未填 1 ✗1 填报中"),
      (.inReview(next: "终审"), "✓ 已填齐 待终审", "未填 1 ✗1 待终审"),
      (.complete, "✓ 审核完毕", "未填 1 ✗1 审核完毕"),
      (.void, "✓ 已填齐 签核失效", "未填 1 ✗1 签核失效"),
    ] as [(ReviewStatus.State, String, String)])
  func tellsReview(state: ReviewStatus.State, done: String, open: String) throws {
    let drafts = [try Draft.agreeing(), try .sample()]
    let start = StartScreen.on(
      drafts.enumerated().map { number, draft in
        StartScreen.Entry(
          name: "\(number).json", changed: 9 - number, changedShown: "2026-01-30 10:20",
          state: .draft(DraftSummary(draft, review: state)))
      })
    let lines = start.lines
    #expect(lines.contains { $0.contains(done) && $0.contains("0.json") })
    #expect(lines.contains { $0.contains(open) && $0.contains("1.json") })
  }

  @Test("offers what there is in an empty folder, and helps", arguments: Language.allCases)
  func empty(language: Language) throws {
    var start = StartScreen.on([], language: language)
    try expect(start.screen(), golden: "startEmpty-80x24-\(language.rawValue)")
    start.press(.function(1))
    try expect(start.screen(), golden: "startHelp-80x24-\(language.rawValue)")
    #expect(start.press(.function(1)) == [])
    #expect(start.press(Key(.enter)) == [])
  }

  @Test(
    "asks the world for what a key means",
    arguments: [
      (Key(.enter), [.open(name: "2024.json")]), (Key(.right), [.open(name: "2024.json")]),
      (.character("n"), [.new]), (.character("N"), [.new]), (.character("d"), [.demo]),
      (.character("r"), [.list]), (.function(5), [.list]), (.character("q"), [.quit]),
      (.character("Q"), [.quit]), (.control("q"), [.quit]), (Key(.escape), [.quit]),
      (.control("l"), [.redraw]), (.character("x"), []), (.control("s"), []), (.control("n"), []),
      (.alt("n"), []),
    ] as [(Key, [StartScreen.Effect])])
  func asks(key: Key, effects: [StartScreen.Effect]) throws {
    var start = StartScreen.on(try StartScreen.entries())
    #expect(start.press(key) == effects)
  }

  @Test("lists the last changed first, and keeps the choice when it is read again")
  func sorts() throws {
    var entries = try StartScreen.entries()
    var start = StartScreen.on(entries.reversed())
    #expect(start.names == entries.map(\.name))
    start.press(Key(.down))
    entries[6].changed = 1000
    _ = start.update(.listed(entries))
    #expect(start.names.first == "later.json")
    #expect(start.press(Key(.enter)) == [.open(name: "sample.json")])
    entries.remove(at: 1)
    _ = start.update(.listed(entries))
    #expect(start.press(Key(.down), Key(.up), Key(.enter)).count == 1)
  }

  @Test("says why a file cannot be opened, until the next key")
  func saysWhy() throws {
    var start = StartScreen.on(try StartScreen.entries())
    start.choose(name: "package.json")
    #expect(start.press(Key(.enter)) == [])
    #expect(start.screen().text(row: 21).contains("package.json：不是年报草稿"))
    start.press(Key(.up))
    #expect(!start.lines.contains { $0.contains("package.json：") })
  }

  @Test("has files read one by one, those that show first")
  func reads() throws {
    let entries = (0..<100).map {
      StartScreen.Entry(name: "\($0).json", changed: -$0, changedShown: "")
    }
    var start = StartScreen.on(entries)
    start.press(Key(.end))
    let first = try #require(start.nextToRead)
    #expect(start.lines.contains { $0.contains(first) })
    #expect(start.lines[0].contains("0/100"))
    var read: Set<String> = []
    while let name = start.nextToRead {
      #expect(read.insert(name).inserted)
      _ = start.update(.read(name: name, .draft(DraftSummary(try .agreeing()))))
    }
    #expect(read.count == 100)
    #expect(start.lines[0].contains("100"))
    // Read again, what was known stands until it is known anew.
    _ = start.update(.listed(entries))
    #expect(start.nextToRead != nil)
    #expect(start.lines.contains { $0.contains("示例县公安局") })
  }

  @Test("opens what is clicked, rolls with the wheel, scrolls to its ends")
  func points() throws {
    let entries = (10..<60).map {
      StartScreen.Entry(name: "\($0).json", changed: -$0, changedShown: "")
    }
    var start = StartScreen.on(entries)
    #expect(
      start.update(.input(.mouse(Mouse(.press, at: Point(x: 9, y: 4))))) == [.open(name: "12.json")]
    )
    #expect(start.update(.input(.mouse(Mouse(.press, at: Point(x: 9, y: 0))))) == [])
    _ = start.update(.input(.mouse(Mouse(.wheelDown, at: Point(x: 9, y: 4)))))
    #expect(start.press(Key(.enter)) == [.open(name: "15.json")])
    #expect(start.press(Key(.end), Key(.enter)) == [.open(name: "59.json")])
    #expect(start.lines.contains { $0.contains("▸") && $0.contains("59.json") })
    #expect(start.press(Key(.pageUp), Key(.home), Key(.enter)) == [.open(name: "10.json")])
  }

  @Test("stays whole over random inputs", arguments: UInt64(1)...4)
  func staysWhole(seed: UInt64) throws {
    var random = RandomInputs(seed: seed)
    var start = StartScreen.on(try StartScreen.entries())
    for _ in 0..<2000 {
      for input in random.next() {
        for effect in start.update(.input(input)) {
          if case .open(let name) = effect { #expect(start.names.contains(name)) }
          if effect == .list { _ = start.update(.listed(try StartScreen.entries())) }
        }
      }
      let grid = start.screen()
      if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
    }
  }

  @Test("draws at any size, with every width of characters", arguments: [false, true])
  func drawsAtAnySize(ambiguousIsWide: Bool) throws {
    var start = StartScreen.on(try StartScreen.entries())
    _ = start.update(.input(.metrics(Metrics(ambiguousIsWide: ambiguousIsWide))))
    for columns in [0, 1, 2, 5, 13, 20, 39, 40, 41, 79, 80, 200] {
      for rows in [0, 1, 2, 4, 5, 9, 10, 24, 60] {
        let size = Size(columns: columns, rows: rows)
        _ = start.update(.input(.resize(size)))
        for _ in 0..<2 {
          let grid = start.screen()
          #expect(grid.size == size)
          if let caret = grid.caret { #expect(grid.bounds.contains(caret)) }
          start.press(.function(1))
        }
      }
    }
  }
}
