import ReportModel
import SafeText

/// The section titles of a form, made ready to be recognised.
struct SectionTitles: Sendable {
  /// One title of a section, statutory or found in published reports.
  private struct Title: Sendable {
    let section: Int
    let numeral: Folded
    let words: Folded
  }

  /// A heading found in a source.
  struct Found: Equatable {
    /// The index of the section in the form.
    let section: Int
    /// What stands on the line behind the title.
    let rest: String
  }

  private let titles: [Title]
  /// Whether 2、 and 第二部分 count as 二、 does: where no title has a number as the form has it.
  private let readsOtherNumbers: Bool

  init(_ form: Form, readsOtherNumbers: Bool = false) {
    self.readsOtherNumbers = readsOtherNumbers
    titles = form.sections.enumerated().flatMap { number, section -> [Title] in
      guard !section.title.isEmpty else { return [] }
      let (numeral, words) = SectionTitles.split(section.title)
      let aliases = section.aliases.map { SectionTitles.split($0).words }
      return ([words] + aliases).map { Title(section: number, numeral: numeral, words: $0) }
    }
  }

  /// The section that a line is the heading of.
  ///
  /// A title must be the statutory one or an alias, or, under the statutory number, resemble it.
  func heading(_ line: SourceLine) -> Found? {
    guard 2...120 ~= line.folded.count else { return nil }
    if readsOtherNumbers, let text = SectionTitles.withOwnNumber(line.text) {
      return heading(
        SourceLine(text, fields: line.fields, place: line.place, origin: line.origin))
    }
    let numeral = SectionTitles.numeral(of: line.text)
    let words = Folded(line.folded.dropFirst(numeral.count))
    if let exact = titles.first(where: { $0.words == words }) {
      // A bracketed number makes it a part of a section.
      guard !SectionTitles.isBracketed(line.text) else { return nil }
      return Found(section: exact.section, rest: "")
    }
    guard !numeral.isEmpty else { return nil }
    let own = titles.filter { $0.numeral == numeral }
    if let rest = rest(of: line, after: own) { return rest }
    guard words.count <= 40, !line.text.contains("。"),
      line.fields?.contains(where: { Figure($0)?.isValue ?? false }) != true
    else { return nil }
    return own.first { resembles(words, $0.words) }.map { Found(section: $0.section, rest: "") }
  }

  /// Whether a line begins with the number that a section has.
  func hasNumber(of section: Int, _ line: SourceLine) -> Bool {
    let numeral = SectionTitles.numeral(of: line.text)
    return !numeral.isEmpty && titles.contains { $0.section == section && $0.numeral == numeral }
  }

  /// The title with 二、 in the place of 2、 or 第二部分; nil where it begins with none of these.
  private static func withOwnNumber(_ title: String) -> String? {
    let scalars = title.trimmed.unicodeScalars
    let rest: Substring.UnicodeScalarView
    let numeral: String
    if scalars.first == "第" {
      let number = scalars.dropFirst().prefix { Unicode.Scalar.numerals.contains($0) }
      let behind = String(scalars.dropFirst(1 + number.count))
      guard !number.isEmpty, behind.hasPrefix("部分") || behind.hasPrefix("章") else { return nil }
      numeral = String(number)
      rest = scalars.dropFirst(1 + number.count + (behind.hasPrefix("章") ? 1 : 2))
    } else {
      guard let first = scalars.first?.narrowed, "1"..."9" ~= first,
        let sign = scalars.dropFirst().first, "、.．".unicodeScalars.contains(sign)
      else { return nil }
      numeral = String(Unicode.Scalar.numerals[Int(first.value - 0x31)])
      rest = scalars.dropFirst(2)
    }
    return numeral + "、" + String(rest).trimmed
  }

  /// A heading with text behind it on the same line.
  private func rest(of line: SourceLine, after titles: [Title]) -> Found? {
    for title in titles where line.folded.starts(with: title.numeral + title.words) {
      var left = title.numeral.count + title.words.count
      let scalars = line.text.unicodeScalars
      guard
        let end = scalars.firstIndex(where: { scalar in
          if scalar.narrowed.isLetterOrDigit { left -= 1 }
          return left < 0
        })
      else { continue }
      let before = scalars[..<end].last
      guard let before, !before.narrowed.isLetterOrDigit else { continue }
      let start = "（(".unicodeScalars.contains(before) ? scalars.index(before: end) : end
      return Found(section: title.section, rest: String(scalars[start...]))
    }
    return nil
  }

  private func resembles(_ words: Folded, _ title: Folded) -> Bool {
    let shorter = min(words.count, title.count)
    guard shorter >= 4 else { return false }
    if words.isSubsequence(of: title) || title.isSubsequence(of: words) { return true }
    return editDistance(words, title) * 100 <= max(words.count, title.count) * 45
  }

  /// The number that begins a title and the words behind it.
  private static func split(_ title: String) -> (numeral: Folded, words: Folded) {
    let numeral = numeral(of: title)
    return (numeral, Folded(title.folded.dropFirst(numeral.count)))
  }

  /// The number that begins a title, with a sign behind it; empty where none does.
  private static func numeral(of title: String) -> Folded {
    let scalars = title.unicodeScalars.drop { $0.isBlank || "#*".unicodeScalars.contains($0) }
    let numeral = scalars.prefix { Unicode.Scalar.numerals.contains($0) }
    guard !numeral.isEmpty, let sign = scalars[numeral.endIndex...].first,
      !sign.narrowed.isLetterOrDigit
    else { return [] }
    return Folded(numeral)
  }

  private static func isBracketed(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0.narrowed == "(" || 0x3220...0x3229 ~= $0.value } ?? false
  }
}

extension Figure {
  var isValue: Bool {
    if case .value = self { true } else { false }
  }
}
