import Faults
import Storage
import Testing

@Suite("A file on a disk that may fail at any call")
struct SimulatedDiskTests {
  @Test("holds the old content or the new, never a third", arguments: Scenario.ofFiles)
  func holdsOldOrNew(scenario: Scenario) {
    let outcome = FaultTrials(scenario).run()
    #expect(outcome.wrong == [])
    #expect(outcome.faults > 5 * outcome.calls)
    print(
      "\(scenario.name): \(outcome.calls) calls, \(outcome.faults) faults,",
      "\(outcome.lost) of \(outcome.lies) lies lost the save")
  }

  @Test("loses nothing of a draft that is worked on", arguments: Scenario.ofDrafts)
  func losesNothing(scenario: Scenario) {
    let outcome = FaultTrials(scenario, powerCuts: 2).run()
    #expect(outcome.wrong.prefix(5) == [])
    #expect(outcome.faults > 5 * outcome.calls)
    print(
      "\(scenario.name): \(outcome.calls) calls, \(outcome.faults) faults,",
      "\(outcome.lost) of \(outcome.lies) lies lost the save")
  }
}
