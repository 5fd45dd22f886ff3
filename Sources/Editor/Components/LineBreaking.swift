/// Where a line of Chinese text may end: the rules of punctuation at the edges of lines, and what
/// stays together.
enum LineBreaking {
  /// Whether a line may end after one character and the next begin with the other.
  static func mayPart(_ left: Character, _ right: Character) -> Bool {
    let (before, after) = (Kind(left), Kind(right))
    // Blanks stay at the end of the line whose words they part.
    if after.isBlank || after.isKeptFromStart { return false }
    if before.isBlank { return true }
    if before.isKeptFromEnd { return false }
    return !(before.isOfWord && after.isOfWord)
  }

  /// What is to be known of a character at the edge of a line.
  private struct Kind {
    var isBlank = false
    /// Closing punctuation, and what belongs to the figure before it.
    var isKeptFromStart = false
    /// Opening punctuation, and what belongs to the figure after it.
    var isKeptFromEnd = false
    /// Part of a word, a number, an address.
    var isOfWord = false

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else { return }
      switch scalar.value {
      // Nearly every character of these texts may stand anywhere.
      case 0x3400...0x9FFF: return
      case 0x20, 0x09, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: isBlank = true
      // Blanks and joiners that forbid a break on either side.
      case 0xA0, 0x2007, 0x202F, 0x2060, 0xFEFF, 0x22, 0x27:
        isKeptFromStart = true
        isKeptFromEnd = true
      default:
        isKeptFromStart = LineBreaking.neverFirst.contains(scalar)
        isKeptFromEnd = LineBreaking.neverLast.contains(scalar)
        isOfWord = LineBreaking.isOfWord(scalar.value)
      }
    }
  }

  private static let neverFirst = Set(
    ("。，、；：？！．）》〉」』】〕〗〙］｝”’…—～－·・‧／％‰℃℉°′″‴㎡㎏㎝㎞々〞〟｡､｣﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
      + ")]},.;:!?%»›–").unicodeScalars)

  private static let neverLast = Set(
    "（《〈「『【〔〖〘［｛“‘〝￥＄￡№＃＠±﹙﹛﹝([{$¥£€«‹".unicodeScalars)

  /// Words of alphabets, digits of either width, and the signs inside numbers and addresses.
  private static func isOfWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x21...0x7E, 0xA1..<0x1100, 0x1E00...0x1FFF: true
    case 0x2010...0x2013, 0x2018...0x2019, 0x20AC, 0x2116: true
    case 0xFF0B, 0xFF0D...0xFF0E, 0xFF10...0xFF19, 0xFF20...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }
}
