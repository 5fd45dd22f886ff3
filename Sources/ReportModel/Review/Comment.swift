package import JSONText

/// What was said about a place of a draft: a remark, the replies to it, and whether it is settled.
package struct Comment: Equatable, Sendable {
  /// Who said what and when.
  package struct Remark: Equatable, Sendable {
    /// Who; empty where that is not known.
    package var by: String
    /// The local time with its offset; empty where it is not known.
    package var on: String
    package var text: String
    /// Keys of the draft file that this version does not know, kept and written back.
    package var unknown: [JSON.Member]

    package init(by: String, on: String, text: String, unknown: [JSON.Member] = []) {
      self.by = by
      self.on = on
      self.text = text
      self.unknown = unknown
    }
  }

  /// Who settled it and when.
  package struct Resolution: Equatable, Sendable {
    package var by: String
    package var on: String
    /// Keys of the draft file that this version does not know, kept and written back.
    package var unknown: [JSON.Member]

    package init(by: String, on: String, unknown: [JSON.Member] = []) {
      self.by = by
      self.on = on
      self.unknown = unknown
    }
  }

  /// What it is about: the address of a cell or a row, or the id of a section or a table; kept as it
  /// is also where the form has no such place.
  package var at: String
  /// The words of the text that it is about; nil where it is about the whole place.
  package var quote: String?
  package var remark: Remark
  package var replies: [Remark]
  package var resolution: Resolution?

  package init(at: String, quote: String? = nil, _ remark: Remark) {
    self.at = at
    self.quote = quote
    self.remark = remark
    replies = []
  }

  package var isOpen: Bool { resolution == nil }

  /// All that was said, in order.
  package var remarks: [Remark] { [remark] + replies }

  /// Whether two people have the same comment, whatever was replied to it.
  func isSame(as other: Comment) -> Bool {
    at == other.at && quote == other.quote && remark == other.remark
  }
}

extension Sides where Value == [Comment] {
  /// The comments of both sides: none that somebody made is lost, one that somebody took back is.
  ///
  /// Comments never contradict: of two answers both stay, and what one side settled is settled.
  var merged: [Comment] {
    func find(_ comment: Comment, in comments: [Comment]) -> Comment? {
      comments.first { $0.isSame(as: comment) }
    }
    var merged: [Comment] = []
    for comment in ours {
      let (before, other) = (find(comment, in: base), find(comment, in: theirs))
      if let other {
        merged.append(comment.joined(with: other, since: before))
      } else if before == nil || before != comment {
        merged.append(comment)
      }
    }
    for comment in theirs where find(comment, in: ours) == nil {
      let before = find(comment, in: base)
      if before == nil || before != comment { merged.append(comment) }
    }
    // Each side has its own in the order of time; so has the whole.
    return merged.enumerated()
      .sorted { ($0.element.remark.on, $0.offset) < ($1.element.remark.on, $1.offset) }
      .map(\.element)
  }
}

extension Comment {
  fileprivate func joined(with other: Comment, since base: Comment?) -> Comment {
    var joined = self
    let known = base?.replies ?? []
    let added = other.replies.filter { !replies.contains($0) && !known.contains($0) }
    joined.replies = replies.filter { !known.contains($0) || other.replies.contains($0) } + added
    if resolution == base?.resolution { joined.resolution = other.resolution }
    return joined
  }
}
