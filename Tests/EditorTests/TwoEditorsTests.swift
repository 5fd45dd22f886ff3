import CellGrid
import FormCatalog
import ReportModel
import Simulation
import Storage
import Testing

@testable import Editor

private import Glibc

/// Two people on one file, in whatever order they type and save.
@Suite("Two editors on one draft")
struct TwoEditorsTests {
  private static let trials = 100

  @Test("lose nothing of either: it is in the file, or both were shown")
  func loseNothing() throws {
    var tally = Tally()
    for seed in 0..<Self.trials {
      var trial = try TwoEditors(seed: UInt64(seed))
      try trial.run(steps: 20)
      tally.add(trial.tally)
    }
    #expect(tally.wrong == [])
    #expect(tally.merges > Self.trials && tally.conflicts > 0)
    print(
      "reliability: two | \(Self.trials) | \(tally.edits) | \(tally.saves) | \(tally.merges)",
      "| \(tally.conflicts) | \(tally.wrong.count)")
  }
}

/// What came of a trial.
private struct Tally {
  var edits = 0
  var saves = 0
  /// Saves over something that the other had saved.
  var merges = 0
  /// Places at which both were shown.
  var conflicts = 0
  var wrong: [String] = []

  mutating func add(_ other: Tally) {
    edits += other.edits
    saves += other.saves
    merges += other.merges
    conflicts += other.conflicts
    wrong += other.wrong
  }
}

private struct TwoEditors {
  /// One of the two, with what they did and did not save yet.
  private final class Person {
    let name: String
    var editor: Editor
    let file: OpenDraft
    /// The figures typed since the last save, and the words put into the text.
    var figures: [CellIndex: Int] = [:]
    var words: [String] = []

    init(_ name: String, _ draft: Draft, _ file: OpenDraft) {
      self.name = name
      editor = .on(draft)
      self.file = file
    }
  }

  private let path: String
  private let people: [Person]
  private let cells: [CellIndex]
  private let section = "overview"
  private var dice: Dice
  private var counter = 0
  /// The words that must be in the file, or were shown to somebody who chose against them.
  private var savedWords: Set<String> = []
  private var shownWords: Set<String> = []
  private(set) var tally = Tally()

  init(seed: UInt64) throws {
    dice = Dice(seed: seed)
    let draft = try Draft.agreeing()
    var template = Array("/tmp/nianbao-two-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    let folder = String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/x.json"
    let bytes = DraftFile.bytes(of: draft)
    try createFile(at: path, with: bytes)
    let path = path
    people = try ["甲", "乙"].enumerated().map { number, name in
      var process = ProcessIdentity.current
      process.process = number
      let presence = Presence(user: name, since: "", process: process)
      return Person(
        name, draft,
        try OpenDraft(
          at: path, content: bytes, stored: draft, opened: draft, presence: presence))
    }
    // Few cells, so that the two often meet.
    cells = (0..<8).map { CellIndex($0) }
  }

  mutating func run(steps: Int) throws {
    for _ in 0..<steps {
      let person = people[Int.random(in: 0...1, using: &dice)]
      switch Int.random(in: 0..<10, using: &dice) {
      case 0..<5: typeFigure(person)
      case 5..<8: try writeWords(person)
      default: try save(person)
      }
    }
    for person in people { try save(person) }
    try lookForWords()
    unlink(path)
    rmdir(String(path.dropLast("/x.json".count)))
  }

  private mutating func typeFigure(_ person: Person) {
    let cell = cells[Int.random(in: cells.indices, using: &dice)]
    counter += 1
    let entry = person.editor.entry(of: cell)
    person.editor.go(to: Place(entry: entry, spot: .cell(cell)))
    for digit in String(counter) { press(.character(digit), person) }
    press(Key(.enter), person)
    person.figures[cell] = counter
    tally.edits += 1
  }

  private mutating func writeWords(_ person: Person) throws {
    try person.editor.open(text: section)
    counter += 1
    let word = "〔\(person.name)\(counter)〕"
    let paragraphs = person.editor.draft.text(of: section).paragraphs
    let paragraph = Int.random(in: paragraphs.indices, using: &dice)
    let number = person.editor.entry
    person.editor.go(
      to: Place(entry: number, spot: .caret(Caret(paragraph: paragraph, offset: 0))))
    answer(person.editor.update(.input(.paste(word))), of: person)
    person.words.append(word)
    tally.edits += 1
  }

  private func press(_ key: Key, _ person: Person) {
    answer(person.editor.update(.input(.key(key))), of: person)
  }

  /// Notes what is to be noted; saving is done by `save`.
  private func answer(_ effects: [Effect], of person: Person) {
    for case .note(let edits, let typing) in effects {
      do throws(FileError) {
        try person.file.note(edits, typing: typing)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  private mutating func save(_ person: Person) throws {
    tally.saves += 1
    let before = try stored()
    if before != person.file.stored { tally.merges += 1 }
    let effects = person.editor.update(.input(.key(.control("s"))))
    answer(effects, of: person)
    guard case .save(let draft)? = effects.last else { return }
    var shown: Merge?
    switch try person.file.save(draft, by: person.name, on: "") {
    case .saved(let written): answer(person.editor.update(.saved(written)), of: person)
    case .conflicted(let merge):
      shown = merge
      try decide(merge, person)
    }
    try look(before: before, person, shown)
    person.figures = [:]
    savedWords.formUnion(person.words)
    person.words = []
  }

  /// Chooses at random what is to stand, with the keys of the list of conflicts.
  private mutating func decide(_ merge: Merge, _ person: Person) throws {
    tally.conflicts += merge.conflicts.count
    answer(person.editor.update(.conflicted(merge)), of: person)
    for _ in merge.conflicts {
      // The choice goes on to the next by itself.
      press(Bool.random(using: &dice) ? .character("1") : .character("2"), person)
    }
    let effects = person.editor.update(.input(.key(Key(.enter))))
    answer(effects, of: person)
    guard case .saveMerged(let draft)? = effects.last else {
      tally.wrong.append("\(person.name) could not decide")
      return
    }
    guard case .saved(let written) = try person.file.saveDecided(draft, by: person.name, on: "")
    else {
      tally.wrong.append("\(person.name) was asked twice")
      return
    }
    answer(person.editor.update(.saved(written)), of: person)
  }

  private func stored() throws -> Draft {
    try DraftFile.draft(reading: try readDraftFile(at: path, limit: 1 << 22))
  }

  /// Whether the file holds what both had, but for what was shown to the one who saved.
  private mutating func look(before: Draft, _ person: Person, _ shown: Merge?) throws {
    let after = try stored()
    let conflicts = shown?.conflicts ?? []
    for cell in cells {
      let isShown = conflicts.contains { conflict in
        if case .cell(cell, _) = conflict { true } else { false }
      }
      let typed = person.figures[cell].flatMap { Quantity(whole: Int64($0)) }
      let allowed = isShown ? [typed, before[cell]] : [typed ?? before[cell]]
      if !allowed.contains(after[cell]) {
        tally.wrong.append(
          "\(person.name): \(String(describing: after[cell])) instead of \(allowed)")
      }
    }
    for case .text(_, let sides) in conflicts {
      let text = String(describing: sides)
      shownWords.formUnion(savedWords.union(person.words).filter { text.contains($0) })
    }
    if after != person.file.stored || !person.editor.draft.edits(to: after).isEmpty {
      tally.wrong.append("\(person.name) sees another draft than the file holds")
    }
  }

  private mutating func lookForWords() throws {
    let text = try stored().text(of: section).text
    for word in savedWords where !text.contains(word) && !shownWords.contains(word) {
      tally.wrong.append("\(word) is gone")
    }
  }
}
