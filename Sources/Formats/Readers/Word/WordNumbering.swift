/// The numbers that Word gives to paragraphs, which stand nowhere in their text.
struct WordNumbering {
  /// A list and the level in it, counted from 0.
  struct Place {
    var list: String
    var level: Int

    init(_ list: String, _ level: Int) {
      self.list = list
      self.level = level
    }
  }

  private struct Level {
    var start = 1
    var format = "decimal"
    /// What is printed, with %1 for the number of the first level.
    var text = ""
  }

  private static let part = "word/numbering.xml"
  private static let stylesPart = "word/styles.xml"
  private static let partLimit = 8 << 20

  private var definitions: [String: [Int: Level]] = [:]
  private var definitionOfList: [String: String] = [:]
  private var placeOfStyle: [String: Place] = [:]
  private var counts: [String: [Int: Int]] = [:]

  init(_ archive: borrowing Archive) throws(FormatError) {
    if archive.contains(Self.part) {
      try readDefinitions(
        XMLPull(archive.bytes(of: Self.part, limit: Self.partLimit), part: Self.part))
    }
    if archive.contains(Self.stylesPart), !definitions.isEmpty {
      try readStyles(
        XMLPull(archive.bytes(of: Self.stylesPart, limit: Self.partLimit), part: Self.stylesPart))
    }
  }

  private mutating func readDefinitions(_ xml: consuming XMLPull) throws(FormatError) {
    var (definition, list, level) = ("", "", -1)
    while let event = try xml.next() {
      guard case .open(let name) = event else { continue }
      let value = xml.attribute("val") ?? ""
      switch name {
      case "abstractNum": (definition, list) = (xml.attribute("abstractNumId") ?? "", "")
      case "num": list = xml.attribute("numId") ?? ""
      case "abstractNumId": definitionOfList[list] = value
      case "lvl":
        level = xml.attribute("ilvl").flatMap { Int($0) } ?? -1
        if list.isEmpty { definitions[definition, default: [:]][level] = Level() }
      case "start":
        if list.isEmpty { definitions[definition]?[level]?.start = Int(value) ?? 1 }
      case "numFmt":
        if list.isEmpty { definitions[definition]?[level]?.format = value }
      case "lvlText":
        if list.isEmpty { definitions[definition]?[level]?.text = value }
      default: break
      }
    }
  }

  private mutating func readStyles(_ xml: consuming XMLPull) throws(FormatError) {
    var (style, level) = ("", 0)
    while let event = try xml.next() {
      guard case .open(let name) = event else { continue }
      switch name {
      case "style": (style, level) = (xml.attribute("styleId") ?? "", 0)
      case "ilvl": level = xml.attribute("val").flatMap { Int($0) } ?? 0
      case "numId": placeOfStyle[style] = Place(xml.attribute("val") ?? "", level)
      default: break
      }
    }
  }

  /// The number that the next paragraph of a list, or of a style that is one, begins with.
  mutating func next(_ place: Place?, style: String?) -> String {
    guard var place = place ?? style.flatMap({ placeOfStyle[$0] }) else { return "" }
    if place.list.isEmpty { place.list = style.flatMap { placeOfStyle[$0]?.list } ?? "" }
    guard let definition = definitionOfList[place.list],
      let levels = definitions[definition], let level = levels[place.level]
    else { return "" }
    var counts = counts[definition] ?? [:]
    counts[place.level] = (counts[place.level] ?? level.start - 1) + 1
    for deeper in counts.keys where deeper > place.level { counts[deeper] = nil }
    self.counts[definition] = counts
    var text = level.text
    for (number, other) in levels {
      let count = counts[number] ?? other.start
      text = text.replacingPlaceholder(number + 1, with: numeral(count, other.format))
    }
    // Bullets are drawn with letters of fonts of their own, which mean nothing elsewhere.
    return level.format == "bullet" || level.format == "none" ? "" : text
  }

  private func numeral(_ count: Int, _ format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
      "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand":
      chineseNumeral(count)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      Unicode.Scalar(0x245F + UInt32(min(max(count, 1), 20))).map { String($0) } ?? "\(count)"
    default: "\(count)"
    }
  }

  private func chineseNumeral(_ count: Int) -> String {
    let digits = Array("零一二三四五六七八九")
    guard 1..<100 ~= count else { return "\(count)" }
    let (tens, ones) = (count / 10, count % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : String(digits[tens])) + "十"
    return head + (ones == 0 ? "" : String(digits[ones]))
  }
}

extension String {
  /// The text with a number in the place of %1 to %9.
  fileprivate func replacingPlaceholder(_ number: Int, with numeral: String) -> String {
    let pieces = split(separator: "%\(number)", omittingEmptySubsequences: false)
    return pieces.joined(separator: numeral)
  }
}
