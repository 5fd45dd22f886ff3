import ReportModel

/// Which cells of a draft can stand as sums of others.
///
/// A sum is written only where it comes to what the draft says: Excel calculates anew when a file is
/// opened, and a wrong total would turn into a right one without anybody having corrected it.
struct Totals {
  /// A function takes no more arguments, and a formula no more letters.
  static let argumentLimit = 255
  static let lengthLimit = 8_000

  private let parts: [CellIndex: [CellIndex]]

  init(_ draft: Draft) {
    var parts: [CellIndex: [CellIndex]] = [:]
    for relation in draft.form.relations {
      guard let total = relation.total, parts[total] == nil, let figure = draft[total] else {
        continue
      }
      let figures = relation.left.compactMap { draft[$0]?.micros }
      guard figures.count == relation.left.count, figures.reduce(0, +) == figure.micros else {
        continue
      }
      parts[total] = relation.left
    }
    self.parts = Totals.withoutCircles(parts)
  }

  /// The totals that rest on figures in the end, and not on themselves.
  private static func withoutCircles(
    _ parts: [CellIndex: [CellIndex]]
  ) -> [CellIndex: [CellIndex]] {
    var waiting: [CellIndex: Int] = [:]
    var totals: [CellIndex: [CellIndex]] = [:]
    for (total, cells) in parts {
      waiting[total] = cells.count { parts[$0] != nil }
      for cell in cells where parts[cell] != nil { totals[cell, default: []].append(total) }
    }
    var sound = parts.filter { waiting[$0.key] == 0 }
    var ready = Array(sound.keys)
    while let cell = ready.popLast() {
      for total in totals[cell] ?? [] {
        waiting[total, default: 0] -= 1
        guard waiting[total] == 0, let cells = parts[total] else { continue }
        sound[total] = cells
        ready.append(total)
      }
    }
    return sound
  }

  /// The formulas of the totals whose parts all stand on one sheet.
  func formulas(at places: [CellIndex: Workbook.Place]) -> [CellIndex: String] {
    var formulas: [CellIndex: String] = [:]
    for total in places.keys {
      guard let cells = parts[total] else { continue }
      let stands = cells.compactMap { places[$0] }
      let names = formulaArguments(stands, isFixed: false)
      let formula = "=SUM(\(names.joined(separator: ",")))"
      guard stands.count == cells.count, names.count <= Self.argumentLimit,
        formula.utf8.count <= Self.lengthLimit
      else { continue }
      formulas[total] = formula
    }
    return formulas
  }
}
