import Storage

private import Glibc
import Simulation
import Synchronization

/// A file system in memory that can fail, stop half way, or lose its power.
///
/// What is written to a file is certain only once the file was forced to the disk, and a name only
/// once its folder was: like a real disk at its worst, and unlike one, the same at every run.
package final class SimulatedDisk: Sendable {
  private struct Run: Sendable {
    var state: DiskState
    /// The calls since faults were last set, by their names.
    var calls: [Call] = []
    var fault: PlannedFault?
    /// The process that makes the calls was killed: no call does anything any more.
    var isDead = false
  }

  private let run: Mutex<Run>

  package enum Kind: Sendable {
    case ordinary
    /// As of a USB stick.
    case withoutHardLinks
  }

  /// An empty disk, of the person that this process acts for.
  package init(_ kind: Kind = .ordinary) {
    var state = DiskState(user: geteuid())
    state.hasHardLinks = kind == .ordinary
    run = Mutex(Run(state: state))
  }

  private init(_ state: DiskState) { run = Mutex(Run(state: state)) }

  /// A disk that holds the same.
  package func copy() -> SimulatedDisk { SimulatedDisk(run.withLock { $0.state }) }

  // What is laid out before a trial, certain to be there.

  package func add(
    _ content: [UInt8], at path: String, mode: UInt32 = 0o644, owner: UInt32? = nil
  ) {
    let owner = owner ?? geteuid()
    layOut(
      DiskState.Node(
        kind: .file, mode: mode, user: owner, group: owner, changed: 0, content: content),
      at: path)
  }

  package func addFolder(_ path: String) {
    layOut(
      DiskState.Node(kind: .folder, mode: 0o755, user: geteuid(), group: geteuid(), changed: 0),
      at: path)
  }

  package func addLink(_ path: String, to target: String) {
    layOut(
      DiskState.Node(
        kind: .link, mode: 0o777, user: geteuid(), group: geteuid(), changed: 0, target: target),
      at: path)
  }

  /// Gives a file another name.
  package func addName(_ path: String, of file: String) {
    change { state throws(SystemError) in try state.link(file, path) }
  }

  /// Takes a name away.
  package func remove(_ path: String) {
    change { state throws(SystemError) in try state.unlink(path) }
  }

  /// Makes a file one's own.
  package func takeOver(_ path: String) {
    change { state throws(SystemError) in
      let node = try state.node(at: path, .followed)
      state[node].user = state.user
      state[node].group = state.user
    }
  }

  /// Does something, and kills the process before the first call of a kind; what it did until then
  /// is on the disk.
  func kill(atFirst call: Call, _ act: (FileSystem) throws -> Void) {
    let rehearsal = copy()
    do { try act(rehearsal.system) } catch { preconditionFailure("Not even a rehearsal works.") }
    guard let number = rehearsal.calls.firstIndex(of: call) else {
      preconditionFailure("There is no such call.")
    }
    plan(PlannedFault(call: number, fault: .killed))
    do { try act(system) } catch {}  // It is dead.
    restart()
    change { _ in }
  }

  /// Gives a file rights beyond its mode.
  package func addAccessList(_ path: String) {
    change { state throws(SystemError) in
      let node = try state.node(at: path, .followed)
      state[node].hasAccessList = true
    }
  }

  private func layOut(_ node: DiskState.Node, at path: String) {
    change { state throws(SystemError) in
      let position = try state.position(of: path, .kept)
      precondition(position.node == nil, "Something is there already.")
      let number = state.add(node)
      state.change([.init(folder: position.folder, name: position.name, node: number)])
    }
  }

  private func change(_ work: (inout DiskState) throws(SystemError) -> Void) {
    run.withLock { run in
      do throws(SystemError) {
        try work(&run.state)
      } catch {
        preconditionFailure("A disk that cannot be laid out so: errno \(error.number).")
      }
      run.state.synchronizeAll()
    }
  }

  // What becomes of it.

  /// The power goes and comes back; what was not forced to the disk is there, or gone, or garbled.
  package func powerCut(seed: UInt64) {
    var dice = Dice(seed: seed)
    run.withLock { run in
      run.state.cutPower(&dice)
      run.isDead = false
      run.fault = nil
    }
  }

  /// The process ended, and another one looks.
  package func restart() {
    run.withLock { run in
      run.state.endProcess()
      run.isDead = false
      run.fault = nil
    }
  }

  /// Begins to count calls anew, with a fault at one of them.
  func plan(_ fault: PlannedFault?) {
    run.withLock { run in
      run.calls = []
      run.fault = fault
    }
  }

  /// The calls since `plan`.
  var calls: [Call] { run.withLock { $0.calls } }

  var isDead: Bool { run.withLock { $0.isDead } }

  /// How many files are open.
  package var openCount: Int { run.withLock { $0.state.openFiles.count } }

  /// The paths of everything but folders, sorted.
  package var paths: [String] {
    run.withLock { run in Self.paths(below: DiskState.root, "", in: run.state).sorted() }
  }

  private static func paths(below folder: Int, _ path: String, in state: DiskState) -> [String] {
    state[folder].names.flatMap { name, node in
      state[node].kind == .folder
        ? paths(below: node, path + "/" + name, in: state) : [path + "/" + name]
    }
  }

  /// Lets a call happen: as it should, or as the fault at it says.
  func perform<Result: Sendable>(
    _ call: Call, _ work: (inout DiskState) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let outcome = run.withLock { run -> Swift.Result<Result, SystemError> in
      Self.perform(call, work, in: &run)
    }
    return try outcome.get()
  }

  private static func perform<Result: Sendable>(
    _ call: Call, _ work: (inout DiskState) throws(SystemError) -> Result, in run: inout Run
  ) -> Swift.Result<Result, SystemError> {
    if run.isDead { return .failure(SystemError(EIO)) }
    let number = run.calls.count
    run.calls.append(call)
    func done() -> Swift.Result<Result, SystemError> {
      do throws(SystemError) { return .success(try work(&run.state)) } catch {
        return .failure(error)
      }
    }
    guard let planned = run.fault, planned.call == number else { return done() }
    switch planned.fault {
    case .failing(let number): return .failure(SystemError(number))
    case .failingThoughDone(let number):
      if case .failure(let error) = done() { return .failure(error) }
      return .failure(SystemError(number))
    case .killed:
      run.isDead = true
      return .failure(SystemError(EIO))
    case .cutShort, .dropped: return done()  // The call itself sees to it.
    }
  }

  /// The fault at the call that comes next.
  func nextFault() -> Fault? {
    run.withLock { run in
      guard let planned = run.fault, planned.call == run.calls.count, !run.isDead else {
        return nil
      }
      return planned.fault
    }
  }
}
