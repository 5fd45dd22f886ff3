import Editor
import ReportModel
import Wording

/// The bytes as lines of the line-by-line mode.
func feedPlainSession(_ bytes: [UInt8]) throws(BrokenPromise) {
  let draft = try sampleDraft(for: bytes)
  var session = PlainSession(sampleEditor(on: draft, access: .editing))
  try requireHarmless(session.begin())
  for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let answer = session.take(String(decoding: line, as: UTF8.self))
    try requireHarmless(answer.lines)
    for effect in answer.effects {
      if case .save = effect {
        try requireHarmless(session.take(.saveFailed(message: "磁盘已满")).lines)
      }
    }
  }
}

/// What is printed in one line can break neither it nor the terminal.
private func requireHarmless(_ lines: [String]) throws(BrokenPromise) {
  for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
    let isShown = Wording(.chinese).shown(String(line)) == line
    try require(isShown, "an answer holds what could steer a terminal")
  }
}
