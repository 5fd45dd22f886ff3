extension Validation {
  /// How hard it is to believe that a cell should hold another value: the less, the likelier.
  ///
  /// What people do wrong decides first, how easily it would have happened second; the doubts
  /// about several cells add up.
  func doubt(about change: Fix.Change, in draft: Draft) -> Int {
    guard let stored = draft[change.cell] else { return 0 }
    let isTotal = form.isTotal(change.cell)
    if isTotal, stored.isZero { return 100 }
    var chance = Slip.chance(of: change.value, becoming: stored)
    if !stored.isZero { chance += neighbours(of: change.cell, holding: stored, in: draft) * 60 }
    // Of two slips as likely, the one in the total is what people look for first.
    if chance > 0 { return max(201, 299 - chance / 4 - (isTotal ? 1 : 0)) }
    return isTotal ? 300 : stored.isZero ? 350 : 400
  }

  /// How many of the cells to the left and right hold the same figure, which then was typed twice.
  private func neighbours(of cell: CellIndex, holding value: Quantity, in draft: Draft) -> Int {
    let (table, _, column) = form.place(of: cell)
    return [(-1, column > 0), (1, column + 1 < table.columns.count)].count { offset, exists in
      exists && draft[CellIndex(cell.position + offset)]?.micros == value.micros
    }
  }
}

/// The slips that fingers make with a figure.
enum Slip {
  /// How easily a figure becomes another: by one digit dropped, doubled or swapped with the next,
  /// or by one more or less; 0 where none of these gives it.
  ///
  /// Every digit is as likely as another to be the one. Only whole figures are compared; leading
  /// zeros do not count.
  static func chance(of meant: Quantity, becoming typed: Quantity) -> Int {
    guard meant.isWhole, typed.isWhole, meant.isNegative == typed.isNegative || meant.isZero else {
      return 0
    }
    let meant = meant.wholePart
    let typed = typed.wholePart
    var places = 0
    var ways = 0
    // The digit at `place`, the one above it, and the rest, for each place.
    var place: UInt64 = 1
    while place <= meant {
      let below = meant % place
      let digit = meant / place % 10
      let above = meant / place / 10
      let next = above % 10
      if meant >= 10, typed == above * place + below { ways += 1 }
      if typed == ((above * 10 + digit) * 10 + digit) * place + below { ways += 1 }
      if above > 0, next != digit, typed == ((above / 10 * 10 + digit) * 10 + next) * place + below
      {
        ways += 1
      }
      places += 1
      place *= 10
    }
    let isOffByOne = meant == typed + 1 || typed == meant + 1
    return (isOffByOne ? 60 : 0) + (places > 0 ? ways * 120 / places : 0)
  }
}

extension Quantity {
  /// What stands before the point, without sign.
  fileprivate var wholePart: UInt64 {
    var part = digits.magnitude
    for _ in 0..<fractionCount { part /= 10 }
    return part
  }
}
