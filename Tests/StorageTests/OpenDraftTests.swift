import FormCatalog
import ReportModel
import Simulation
import Testing

@testable import Storage

private import Glibc

@Suite("A draft that is worked on")
struct OpenDraftTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test("is saved with who changed what")
  func savesWithHistory() throws {
    let work = try desk.open()
    let changed = try desk.changed("applications.new.natural", to: 5)
    let outcome = try work.save(changed, by: "张三", on: "2026-01-12T09:30:05+08:00")
    guard case .saved(let written) = outcome else {
      Issue.record("It was not saved.")
      return
    }
    #expect(written.revisions.map(\.by) == ["张三"])
    #expect(try readFile(at: desk.path, limit: 1 << 20) == DraftFile.bytes(of: written))
  }

  @Test("keeps what somebody else saved meanwhile, and both find both")
  func mergesOnSaving() throws {
    let (first, second) = (try desk.open(), try desk.open(as: .current))
    let ours = try desk.changed("applications.new.natural", to: 5)
    let theirs = try desk.changed("applications.new.business", to: 6)
    _ = try first.save(ours, by: "张三", on: "1")
    let outcome = try second.save(theirs, by: "李四", on: "2")
    guard case .saved(let written) = outcome else {
      Issue.record("It was not saved.")
      return
    }
    #expect(written["applications.new.natural"] == Quantity(typed: "5"))
    #expect(written["applications.new.business"] == Quantity(typed: "6"))
    #expect(written.revisions.map(\.by) == ["张三", "李四"])
  }

  @Test("asks where both changed the same, and writes nothing until that is decided")
  func tellsOfConflicts() throws {
    let (first, second) = (try desk.open(), try desk.open(as: .current))
    let ours = try desk.changed("applications.new.natural", to: 5)
    let theirs = try desk.changed("applications.new.natural", to: 6)
    _ = try first.save(ours, by: "", on: "")
    let before = try readFile(at: desk.path, limit: 1 << 20)
    guard case .conflicted(let merge) = try second.save(theirs, by: "", on: "") else {
      Issue.record("It was written over.")
      return
    }
    #expect(merge.conflicts.count == 1)
    #expect(try readFile(at: desk.path, limit: 1 << 20) == before)
    let decided = merge.draft(choosing: [.ours])
    guard case .saved(let written) = try second.saveDecided(decided, by: "", on: "") else {
      Issue.record("It was not saved.")
      return
    }
    #expect(written["applications.new.natural"] == Quantity(typed: "6"))
  }

  @Test("leaves alone what another program made unreadable")
  func leavesTheUnreadable() throws {
    let work = try desk.open()
    try replaceFile(at: desk.path, with: Array("{ damaged".utf8))
    let changed = try desk.changed("applications.new.natural", to: 5)
    #expect(throws: OpenDraft.Refusal.self) { try work.save(changed, by: "", on: "") }
    #expect(try readFile(at: desk.path, limit: 99) == Array("{ damaged".utf8))
  }

  @Test("is not saved into a pipe that somebody put in its place, nor is that waited for")
  func refusesAPipe() throws {
    let work = try desk.open()
    unlink(desk.path)
    mkfifo(desk.path, 0o600)
    let changed = try desk.changed("applications.new.natural", to: 5)
    let refusal = #expect(throws: OpenDraft.Refusal.self) {
      try work.save(changed, by: "", on: "")
    }
    #expect(refusal == .file(FileError(.examine, .notAFile, path: desk.path)))
  }

  @Test("is not saved where it would become too large to be opened")
  func refusesTheTooLarge() throws {
    let work = try desk.open()
    let before = try readFile(at: desk.path, limit: 1 << 20)
    var changed = desk.draft
    changed.setText(Prose(String(repeating: "a", count: DraftFile.sizeLimit)), of: "overview")
    let refusal = #expect(throws: OpenDraft.Refusal.self) {
      try work.save(changed, by: "", on: "")
    }
    #expect(
      refusal
        == .file(FileError(.write, .tooLarge(limit: DraftFile.sizeLimit), path: desk.path)))
    #expect(try readFile(at: desk.path, limit: 1 << 20) == before)
  }

  @Test("is written anew where somebody removed it")
  func writesAnew() throws {
    let work = try desk.open()
    unlink(desk.path)
    let changed = try desk.changed("applications.new.natural", to: 5)
    _ = try work.save(changed, by: "", on: "")
    let stored = try DraftFile.draft(reading: try readFile(at: desk.path, limit: 1 << 20))
    #expect(stored["applications.new.natural"] == Quantity(typed: "5"))
  }

  @Test("loses nothing when another program writes in the very moment of saving")
  func survivesTheVeryMoment() throws {
    let theirs = try desk.changed("applications.new.business", to: 6)
    let path = desk.path
    let pending = Switch()
    pending.isOn = true
    var system = FileSystem.system
    system.rename = { from, to throws(SystemError) in
      try FileSystem.system.rename(from, to)
    }
    system.claim = { descriptor throws(SystemError) in
      // The other one has the claim, and writes before giving it up.
      if pending.isOn {
        pending.isOn = false
        try? replaceFile(at: path, with: DraftFile.bytes(of: theirs))
      }
      try FileSystem.system.claim(descriptor)
    }
    let work = try desk.open(in: system)
    let ours = try desk.changed("applications.new.natural", to: 5)
    guard case .saved(let written) = try work.save(ours, by: "", on: "") else {
      Issue.record("It was not saved.")
      return
    }
    #expect(written["applications.new.natural"] == Quantity(typed: "5"))
    #expect(written["applications.new.business"] == Quantity(typed: "6"))
  }

  @Test("offers the work of a session that was cut off, but not of one that goes on")
  func offersOnlyWhatWasLeft() throws {
    let (gone, here) = (try desk.open(), try desk.open(as: .current))
    try desk.set("applications.new.natural", to: 5, in: gone)
    try desk.set("applications.new.natural", to: 6, in: here)
    var other = ProcessIdentity.current
    other.process = Int(getppid())
    let left = try desk.open(as: other).leftJournals()
    #expect(left.map { $0.recovery.draft["applications.new.natural"] } == [Quantity(typed: "5")])
  }

  @Test("tells who else is there, and forgets those who are certainly gone")
  func tellsWhoIsThere() throws {
    let gone = try desk.open()
    #expect(gone.arrive() == [])
    // Its sign stays behind, as after kill -9.
    let far = try desk.open(as: .elsewhere("office-2"))
    _ = far.arrive()
    let here = try desk.open(as: .current)
    let others = here.arrive()
    #expect(others.map(\.presence.process.host) == ["office-2"])
    #expect(others.first?.quietSeconds == nil)
    #expect(desk.hidden(".lock").count == 2)
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
    let sign = try #require(desk.hidden(".lock").first { $0.contains("office_2") })
    utimensat(AT_FDCWD, desk.folder / sign, &times, 0)
    #expect(here.others().first.flatMap(\.quietSeconds).map { $0 > 1_000_000 } == true)
  }

  @Test("takes its sign away when the work ends")
  func takesItsSignAway() throws {
    do {
      let work = try desk.open(as: .current)
      _ = work.arrive()
      #expect(desk.hidden(".lock").count == 1)
    }
    #expect(desk.hidden(".lock") == [])
  }

  @Test("leaves no trace of a session that changed nothing")
  func leavesNoTrace() throws {
    do {
      let work = try desk.open(as: .current)
      _ = work.arrive()
    }
    #expect(desk.folder.names == ["x.json"])
  }
}
