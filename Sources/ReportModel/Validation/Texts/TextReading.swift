/// The texts of a draft as the rules read them; each is read anew only when it changes.
///
/// What depends on cells is compared when findings are asked for, so an edit of a cell costs
/// nothing here.
struct TextReading: Equatable, Sendable {
  /// One text with what was found in its words and the figures it states.
  private struct Part: Equatable, Sendable {
    var words: [Finding]
    var figures: FigureReading
    /// Where it speaks of work done, if it does.
    var work: TextPlace?
  }

  private var parts: [Part]

  /// Reads every text of a draft.
  ///
  /// - Complexity: O(*t*) for *t* characters of text.
  init(_ draft: Draft) {
    parts = draft.form.textSections.map { Self.part($0.id, of: draft) }
  }

  /// Reads one text again after it changed.
  mutating func read(section: String, of draft: Draft) {
    for (number, candidate) in draft.form.textSections.enumerated() where candidate.id == section {
      parts[number] = Self.part(section, of: draft)
    }
  }

  /// Everything found in the texts, text by text.
  func findings(in draft: Draft, after previous: (CellIndex) -> Quantity?) -> [Finding] {
    parts.flatMap { $0.words + $0.figures.findings(in: draft, after: previous) }
  }

  /// Where the texts speak of work done, text by text.
  var workPlaces: [TextPlace] { parts.compactMap(\.work) }

  private static func part(_ section: String, of draft: Draft) -> Part {
    let scan = TextScan(section: section, text: draft.text(of: section))
    return Part(
      words: wordFindings(in: scan, of: draft), figures: FigureReading(scan, of: draft),
      work: workPlace(in: scan, of: draft))
  }

  private static func workPlace(in scan: TextScan, of draft: Draft) -> TextPlace? {
    guard let check = draft.form.checks.cells.allZero?.parameters,
      check.sections.contains(scan.section), !scan.scalars.isEmpty
    else { return nil }
    return WorkMention(check).first(in: scan).map { scan.place($0) }
  }
}
