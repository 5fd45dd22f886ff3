import SafeText

/// Puts the lines of a text together again into its paragraphs.
struct TextReader {
  private(set) var paragraphs: [String] = []
  /// Whether the last paragraph may go on.
  private var isOpen = false

  /// Takes the next line.
  mutating func add(_ line: SourceLine) {
    let text = line.text.trimmed
    guard !text.isEmpty else { return }
    let isRow = line.fields?.count { !$0.isEmpty } ?? 0 > 1
    if isOpen, !isRow, !line.begins, !beginsParagraph(text) {
      // The paragraph is grown in place: a copy for each line would make long texts slow.
      let last = paragraphs.count - 1
      let needsBlank =
        isLatin(paragraphs[last].unicodeScalars.last) && isLatin(text.unicodeScalars.first)
      paragraphs[last] += (needsBlank ? " " : "") + text
      isOpen = !endsParagraph(text)
    } else {
      paragraphs.append(text)
      isOpen = !isRow && !endsParagraph(text) && !isSubheading(text) && !Self.isDate(text)
    }
  }

  private func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.isASCII else { return false }
    return scalar.isLetterOrDigit && !scalar.isASCIIDigit
  }

  /// Whether a line ends a sentence, quotes and brackets behind the full stop included.
  private func endsParagraph(_ text: String) -> Bool {
    let closing = "”’」』》）)】〕]\"'* ".unicodeScalars
    let last = text.unicodeScalars.reversed().first { !closing.contains($0) }
    return last.map { "。！？!?；;：:…．.".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a line begins with a number of its own, as with （一） or 一、 or an Arabic one.
  private func beginsParagraph(_ text: String) -> Bool {
    var rest = Folded(text.unicodeScalars.prefix(12).map(\.narrowed))[...]
    rest = rest.drop { "*#".unicodeScalars.contains($0) }
    guard let first = text.unicodeScalars.first, let start = rest.first else { return false }
    if first != first.narrowed, 0x2460...0x2490 ~= first.value || 0x3220...0x3229 ~= first.value {
      return true
    }
    let isBracketed = start == "("
    if isBracketed { rest.removeFirst() }
    if !isBracketed, rest.first == "第" { rest.removeFirst() }
    let numeral = rest.prefix { Unicode.Scalar.numerals.contains($0) || $0.isASCIIDigit }
    guard 1...3 ~= numeral.count, let sign = rest.dropFirst(numeral.count).first else {
      return Self.isDate(text)
    }
    if isBracketed { return sign == ")" }
    let isArabic = numeral.allSatisfy(\.isASCIIDigit)
    guard isArabic else { return "、是.".unicodeScalars.contains(sign) }
    // 1.5 is a number, 1.提高 an item.
    let next = rest.dropFirst(numeral.count + 1).first
    return "、".unicodeScalars.contains(sign)
      || (sign == "." && next.map { !$0.isASCIIDigit } ?? false)
  }

  /// A numbered heading within a text, without a sentence of its own.
  private func isSubheading(_ text: String) -> Bool {
    beginsParagraph(text) && text.count <= 20
      && !text.contains { "，。、；：,;:“”".contains($0) }
  }

  /// A date alone on a line, as below a signature.
  static func isDate(_ text: String) -> Bool {
    let folded = text.utf8.count <= 60 ? text.folded : []
    return 6...12 ~= folded.count && folded.last == "日" && folded.contains("年")
      && folded.contains("月")
  }
}
