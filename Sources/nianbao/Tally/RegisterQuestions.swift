import ArgumentParser
import Terminal
import Wording

/// Questions with numbered answers, asked on the terminal line by line.
struct RegisterQuestions: ~Copyable {
  enum Answer {
    /// The index of a choice.
    case choice(Int)
    case none
    /// Nobody answers any more.
    case end
  }

  private var reader: LineReader

  init() throws(Failure) {
    do throws(Unavailable) {
      reader = try LineReader()
    } catch {
      throw Failure.file(Wording.ofProcess.needsTerminal)
    }
  }

  /// Asks until a number is given that stands before a choice, or 0 for `none`.
  mutating func choose(_ question: String, among choices: [String], none: String) -> Answer {
    let wording = Wording.ofProcess
    let lines = zip(1..., choices).map { wording.numberedChoice($0, $1) }
    Output.error(
      ([question] + lines + [wording.numberedChoice(0, none), wording.typeNumber])
        .joined(separator: "\n"))
    while true {
      switch reader.next() {
      case .line(let bytes):
        let number = Int(wording.plainDigits(String(decoding: bytes, as: UTF8.self)))
        if number == 0 { return .none }
        if let number, choices.indices.contains(number - 1) { return .choice(number - 1) }
        Output.error(wording.noSuchNumber(choices.count))
      case .tooLong: Output.error(wording.noSuchNumber(choices.count))
      case .end: return .end
      }
    }
  }
}

extension Failure {
  /// Whoever was asked went away.
  static var stopped: Failure {
    Failure(message: Wording.ofProcess.tallyStopped, code: ExitCode(1))
  }
}
