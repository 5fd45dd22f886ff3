import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Which way to look for a finding.
  enum Direction { case next, previous }

  /// The places that F8 visits: what is open in form order, then the first blank of each table and
  /// the texts not begun, so that an untouched form is not a wall of errors.
  ///
  /// Who reviews visits what was accepted, too, and what changed.
  var findingStops: (all: [Problems.Stop], openCount: Int) {
    let open = problems.stops.filter {
      access == .reviewing || $0.mark > .accepted || $0.mark == .comment
    }
    let visited = Set(open.map(\.spot))
    var blanks: [Problems.Stop] = []
    for (number, section) in draft.form.sections.enumerated() {
      if problems.untouchedTexts.contains(number) {
        let spot = Problems.Spot.text(section: number, offset: 0)
        blanks.append(Problems.Stop(spot: spot, mark: .error, entry: number + 1))
      }
      guard case .tables(let tables) = section.content else { continue }
      for table in tables where validation.blanksOfTable[table] > 0 {
        let blank = draft.form.tables[table].cells.lazy.map { CellIndex($0) }
          .first {
            self.draft[$0] == nil && !visited.contains(.cell($0)) && !validation.isAssumedZero($0)
          }
        guard let blank else { continue }
        blanks.append(Problems.Stop(spot: .cell(blank), mark: .error, entry: number + 1))
      }
    }
    return (open + blanks, open.count)
  }

  /// Goes to the next or previous finding, from the end on to the beginning again.
  mutating func goToFinding(_ direction: Direction) {
    let (stops, openCount) = findingStops
    guard !stops.isEmpty else {
      tell(wording.noFindings, .good)
      return
    }
    let here = spotsHere
    let target: Int
    switch direction {
    case .next:
      if let last = stops.lastIndex(where: { here.contains($0.spot) }) {
        target = last + 1
      } else if let open = stops[..<openCount].firstIndex(where: { isAfter(here, $0) }) {
        target = open
      } else if openCount > 0 {
        // Whatever is open comes before any blank, if need be from the other end.
        target = stops.count
      } else {
        target = stops.firstIndex { isAfter(here, $0) } ?? stops.count
      }
    case .previous:
      let first = stops.firstIndex { here.contains($0.spot) }
      target =
        first.map { $0 - 1 } ?? stops[..<openCount].lastIndex { !isAfter(here, $0) }
        ?? stops.lastIndex { !isAfter(here, $0) } ?? stops.count - 1
    }
    if !stops.indices.contains(target) { tell(wording.fromTheOtherEnd) }
    go(to: place(of: stops[(target + stops.count) % stops.count]))
  }

  /// Where the person is: a character of a text may be several scalars, and words begin at any.
  private enum Here {
    case organ
    case cell(CellIndex)
    case text(section: Int, offsets: ClosedRange<Int>)

    func contains(_ spot: Problems.Spot) -> Bool {
      switch (self, spot) {
      case (.organ, .organ): true
      case (.cell(let cell), .cell(let there)): cell == there
      case (.text(let section, let offsets), .text(let number, let offset)):
        section == number && offsets.contains(offset)
      case (.organ, _), (.cell, _), (.text, _): false
      }
    }
  }

  private var spotsHere: Here {
    switch spots[entry] {
    case .field: return .organ
    case .cell(let cell): return .cell(cell)
    case .caret(let caret):
      let section = entry - 1
      let text = draft.text(of: draft.form.sections[section].id)
      guard let problems = problems.texts[section] else {
        return .text(section: section, offsets: 0...0)
      }
      return .text(section: section, offsets: problems.offsets(at: caret, in: text))
    }
  }

  /// Whether a stop comes after where the person is.
  private func isAfter(_ here: Here, _ stop: Problems.Stop) -> Bool {
    if stop.entry != entry { return stop.entry > entry }
    switch (stop.spot, here) {
    case (.cell(let there), .cell(let cell)): return there > cell
    case (.text(_, let there), .text(_, let offsets)): return there > offsets.upperBound
    case (.organ, _), (.cell, _), (.text, _): return true
    }
  }

  /// Where a stop leads.
  func place(of stop: Problems.Stop) -> Place {
    switch stop.spot {
    case .organ: return Place(entry: 0, spot: .field(0))
    case .cell(let cell): return Place(entry: stop.entry, spot: .cell(cell))
    case .text(let section, let offset):
      let text = draft.text(of: draft.form.sections[section].id)
      let caret = problems.texts[section]?.caret(at: offset, in: text) ?? .start
      return Place(entry: stop.entry, spot: .caret(caret))
    }
  }
}
