import ArgumentParser
import JSONText
import ReportModel
import Storage
import Wording

/// `nianbao comments`: lists comments, adds one, answers or settles it.
struct CommentsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "comments", abstract: Wording.ofProcess.help(.comments))
  }

  @Argument(help: ArgumentHelp(Wording.ofProcess.help(.draftToChange))) var draft: String
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentsOn), valueName: "place"))
  var on: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentText), valueName: "text"))
  var text: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentQuote), valueName: "words"))
  var quote: String?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentReply), valueName: "number"))
  var reply: Int?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentResolve), valueName: "number"))
  var resolve: Int?
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.commentReopen), valueName: "number"))
  var reopen: Int?
  @Flag(help: ArgumentHelp(Wording.ofProcess.help(.commentsOpenFlag))) var open = false
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.statusFormat))) var format: Format = .text
  @Option(help: ArgumentHelp(Wording.ofProcess.help(.formOption))) var form: String?
  @OptionGroup var acting: ActingPerson
  @OptionGroup var common: CommonOptions

  func run() throws {
    let actions = [on != nil, reply != nil, resolve != nil, reopen != nil].count { $0 }
    guard actions <= 1, text == nil || on != nil || reply != nil, quote == nil || on != nil else {
      throw Failure.usage(Wording.ofProcess.oneCommentAction)
    }
    if actions == 0 { return try list(Workspace.draft(at: draft, form: form)) }
    let name = try acting.name()
    try Workspace.changeDraft(at: draft, form: form) { opened in
      var changed = opened
      try change(&changed, by: name)
      return changed
    }
  }

  private func change(_ draft: inout Draft, by name: String) throws {
    let now = LocalTime.now
    if let on { return try draft.comments.append(comment(on: on, by: name, now, draft)) }
    if let reply {
      let index = try index(of: reply, in: draft)
      draft.comments[index].replies.append(Comment.Remark(by: name, on: now, text: try words()))
    }
    if let resolve {
      let index = try index(of: resolve, in: draft)
      if draft.comments[index].isOpen {
        draft.comments[index].resolution = Comment.Resolution(by: name, on: now)
      }
    }
    if let reopen { draft.comments[try index(of: reopen, in: draft)].resolution = nil }
  }

  private func comment(
    on place: String, by name: String, _ now: String, _ draft: Draft
  ) throws -> Comment {
    let wording = Wording.ofProcess
    guard draft.form.place(named: place) != nil else {
      throw Failure.usage(wording.unknownAddress(place))
    }
    if let quote {
      guard draft.form.section(place)?.isText == true, !quote.isEmpty,
        draft.text(of: place).text.contains(quote)
      else { throw Failure.usage(wording.quoteNotThere(quote, in: place)) }
    }
    return Comment(at: place, quote: quote, Comment.Remark(by: name, on: now, text: try words()))
  }

  private func words() throws -> String {
    let words = (text ?? "").trimmingBlanks
    guard !words.isEmpty else { throw Failure.usage(Wording.ofProcess.commentNeedsText) }
    guard Wording.ofProcess.shown(words) == words else {
      throw Failure.usage("--text: " + Wording.ofProcess.formControlCharacter)
    }
    return words
  }

  private func index(of number: Int, in draft: Draft) throws -> Int {
    guard draft.comments.indices.contains(number - 1) else {
      throw Failure.usage(
        Wording.ofProcess.noSuchComment(number, count: draft.comments.count))
    }
    return number - 1
  }

  private func list(_ draft: Draft) throws {
    let wording = Wording.ofProcess
    let listed = draft.comments.enumerated().filter { !open || $0.element.isOpen }
    switch format {
    case .text:
      if listed.isEmpty { return Output.error(wording.noComments(in: self.draft)) }
      let lines = listed.flatMap { number, comment -> [String] in
        [
          wording.commentHead(
            number + 1, place: wording.placeName(comment.at, in: draft.form),
            quote: comment.quote, isOpen: comment.isOpen)
        ] + comment.remarks.map { "   " + wording.remarkLine($0) }
          + [comment.resolution.map { "   " + wording.resolutionLine($0) }].compactMap { $0 }
      }
      try Output.text(lines.map { $0 + "\n" }.joined())
    case .json:
      let comments = listed.map { json(of: $0.element, number: $0.offset + 1, in: draft.form) }
      try Output.result(JSON.make(["comments": .list(comments)]).canonicalText)
    }
  }

  private func json(of comment: Comment, number: Int, in form: Form) -> JSON {
    func remark(_ remark: Comment.Remark) -> JSON {
      .make(["by": .text(remark.by), "on": .text(remark.on), "text": .text(remark.text)])
    }
    return .make([
      "number": .whole(number), "at": .text(comment.at),
      "label": .text(Wording.ofProcess.placeName(comment.at, in: form)),
      "quote": comment.quote.map { .text($0) } ?? JSON(.null),
      "remarks": .list(comment.remarks.map(remark)),
      "resolved": comment.resolution.map { .make(["by": .text($0.by), "on": .text($0.on)]) }
        ?? JSON(.null),
    ])
  }
}
