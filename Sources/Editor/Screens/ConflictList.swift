import CellGrid
import ReportModel
import Wording

/// What two people changed otherwise, while somebody chooses.
struct ConflictList: Equatable, Sendable {
  let merge: Merge
  /// What was chosen for each conflict; nil while nothing was.
  private(set) var choices: [Choice?]
  /// The conflict that the person is at.
  private(set) var cursor = 0
  /// The first line that shows.
  private(set) var top = 0
  /// The lines; made anew for another width.
  var layout: ConflictLayout

  /// - Precondition: something contradicts in the merge.
  init(_ merge: Merge, layout: ConflictLayout) {
    self.merge = merge
    self.layout = layout
    choices = merge.conflicts.map { _ in nil }
  }

  var conflict: Conflict { merge.conflicts[cursor] }
  var undecided: Int { choices.count { $0 == nil } }

  /// The draft as it was decided; nil while something is not.
  var decided: Draft? {
    let made = choices.compactMap { $0 }
    return made.count == choices.count ? merge.draft(choosing: made) : nil
  }

  /// Takes over what was chosen before where the same contradicted.
  mutating func takeChoices(of other: ConflictList) {
    if other.merge.conflicts == merge.conflicts { choices = other.choices }
  }

  /// Chooses for the conflict that the person is at; false where that cannot be chosen there.
  @discardableResult
  mutating func choose(_ choice: Choice) -> Bool {
    guard conflict.choices.contains(choice) else { return false }
    choices[cursor] = choice
    return true
  }

  /// Chooses the next of what can be chosen.
  mutating func changeChoice() {
    let possible = conflict.choices
    let next = choices[cursor].flatMap { possible.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    choices[cursor] = possible[next % possible.count]
  }

  /// Goes to a conflict, as far as there is one.
  mutating func go(to number: Int, height: Int) {
    cursor = min(max(0, number), choices.count - 1)
    let block = layout.blocks[cursor]
    if block.upperBound > top + height { scroll(to: block.upperBound - height, height: height) }
    if block.lowerBound < top { scroll(to: block.lowerBound, height: height) }
  }

  /// Goes to the next conflict that nothing was chosen for, going on from the first after the last.
  mutating func goToUndecided(height: Int) {
    let order = Array(choices.indices[cursor...]) + choices.indices[..<cursor]
    if let next = order.first(where: { choices[$0] == nil }) { go(to: next, height: height) }
  }

  /// Shows what follows of the conflict, else goes to the next.
  mutating func moveDown(height: Int) {
    let block = layout.blocks[cursor]
    if block.upperBound > top + height, block.lowerBound < top + height {
      scroll(to: min(top + max(1, height / 2), block.upperBound - height), height: height)
    } else {
      go(to: cursor + 1, height: height)
      startBlock(height: height)
    }
  }

  /// Shows what comes before of the conflict, else goes to the previous.
  mutating func moveUp(height: Int) {
    let block = layout.blocks[cursor]
    if block.lowerBound < top, block.upperBound > top {
      scroll(to: max(top - max(1, height / 2), block.lowerBound), height: height)
    } else {
      go(to: cursor - 1, height: height)
    }
  }

  /// Scrolls by lines; the person comes along where they would be left behind.
  mutating func scroll(by count: Int, height: Int) {
    scroll(to: top + count, height: height)
    let shown = top..<top + max(1, height)
    let block = layout.blocks[cursor]
    if !block.overlaps(shown), layout.lines.indices.contains(top) {
      let edge = block.lowerBound < top ? top : min(top + height, layout.lines.count) - 1
      cursor = layout.lines[max(0, edge)].conflict
    }
  }

  private mutating func scroll(to line: Int, height: Int) {
    top = max(0, min(line, layout.lines.count - 1 - height))
  }

  /// A conflict that is higher than the window is shown from its beginning.
  private mutating func startBlock(height: Int) {
    let block = layout.blocks[cursor]
    if block.count > height { scroll(to: block.lowerBound, height: height) }
  }
}

extension Editor {
  /// Shows what contradicts; what does not is merged already.
  mutating func decide(_ merge: Merge) -> [Effect] {
    guard access == .editing else { return [] }
    guard !merge.conflicts.isEmpty else { return [.saveMerged(merge.draft)] }
    var list = ConflictList(merge, layout: conflictLayout(of: merge))
    if let lastConflicts { list.takeChoices(of: lastConflicts) }
    overlay = .conflicts(list)
    notice = nil
    return []
  }

  private func conflictLayout(of merge: Merge) -> ConflictLayout {
    ConflictLayout(
      merge.conflicts, in: draft.form, wording, width: size.columns, metrics: metrics)
  }

  /// Lays the conflicts out anew where the window or the widths of characters became others.
  mutating func layOutConflicts() {
    guard case .conflicts(var list) = overlay,
      list.layout.width != size.columns || list.layout.metrics != metrics
    else { return }
    list.layout = conflictLayout(of: list.merge)
    list.go(to: list.cursor, height: conflictHeight)
    overlay = .conflicts(list)
  }

  private var conflictHeight: Int { ConflictFrame(size: size).list.height }

  mutating func performInConflicts(_ command: Command) -> [Effect] {
    guard case .conflicts(var list) = overlay else { return [] }
    let height = conflictHeight
    switch command {
    case .up: list.moveUp(height: height)
    case .down: list.moveDown(height: height)
    case .pageUp: list.scroll(by: -max(1, height - 1), height: height)
    case .pageDown: list.scroll(by: max(1, height - 1), height: height)
    case .first: list.go(to: 0, height: height)
    case .last: list.go(to: list.choices.count - 1, height: height)
    case .left: list.choose(.ours)
    case .right: list.choose(.theirs)
    case .changeChoice: list.changeChoice()
    case .open: return takeDecision(list)
    case .cancel:
      (overlay, lastConflicts, saving) = (nil, list, nil)
      tell(wording.notSavedForConflicts, .warning)
      return []
    default: return []
    }
    overlay = .conflicts(list)
    return []
  }

  /// Saves what was decided, or goes to what was not.
  private mutating func takeDecision(_ list: ConflictList) -> [Effect] {
    guard let decided = list.decided else {
      var list = list
      list.goToUndecided(height: conflictHeight)
      overlay = .conflicts(list)
      tell(wording.chooseFirst(list.undecided), .warning)
      return []
    }
    (overlay, lastConflicts) = (nil, list)
    return [.saveMerged(decided)]
  }

  /// Takes the number of a choice and goes on to the next conflict.
  mutating func chooseInConflicts(_ character: Character) {
    guard case .conflicts(var list) = overlay, let number = character.wholeNumberValue,
      Choice.allCases.indices.contains(number - 1)
    else { return }
    if list.choose(Choice.allCases[number - 1]) { list.goToUndecided(height: conflictHeight) }
    overlay = .conflicts(list)
  }

  /// Moves what shows of the conflicts.
  mutating func scrollConflicts(by count: Int) {
    guard case .conflicts(var list) = overlay else { return }
    list.scroll(by: count, height: conflictHeight)
    overlay = .conflicts(list)
  }

  /// Goes to the conflict at a point and chooses the side that was meant; false beside the list.
  mutating func click(_ point: Point, on list: ConflictList) -> Bool {
    let area = ConflictFrame(size: size).list
    let number = list.top + point.y - area.y
    guard area.contains(point), list.layout.lines.indices.contains(number) else { return false }
    var list = list
    let line = list.layout.lines[number]
    list.go(to: line.conflict, height: area.height)
    switch line.parts.last(where: { $0.x <= point.x })?.role {
    case .name(let choice), .content(let choice): list.choose(choice)
    case .place, .base, nil: break
    }
    notice = nil
    overlay = .conflicts(list)
    return true
  }
}
