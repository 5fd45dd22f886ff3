import CellGrid
@testable import Editor
import ReportModel
import Testing
import Wording

/// Someone who types lines and keeps what is said.
struct Transcript {
  var session: PlainSession
  /// All that was typed, after `> `, and said.
  private(set) var lines: [String] = []
  private(set) var effects: [Effect] = []

  init(_ draft: Draft, access: Editor.Access = .editing, language: Language = .chinese) {
    session = PlainSession(.on(draft, access: access, language: language))
    lines = session.begin()
  }

  /// Types lines and returns what the last one was answered; saves succeed.
  @discardableResult
  mutating func type(_ typed: String...) -> [String] { type(typed) }

  @discardableResult
  mutating func type(_ typed: [String]) -> [String] {
    var said: [String] = []
    for line in typed {
      let answer = session.take(line)
      said = answer.lines
      effects += answer.effects
      for case .save(let draft) in answer.effects {
        let outcome = session.take(.saved(draft))
        said += outcome.lines
        effects += outcome.effects
      }
      lines += ["> " + line] + said
    }
    return said
  }

  func figure(_ address: String) -> String { session.editor.figure(address) }
  var address: String { session.editor.address }
}

@Suite("Line by line")
struct PlainSessionTests {
  enum Scene: String, CaseIterable {
    case table, filling, alternatives, text, findingInText, organ, going, accepting, reviewing,
      lastYear, story,
      help
  }

  /// What is typed in a scene; the words are those of the language.
  private func typed(in scene: Scene, _ wording: Wording) -> [String] {
    func word(_ command: PlainCommand, _ rest: String = "") -> String {
      rest.isEmpty ? wording.word(of: command) : wording.word(of: command) + " " + rest
    }
    return switch scene {
    case .table:
      [
        "", word(.nextFinding), word(.takeSuggestion), word(.readRow), word(.goTo, "2"), "12",
        "1.5",
        word(.undo), word(.undo), word(.previous), word(.blank), word(.findings), "1", word(.total),
        "5件", word(.save), "７", word(.quit), "", word(.quit), wording.word(of: PlainAnswer.save),
      ]
    case .filling:
      [
        word(.goTo, "xzxk"), word(.blank), word(.goTo, "remedies"), word(.blank),
        word(.goTo, "remedies.cases.reviewTotal"), word(.blank), word(.zeros), "", word(.zeros),
        "1",
        word(.undo), word(.goTo, "4"), word(.allTotals),
        word(.allTotals),
      ]
    case .alternatives:
      [
        word(.goTo, "remedies.cases.reviewTotal"), "9", word(.previous), word(.takeSuggestion),
        word(.takeSuggestion, "7"), word(.takeSuggestion, "2"),
      ]
    case .text:
      [
        word(.goTo, "6"), "", "1", word(.replace, "1 全年收到申请 5 件。"), word(.replace, "2"), "还要改进。",
        word(.insert, "2 插进来的一段。"), word(.append), "又一段。", "", word(.delete, "2"), word(.readAll),
        word(.nextFinding), word(.replace, "9"), word(.undo),
      ]
    case .findingInText:
      [
        word(.goTo, "7"), word(.replace, "1 其他见 XX 文件，××年没有收取信息处理费。"), word(.goTo, "4"),
        word(.previousFinding), word(.previousFinding), word(.takeSuggestion),
        word(.accept, "查过"), word(.accept), "2",
      ]
    case .organ:
      [
        word(.goTo, "0"), word(.set, "示例市公安局"), "99", "2024", "2", word(.set, "9"), word(.next),
        word(.next), word(.blank), word(.readAll),
      ]
    case .going:
      [
        word(.sections), word(.goTo, "总计"), "2", word(.goTo, "行政许可"), word(.goTo, "没有的"),
        word(.goTo, "remedies"), word(.goTo, "年度"), word(.read),
      ]
    case .accepting:
      [
        word(.nextFinding), word(.accept), "", word(.accept, "含跨年的一场"), word(.accept), "1",
        word(.nextFinding), word(.accept),
      ]
    case .reviewing:
      [
        word(.nextFinding), "0", word(.takeSuggestion), word(.blank), word(.save), word(.undo),
        word(.goTo, "2"), word(.append, "一段"), word(.quit),
      ]
    case .lastYear: [word(.lastYear), word(.readRow), "", word(.goTo, "2"), word(.lastYear)]
    case .story:
      [
        word(.goTo, "applications.new.natural"), "8", word(.previous), word(.story),
        word(.goTo, "6"), word(.story), word(.goTo, "0"), word(.story),
      ]
    case .help: [word(.help), word(.goTo, "1"), word(.help), word(.goTo, "0"), word(.help)]
    }
  }

  @Test("is a conversation", arguments: Scene.allCases, Language.allCases)
  func converses(scene: Scene, language: Language) throws {
    let draft: Draft =
      switch scene {
      case .accepting: try .warned()
      case .lastYear: try Draft.sample().withPrevious()
      case .story: try .withHistory()
      case .table, .filling, .alternatives, .text, .findingInText, .organ, .going, .reviewing,
        .help:
        try .sample()
      }
    var transcript = Transcript(
      draft, access: scene == .reviewing ? .reviewing : .editing, language: language)
    transcript.type(typed(in: scene, Wording(language)))
    try expectRecorded(
      transcript.lines.joined(separator: "\n") + "\n",
      as: "plain-\(scene.rawValue)-\(language.rawValue)")
  }

  @Test("no two commands share a word, nor do two answers")
  func wordsAreUnique() {
    let words = PlainCommand.allCases.flatMap { $0.words.chinese + $0.words.english }
    #expect(Set(words).count == words.count)
    let answers = PlainAnswer.allCases.flatMap { $0.words.chinese + $0.words.english }
    #expect(Set(answers).count == answers.count)
  }

  @Test(
    "takes figures as the editor does, and goes on",
    arguments: [
      ("12", "12"), ("１２", "12"), ("1,234", "1234"), (" 7 ", "7"), ("－3", "-3"), ("1.50", "1.50"),
      ("2.0", "2"), ("填 8", "8"), ("填8", "8"), ("set 8", "8"), ("SET 8", "8"), ("ｓｅｔ　8", "8"),
    ])
  func takesFigures(typed: String, value: String) throws {
    var transcript = Transcript(try .sample())
    transcript.type(typed)
    #expect(transcript.figure("applications.new.natural") == value)
    #expect(transcript.address == "applications.new.business")
  }

  @Test(
    "answers what it cannot take in one line, and changes nothing",
    arguments: [
      "12a", "1,23", "--", "９９９９９９９９９９９９９９９９", "x y", "保存了", "5 件", "没有这个词", "转到", "转到 99",
      "\u{1B}[A",
      "\u{FFFD}", "a\u{7}", "采纳", "采纳 3", "改段 1 字", "读 3", "下 3", "go", "set", "填",
    ])
  func refuses(typed: String) throws {
    var transcript = Transcript(try .agreeing())
    let (draft, place) = (transcript.session.draft, transcript.session.editor.place)
    #expect(transcript.type(typed).count == 1)
    #expect(transcript.session.draft == draft)
    #expect(transcript.session.editor.place == place)
    #expect(transcript.effects == [])
  }

  @Test("goes through everything in order, and back")
  func goesThrough() throws {
    var transcript = Transcript(try .sample())
    transcript.type("转到 0")
    var places = [transcript.session.editor.place]
    transcript.type("")
    while places.last != transcript.session.editor.place {
      places.append(transcript.session.editor.place)
      transcript.type("")
    }
    #expect(places.count == Set(places).count)
    let cells = places.filter { if case .cell = $0.spot { true } else { false } }
    #expect(cells.count == transcript.session.draft.form.cellCount)
    for place in places.reversed() {
      #expect(transcript.session.editor.place == place)
      transcript.type("上")
    }
  }

  @Test("ends only by a whole word while something is unsaved")
  func asksBeforeItEnds() throws {
    var transcript = Transcript(try .sample())
    transcript.type("5", "退出", "d", "q", "退出", "n", "退出", "2", "退出", "继续")
    #expect(transcript.effects.withoutNotes == [])
    transcript.type("退出", "不保存")
    #expect(transcript.effects.withoutNotes == [.quit])
  }

  @Test("saves before it ends, and stays where that fails, with another place offered")
  func savesBeforeItEnds() throws {
    var session = PlainSession(.on(try .sample()))
    _ = session.take("5")
    _ = session.take("退出")
    #expect(session.take("保存").effects == [.save(session.draft)])
    #expect(
      session.take(.saveFailed(message: "磁盘已满")).lines
        == ["磁盘已满（F12 另存为别的文件）。"])
    #expect(session.take("退出").lines.contains { $0.contains("“副本”") })
    #expect(session.take("副本").lines == ["另存为（文件名或路径）。"])
    #expect(
      session.take("别处.json").effects == [.saveElsewhere(session.draft, path: "别处.json")])
    let moved = session.take(.savedElsewhere(session.draft, fileName: "别处.json"))
    #expect(moved.lines == ["已保存：别处.json。"])
    #expect(session.take("退出").effects == [.quit])
  }

  @Test("puts unsaved work aside when the lines end, whatever was being typed")
  func rescues() throws {
    for lines in [["5"], ["5", "退出"], ["5", "转到 1", "加段"], ["5", "转到 总计"]] {
      var session = PlainSession(.on(try .sample()))
      for line in lines { _ = session.take(line) }
      #expect(session.end() == [.rescue(session.draft), .quit])
    }
    var untouched = PlainSession(.on(try .sample()))
    #expect(untouched.end() == [.quit])
  }

  @Test("answers any lines with whole lines and without control characters", arguments: 1...4)
  func answersAnything(seed: Int) throws {
    let draft =
      switch seed {
      case 1: try Draft.sample()
      case 2: try Draft.warned()
      case 3: try Draft.sample().withPrevious()
      default: try Draft.agreeing()
      }
    var random = Seeded(UInt64(seed))
    let access: Editor.Access = seed == 4 ? .reviewing : .editing
    var transcript = Transcript(
      draft, access: access, language: seed % 2 == 0 ? .english : .chinese)
    let words = PlainCommand.allCases.flatMap { $0.words.chinese + $0.words.english }
      .filter { !["读行", "通读", "all"].contains($0) }
    let answers = PlainAnswer.allCases.flatMap { $0.words.chinese + $0.words.english }
    let pieces =
      words + words + answers + [
        "", "0", "1", "2", "9", "－1", "1.5", "1e9", "99999999999999999999", "总计", "a.b.c", "字", "　",
        "\t",
        "\u{1B}[2J", "\u{202E}", "\u{301}", "👩‍👩‍👧", "²", "Ⅳ", "๑", "\u{FFFD}", "=",
      ]
    for _ in 0..<700 {
      let count = Int.random(in: 0...3, using: &random)
      let separator = Bool.random(using: &random) ? " " : ""
      let line = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: separator)
      for said in transcript.type(line) {
        #expect(!said.isEmpty && Wording(.chinese).shown(said) == said, "\(line)")
      }
    }
    if access == .reviewing { #expect(transcript.session.draft == draft) }
  }
}
