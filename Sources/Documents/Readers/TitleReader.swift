import ReportModel

/// The title of a report as it stands in a source.
struct ReportTitle: Equatable {
  var organ: String
  var year: Int?
  /// The lines it stands on.
  var lines: Range<Int>
}

/// Finds the title among the lines before the first section.
struct TitleReader {
  /// The words that end every title, such as 政府信息公开工作年度报告.
  private let words: Folded

  init(_ form: Form) {
    let pieces = form.reportTitle.split(separator: "}").map { $0.prefix { $0 != "{" } }
    let longest = pieces.map { String($0).folded }.max { $0.count < $1.count } ?? []
    words = longest.first == "年" ? Array(longest.dropFirst()) : longest
  }

  /// The title, from the fewest lines that give organ and year, else the best there is.
  func title(in lines: [SourceLine]) -> ReportTitle? {
    var best: ReportTitle?
    for end in lines.indices.prefix(80) {
      for start in stride(from: end, through: max(0, end - 3), by: -1) {
        guard isTitleLike(lines[start]) else { break }
        let text = lines[start...end].map(\.text).joined()
        guard var title = title(text, start..<end + 1) else { continue }
        addTornEnd(&title, lines)
        addYearBelow(&title, lines)
        if title.year != nil, !title.organ.isEmpty { return title }
        if best.map({
          $0.year == nil && title.year != nil || $0.organ.isEmpty && $0.year == title.year
        }) ?? true {
          best = title
        }
      }
      if best?.year != nil, end > (best?.lines.upperBound ?? 0) { break }
    }
    return best
  }

  /// The title in the name of a file or page, where the name of a site may stand before or behind it.
  func title(named name: String) -> ReportTitle? {
    let pieces = name.split { "_|-–—－｜/ ".contains($0) }.map(String.init)
    return ([name] + pieces).lazy.filter { 1...60 ~= $0.folded.count }
      .compactMap { title($0, 0..<0) }.first { $0.year != nil || !$0.organ.isEmpty }
  }

  /// Whether a line repeats a title or part of it.
  func isRepeat(_ line: SourceLine, of title: ReportTitle) -> Bool {
    guard isTitleLike(line) else { return false }
    if line.folded == title.organ.folded { return true }
    guard let other = self.title(line.text, 0..<1) else { return false }
    return (other.organ.isEmpty || other.organ == title.organ)
      && (other.year == nil || other.year == title.year)
  }

  private func isTitleLike(_ line: SourceLine) -> Bool {
    1...60 ~= line.folded.count && !line.text.contains { "。，；：,;:《》|".contains($0) }
  }

  /// The last letter of the title may stand alone on the line below.
  private func addTornEnd(_ title: inout ReportTitle, _ lines: [SourceLine]) {
    let below = title.lines.upperBound
    guard below < lines.count, let last = words.last, lines[below].folded == [last],
      lines[below - 1].folded.last != last
    else { return }
    title.lines = title.lines.lowerBound..<below + 1
  }

  /// A year in brackets may stand on the line below.
  private func addYearBelow(_ title: inout ReportTitle, _ lines: [SourceLine]) {
    let below = title.lines.upperBound
    guard title.year == nil, below < lines.count, lines[below].folded.count <= 8 else { return }
    let text = bare(lines[below].text)
    guard let found = yearRange(in: text), text.count == found.range.count else { return }
    title.year = found.year
    title.lines = title.lines.lowerBound..<below + 1
  }

  /// The text in ordinary width without blanks and brackets.
  private func bare(_ text: String) -> Folded {
    text.narrowedWithoutBlanks.filter { scalar in
      switch scalar {
      case "(", ")", "[", "]", "〔", "〕", "*", "#", "《", "》", "\"": false
      default: true
      }
    }
  }

  private func title(_ joined: String, _ lines: Range<Int>) -> ReportTitle? {
    var text = bare(joined)
    var year: Int?
    if let found = yearRange(in: text), found.range.upperBound == text.count {
      year = found.year
      text.removeSubrange(found.range)
    }
    guard let length = lengthOfTitleWords(ending: text) else { return nil }
    text.removeLast(length)
    if let found = yearRange(in: text) {
      year = year ?? found.year
      text.removeSubrange(found.range)
    }
    // 某县人民政府信息公开… leaves one 政府 out.
    // The words may stand before the year, and 政务公开 in the place of 政府信息公开.
    for words in Self.wordsBeforeYear where text.count > words.count && text.ends(with: words) {
      text.removeLast(words.count)
    }
    let isCut = text.count > 2 && text.suffix(2).elementsEqual("人民".unicodeScalars)
    if isCut { text += Array(words.prefix(2)) }
    if text.starts(with: "关于".unicodeScalars) { text.removeFirst(2) }
    if text.ends(with: "关于") { text.removeLast(2) }
    return ReportTitle(organ: String(String.UnicodeScalarView(text)), year: year, lines: lines)
  }

  private static let wordsBeforeYear = ["政府信息公开", "信息公开", "政务公开", "政务"]

  /// The year of which a text says that it is reported from its first day to its last.
  func reportedYear(in text: String) -> Int? {
    let bare = text.narrowedWithoutBlanks
    guard let found = yearRange(in: bare) else { return nil }
    let behind = bare[found.range.upperBound...]
    guard behind.starts(with: "1月1日".unicodeScalars), behind.count <= rowLengthLimit,
      behind[...].contains("12月31日")
    else { return nil }
    let other = yearRange(in: Array(behind.prefix(20)))
    return other == nil || other?.year == found.year ? found.year : nil
  }

  /// How much of the end of a text the title's words make, some of them left out.
  private func lengthOfTitleWords(ending text: Folded) -> Int? {
    var length = 0
    var rest = words[...]
    for scalar in text.reversed() {
      // 政府信息公开工作的报告 means the same.
      if scalar == "的", length == 2 {
        length += 1
        continue
      }
      guard let index = rest.lastIndex(of: scalar) else { break }
      rest = rest[..<index]
      length += 1
    }
    // At least half of the words, and the last one: 政府信息公开年报 is enough.
    let isEnough = length >= max(4, words.count / 2)
    return isEnough && (text.last == words.last || text.last == "报") ? length : nil
  }

  /// The first year in a text, 2023年, 2023年度 or 二〇二三年, with where it stands.
  private func yearRange(in text: Folded) -> (year: Int, range: Range<Int>)? {
    for start in text.indices.dropLast(4) where text[start + 4] == "年" {
      let digits = text[start..<start + 4].compactMap(digit)
      guard digits.count == 4, start == 0 || digit(text[start - 1]) == nil else { continue }
      let year = digits.reduce(0) { $0 * 10 + $1 }
      guard 1990...2199 ~= year else { continue }
      let isYearly = start + 5 < text.count && text[start + 5] == "度"
      // 2023年度报告 is the year and 年度报告 with one 年 left out; 2023年度政府… is not.
      let end = isYearly && !(start + 6 < text.count && text[start + 6] == "报") ? 6 : 5
      return (year, start..<start + end)
    }
    return nil
  }

  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCIIDigit { return Int(scalar.value - 0x30) }
    if "〇○零OoＯ".unicodeScalars.contains(scalar) { return 0 }
    return Unicode.Scalar.numerals.prefix(9).firstIndex(of: scalar).map { $0 + 1 }
  }
}
