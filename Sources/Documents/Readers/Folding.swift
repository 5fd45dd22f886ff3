import SafeText

/// A text reduced to its letters and digits, as two labels are compared.
typealias Folded = [Unicode.Scalar]

/// The longest text that may be a label, a title or a row; anything longer is prose.
let rowLengthLimit = 1_000

extension Unicode.Scalar {
  /// The scalar in its ordinary width: full-width signs and bracketed numerals made plain.
  var narrowed: Unicode.Scalar {
    let plain: UInt32 =
      switch value {
      case 0xFF01...0xFF5E: value - 0xFEE0
      case 0x3220...0x3229: Unicode.Scalar.numerals[Int(value - 0x3220)].value
      case 0x2488...0x2490: value - 0x2488 + 0x31
      case 0x2460...0x2468: value - 0x2460 + 0x31
      default: value
      }
    return Unicode.Scalar(plain) ?? self
  }

  /// The numerals one to ten.
  static let numerals: Folded = Array("一二三四五六七八九十".unicodeScalars)

  var isASCIIDigit: Bool { 0x30...0x39 ~= value }
}

extension StringProtocol {
  /// The letters and digits in ordinary width, without blanks, brackets, quotes and punctuation.
  var folded: Folded {
    var folded = Folded()
    // Room for a text of ideographs, which are three bytes each.
    folded.reserveCapacity((utf8.count + 2) / 3)
    for scalar in unicodeScalars {
      let plain = scalar.narrowed
      if plain.isLetterOrDigit, !plain.isRaisedDigit { folded.append(plain) }
    }
    return folded
  }

  /// The text without the blanks at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without what is unsafe on a screen.
  package var withoutUnsafe: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnsafe }))
  }

  /// The text in ordinary width and without any blank.
  var narrowedWithoutBlanks: Folded {
    unicodeScalars.lazy.map(\.narrowed).filter { !$0.isBlank }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether these letters stand somewhere in the text.
  func contains(_ text: String) -> Bool {
    Folded(text.unicodeScalars)[...].isFragment(of: Folded(self))
  }
}

extension Folded {
  /// Whether the text ends with these letters.
  func ends(with text: String) -> Bool {
    suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }
}

extension Collection where Element: Equatable {
  /// Whether the elements stand in another collection in this order, with or without gaps.
  func isSubsequence(of other: some Sequence<Element>) -> Bool {
    var rest = self[...]
    for element in other where rest.first == element { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether the scalars stand in another text side by side.
  func isFragment(of text: Folded) -> Bool {
    guard let first else { return true }
    guard count <= text.count else { return false }
    return text.indices.dropLast(count - 1).contains { start in
      text[start] == first && text[start..<start + count].elementsEqual(self)
    }
  }
}

/// How many letters must be put in, taken out or replaced to make one text the other.
///
/// - Complexity: O(product of the lengths).
func editDistance(_ left: some Collection<Unicode.Scalar>, _ right: Folded) -> Int {
  var costs = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var diagonal = row
    costs[0] = row + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = costs[column + 1]
      costs[column + 1] = min(replaced, costs[column] + 1, diagonal + 1)
    }
  }
  return costs[right.count]
}
