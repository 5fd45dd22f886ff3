import ArgumentParser
import CellGrid
import Editor
import ReportModel
import Storage
import Terminal
import Wording

/// The editor in the world: the only place that meets the terminal and the files.
final class EditorSession {
  /// The file that is worked on; another after it was saved elsewhere.
  private(set) var file: OpenDraft
  /// The draft to begin with.
  private let opened: Draft
  /// The older version that the file is of, if it is.
  private let upgradedFrom: String?
  /// Who is at work.
  private let person: String
  /// What the draft is compared with, and what that is called; nil for nothing.
  private let comparison: Editor.Comparison?
  /// What is typed again, where the file is the sheet for that.
  private let task: RekeyingTask?
  /// What came of it, once that is recorded.
  private(set) var recorded: Rekeying?
  /// What sessions that were cut off left, by the numbers that the editor has for them.
  private var left: [LeftJournal] = []
  /// Whether the journal stays when the program ends, and what is to be said of it.
  private(set) var farewell: String?
  private var keepsJournal = false
  /// Why a version could not be kept, to be said in the end.
  private var versionComplaint: String?
  var pulse = Pulse()
  let wording = Wording.ofProcess

  /// How the editor is used.
  enum Manner {
    case onScreen(Screen.Options)
    /// A line in, some lines out.
    case lineByLine
  }

  /// A session on a file that is not there yet.
  convenience init(newFile path: String, _ draft: Draft) throws(Failure) {
    try self.init(path: path, content: nil, stored: draft, opened: draft)
  }

  /// A session on a file with its content and the draft in it.
  ///
  /// `opened` is the draft to begin with, where that is already another; `upgradedFrom` the older
  /// version that the file is of.
  init(
    path: String, content: [UInt8]?, stored: Draft, opened: Draft? = nil,
    upgradedFrom: String? = nil, person: String = Person.name, comparison: Editor.Comparison? = nil,
    task: RekeyingTask? = nil
  ) throws(Failure) {
    self.opened = opened ?? stored
    self.upgradedFrom = upgradedFrom
    self.person = person
    self.comparison = comparison
    self.task = task
    file = try Self.open(path, content: content, stored: stored, opened: opened ?? stored)
  }

  private static func open(
    _ path: String, content: [UInt8]?, stored: Draft, opened: Draft
  ) throws(Failure) -> OpenDraft {
    let presence = Presence(
      user: Person.name, since: LocalTime.now, process: ProcessIdentity.current)
    do throws(FileError) {
      return try OpenDraft(
        at: path, content: content, stored: stored, opened: opened, presence: presence)
    } catch {
      throw .file(error.message(about: path))
    }
  }

  /// Refuses standard input, which is the keyboard here.
  static func refuseStandardInput(_ path: String) throws(Failure) {
    if path == "-" { throw Failure.file(Wording.ofProcess.standardInputRefused) }
  }

  /// Refuses also what is there and is no file: a pipe would be waited for, and nothing can be
  /// saved to it.
  static func requireFile(_ path: String) throws(Failure) {
    try refuseStandardInput(path)
    let wording = Wording.ofProcess
    if Workspace.isFolder(path) { throw Failure.file(wording.complaint(.isFolder, about: path)) }
    guard Workspace.isNothing(path) || Workspace.isRegularFile(path) else {
      throw Failure.file(wording.complaint(.notARegularFile, about: path))
    }
  }

  /// Runs the editor until the person leaves it.
  func run(access: Editor.Access, _ manner: Manner) throws {
    switch manner {
    case .onScreen(let options):
      var stage = try Stage(options)
      try run(access: access, on: &stage)
    case .lineByLine: try converse(access: access)
    }
    if let farewell { throw Failure.file(farewell) }
  }

  /// The same on a terminal that was taken before.
  ///
  /// - Throws: what is to be said once the terminal is given back: where unsaved work is.
  func run(
    access: Editor.Access, on stage: inout Stage, greeting: String? = nil
  ) throws(Failure) {
    var editor = editor(access: access, size: stage.screen.size, greeting: greeting)
    if stage.metrics != editor.metrics { _ = editor.update(.input(.metrics(stage.metrics))) }
    var isOver = run(effects: editor.update(opening(access)), of: &editor, on: &stage)
    while !isOver {
      let wait = pulse.milliseconds(untilNextFor: file.isUnsynchronized)
      let input = stage.next(showing: editor.screen(), timeout: wait)
      keepUp(wasIdle: input == nil)
      guard let input else { continue }
      isOver = run(effects: editor.update(.input(input)), of: &editor, on: &stage)
    }
    stage.metrics = editor.metrics
    if let farewell { throw Failure.file(farewell) }
  }

  /// Runs effects in order; true once the program is to end.
  private func run(
    effects first: [Effect], of editor: inout Editor, on stage: inout Stage
  ) -> Bool {
    var effects = first[...]
    while let effect = effects.popFirst() {
      switch effect {
      case .quit:
        end()
        return true
      case .redraw: stage.screen.repaint()
      case .suspend:
        synchronize()
        stage.screen.suspend()
      case .copy(let text):
        if stage.screen.copy(text) == .tooLong {
          effects += editor.update(.notCopied(message: wording.tooLongForTerminal))
        }
      case .edit(let text):
        synchronize()
        effects += editor.update(ExternalEditor.edit(text, on: &stage))
      case .note, .save, .saveMerged, .saveElsewhere, .rescue, .recovered, .gaveUp, .leave, .stamp,
        .record:
        if let event = keep(effect) { effects += editor.update(event) }
      }
    }
    return false
  }

  /// The editor at the beginning of a session.
  func editor(access: Editor.Access, size: Size, greeting: String? = nil) -> Editor {
    Editor(
      draft: opened, access: access, fileName: Self.name(of: task?.path ?? file.path),
      wording: wording, size: size, isNew: !file.isStored && task == nil,
      isChanged: file.isStored && opened != file.stored,
      greeting: greeting, person: person, today: Person.today,
      keymap: Config.ofProcess.keymap, upgradedFrom: upgradedFrom,
      sealing: task == nil ? .sha256 : nil,
      comparison: comparison, blindSheet: task?.sheet)
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Refuses to type figures again that somebody is typing again right now.
  func requireAlone() throws(Failure) {
    let others = Self.colleagues(file.others()).filter { $0.quietMinutes == nil }
    guard let task, !others.isEmpty else { return }
    throw .file(wording.sheetInUse(task.path, wording.atWork(others)))
  }

  private static func colleagues(_ neighbours: [Neighbour]) -> [Colleague] {
    neighbours.map { neighbour in
      Colleague(
        user: neighbour.presence.user, host: neighbour.presence.process.host,
        since: neighbour.presence.since, quietMinutes: neighbour.quietSeconds.map { $0 / 60 })
    }
  }

  /// Who else is at work on the draft, and what was left to be recovered.
  ///
  /// Whoever only reads leaves no trace.
  func opening(_ access: Editor.Access) -> Event {
    let neighbours = access == .editing ? file.arrive() : file.others()
    left = file.leftJournals()
    return .opened(colleagues: Self.colleagues(neighbours), left: left.map(\.recovery))
  }

  /// Does what an effect asks of the files, and returns what is to be told of it.
  func keep(_ effect: Effect) -> Event? {
    switch effect {
    case .note(let edits, let typing): return note(edits, typing)
    case .save(let draft): return save(draft, isDecided: false)
    case .saveMerged(let draft): return save(draft, isDecided: true)
    case .saveElsewhere(let draft, let path): return save(draft, elsewhere: path)
    case .rescue(let draft): rescue(draft)
    case .recovered(let number): drop(left[number], onceSynchronized: true)
    case .gaveUp(let number): drop(left[number], onceSynchronized: false)
    case .leave: file.leave()
    case .record(let typed): return record(typed)
    case .stamp(let stamped): return .stamped(stamped, on: LocalTime.now)
    case .quit, .redraw, .suspend, .copy, .edit: break  // Nothing of a file.
    }
    return nil
  }

  private func note(_ edits: [Edit], _ typing: HalfTyped?) -> Event? {
    do throws(FileError) {
      try file.note(edits, typing: typing)
      pulse.noteWriting()
      return nil
    } catch {
      return .notNoted(message: error.cause.message)
    }
  }

  /// Takes away a journal whose content is in this session's own, safe on the disk, or given up.
  private func drop(_ journal: LeftJournal, onceSynchronized: Bool) {
    do throws(FileError) {
      if onceSynchronized { try file.synchronize() }
      file.remove(journal)
    } catch {
      // It stays, and is offered again.
    }
  }

  /// Forces the journal to the disk; where the disk fails it is tried again with the next change.
  func synchronize() {
    do throws(FileError) { try file.synchronize() } catch {}
    pulse.noteSynchronized()
  }

  /// Does what must be done from time to time: the journal, and the sign of life.
  private func keepUp(wasIdle: Bool) {
    if pulse.mustSynchronize(file.isUnsynchronized, wasIdle: wasIdle) { synchronize() }
    if pulse.mustBeat() { file.beat() }
  }

  /// Ends the work on the file; the journal goes unless it holds what is to be recovered.
  func end() {
    if !keepsJournal { file.endJournal() }
    if farewell == nil { farewell = versionComplaint }
  }

  /// Makes sure that unsaved work can be found again: in the journal, or else in a file of its own.
  private func rescue(_ draft: Draft) {
    do throws(FileError) {
      try file.synchronize()
      keepsJournal = true
      farewell = task.map { wording.sheetKept($0.path) } ?? wording.keptForRecovery(file.path)
    } catch {
      farewell = Rescue.write(draft, beside: file.path)
    }
  }

  /// Records what was typed again in the draft that it was typed for.
  private func record(_ typed: Draft) -> Event? {
    do {
      guard let result = try task?.record(typed) else { return nil }
      recorded = result.rekeying
      // What was put off of this sheet is of no use any more.
      for journal in left { file.remove(journal) }
      return .recorded(result.stored)
    } catch let failure as Failure {
      return .saveFailed(message: failure.message)
    } catch {
      return .saveFailed(message: wording.cannotBeRead)
    }
  }

  /// Saves, and tells the editor how it went.
  private func save(_ draft: Draft, isDecided: Bool) -> Event {
    let before = file.content
    do throws(OpenDraft.Refusal) {
      let (by, on) = (person, LocalTime.now)
      let outcome =
        isDecided
        ? try file.saveDecided(draft, by: by, on: on) : try file.save(draft, by: by, on: on)
      switch outcome {
      case .saved(let written):
        pulse.noteSynchronized()
        keepVersions(before)
        return .saved(written)
      case .conflicted(let merge): return .conflicted(merge)
      }
    } catch {
      return .saveFailed(message: error.message(about: file.path))
    }
  }

  /// Keeps what the file held and what it holds now as versions.
  private func keepVersions(_ before: [UInt8]?) {
    // A sheet that is typed in part is no version of anything.
    if task != nil { return }
    for content in [before, file.content].compactMap({ $0 }) {
      let complaint = Workspace.complaintOfKeeping(content, of: file.path)
      if versionComplaint == nil { versionComplaint = complaint }
    }
  }

  /// Saves to a file of another name and goes on with that one.
  private func save(_ draft: Draft, elsewhere path: String) -> Event {
    do throws(Failure) {
      try Workspace.createNew(draft, at: path)
      let moved = try Self.open(
        path, content: DraftFile.bytes(of: draft), stored: draft, opened: draft)
      _ = moved.arrive()
      file.endJournal()
      file.leave()
      file = moved
      return .savedElsewhere(draft, fileName: Self.name(of: path))
    } catch {
      return .saveFailed(message: error.message)
    }
  }
}
