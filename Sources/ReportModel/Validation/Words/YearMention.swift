/// A year in a folded text, such as 2023年 or 二〇二三年.
struct YearMention: Equatable, Sendable {
  var value: Int
  /// Its digits and 年.
  var range: Range<Int>
  /// Whether it stands in 《》 or 〔〕, where it belongs to a title or a number.
  var isEnclosed: Bool
}

extension WordScan {
  /// Every year of four digits that 年 follows.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  func years() -> [YearMention] {
    var years: [YearMention] = []
    var titleDepth = 0
    var bracketDepth = 0
    for (offset, scalar) in scalars.enumerated() {
      switch scalar {
      case 0x0A:
        titleDepth = 0
        bracketDepth = 0
      case 0x300A, 0x3008: titleDepth += 1
      case 0x300B, 0x3009: titleDepth = max(0, titleDepth - 1)
      case 0x5B: bracketDepth += 1
      case 0x5D: bracketDepth = max(0, bracketDepth - 1)
      case Mark.year:
        guard let value = fourDigits(before: offset) else { continue }
        years.append(
          YearMention(
            value: value, range: offset - 4..<offset + 1,
            isEnclosed: titleDepth > 0 || bracketDepth > 0))
      default: continue
      }
    }
    return years
  }

  private func fourDigits(before offset: Int) -> Int? {
    guard offset >= 4 else { return nil }
    let arabic = Self.isDigit(scalars[offset - 1])
    var value = 0
    for place in offset - 4..<offset {
      let scalar = scalars[place]
      if arabic, Self.isDigit(scalar) {
        value = value * 10 + Int(scalar - 0x30)
      } else if !arabic, let digit = Self.chineseDigit(scalar) {
        value = value * 10 + digit
      } else {
        return nil
      }
    }
    let before = self.scalar(at: offset - 5)
    let isLonger = arabic ? Self.isDigit(before) : Self.chineseDigit(before) != nil
    return isLonger || !(1900...2199 ~= value) ? nil : value
  }
}
