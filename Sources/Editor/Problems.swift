import ReportModel

/// What the validator finds in a draft as it is now, laid out for the screen.
///
/// Made once a change, not once a key: nothing in it depends on where the person is.
struct Problems: Equatable, Sendable {
  /// How a cell or a place stands, the gravest last.
  enum Mark: Int, Comparable, Sendable {
    /// It changed since the last review.
    case changed
    /// Somebody said something about it.
    case comment
    /// Something was found, and let stand with a reason.
    case accepted
    case hint, warning, error

    /// The mark of something that is found.
    init(of finding: Finding) {
      if finding.acceptance != nil {
        self = .accepted
      } else {
        switch finding.severity {
        case .error: self = .error
        case .warning: self = .warning
        case .hint: self = .hint
        }
      }
    }

    static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  /// A place that F8 visits.
  enum Spot: Hashable, Sendable {
    case organ
    case cell(CellIndex)
    /// Words of a text: the number of its section and the scalar at which they begin.
    case text(section: Int, offset: Int)

    /// Where it stands within its entry of the contents.
    fileprivate var offset: Int {
      switch self {
      case .organ: 0
      case .cell(let cell): cell.position
      case .text(_, let offset): offset
      }
    }
  }

  /// A place with the gravest of what is found there.
  struct Stop: Equatable, Sendable {
    var spot: Spot
    var mark: Mark
    /// The entry of the contents that it belongs to.
    var entry: Int
  }

  /// What would mend what contradicts.
  let suggestions: Suggestions
  /// The places with findings in form order, each once.
  private(set) var stops: [Stop] = []
  /// The cells to be shown as something else than in order.
  private(set) var cellMarks: [CellIndex: Mark] = [:]
  /// What is found in the words of each section, by its number.
  private(set) var texts: [Int: TextProblems] = [:]
  /// The numbers of the texts that want writing and have not been begun.
  private(set) var untouchedTexts: Set<Int> = []
  private var stopOfSpot: [Spot: Stop] = [:]

  init(_ validation: Validation, _ draft: Draft, _ review: ReviewMarks) {
    suggestions = validation.suggestions(in: draft)
    let sections = Dictionary(
      draft.form.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in validation.problems(in: draft, suggestions) {
      if let place = finding.text, let section = sections[place.section] {
        take(finding, at: place, section, draft)
      } else {
        take(finding, validation, draft)
      }
    }
    for entry in review.entries { take(entry, draft) }
    stops = stopOfSpot.values.sorted {
      ($0.entry, $0.spot.offset) < ($1.entry, $1.spot.offset)
    }
  }

  /// Takes what a review marks.
  private mutating func take(_ entry: ReviewMarks.Entry, _ draft: Draft) {
    if case .text(let section, _) = entry.spot, texts[section] == nil {
      texts[section] = TextProblems(draft.text(of: draft.form.sections[section].id))
    }
    add(entry.spot, entry.mark, entry.entry)
    for cell in entry.cells { cellMarks[cell] = max(cellMarks[cell] ?? entry.mark, entry.mark) }
  }

  /// Takes a finding in the words of a text.
  private mutating func take(
    _ finding: Finding, at place: TextPlace, _ section: Int, _ draft: Draft
  ) {
    let text = draft.text(of: place.section)
    texts[section, default: TextProblems(text)].findings.append(finding)
    // A text not begun is no wall of errors either.
    if text.isEmpty {
      if finding.severity == .error { untouchedTexts.insert(section) }
      return
    }
    add(.text(section: section, offset: place.range.lowerBound), Mark(of: finding), 1 + section)
  }

  /// Takes a finding about cells or the organ.
  private mutating func take(_ finding: Finding, _ validation: Validation, _ draft: Draft) {
    let mark = Mark(of: finding)
    var marked = finding.at
    switch finding.detail {
    case .organMissing:
      add(.organ, mark, 0)
      return
    case .unequal(let sums):
      let relation = draft.form.relations[sums.relation]
      marked = relation.shownSide + (finding.fixes.first?.changes.map(\.cell) ?? [])
      // The cell that a suggestion would change tells more than the total that does not fit, and
      // what one suggestion mends is one place.
      let culprit = finding.fixes.count == 1 ? finding.fixes[0].changes.first?.cell : nil
      let suspect = culprit ?? finding.at.first ?? validation.anchor(of: sums.relation)
      add(.cell(suspect), mark, 1 + draft.form.sectionNumber(of: suspect))
    case .blank, .wrongKind, .cells, .figures, .words:
      // What names no cell is about the report as a whole, such as its year.
      guard let cell = finding.at.first else {
        add(.organ, mark, 0)
        return
      }
      add(.cell(cell), mark, 1 + draft.form.sectionNumber(of: cell))
    }
    for cell in marked { cellMarks[cell] = max(cellMarks[cell] ?? mark, mark) }
  }

  private mutating func add(_ spot: Spot, _ mark: Mark, _ entry: Int) {
    let gravest = max(stopOfSpot[spot]?.mark ?? mark, mark)
    stopOfSpot[spot] = Stop(spot: spot, mark: gravest, entry: entry)
  }

  /// How many places have this mark, in one entry or in all.
  func count(_ mark: Mark, inEntry entry: Int? = nil) -> Int {
    stops.count { $0.mark == mark && (entry == nil || $0.entry == entry) }
  }
}

/// What is found in the words of one text, and where its paragraphs begin.
struct TextProblems: Equatable, Sendable {
  var findings: [Finding] = []
  /// For each paragraph, how many scalars of the text stand before it.
  private let starts: [Int]
  private let end: Int

  init(_ text: Prose) {
    var starts: [Int] = []
    var next = 0
    for paragraph in text.paragraphs {
      starts.append(next)
      next += paragraph.unicodeScalars.count + 1
    }
    self.starts = starts
    end = max(0, next - 1)
  }

  /// The scalars of a paragraph, as offsets in the text.
  func range(ofParagraph number: Int) -> Range<Int> {
    let upper = number + 1 < starts.count ? starts[number + 1] - 1 : end
    return starts[number]..<max(starts[number], upper)
  }

  /// The caret before the character that a scalar of the text belongs to.
  func caret(at offset: Int, in text: Prose) -> Caret {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return Caret(
      paragraph: low,
      offset: Self.characterOffset(
        ofScalar: offset - starts[low], in: Array(text.paragraphs[low])))
  }

  /// How many scalars of the text stand before a caret.
  func offset(of caret: Caret, in text: Prose) -> Int {
    let before = text.paragraphs[caret.paragraph].prefix(caret.offset)
    return starts[caret.paragraph] + before.unicodeScalars.count
  }

  /// The scalars of the character after a caret, or the end of a paragraph.
  func offsets(at caret: Caret, in text: Prose) -> ClosedRange<Int> {
    let first = offset(of: caret, in: text)
    let character = text.paragraphs[caret.paragraph].dropFirst(caret.offset).first
    return first...first + max(0, (character?.unicodeScalars.count ?? 1) - 1)
  }

  /// The characters that end at or before a scalar of a paragraph.
  private static func characterOffset(ofScalar scalar: Int, in characters: [Character]) -> Int {
    var scalars = 0
    for (offset, character) in characters.enumerated() {
      scalars += character.unicodeScalars.count
      if scalars > scalar { return offset }
    }
    return characters.count
  }

  /// The words of a paragraph that findings still open point to, as ranges of its characters.
  func marks(
    inParagraph number: Int, _ characters: [Character]
  ) -> [(range: Range<Int>, finding: Finding)] {
    let paragraph = range(ofParagraph: number)
    let here = findings.filter { finding in
      guard let range = finding.text?.range, finding.acceptance == nil else { return false }
      return range.lowerBound < paragraph.upperBound && range.upperBound > paragraph.lowerBound
    }
    guard !here.isEmpty else { return [] }
    // For each scalar of the paragraph the character it belongs to, and the end of the last one.
    var owners: [Int] = []
    for (offset, character) in characters.enumerated() {
      for _ in character.unicodeScalars { owners.append(offset) }
    }
    owners.append(characters.count)
    return here.compactMap { finding in
      guard let range = finding.text?.range.clamped(to: paragraph), !range.isEmpty else {
        return nil
      }
      let first = owners[min(range.lowerBound - paragraph.lowerBound, owners.count - 1)]
      let last = owners[min(range.upperBound - 1 - paragraph.lowerBound, owners.count - 1)]
      return (first..<max(first, min(last + 1, characters.count)), finding)
    }
  }

  /// The finding that a caret stands in, or else the nearest of its paragraph, or one about the
  /// text as a whole.
  func finding(at caret: Caret, in text: Prose) -> Finding? {
    let offset = offset(of: caret, in: text)
    let paragraph = range(ofParagraph: caret.paragraph)
    var best: (finding: Finding, key: (Int, Int, Int))?
    for finding in findings {
      guard let range = finding.text?.range else { continue }
      let distance = max(range.lowerBound - offset, offset - range.upperBound, 0)
      let isNear =
        range.lowerBound <= paragraph.upperBound && range.upperBound >= paragraph.lowerBound
      let rank: Int
      if distance == 0, !range.isEmpty {
        rank = finding.acceptance == nil ? 0 : 1
      } else if isNear, !range.isEmpty {
        rank = finding.acceptance == nil ? 2 : 4
      } else if range.isEmpty {
        rank = finding.acceptance == nil ? 3 : 5
      } else {
        continue
      }
      let key = (rank, range.isEmpty ? 0 : distance, range.count)
      if best.map({ key < $0.key }) ?? true { best = (finding, key) }
    }
    return best?.finding
  }
}
