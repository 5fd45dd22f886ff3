import FormCatalog
import ReportModel
import Simulation
import Testing

@testable import Storage

/// A draft in a folder of a test's own, and people at work on it.
final class Desk {
  let folder: TemporaryFolder
  let path: String
  let draft: Draft
  private let bytes: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    path = folder / "x.json"
    let form = try #require(FormCatalog.form(id: "disclosure-2021"))
    draft = try #require(SampleReport.statutory(form, seed: 1))
    bytes = DraftFile.bytes(of: draft)
    try createFile(at: path, with: bytes)
  }

  var natural: Quantity? { draft["applications.new.natural"] }

  /// Opens the file as a process does that is not there any more, or as another one.
  func open(
    as process: ProcessIdentity = .gone, in system: FileSystem = .system
  ) throws -> OpenDraft {
    let content = try readDraftFile(at: path, limit: 1 << 20, in: system)
    let stored = try DraftFile.draft(reading: content)
    return try OpenDraft(
      at: path, content: content, stored: stored, opened: stored,
      presence: Presence(user: "张三", since: "2026-01-12T09:30:05+08:00", process: process),
      in: system)
  }

  func note(_ edits: [Edit], typing: HalfTyped? = nil, in work: OpenDraft) throws {
    try work.note(edits, typing: typing)
  }

  func set(_ address: String, to value: Int, in work: OpenDraft) throws {
    let cell = try #require(Address(address).flatMap { draft.form.cell(at: $0) })
    try note([.cell(cell, from: nil, to: Quantity(whole: Int64(value)))], in: work)
  }

  /// The draft with another figure.
  func changed(_ address: String, to value: Int, in draft: Draft? = nil) throws -> Draft {
    var changed = draft ?? self.draft
    let cell = try #require(Address(address).flatMap { changed.form.cell(at: $0) })
    changed[cell] = Quantity(whole: Int64(value))
    return changed
  }

  /// What the next who opens the draft is offered.
  func left() throws -> Recovery? {
    try open(as: .current).leftJournals().first?.recovery
  }

  /// The hidden files of an ending beside the draft.
  func hidden(_ ending: String) -> [String] { folder.names.filter { $0.hasSuffix(ending) } }

  func journalPath() throws -> String { folder / (try #require(hidden(".journal").first)) }
}

extension Draft {
  /// The figure at an address; nil where it is blank.
  subscript(address: String) -> Quantity? { Address(address).flatMap { self[$0] } }
}

extension ProcessIdentity {
  /// A process of this machine that ended: no process has this start.
  static var gone: ProcessIdentity {
    var identity = current
    identity.start = 1
    identity.process = 1
    return identity
  }

  /// A process on another machine.
  static func elsewhere(_ host: String) -> ProcessIdentity {
    ProcessIdentity(host: host, boot: "another/boot", process: 77, start: 88)
  }
}

/// Something that a test turns on and off while a fault is injected.
final class Switch: @unchecked Sendable {
  var isOn = false
}
