import FormCatalog
import JSONText
import ReportModel
import Simulation
import Testing

@testable import Storage

private import Glibc

@Suite("A journal")
struct JournalTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test("gives back every kind of change, after the process is gone")
  func givesBackEveryChange() throws {
    var draft = desk.draft
    let file = try desk.open()
    let cell = try #require(
      Address("applications.new.natural").flatMap { draft.form.cell(at: $0) })
    let section = try #require(draft.form.textSections.first?.id)
    let acceptance = Acceptance(
      .init(rule: "jump", places: ["applications.new.total"], quote: nil),
      values: ["applications.new.total": .zero], by: "张三", on: "2026-01-12", reason: "属实")
    let edits: [Edit] = [
      .cell(cell, from: draft[cell], to: Quantity(typed: "15")),
      .cell(cell, from: Quantity(typed: "15"), to: nil),
      .organ(.region, from: draft.organ[.region], to: "四川省"),
      .organ(.region, from: "四川省", to: nil),
      .year(from: draft.year, to: 2024),
      .acceptances(from: [], to: [acceptance]),
      .text(
        section: section, start: 0, from: draft.text(of: section).paragraphs,
        to: ["第一段。", "第二段 “引号” \\ 反斜线", ""]),
      .text(section: section, start: 1, from: ["第二段 “引号” \\ 反斜线", ""], to: ["第二段，改。"]),
    ]
    try desk.note(edits, typing: HalfTyped(at: "applications.new.total", text: "１2"), in: file)
    for edit in edits { draft.apply(edit) }
    let left = try #require(try desk.left())
    #expect(left.draft == draft)
    #expect(left.base == desk.draft)
    #expect(left.halfTyped == HalfTyped(at: "applications.new.total", text: "１2"))
    #expect(left.user == "张三")
    #expect(!left.isCutOff)
  }

  @Test("loses only a line that is torn, wherever it is torn")
  func losesOnlyATornLine() throws {
    let file = try desk.open()
    for value in 1...3 { try desk.set("applications.new.natural", to: value, in: file) }
    let bytes = try readFile(at: desk.journalPath(), limit: 1 << 20)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    #expect(ends.count == 4)
    for length in 0...bytes.count {
      let left = Recovery.reading(journal: Array(bytes[..<length]))
      // A line counts once its end is there; the first one says what the others begin from.
      let whole = ends.filter { $0 < length }.count
      guard whole > 0 else {
        #expect(left == nil)
        continue
      }
      let value = left?.draft["applications.new.natural"]
      #expect(whole == 1 || value == Quantity(typed: String(whole - 1)), "\(length)")
      #expect(left?.isCutOff == (length != ends[whole - 1] + 1))
    }
  }

  @Test("believes nothing behind a byte that was changed")
  func believesNothingBehindAChange() throws {
    let file = try desk.open()
    for value in 1...2 { try desk.set("applications.new.natural", to: value, in: file) }
    let bytes = try readFile(at: desk.journalPath(), limit: 1 << 20)
    let first = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    let second = try #require(bytes[(first + 1)...].firstIndex(of: UInt8(ascii: "\n")))
    for position in first..<bytes.count {
      var changed = bytes
      changed[position] ^= 1
      let value = Recovery.reading(journal: changed)?.draft["applications.new.natural"]
      let allowed: [Quantity?] = position <= second ? [desk.natural] : [Quantity(typed: "1")]
      // The line end before a line belongs to it: without it the line before is torn as well.
      #expect(position == first || allowed.contains(value), "\(position)")
    }
  }

  @Test("writes on where a write had failed, without a gap")
  func writesOnAfterAFailure() throws {
    let full = Switch()
    var system = FileSystem.system
    system.writeAt = { descriptor, bytes, offset throws(SystemError) in
      guard full.isOn else { return try FileSystem.system.writeAt(descriptor, bytes, offset) }
      // A few bytes still fit.
      if bytes.count > 5 {
        return try FileSystem.system.writeAt(descriptor, bytes.prefix(5), offset)
      }
      throw SystemError(ENOSPC)
    }
    let file = try desk.open(in: system)
    try desk.set("applications.new.natural", to: 1, in: file)
    full.isOn = true
    let error = #expect(throws: FileError.self) {
      try desk.set("applications.new.natural", to: 2, in: file)
    }
    #expect(error?.cause == .noSpace)
    full.isOn = false
    try desk.set("applications.new.business", to: 3, in: file)
    let left = try #require(try desk.left())
    #expect(left.draft["applications.new.natural"] == Quantity(typed: "2"))
    #expect(left.draft["applications.new.business"] == Quantity(typed: "3"))
    #expect(!left.isCutOff)
  }

  @Test("goes once all is saved, and the next one begins from there")
  func goesOnceSaved() throws {
    let file = try desk.open()
    try desk.set("applications.new.natural", to: 1, in: file)
    #expect(desk.hidden(".journal").count == 1)
    _ = try file.save(desk.changed("applications.new.natural", to: 1), by: "", on: "")
    #expect(desk.hidden(".journal") == [])
    try desk.set("applications.new.business", to: 4, in: file)
    let left = try #require(try desk.left())
    #expect(left.draft["applications.new.natural"] == Quantity(typed: "1"))
    #expect(left.draft["applications.new.business"] == Quantity(typed: "4"))
  }

  @Test("offers nothing that is saved where it could not be taken away, and begins anew")
  func offersNothingSaved() throws {
    let isStuck = Switch()
    isStuck.isOn = true
    var system = FileSystem.system
    system.unlink = { path throws(SystemError) in
      if isStuck.isOn, path.hasSuffix(".journal") { throw SystemError(EACCES) }
      try FileSystem.system.unlink(path)
    }
    let file = try desk.open(in: system)
    try desk.set("applications.new.natural", to: 1, in: file)
    _ = try file.save(desk.changed("applications.new.natural", to: 1), by: "", on: "")
    #expect(try desk.left() == nil)
    isStuck.isOn = false
    try desk.set("applications.new.business", to: 4, in: file)
    let left = try #require(try desk.left())
    #expect(left.draft["applications.new.natural"] == Quantity(typed: "1"))
    #expect(left.draft["applications.new.business"] == Quantity(typed: "4"))
  }

  @Test("has the mode of the draft, and never follows what was put in its place")
  func isNoTrap() throws {
    chmod(desk.path, 0o640)
    let name = desk.folder / ".x.json.\(ProcessIdentity.gone.token).journal"
    try createFile(at: desk.folder / "other", with: [7])
    symlink("other", name)
    let file = try desk.open()
    #expect(throws: FileError.self) {
      try desk.set("applications.new.natural", to: 1, in: file)
    }
    #expect(try readFile(at: desk.folder / "other", limit: 9) == [7])
    unlink(name)
    try desk.set("applications.new.natural", to: 2, in: file)
    #expect(desk.folder.mode(of: String(name.split(separator: "/").last ?? "")) == 0o640)
  }
}

@Suite("A journal that cannot be begun")
struct UnbegunJournalTests {
  @Test("loses nothing once it can be, and is no journal before")
  func losesNothing() throws {
    let desk = try Desk()
    let full = Switch()
    full.isOn = true
    var system = FileSystem.system
    system.open = { path, flags, mode throws(SystemError) in
      if full.isOn, flags.contains(.creating) { throw SystemError(EROFS) }
      return try FileSystem.system.open(path, flags, mode)
    }
    let work = try desk.open(in: system)
    #expect(throws: FileError.self) {
      try desk.set("applications.new.natural", to: 4, in: work)
    }
    #expect(throws: FileError.self) { try work.synchronize() }
    full.isOn = false
    try desk.set("applications.new.business", to: 5, in: work)
    let left = try #require(try desk.left())
    #expect(left.draft["applications.new.natural"] == Quantity(typed: "4"))
    #expect(left.draft["applications.new.business"] == Quantity(typed: "5"))
  }
}
