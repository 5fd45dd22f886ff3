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
    // A number that is none of a comment here begins what is said.
    let numbered = parts.count == 2 ? parts.first.flatMap(PlainInput.number).flatMap(here) : nil
    let text = numbered == nil ? words : parts[1]
    guard !text.isEmpty else {
      return Answer([wording.plainSentences([wording.commentEmpty])])
    }
    guard let comment = numbered ?? firstHere else { return Answer([wording.plainNoSuchComment]) }
    return Answer(effects: [.stamp(.reply(comment, text: text))])
  }

  /// Settles a comment, or opens a settled one again: the one with the number, else the first here.
  mutating func settle(_ words: String, _ isSettled: Bool) -> Answer {
    let comment: Int?
    if words.isEmpty {
      comment = editor.commentsHere.first { draft.comments[$0].isOpen == isSettled }
    } else {
      comment = PlainInput.number(words).map { $0 - 1 }
    }
    guard let comment, draft.comments.indices.contains(comment) else {
      return Answer([wording.plainNoSuchComment])
    }
    // Said twice it is done once.
    guard draft.comments[comment].isOpen == isSettled else { return Answer(lines(of: comment)) }
    return Answer(effects: [.stamp(.resolve(comment, isSettled))])
  }

  /// The comment with a number, counted from 1, if it is here.
  private func here(_ number: Int) -> Int? {
    editor.commentsHere.contains(number - 1) ? number - 1 : nil
  }

  /// The first comment here that is open, else the last.
  private var firstHere: Int? {
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
