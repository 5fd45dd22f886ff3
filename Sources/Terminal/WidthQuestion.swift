internal import CNcurses
internal import CellGrid
private import Glibc

/// The question how wide the terminal draws an ambiguous character.
enum WidthQuestion: Equatable {
  case notAsked
  /// Asked, at a time in milliseconds.
  case asked(at: Int)
  /// Answered, given up, or never to be asked.
  case settled

  /// The row that the question is drawn in, from 0; on row 0 the answer would look like a key.
  static let row = 1
  /// How long an answer is taken for one.
  static let patience = 1000

  /// Whether a terminal tells where its cursor is, and can come back to it.
  static func canBeAsked(of terminal: String) -> Bool {
    guard !terminal.hasPrefix("linux"), terminal != "dumb" else { return false }
    return Capability.bytes("u7") == Array("\u{1B}[6n".utf8) && !Capability.bytes("sc").isEmpty
      && !Capability.bytes("rc").isEmpty
  }
}

extension Screen {
  /// Asks, once and without waiting, after the first screen has been drawn.
  mutating func askWidth() {
    guard question == .notAsked, size.rows > WidthQuestion.row, size.columns >= 4 else { return }
    question = .asked(at: milliseconds())
    unsafe curses_send(curses_capability("sc"))
    curses_send_move(Int32(WidthQuestion.row), 0)
    unsafe curses_send("\u{201C}\u{1B}[6n")
    unsafe curses_send(curses_capability("rc"))
    curses_send_now()
    curses_repaint_row(Int32(WidthQuestion.row))
    refresh()
  }

  /// Takes a cursor report as the answer if it can be it.
  mutating func answer(_ report: Point?) -> [Input] {
    guard let report, case .asked(let time) = question else { return [] }
    guard report.y == WidthQuestion.row, 1...2 ~= report.x else { return [] }
    question = .settled
    guard milliseconds() - time <= WidthQuestion.patience, report.x == 2 else { return [] }
    return [.metrics(Metrics(ambiguousIsWide: true))]
  }

  /// Waits a moment for an answer on its way, which would otherwise be typed into the shell.
  borrowing func dropLateAnswer() {
    guard case .asked(let time) = question, !source.hasEnded else { return }
    guard milliseconds() - time <= WidthQuestion.patience else { return }
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    unsafe poll(&input, 1, 200)
    tcflush(STDIN_FILENO, TCIFLUSH)
  }
}
