/// A section's text laid out for the rules: its scalars and where its sentences are.
///
/// Offsets everywhere are in Unicode scalars of the section's text, as findings give them.
struct TextScan: Equatable, Sendable {
  /// The id of the section.
  let section: String
  /// The text, one value a scalar; paragraphs end with a line feed.
  let scalars: [UInt32]
  /// The sentences in order, without the mark that ends them; paragraphs end sentences too.
  let sentences: [Range<Int>]

  init(section: String, text: Prose) {
    self.section = section
    var scalars: [UInt32] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      if number > 0 { scalars.append(0x0A) }
      for scalar in paragraph.unicodeScalars { scalars.append(scalar.value) }
    }
    self.scalars = scalars
    var sentences: [Range<Int>] = []
    var start = 0
    for (offset, scalar) in scalars.enumerated() where Self.endsSentence(scalar) {
      if offset > start { sentences.append(start..<offset) }
      start = offset + 1
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    self.sentences = sentences
  }

  /// The text in a range.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars[range] { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(view)
  }

  /// The place that a finding of this text points to.
  func place(_ range: Range<Int>) -> TextPlace {
    TextPlace(section: section, range: range, quote: string(range))
  }

  /// 。！？； in both widths where they have two, and line ends.
  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0x21, 0xFF1F, 0x3F, 0xFF1B, 0x3B, 0x0A, 0x0D: true
    default: false
    }
  }
}
