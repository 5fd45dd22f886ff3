import JSONText
import ReportModel

/// Edits of a draft as a journal has them: what was done, by addresses, without what stood there
/// before, and of a text only the part that became another.
enum EditLine {
  /// - Precondition: the edit is one of a draft on `form`.
  static func json(of edit: Edit, on form: Form) -> JSON {
    switch edit {
    case .cell(let cell, _, let to):
      .make([
        "cell": .text(form.address(of: cell).description),
        "to": to.map { JSON(.number($0.description)) },
      ])
    case .text(let section, let start, let from, let to):
      json(of: TextSplice(from: from, to: to), in: section, start: start)
    case .organ(let key, _, let to):
      .make(["organ": .text(key.rawValue), "to": to.map { .text($0) }])
    case .year(_, let to): .make(["year": .whole(to)])
    case .acceptances(_, let to): .make(["accepted": AcceptanceFile.json(of: to)])
    case .comments(_, let to): .make(["comments": CommentFile.json(of: to)])
    case .review(_, let to): .make(["review": ReviewFile.journalJSON(of: to)])
    }
  }

  private static func json(of splice: TextSplice, in section: String, start: Int) -> JSON {
    .make([
      "text": .text(section), "paragraph": .whole(start), "at": .whole(splice.offset),
      "remove": .whole(splice.removed), "insert": .text(splice.inserted),
    ])
  }

  /// The edit of `draft` that a line tells of; nil where it does not fit the draft.
  static func edit(reading json: JSON, of draft: Draft) -> Edit? {
    if let address = json["cell"]?.string { return cellEdit(json, at: address, of: draft) }
    if let section = json["text"]?.string { return textEdit(json, in: section, of: draft) }
    if let name = json["organ"]?.string {
      guard let key = Organ.Key(rawValue: name) else { return nil }
      return .organ(key, from: draft.organ[key], to: json["to"]?.string)
    }
    if let year = json["year"]?.integer {
      return 1...9999 ~= year ? .year(from: draft.year, to: year) : nil
    }
    do throws(DraftError) {
      if let comments = json["comments"] {
        return .comments(from: draft.comments, to: try CommentFile.comments(reading: comments))
      }
      if let review = json["review"] {
        return .review(from: draft.review, to: try ReviewFile.review(journalled: review))
      }
      guard let accepted = json["accepted"] else { return nil }
      let acceptances = try AcceptanceFile.acceptances(reading: accepted)
      return .acceptances(from: draft.acceptances, to: acceptances)
    } catch {
      return nil
    }
  }

  private static func cellEdit(_ json: JSON, at text: String, of draft: Draft) -> Edit? {
    guard let address = Address(text), let cell = draft.form.cell(at: address) else { return nil }
    guard let value = json["to"] else { return .cell(cell, from: draft[cell], to: nil) }
    guard case .number(let digits) = value.content, let quantity = Quantity(json: digits) else {
      return nil
    }
    return .cell(cell, from: draft[cell], to: quantity)
  }

  private static func textEdit(_ json: JSON, in section: String, of draft: Draft) -> Edit? {
    guard draft.form.section(section)?.isText == true,
      let start = json["paragraph"]?.integer, let offset = json["at"]?.integer,
      let removed = json["remove"]?.integer, let inserted = json["insert"]?.string,
      offset >= 0, removed >= 0
    else { return nil }
    let paragraphs = draft.text(of: section).paragraphs
    guard paragraphs.indices.contains(start) else { return nil }
    let splice = TextSplice(offset: offset, removed: removed, inserted: inserted)
    guard let (count, to) = splice.applied(to: paragraphs[start...]) else { return nil }
    let from = Array(paragraphs[start..<start + count])
    return .text(section: section, start: start, from: from, to: to)
  }
}

/// The part of a text that became another, in Unicode scalars from the beginning of a paragraph;
/// a line feed between paragraphs counts as one.
struct TextSplice: Equatable {
  var offset: Int
  var removed: Int
  var inserted: String

  init(offset: Int, removed: Int, inserted: String) {
    self.offset = offset
    self.removed = removed
    self.inserted = inserted
  }

  /// What differs between two runs of paragraphs, without the ends that they share.
  init(from: [String], to: [String]) {
    let old = Array(from.joined(separator: "\n").unicodeScalars)
    let new = Array(to.joined(separator: "\n").unicodeScalars)
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    offset = head
    removed = old.count - head - tail
    var text = String.UnicodeScalarView()
    text.append(contentsOf: new[head..<new.count - tail])
    inserted = String(text)
  }

  /// How many of the paragraphs are touched, and what takes their place; nil where the splice
  /// reaches beyond them.
  func applied(to paragraphs: ArraySlice<String>) -> (count: Int, to: [String])? {
    let (end, isBeyond) = offset.addingReportingOverflow(removed)
    guard !isBeyond else { return nil }
    var scalars: [Unicode.Scalar] = []
    var count = 0
    for paragraph in paragraphs {
      if count > 0 { scalars.append("\n") }
      scalars += paragraph.unicodeScalars
      count += 1
      if scalars.count >= end { break }
    }
    guard scalars.count >= end else { return nil }
    scalars.replaceSubrange(offset..<end, with: inserted.unicodeScalars)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return (count, Prose(String(text)).paragraphs)
  }
}
