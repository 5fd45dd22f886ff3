/// Who answers for a report and on what day, as they stand under its text.
package struct Signature: Equatable, Sendable {
  package var organ: String
  /// The day as an official document writes it, such as 2024年1月15日.
  package var date: String

  package init(organ: String, date: String) {
    self.organ = organ
    self.date = date
  }

  /// The signature of a day written as 2024-01-15; nil where the calendar has no such day.
  package init?(organ: String, on day: String) {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      day.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      year > 0, 1...12 ~= month, 1...dayCount(ofMonth: month, in: year) ~= number
    else { return nil }
    self.init(organ: organ, date: "\(year)年\(month)月\(number)日")
  }
}

private func dayCount(ofMonth month: Int, in year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}

extension Signature {
  /// How far the date stays from the right edge, in halves of a letter.
  ///
  /// GB/T 9704 7.3.5.2, a document without a seal: the organ two letters from the edge and the
  /// date two letters further in than the organ; where the date reaches further than the organ, it
  /// is the date that stays two letters from the edge.
  package var dateIndent: Int { max(4, organ.halfWidths - date.halfWidths) }

  /// How far the organ stays from the right edge, in halves of a letter.
  package var organIndent: Int { max(0, dateIndent + date.halfWidths + 4 - organ.halfWidths) }
}

extension StringProtocol {
  /// How wide the text is in halves of a Chinese letter, near enough to lay out a page.
  package var halfWidths: Int {
    unicodeScalars.reduce(0) { width, scalar in
      // Quotation marks, dashes and numbers in circles are as wide as letters in Chinese fonts.
      width + (scalar.value < 0x1100 && !(0xB7...0xD7 ~= scalar.value) ? 1 : 2)
    }
  }
}
