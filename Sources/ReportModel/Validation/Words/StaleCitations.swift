/// `stale`: regulations and notices that no longer hold.
package struct StaleCitations: WordRule {
  package static let id = "stale"

  /// One of them.
  package struct Citation: Equatable, Sendable {
    let words: WordList
    let since: Int
    let instead: LocalizedText
    let unless: WordList

    /// - Parameters:
    ///   - words: How it is cited.
    ///   - since: The first report year in which it no longer holds.
    ///   - instead: What holds now.
    ///   - unless: What in the same sentence shows that its history is told.
    package init(words: [String], since: Int, instead: LocalizedText, unless: [String]) {
      self.words = WordList(words)
      self.since = since
      self.instead = instead
      self.unless = WordList(unless)
    }
  }

  private let citations: [Citation]

  package init(_ citations: [Citation]) {
    self.citations = citations
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    var faults: [WordFault] = []
    for citation in citations where draft.year >= citation.since {
      for sentence in scan.sentences {
        let matches = citation.words.matches(in: scan.scalars, sentence)
        guard !matches.isEmpty, !citation.unless.occurs(in: scan.scalars, sentence) else {
          continue
        }
        for match in matches {
          faults.append(
            WordFault(
              scan.original(match.range),
              .stale(since: citation.since, instead: citation.instead)))
        }
      }
    }
    return faults
  }
}
