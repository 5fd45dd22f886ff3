import ReportModel
import Wording

extension PlainSession {
  /// Reads who changed what is here, and when; the newest first.
  func readStory() -> [String] {
    let place = editor.place
    let events = editor.storyEvents(at: place)
    let head = wording.plainSentences([editor.storyName(of: place)])
    guard !events.isEmpty else { return [head, wording.plainSentences([wording.noHistoryHere])] }
    return [head]
      + events.map { event in
        let changes = event.changes.map { change in
          switch change {
          case .value(let from, let to):
            wording.plainChange(
              from: from ?? wording.plainBlank, to: to ?? wording.plainBlank)
          case .hunk(let paragraph, let from, let to):
            wording.plainHunk(paragraph: paragraph, from: from, to: to)
          }
        }
        return wording.plainHappening(event.head, changes)
      }
  }
}
