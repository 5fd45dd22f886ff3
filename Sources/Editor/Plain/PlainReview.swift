import ReportModel
import Wording

extension PlainSession {
  /// Says how the draft stands, as the overview on the screen does.
  func readOverview() -> [String] {
    editor.overviewLines.filter { !$0.text.isEmpty }.map { wording.plainSentences([$0.text]) }
  }

  /// Says what was said here, or says something.
  mutating func comment(_ words: String) -> Answer {
    guard let scope = editor.threadScopes.first else {
      return Answer([wording.plainSentences([wording.noCommentsHere])])
    }
    if words.isEmpty { return Answer(commentsHere + [wording.plainHowToComment]) }
    return Answer(effects: [.stamp(.comment(at: scope.at, quote: nil, text: words))])
  }

  /// Answers a comment: the one with the number before the words, else the first here that is open.
  mutating func reply(_ words: String) -> Answer {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    let numbered = parts.count == 2 ? parts.first.flatMap(PlainInput.number) : nil
    let text = numbered == nil ? words : parts[1]
    guard !text.isEmpty else {
      return Answer([wording.plainSentences([wording.commentEmpty])])
    }
    guard let comment = comment(numbered) else { return Answer([wording.plainNoSuchComment]) }
    return Answer(effects: [.stamp(.reply(comment, text: text))])
  }

  /// Settles a comment, or opens it again.
  mutating func settle(_ words: String) -> Answer {
    let number = words.isEmpty ? nil : PlainInput.number(words)
    guard words.isEmpty || number != nil, let comment = comment(number) else {
      return Answer([wording.plainNoSuchComment])
    }
    return Answer(effects: [.stamp(.resolve(comment, draft.comments[comment].isOpen))])
  }

  /// The comment with a number, counted from 1, else the first here that is open, or the last.
  private func comment(_ number: Int?) -> Int? {
    if let number { return draft.comments.indices.contains(number - 1) ? number - 1 : nil }
    let here = editor.commentsHere
    return here.first { draft.comments[$0].isOpen } ?? here.last
  }

  /// What was said about this place and what it is part of.
  var commentsHere: [String] {
    let here = editor.commentsHere
    guard !here.isEmpty else { return [wording.plainSentences([wording.nobodySaidAnything])] }
    return here.flatMap(lines(of:))
  }

  private func lines(of number: Int) -> [String] {
    let comment = draft.comments[number]
    let head = wording.commentHead(
      number + 1, place: wording.placeName(comment.at, in: draft.form), quote: comment.quote,
      isOpen: comment.isOpen)
    return
      ([head] + comment.remarks.map(wording.remarkLine)
      + (comment.resolution.map { [wording.resolutionLine($0)] } ?? []))
      .map { wording.plainSentences([$0]) }
  }

  /// Asks before a step of the review is made, or for the reason of a return.
  mutating func step(_ command: PlainCommand, _ words: String) -> Answer {
    switch command {
    case .submit: return ask { $0.askToSubmit() }
    case .sign: return ask { $0.askToSign() }
    default: break  // Only these three are steps.
    }
    editor.notice = nil
    editor.askForReturn()
    guard case .reason(let prompt) = editor.overlay else { return Answer(takeNotice()) }
    if !words.isEmpty { return takeReason(words, for: prompt) }
    return Answer([wording.plainSentences([wording.returnPrompt])])
  }

  /// What is said of something that was noted with its time.
  func noted(_ stamped: Stamped) -> [String] {
    switch stamped {
    case .comment: lines(of: draft.comments.count - 1)
    case .reply(let number, _), .resolve(let number, _):
      draft.comments.indices.contains(number) ? lines(of: number) : []
    case .submit, .sendBack, .sign: shownReview
    }
  }

  /// How far the review is; nothing where there is none.
  var shownReview: [String] {
    guard let status = editor.reviewStatus, status.state != .none else { return [] }
    return [wording.plainSentences([wording.overviewState(status.state)])]
  }
}
