import FuzzBodies
import Testing

@Suite("What others wrote")
struct CorpusTests {
  @Test("is read, whatever it is, as it was when it was found", arguments: FuzzTarget.allCases)
  func replays(target: FuzzTarget) throws {
    let inputs = try Corpus.inputs(of: target)
    #expect(!inputs.isEmpty, "Tests/Fuzz/Corpus/\(target.rawValue) is empty")
    for input in inputs {
      #expect(input.bytes.count <= target.lengthLimit, "\(input.name) is longer than is tried")
      #expect(throws: Never.self, "\(input.name)") { try target.feed(input.bytes) }
    }
  }

  @Test("is small enough to be kept with the sources")
  func isSmall() throws {
    let sizes = try FuzzTarget.allCases.flatMap { try Corpus.inputs(of: $0).map(\.bytes.count) }
    #expect(sizes.reduce(0, +) < 300_000)
  }
}
