import CellGrid
import Editor
import ReportModel
import Terminal
import Wording

extension EditorSession {
  private static let prompt = "> "

  /// Runs the editor line by line.
  func converse(access: Editor.Access) throws(Failure) {
    var reader = try Self.reader()
    var session = PlainSession(editor(access: access, size: Size(columns: 0, rows: 0)))
    var effects = session.open(opening(access))[...]
    var isHeard = say(session.begin())
    while true {
      while let effect = effects.popFirst() {
        if effect == .quit { return end() }
        guard let event = keep(effect) else { continue }
        let answer = session.take(event)
        if !say(answer.lines) { isHeard = false }
        effects += answer.effects
      }
      synchronize()
      // Where a file is read nobody waits to be asked.
      if isHeard, reader.isTerminal { isHeard = write(Self.prompt) }
      // With nobody left to be told anything, what is unsaved is put aside.
      effects = isHeard ? take(reader.next(), into: &session) : session.end()[...]
    }
  }

  private static func reader() throws(Failure) -> LineReader {
    do throws(Unavailable) {
      return try LineReader()
    } catch {
      throw .file(Wording.ofProcess.needsTerminal)
    }
  }

  /// Takes in what was read, says the answer and returns what is to be done.
  private func take(
    _ input: LineReader.Input, into session: inout PlainSession
  ) -> ArraySlice<Effect> {
    let answer: PlainSession.Answer
    switch input {
    case .line(let bytes): answer = session.take(String(decoding: bytes, as: UTF8.self))
    case .tooLong: answer = session.refuseLongLine()
    case .end: return session.end()[...]
    }
    // Unsaved work is put aside at the next turn where the answer did not arrive.
    return say(answer.lines) ? answer.effects[...] : session.end()[...]
  }

  /// Writes lines; false where nobody takes them any more.
  private func say(_ lines: [String]) -> Bool {
    lines.isEmpty || write(lines.joined(separator: "\n") + "\n")
  }

  private func write(_ text: String) -> Bool {
    do {
      try Output.text(text)
      return true
    } catch {
      return false
    }
  }
}
