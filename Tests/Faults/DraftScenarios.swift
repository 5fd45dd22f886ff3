import FormCatalog
import ReportModel
import Storage
import Synchronization

/// What somebody was shown while working on a draft: figures that only grow.
private final class Promise: Sendable {
  private struct State {
    /// The last figure that the screen may have shown, and the last that is on the disk.
    var shown = 0
    var synchronized = 0
    var attempted = 0
    /// Whether somebody else saved a figure of their own.
    var hasOthers = false
  }

  private let state = Mutex(State())

  func attempts(_ figure: Int) { state.withLock { $0.attempted = max($0.attempted, figure) } }
  func shows(_ figure: Int) { state.withLock { $0.shown = figure } }
  func sharesWithOthers() { state.withLock { $0.hasOthers = true } }
  func synchronizes() { state.withLock { $0.synchronized = $0.shown } }

  /// What is wrong with a figure that was found again.
  func complaint(about found: Int?, others: Int?, lostPower: Bool) -> [String] {
    let state = state.withLock { $0 }
    if state.hasOthers, others != CountingDraft.othersFigure {
      return ["the other’s figure is gone"]
    }
    let least = lostPower ? state.synchronized : state.shown
    guard let found else { return ["the draft has no figure any more"] }
    guard least...max(least, state.attempted) ~= found else {
      return ["figure \(found) where \(least)…\(state.attempted) was promised"]
    }
    return []
  }
}

/// A draft in which one cell counts what was done, and another is somebody else's.
private struct CountingDraft {
  /// What somebody else saves in their cell.
  static let othersFigure = 77

  let draft: Draft
  let cell: CellIndex
  let others: CellIndex

  init?() {
    guard let form = FormCatalog.form(id: "disclosure-2021"), form.cellCount > 1 else { return nil }
    draft = Draft(form: form, carriesForm: false, organ: Organ(name: "示例县公安局"), year: 2025)
    cell = CellIndex(0)
    others = CellIndex(1)
  }

  var bytes: [UInt8] { DraftFile.bytes(of: draft) }

  func edit(from old: Int, to new: Int) -> Edit {
    .cell(cell, from: Quantity(whole: Int64(old)), to: Quantity(whole: Int64(new)))
  }

  func figure(in draft: Draft, at cell: CellIndex) -> Int? {
    draft[cell].flatMap { Int($0.description) } ?? 0
  }
}

private let draftPath = "/home/draft.json"

/// Nobody who still runs: what they leave is offered to whoever comes next.
private let gone = Presence(
  user: "张三", since: "2026-01-12T09:30:05+08:00",
  process: ProcessIdentity(
    host: ProcessIdentity.current.host, boot: ProcessIdentity.current.boot, process: 1, start: 1))

extension Scenario {
  /// Everything that is done to the files of a draft that is worked on: signs, journals, saves.
  package static var ofDrafts: [Scenario] {
    guard let counting = CountingDraft() else { return [] }
    let own = SimulatedDisk(.ordinary)
    own.addFolder("/home")
    own.add(counting.bytes, at: draftPath, mode: 0o640)
    let foreign = SimulatedDisk(.ordinary)
    foreign.addFolder("/home")
    foreign.add(counting.bytes, at: draftPath, mode: 0o666, owner: 4242)
    return [
      working("edit, save and edit on", on: own, counting, besides: false),
      working("the same on another's file", on: foreign, counting, besides: false),
      working("the same beside somebody who saves too", on: own, counting, besides: true),
    ]
  }

  /// Two rounds of edits, each with a save, and edits that were never saved.
  private static func working(
    _ name: String, on disk: SimulatedDisk, _ counting: CountingDraft, besides: Bool
  ) -> Scenario {
    // A trial is judged before the next one begins.
    let promises = Mutex<Promise>(Promise())
    return Scenario(name, on: disk) { system, witness in
      let promise = Promise()
      promises.withLock { $0 = promise }
      let content = try readDraftFile(at: draftPath, limit: 1 << 20, in: system)
      let stored = try DraftFile.draft(reading: content)
      let work = try OpenDraft(
        at: draftPath, content: content, stored: stored, opened: stored, presence: gone, in: system)
      _ = work.arrive()
      var person = Person(draft: stored, counting: counting, promise: promise, witness: witness)
      person.edit(3, in: work)
      if besides { try someoneElseSaves(counting, promise, system, witness) }
      try person.save(work)
      person.edit(3, in: work)
      try person.save(work)
      person.edit(2, in: work)
    } check: { system, aftermath in
      let promise = promises.withLock { $0 }
      return complaints(system, counting, promise, lostPower: aftermath.lostPower)
    }
  }

  /// Somebody else saves another figure, on a connection of their own.
  private static func someoneElseSaves(
    _ counting: CountingDraft, _ promise: Promise, _ system: FileSystem, _ witness: Witness
  ) throws {
    let content = try readDraftFile(at: draftPath, limit: 1 << 20, in: system)
    var theirs = try DraftFile.draft(reading: content)
    theirs[counting.others] = Quantity(whole: Int64(CountingDraft.othersFigure))
    let bytes = DraftFile.bytes(of: theirs)
    try witness.saving(bytes) {
      try replaceFile(at: draftPath, with: bytes, ifStill: content, in: system)
    }
    promise.sharesWithOthers()
  }

  /// What somebody who opens the draft now is missing.
  private static func complaints(
    _ system: FileSystem, _ counting: CountingDraft, _ promise: Promise, lostPower: Bool
  ) -> [String] {
    do {
      let content = try readDraftFile(at: draftPath, limit: 1 << 20, in: system)
      let stored = try DraftFile.draft(reading: content)
      var other = gone
      other.process = .current
      let work = try OpenDraft(
        at: draftPath, content: content, stored: stored, opened: stored, presence: other,
        in: system)
      var draft = stored
      for left in work.leftJournals() {
        let merge = try Merge(base: left.recovery.base, ours: left.recovery.draft, theirs: draft)
        draft = merge.draft
      }
      return promise.complaint(
        about: counting.figure(in: draft, at: counting.cell),
        others: counting.figure(in: draft, at: counting.others), lostPower: lostPower)
    } catch {
      return ["the draft cannot be opened: \(error)"]
    }
  }
}

/// Somebody at work: what fails is told, and the work goes on.
private struct Person {
  var draft: Draft
  let counting: CountingDraft
  let promise: Promise
  let witness: Witness
  private var figure = 0

  init(draft: Draft, counting: CountingDraft, promise: Promise, witness: Witness) {
    self.draft = draft
    self.counting = counting
    self.promise = promise
    self.witness = witness
  }

  /// Types figures, each noted before it shows, and pauses.
  mutating func edit(_ count: Int, in work: OpenDraft) {
    for _ in 0..<count {
      let edit = counting.edit(from: figure, to: figure + 1)
      figure += 1
      draft.apply(edit)
      promise.attempts(figure)
      do throws(FileError) {
        try work.note([edit], typing: nil)
        promise.shows(figure)
      } catch {
        // The person is told that it could not be noted.
      }
    }
    do throws(FileError) {
      try work.synchronize()
      promise.synchronizes()
    } catch {
      // It is tried again at the next pause.
    }
  }

  /// Saves; where that fails, once more.
  mutating func save(_ work: OpenDraft) throws {
    // What others saved is in the file from now on, and one more entry in the history.
    witness.attemptsDraft()
    for isLast in [false, true] {
      do throws(OpenDraft.Refusal) {
        guard case .saved(let written) = try work.save(draft, by: "张三", on: "") else { return }
        draft = written
        promise.shows(figure)
        promise.synchronizes()
        witness.acknowledges(DraftFile.bytes(of: written))
        return
      } catch {
        if isLast { return }
      }
    }
  }
}
