@testable import Editor
import ReportModel
import Testing
import Wording

@Suite("Choosing between two versions line by line")
struct PlainConflictTests {
  /// A session that was just told of what contradicts, and what it said.
  private func asked(_ language: Language = .chinese) throws -> (PlainSession, [String], Merge) {
    let merge = try Merge.contradicting(.sample())
    var session = PlainSession(.on(try .sample(), language: language))
    _ = session.begin()
    _ = session.take(session.wording.word(of: PlainCommand.save))
    let said = session.take(.conflicted(merge))
    #expect(said.effects.isEmpty)
    return (session, said.lines, merge)
  }

  @Test("goes from place to place and saves at the word for it", arguments: Language.allCases)
  func goesThrough(language: Language) throws {
    var (session, lines, merge) = try asked(language)
    let wording = session.wording
    let typed = [
      "", "2", wording.word(of: PlainCommand.previous), "1", "3", "1",
      wording.word(of: PlainAnswer.save), "１", "3",
    ]
    for line in typed {
      let answer = session.take(line)
      #expect(answer.effects.isEmpty)
      lines += ["> " + line] + answer.lines
    }
    let decided = merge.draft(choosing: [.ours, .ours, .ours, .both])
    let answer = session.take(wording.word(of: PlainAnswer.save))
    #expect(answer.effects == [.saveMerged(decided)])
    lines += ["> " + wording.word(of: PlainAnswer.save)] + answer.lines
    lines += session.take(.saved(decided)).lines
    #expect(session.draft == decided)
    try expectRecorded(
      lines.joined(separator: "\n") + "\n", as: "plain-conflicts-\(language.rawValue)")
  }

  @Test("goes back to editing at the word for it, nothing lost")
  func goesBack() throws {
    var (session, _, merge) = try asked()
    let draft = session.draft
    _ = session.take("2")
    let answer = session.take("继续")
    #expect(answer.effects.isEmpty && answer.lines.contains { $0.contains("没有保存") })
    #expect(session.draft == draft && session.editor.overlay == nil)
    // What was chosen is still chosen when saving is tried again.
    _ = session.take("保存")
    #expect(session.take(.conflicted(merge)).lines.contains { $0.contains("现在选的是：对方") })
  }

  @Test("keeps unsaved work where the lines end in the middle of it")
  func ends() throws {
    let merge = try Merge.contradicting(.sample())
    var session = PlainSession(.on(try .sample()))
    _ = session.take("5")
    _ = session.take("保存")
    _ = session.take(.conflicted(merge))
    #expect(session.end() == [.rescue(session.draft), .quit])
  }
}
