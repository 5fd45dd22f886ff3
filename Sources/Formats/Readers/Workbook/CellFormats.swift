/// How the cells of a workbook show their numbers.
struct CellFormats {
  /// How a number is shown, as far as it matters for what it means.
  enum Kind: Equatable {
    case general
    /// With at least so many digits after the point.
    case decimals(Int)
    case date
  }

  private static let part = "xl/styles.xml"
  private static let partLimit = 16 << 20

  private let startsIn1904: Bool
  private var kinds: [Kind] = []

  init(_ archive: borrowing Archive, startsIn1904: Bool) throws(FormatError) {
    self.startsIn1904 = startsIn1904
    guard archive.contains(Self.part) else { return }
    var xml = try XMLPull(archive.bytes(of: Self.part, limit: Self.partLimit), part: Self.part)
    var codes: [String: String] = [:]
    var isCell = false
    while let event = try xml.next() {
      switch event {
      case .open("numFmt"):
        if let id = xml.attribute("numFmtId") { codes[id] = xml.attribute("formatCode") }
      case .open("cellXfs"): isCell = true
      case .close("cellXfs"): isCell = false
      case .open("xf"):
        guard isCell else { break }
        let id = xml.attribute("numFmtId") ?? "0"
        kinds.append(Self.kind(of: codes[id], id: Int(id) ?? 0))
      default: break
      }
    }
  }

  private static func kind(of code: String?, id: Int) -> Kind {
    // The formats that have no code in the file, by ECMA-376 part 1, 18.8.30.
    guard let code else {
      switch id {
      case 2, 4, 39, 40: return .decimals(2)
      case 14...17, 22, 27...31, 36, 50...54, 57, 58: return .date
      default: return .general
      }
    }
    var plain = ""
    var (isQuoted, isBracketed) = (false, false)
    for character in code.prefix(200).split(separator: ";").first ?? "" {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      default: if !isQuoted, !isBracketed { plain.append(character) }
      }
    }
    if plain.lowercased().contains(where: { "yd".contains($0) }) { return .date }
    guard let point = plain.firstIndex(of: "."), plain.allSatisfy({ "#0,._-() \\".contains($0) })
    else { return .general }
    return .decimals(plain[point...].count { $0 == "0" })
  }

  /// The text of a number in a cell of this style, digit for digit as it was typed.
  func text(of number: String, style: Int) -> String {
    let kind = kinds.indices.contains(style) ? kinds[style] : .general
    switch kind {
    case .general: return plainText(of: number)
    case .decimals(let count): return padded(plainText(of: number), to: count)
    case .date: return date(number) ?? plainText(of: number)
    }
  }

  /// The number with the 15 digits that spreadsheet programs keep, without an exponent: files write
  /// 9.95 as 9.949999999999999.
  private func plainText(of number: String) -> String {
    guard let decimal = DecimalText(number) else { return number }
    return decimal.rounded(to: 15).text
  }

  private func padded(_ number: String, to count: Int) -> String {
    guard !number.contains("e") else { return number }
    let decimals = number.split(separator: ".", omittingEmptySubsequences: false)
    let present = decimals.count > 1 ? decimals[1].count : 0
    guard present < count else { return number }
    return number + (present == 0 && decimals.count == 1 ? "." : "")
      + String(repeating: "0", count: count - present)
  }

  /// The day of a number of days, as year-month-day; nil where it is none.
  private func date(_ number: String) -> String? {
    guard let value = Double(number), 1..<2_958_466 ~= value else { return nil }
    // Day 60 of the years counted from 1900 is a day that never was.
    let days = Int(value) + (startsIn1904 ? 1462 : (value < 60 ? 1 : 0))
    return civilDate(daysFrom1970: days - 25_569)
  }

  /// Days since 1970 as a date of the Gregorian calendar.
  private func civilDate(daysFrom1970 days: Int) -> String {
    // Years that begin in March, in eras of 400: the leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(pad(calendarMonth))-\(pad(day))"
  }
}
