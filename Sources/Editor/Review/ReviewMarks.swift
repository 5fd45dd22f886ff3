import ReportModel

/// What a review adds to what the validator finds: places that somebody said something about, and
/// places that changed since the last review.
struct ReviewMarks: Equatable, Sendable {
  /// What is marked, and where F8 stops.
  struct Entry: Equatable, Sendable {
    var spot: Problems.Spot
    var cells: [CellIndex]
    var mark: Problems.Mark
    /// The entry of the contents that it belongs to.
    var entry: Int
  }

  private(set) var entries: [Entry] = []

  /// The marks of a draft, with what changed since `baseline` if there is one; `texts` has what
  /// changed in words since then.
  init(_ draft: Draft, since baseline: Draft?, _ texts: ComparedTexts = ComparedTexts()) {
    entries = draft.comments.filter(\.isOpen).compactMap { Self.entry(of: $0, in: draft) }
    guard let baseline else { return }
    for change in Difference(from: baseline, to: draft).cells {
      guard let cell = draft.form.cell(at: change.address) else { continue }
      let entry = 1 + draft.form.sectionNumber(of: cell)
      entries.append(Entry(spot: .cell(cell), cells: [cell], mark: .changed, entry: entry))
    }
    for (number, changes) in texts.all {
      for change in changes {
        entries.append(
          Entry(
            spot: .text(section: number, offset: change.offset), cells: [], mark: .changed,
            entry: 1 + number))
      }
    }
  }

  /// The marks of cells that are to be looked at once more where figures are typed again.
  init(typingAgain cells: Set<CellIndex>, in form: Form) {
    entries = cells.map { cell in
      Entry(
        spot: .cell(cell), cells: [cell], mark: .warning, entry: 1 + form.sectionNumber(of: cell))
    }
  }

  /// Where a comment is marked; nil where the form has no such place.
  static func entry(of comment: Comment, in draft: Draft) -> Entry? {
    guard let place = draft.form.place(named: comment.at) else { return nil }
    let cells = draft.form.cells(at: place)
    if let first = cells.first {
      let entry = 1 + draft.form.sectionNumber(of: first)
      return Entry(spot: .cell(first), cells: [first], mark: .comment, entry: entry)
    }
    guard case .section(let id) = place,
      let section = draft.form.sections.firstIndex(where: { $0.id == id })
    else { return nil }
    let offset = comment.quote.flatMap { draft.text(of: id).offset(of: $0) } ?? 0
    return Entry(
      spot: .text(section: section, offset: offset), cells: [], mark: .comment,
      entry: 1 + section)
  }
}

extension Prose {
  /// How many scalars stand before the first place that has these words; nil where there is none.
  func offset(of words: String) -> Int? {
    let (text, words) = (Array(text.unicodeScalars), Array(words.unicodeScalars))
    guard !words.isEmpty, words.count <= text.count else { return nil }
    return (0...text.count - words.count).first { text[$0..<$0 + words.count].elementsEqual(words) }
  }
}
