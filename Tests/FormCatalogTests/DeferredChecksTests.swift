import FormCatalog
import ReportModel
import Synchronization
import Testing

@Suite("What a form asks of texts")
struct DeferredChecksTests {
  @Test("is there when it is asked for, in every shipped form", arguments: FormCatalog.shippedIDs)
  func isThere(id: String) throws {
    let checks = try #require(FormCatalog.form(id: id)).checks
    #expect(checks.figures.number != nil && checks.figures.claim != nil)
    #expect(checks.words.otherYears != nil)
  }

  @Test("is read once, by whichever thread comes first")
  func isReadOnce() async {
    let count = Count()
    let deferred = Deferred { count.made.add(1, ordering: .relaxed).newValue }
    let values = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { deferred.value } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values == Array(repeating: 1, count: 64))
  }

  /// How often something was made.
  private final class Count: Sendable {
    let made = Atomic(0)
  }
}
