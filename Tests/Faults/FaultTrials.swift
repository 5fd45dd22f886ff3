import Storage

private import Glibc

/// A scenario, tried once with every fault at every call.
package struct FaultTrials: Sendable {
  /// What came of all trials.
  package struct Outcome: Sendable {
    /// How many calls the scenario makes when nothing goes wrong.
    package var calls = 0
    /// How many faults were injected, power cuts included.
    package var faults = 0
    /// One line a promise that was broken.
    package var wrong: [String] = []
    /// How many faults were lies of the disk, against which nobody can promise everything.
    package var lies = 0
    /// How many of these lost an acknowledged save in a power cut.
    package var lost = 0

    package mutating func add(_ other: Outcome) {
      calls += other.calls
      faults += other.faults
      wrong += other.wrong
      lies += other.lies
      lost += other.lost
    }
  }

  private let scenario: Scenario
  private let seeds: [UInt64]
  private let stride: Int

  /// Trials of a scenario; every power cut is tried with so many seeds, and with a stride only
  /// every so-manieth call is made to fail.
  package init(_ scenario: Scenario, powerCuts: Int = 6, stride: Int = 1) {
    self.scenario = scenario
    self.stride = stride
    seeds = (0..<UInt64(powerCuts)).map { $0 }
  }

  /// Runs the scenario without a fault, then with each.
  package func run() -> Outcome {
    var outcome = Outcome()
    let calm = trial(nil)
    outcome.calls = calm.disk.calls.count
    outcome.wrong += judge(calm, nil, lostPower: false)
    for seed in seeds { cutPower(calm, nil, seed: seed, &outcome) }
    for (number, call) in calm.disk.calls.enumerated() where number.isMultiple(of: stride) {
      for fault in call.faults {
        tryOut(PlannedFault(call: number, fault: fault), at: call, &outcome)
      }
      let killed = PlannedFault(call: number, fault: .killed)
      let end = trial(killed)
      outcome.faults += 1
      for seed in seeds { cutPower(end, killed, seed: seed, &outcome) }
      end.disk.restart()
      outcome.wrong += judge(end, killed, lostPower: false)
    }
    return outcome
  }

  /// One fault while the process lives, and a power cut afterwards.
  private func tryOut(_ planned: PlannedFault, at call: Call, _ outcome: inout Outcome) {
    let end = trial(planned)
    outcome.faults += 1
    outcome.wrong += judge(end, planned, lostPower: false)
    if planned.fault.mustBeMended(at: call), end.ending != .succeeded {
      outcome.wrong.append(line(planned, "failed: \(end.ending)"))
    }
    guard planned.fault.breaksPromise(at: call) else {
      for seed in seeds.prefix(2) { cutPower(end, planned, seed: seed, &outcome) }
      return
    }
    outcome.lies += 1
    if seeds.contains(where: { !judgeAfterCut(end, planned, seed: $0).isEmpty }) {
      outcome.lost += 1
    }
  }

  private func cutPower(
    _ end: End, _ planned: PlannedFault?, seed: UInt64, _ outcome: inout Outcome
  ) {
    outcome.faults += 1
    outcome.wrong += judgeAfterCut(end, planned, seed: seed)
  }

  private func judgeAfterCut(_ end: End, _ planned: PlannedFault?, seed: UInt64) -> [String] {
    let disk = end.disk.copy()
    disk.powerCut(seed: seed)
    return judge(
      End(disk: disk, ending: end.ending, witness: end.witness), planned, lostPower: true,
      seed: seed)
  }

  /// A run of the scenario that is over.
  private struct End {
    var disk: SimulatedDisk
    var ending: Aftermath.Ending
    var witness: Witness
  }

  private func trial(_ planned: PlannedFault?) -> End {
    let disk = scenario.disk.copy()
    let witness = Witness(content(on: disk))
    disk.plan(planned)
    var ending = Aftermath.Ending.succeeded
    do {
      try scenario.act(disk.system, witness)
    } catch {
      ending = .failed(error as? FileError)
    }
    if disk.isDead { ending = .killed }
    return End(disk: disk, ending: ending, witness: witness)
  }

  /// What is wrong once the disk works again.
  private func judge(
    _ end: End, _ planned: PlannedFault?, lostPower: Bool, seed: UInt64? = nil
  ) -> [String] {
    var wrong: [String] = []
    let isOver = lostPower || end.ending == .killed
    if !isOver, end.disk.openCount > 0 { wrong.append("a file was left open") }
    if !isOver, end.disk.paths.contains(where: { $0.hasSuffix(".tmp") }), !mayLitter(end, planned) {
      wrong.append("a sibling was left behind")
    }
    // As if nothing had ever gone wrong, but what is there is left as it is.
    let healthy = end.disk.copy()
    healthy.restart()
    let aftermath = Aftermath(
      ending: end.ending, lostPower: lostPower, paths: healthy.paths, witness: end.witness)
    let found = content(on: healthy)
    if !end.witness.allows(found) {
      let text = found.map { String(decoding: $0.prefix(40), as: UTF8.self) } ?? "no file"
      wrong.append("holds what nobody wrote, or something older: \(text)")
    }
    wrong += scenario.check(healthy.system, aftermath)
    return wrong.map { line(planned, $0 + " (\(end.ending)\(seed.map { ", cut \($0)" } ?? ""))") }
  }

  /// Whether the fault is one that keeps a sibling from being removed.
  private func mayLitter(_ end: End, _ planned: PlannedFault?) -> Bool {
    guard let planned, end.disk.calls[planned.call] == .unlink else { return false }
    return planned.fault != .failing(errno: EINTR)
  }

  private func content(on disk: SimulatedDisk) -> [UInt8]? {
    do throws(FileError) {
      return try readDraftFile(at: scenario.path, limit: 1 << 20, in: disk.system)
    } catch {
      return error.cause == .notFound ? nil : Array("unreadable: \(error)".utf8)
    }
  }

  private func line(_ planned: PlannedFault?, _ text: String) -> String {
    let fault = planned.map { "call \($0.call) \($0.fault): " } ?? ""
    return "\(scenario.name): \(fault)\(text)"
  }
}
