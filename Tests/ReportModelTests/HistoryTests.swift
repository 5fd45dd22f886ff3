import ReportModel
import Storage
import Testing

@Suite("The history")
struct HistoryTests {
  /// A state of the draft with a name of its own, so that two alike are still told apart.
  private struct State {
    var name: Int
    var draft: Draft
  }

  @Test("gives every state back byte for byte and knows the saved one", arguments: [UInt64(1), 2])
  func givesBack(seed: UInt64) throws {
    var random = Seeded(seed)
    var history = History<Int>()
    var state = State(name: 0, draft: Draft.agreeing(try formWithEverything()))
    var (past, future): ([State], [State]) = ([], [])
    var (savedName, names) = (0, 0)
    for _ in 0..<3_000 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        names += 1
        let edit = edit(of: state.draft, using: &random)
        history.record(History.Step([edit], before: state.name, after: names))
        past.append(state)
        state = State(name: names, draft: state.draft.applying([edit]))
        future = []
      case 4 where history.canUndo && !history.isSaved:
        names += 1
        let edit = edit(of: state.draft, using: &random)
        let last = try #require(history.last)
        history.extendLast(to: .init(last.edits + [edit], before: last.before, after: names))
        state = State(name: names, draft: state.draft.applying([edit]))
        future = []
      case 5:
        names += 1
        let edit = edit(of: state.draft, using: &random)
        history.offer(History.Step([edit], before: state.name, after: names))
        future = [State(name: names, draft: state.draft.applying([edit]))]
      case 6:
        history.noteSaved()
        savedName = state.name
      case 7, 8:
        let step = history.undo()
        #expect((step != nil) == !past.isEmpty)
        guard let step, let before = past.popLast() else { continue }
        expectSame(state.draft.applying(step.inverse), before.draft)
        #expect(step.before == before.name)
        future.append(state)
        state = before
      default:
        let step = history.redo()
        #expect((step != nil) == !future.isEmpty)
        guard let step, let after = future.popLast() else { continue }
        expectSame(state.draft.applying(step.edits), after.draft)
        #expect(step.after == after.name)
        past.append(state)
        state = after
      }
      try #require(history.isSaved == (state.name == savedName))
      #expect(history.canUndo == !past.isEmpty)
      #expect(history.canRedo == !future.isEmpty)
    }
  }

  private func expectSame(_ draft: Draft, _ expected: Draft) {
    #expect(draft == expected)
    #expect(DraftFile.bytes(of: draft) == DraftFile.bytes(of: expected))
  }

  private func edit(of draft: Draft, using random: inout Seeded) -> Edit {
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let text = draft.text(of: "words").paragraphs
      let start = Int.random(in: 0..<text.count, using: &random)
      let end = Int.random(in: start..<text.count, using: &random) + 1
      let new = (0...Int.random(in: 0...2, using: &random)).map { _ in
        String(repeating: "文", count: Int.random(in: 0...2, using: &random))
      }
      return .text(section: "words", start: start, from: Array(text[start..<end]), to: new)
    case 1:
      let key = Organ.Key.allCases.randomElement(using: &random) ?? .name
      return .organ(key, from: draft.organ[key], to: key == .name ? "乙" : nil)
    case 2: return .year(from: draft.year, to: Int.random(in: 2019...2025, using: &random))
    default:
      let cell = CellIndex(Int.random(in: 0..<draft.form.cellCount, using: &random))
      return .cell(cell, from: draft[cell], to: random.figure())
    }
  }
}

extension Draft {
  fileprivate func applying(_ edits: [Edit]) -> Draft {
    var draft = self
    for edit in edits { draft.apply(edit) }
    return draft
  }
}
