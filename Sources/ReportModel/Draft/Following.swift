extension Draft {
  /// The report of the year before, where the stored one is of that year.
  ///
  /// One of another year is kept, but tells nothing about this year's figures.
  package var lastYear: PreviousYear? {
    previous.flatMap { $0.year == year - 1 ? $0 : nil }
  }

  /// Takes over from last year's report what stays: the organ, the cells that repeat last year's
  /// figures, and the texts that stay but for their years.
  ///
  /// - Precondition: `previous` was made of `old`, and this draft is new.
  package mutating func begin(after old: Draft) {
    organ = old.organ
    for copy in form.relations.compactMap(\.copy) {
      if let figure = lastYear?[copy.of] { self[copy.to] = figure }
    }
    let years = [old.year: year, old.year + 1: year + 1]
    for section in form.sections where section.carriesOver {
      guard let text = previous?.texts[section.id] else { continue }
      setText(Prose(text.text.movingYears(years)), of: section.id)
    }
  }
}

extension String {
  /// The text with other years in the place of some: in dates, however their digits are written.
  ///
  /// A year is four digits by themselves with 年 behind them, or with a month and a day behind
  /// points or strokes; the digits of telephone numbers, addresses and documents stay.
  func movingYears(_ years: [Int: Int]) -> String {
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    var offset = 0
    while offset < scalars.count {
      guard let digits = YearDigits(scalars[offset]) else {
        result.append(scalars[offset])
        offset += 1
        continue
      }
      var end = offset
      while end < scalars.count, digits.value(of: scalars[end]) != nil { end += 1 }
      let run = scalars[offset..<end]
      let moved = digits.number(run).flatMap { years[$0] }
      if run.count == 4, let moved, isDate(scalars, from: offset, to: end) {
        result.append(contentsOf: digits.text(of: moved).unicodeScalars)
      } else {
        result.append(contentsOf: run)
      }
      offset = end
    }
    return String(result)
  }

  private func isDate(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Bool {
    var next = end
    while next < scalars.count, next < end + 3, scalars[next] == " " { next += 1 }
    guard next < scalars.count else { return false }
    if scalars[next] == "年" { return true }
    guard "-./".unicodeScalars.contains(scalars[next]) else { return false }
    // 0571-2022-1-2 is no date.
    if start > 0, "-./".unicodeScalars.contains(scalars[start - 1]) { return false }
    let stroke = scalars[next]
    let month = digitCount(scalars, from: next + 1)
    let second = next + 1 + month
    guard 1...2 ~= month, second < scalars.count, scalars[second] == stroke else { return false }
    return 1...2 ~= digitCount(scalars, from: second + 1)
  }

  /// How many plain digits stand at an offset; of a longer run no more than three are counted.
  private func digitCount(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    scalars.dropFirst(start).prefix(3).prefix { "0"..."9" ~= $0 }.count
  }
}

/// One of the ways to write the digits of a year.
private struct YearDigits {
  private static let alphabets = ["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九"].map {
    Array($0.unicodeScalars)
  }

  private let alphabet: [Unicode.Scalar]

  init?(_ scalar: Unicode.Scalar) {
    guard let alphabet = Self.alphabets.first(where: { $0.contains(scalar) }) else { return nil }
    self.alphabet = alphabet
  }

  func value(of scalar: Unicode.Scalar) -> Int? { alphabet.firstIndex(of: scalar) }

  /// The number that four digits are; nil for more or fewer.
  func number(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard run.count == 4 else { return nil }
    return run.reduce(0) { $0 * 10 + (value(of: $1) ?? 0) }
  }

  func text(of year: Int) -> String {
    var text = String.UnicodeScalarView()
    for digit in String(year).unicodeScalars {
      text.append(alphabet[Int(digit.value) - 0x30])
    }
    return String(text)
  }
}
