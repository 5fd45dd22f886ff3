import CellGrid
import ReportModel
import Wording

extension Editor {
  /// Which way to look for a finding.
  enum Direction { case next, previous }

  /// The places that F8 visits: what contradicts in form order, then the first blank of each
  /// table, so that an untouched form is not a wall of errors.
  private var findingStops: [Place] {
    var stops: [Place] = []
    if !validation.organFindings(in: draft).isEmpty {
      stops.append(Place(entry: 0, spot: .field(0)))
    }
    stops += contradictions.map { Place(entry: entry(of: $0), spot: .cell($0)) }
    let visited = Set(contradictions)
    for (number, table) in draft.form.tables.enumerated()
    where validation.blanksOfTable[number] > 0 {
      let blank = table.cells.lazy.map { CellIndex($0) }
        .first { self.draft[$0] == nil && !visited.contains($0) }
      if let blank { stops.append(Place(entry: entry(of: blank), spot: .cell(blank))) }
    }
    return stops
  }

  /// Goes to the next or previous finding, from the end on to the beginning again.
  mutating func goToFinding(_ direction: Direction) {
    let stops = findingStops
    guard !stops.isEmpty else {
      tell(wording.noFindings, .good)
      return
    }
    let here = stops.firstIndex(of: place)
    let target: Int
    switch direction {
    case .next: target = here.map { $0 + 1 } ?? stops.firstIndex { isAfterHere($0) } ?? 0
    case .previous:
      target =
        here.map { $0 - 1 } ?? stops.lastIndex { isContradiction($0) && !isAfterHere($0) }
        ?? stops.lastIndex { !isAfterHere($0) } ?? stops.count - 1
    }
    if !stops.indices.contains(target) { tell(wording.fromTheOtherEnd) }
    go(to: stops[(target + stops.count) % stops.count])
  }

  private func isContradiction(_ stop: Place) -> Bool {
    guard case .cell(let cell) = stop.spot else { return true }
    return contradictions.contains(cell)
  }

  private func isAfterHere(_ stop: Place) -> Bool {
    if stop.entry != entry { return stop.entry > entry }
    guard case .cell(let there) = stop.spot, let cell else { return true }
    return there > cell
  }
}
