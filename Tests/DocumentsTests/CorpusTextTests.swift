import PublishedReports
import Testing

/// What a careful reader marks in the texts of published reports, and what the rules find.
@Suite("The texts of published reports", .enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusTextTests {
  @Test(
    "words are judged as a reader judges them: nine of ten found, at most one in twenty for nothing"
  )
  func words() throws {
    let tally = try MarkedWords.tally()
    #expect(tally.isGoodEnough, "\(tally)")
  }

  @Test("figures are judged as a reader judges them, in the same measure")
  func figures() throws {
    let tally = try MarkedFigures.tally()
    #expect(tally.isGoodEnough, "\(tally)")
  }
}
