import JSONText
import ReportModel
import Simulation
import Storage
import Testing

/// What two people do to one draft, at random.
@Suite("A merge of random drafts")
struct MergeTrialTests {
  @Test("keeps every change of both sides, in the draft or in a conflict", arguments: UInt64(1)...8)
  func keepsEveryChange(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<25 {
      let base = try start().edited(Int.random(in: 0...30, using: &dice), &dice)
      let ours = base.edited(Int.random(in: 0...12, using: &dice), &dice)
      let theirs = base.edited(Int.random(in: 0...12, using: &dice), &dice)
      let merge = try Merge(base: base, ours: ours, theirs: theirs)
      for side in [ours, theirs] { expectKept(side, of: base, in: merge) }
      expectConflictsNameBoth(merge, ours, theirs)
      let mirrored = try Merge(base: base, ours: theirs, theirs: ours)
      #expect(merge.conflicts.count == mirrored.conflicts.count)
      if merge.conflicts.isEmpty { #expect(merge.draft == mirrored.draft) }
      // Every figure that no conflict is about is the same from either side.
      let figures = Set(merge.conflicts.compactMap(\.cell))
      for cell in cells(of: base) where !figures.contains(cell) {
        #expect(merge.draft[cell] == mirrored.draft[cell])
      }
      for _ in 0..<3 {
        let choices = merge.conflicts.map { _ in
          Choice.allCases.randomElement(using: &dice) ?? .ours
        }
        let chosen = merge.draft(choosing: choices)
        let bytes = DraftFile.bytes(of: chosen)
        #expect(try DraftFile.draft(reading: bytes) == chosen)
      }
      #expect(merge.draft(choosing: merge.conflicts.map { _ in .ours }) == merge.draft)
    }
  }

  @Test("of a draft that one side left alone is the other's", arguments: UInt64(1)...8)
  func isTheOthers(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<25 {
      let base = try start().edited(20, &dice)
      let other = base.edited(Int.random(in: 0...20, using: &dice), &dice)
      for merge in [
        try Merge(base: base, ours: other, theirs: base),
        try Merge(base: base, ours: base, theirs: other),
        try Merge(base: base, ours: other, theirs: other),
      ] {
        #expect(merge.conflicts.isEmpty)
        #expect(merge.draft == other)
        #expect(DraftFile.bytes(of: merge.draft) == DraftFile.bytes(of: other))
      }
    }
  }

  @Test("has edits that lead from any draft to any other, and back", arguments: UInt64(1)...8)
  func editsLead(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<25 {
      let one = try start().edited(20, &dice)
      var other = try Bool.random(using: &dice) ? one.edited(9, &dice) : start().edited(20, &dice)
      (other.previous, other.unknown) = (one.previous, one.unknown)
      let edits = one.edits(to: other)
      var draft = one
      for edit in edits { draft.apply(edit) }
      #expect(DraftFile.bytes(of: draft) == DraftFile.bytes(of: other))
      for edit in edits.reversed() { draft.apply(edit.inverse) }
      #expect(DraftFile.bytes(of: draft) == DraftFile.bytes(of: one))
      #expect(one.edits(to: one).isEmpty)
    }
  }

  private func start() throws -> Draft {
    var draft = Draft.agreeing(try formWithEverything())
    draft.carriesForm = true
    return draft
  }

  private func cells(of draft: Draft) -> [CellIndex] {
    (0..<draft.form.cellCount).map(CellIndex.init)
  }

  /// What a side changed stands in the merged draft or in a conflict.
  private func expectKept(_ side: Draft, of base: Draft, in merge: Merge) {
    for cell in cells(of: base) where side[cell]?.micros != base[cell]?.micros {
      let isConflict = merge.conflicts.contains { $0.cell == cell }
      #expect(isConflict || merge.draft[cell]?.micros == side[cell]?.micros)
    }
    for key in Organ.Key.allCases where side.organ[key] != base.organ[key] {
      let isConflict = merge.conflicts.contains {
        if case .organ(key, _) = $0 { true } else { false }
      }
      #expect(isConflict || merge.draft.organ[key] == side.organ[key])
    }
    let old = Set(base.text(of: "words").paragraphs)
    let contradicting = merge.conflicts.flatMap(\.paragraphs)
    for paragraph in side.text(of: "words").paragraphs where !old.contains(paragraph) {
      #expect(
        contradicting.contains(paragraph)
          || merge.draft.text(of: "words").paragraphs.contains(paragraph))
    }
    for unknown in side.unknown where !base.unknown.contains(unknown) {
      let isConflict = merge.conflicts.contains {
        if case .unknown(unknown.path, _) = $0 { true } else { false }
      }
      #expect(isConflict || merge.draft.unknown.contains(unknown))
    }
    for acceptance in side.acceptances where !base.acceptances.contains(acceptance) {
      let isConflict = merge.conflicts.contains {
        if case .acceptances(acceptance.subject, _) = $0 { true } else { false }
      }
      #expect(isConflict || merge.draft.acceptances.contains(acceptance))
    }
  }

  private func expectConflictsNameBoth(_ merge: Merge, _ ours: Draft, _ theirs: Draft) {
    for conflict in merge.conflicts {
      switch conflict {
      case .cell(let cell, let sides):
        #expect(sides.ours == ours[cell] && sides.theirs == theirs[cell])
        #expect(sides.ours != sides.theirs)
      case .organ(let key, let sides):
        #expect(sides.ours == ours.organ[key] && sides.theirs == theirs.organ[key])
      case .year(let sides): #expect(sides.ours == ours.year && sides.theirs == theirs.year)
      case .text(let section, let sides):
        for (passage, side) in [(sides.ours, ours), (sides.theirs, theirs)] {
          let paragraphs = side.text(of: section).isEmpty ? [] : side.text(of: section).paragraphs
          let range = passage.start..<passage.start + passage.paragraphs.count
          #expect(Array(paragraphs[range]) == passage.paragraphs)
        }
      case .previous(let sides):
        #expect(sides.ours == ours.previous && sides.theirs == theirs.previous)
      case .acceptances, .review, .unknown: break
      }
    }
  }
}

extension Conflict {
  fileprivate var cell: CellIndex? { if case .cell(let cell, _) = self { cell } else { nil } }

  fileprivate var paragraphs: [String] {
    guard case .text(_, let sides) = self else { return [] }
    return sides.ours.paragraphs + sides.theirs.paragraphs
  }
}

extension Draft {
  /// The draft after some changes at random, of everything that a draft has.
  fileprivate func edited(_ count: Int, _ dice: inout Dice) -> Draft {
    var draft = self
    for _ in 0..<count { draft.change(&dice) }
    return draft
  }

  private mutating func change(_ dice: inout Dice) {
    switch Int.random(in: 0..<12, using: &dice) {
    case 0...3:
      let figures = ["0", "1", "2", "1.5", "1.50", "2.0", "999999999999999", nil]
      let cell = CellIndex(Int.random(in: 0..<form.cellCount, using: &dice))
      let figure = figures.randomElement(using: &dice)?.flatMap { Quantity(json: $0) }
      self[cell] = figure.map { form.kind(of: cell) == .amount ? $0 : $0.withoutEmptyFraction }
    case 4...7:
      var text = text(of: "words")
      let start = Int.random(in: 0...text.paragraphs.count, using: &dice)
      let end = min(text.paragraphs.count, start + Int.random(in: 0...2, using: &dice))
      let added = (0..<Int.random(in: 0...2, using: &dice)).map { _ in
        ["", "甲", "乙", "丙", "caf\u{E9}", "cafe\u{301}"].randomElement(using: &dice) ?? ""
      }
      if end - start == text.paragraphs.count, added.isEmpty {
        text = Prose("")
      } else {
        text.replace(start..<end, with: added)
      }
      setText(text, of: "words")
    case 8:
      let key = [Organ.Key.name, .region, .level].randomElement(using: &dice) ?? .name
      organ[key] = ["甲", "乙", "丙", nil].randomElement(using: &dice) ?? nil
    case 9: year = Int.random(in: 2021...2024, using: &dice)
    case 10:
      let rule = ["a", "b", "c"].randomElement(using: &dice) ?? "a"
      let subject = Acceptance.Subject(rule: rule, places: ["staff.old.men"], quote: nil)
      acceptances.removeAll { $0.subject == subject }
      if Bool.random(using: &dice) {
        let reason = ["一", "二"].randomElement(using: &dice) ?? ""
        acceptances.append(Acceptance(subject, values: [:], by: "张", on: "", reason: reason))
      }
      acceptances.sort(by: Acceptance.precedes)
    default:
      let path = [["a"], ["organ", "z"], ["m"]].randomElement(using: &dice) ?? ["a"]
      unknown.removeAll { $0.path == path }
      if Bool.random(using: &dice) {
        let value = JSON.whole(Int.random(in: 0...2, using: &dice))
        unknown.append(Unknown(path: path, value: value))
      }
      unknown.sort { $0.path.joined() < $1.path.joined() }
    }
  }
}
