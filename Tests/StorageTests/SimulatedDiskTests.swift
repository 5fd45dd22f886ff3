import Faults
import Storage
import Testing

private import Glibc

@Suite("A file on a disk that may fail at any call")
struct SimulatedDiskTests {
  @Test("holds the old content or the new, never a third", arguments: Scenario.ofFiles)
  func holdsOldOrNew(scenario: Scenario) {
    let outcome = FaultTrials(scenario, powerCuts: 3).run()
    #expect(outcome.wrong == [])
    #expect(outcome.faults > 5 * outcome.calls)
    tell(outcome)
  }

  @Test("loses nothing of a draft that is worked on", arguments: Scenario.ofDrafts)
  func losesNothing(scenario: Scenario) {
    // All of them take minutes: that is for `.ci/reliability`.
    let stride = getenv("NIANBAO_TRIALS") == nil ? 40 : 1
    let outcome = FaultTrials(scenario, powerCuts: 1, stride: stride).run()
    #expect(outcome.wrong.prefix(5) == [])
    #expect(outcome.faults * stride > 2 * outcome.calls)
    tell(outcome)
  }

  /// What `.ci/reliability` sums up.
  private func tell(_ outcome: FaultTrials.Outcome) {
    print(
      "reliability: disk | \(outcome.calls) | \(outcome.faults) | \(outcome.wrong.count)",
      "| \(outcome.lies) | \(outcome.lost)")
  }
}
