import PublishedReports
import Testing

/// What a careful reader finds in the words of published reports, and what the rules find.
@Suite("The words of published reports", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusWordsTests {
  @Test("are found as a reader finds them: nine of ten, at most one in twenty for nothing")
  func areFound() throws {
    let tally = try MarkedWords.tally()
    #expect(tally.isGoodEnough, "\(tally)")
  }
}
