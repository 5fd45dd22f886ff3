/// What a person typed to find something among labels: words, figures, or pinyin initials.
///
/// Width, case and blanks do not count: `ＡＢ` finds `ab`, and `yygk` finds 予以公开.
package struct Search: Equatable, Sendable {
  private let query: [Unicode.Scalar]
  /// The query as pinyin initials, where it can be that.
  private let letters: [Character]

  package init(_ text: String) {
    query = Self.folded(text)
    let isLetters = query.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 }
    letters = isLetters ? query.map { Character($0) } : []
  }

  package var isEmpty: Bool { query.isEmpty }

  /// How well a text fits, 0 the best; nil where it does not.
  package func rank(of text: String) -> Int? {
    if query.isEmpty { return 0 }
    if let place = Self.place(of: query, in: Self.folded(text), matching: ==) {
      return place == 0 ? 0 : 1
    }
    guard !letters.isEmpty else { return nil }
    let initials = text.unicodeScalars.map { Initials.letters(of: $0) }.filter { !$0.isEmpty }
    guard let place = Self.place(of: letters, in: initials, matching: { $1.contains($0) }) else {
      return nil
    }
    return place == 0 ? 2 : 3
  }

  /// Where one sequence stands in another, side by side.
  private static func place<Sought, Element>(
    of sought: [Sought], in all: [Element], matching isMatch: (Sought, Element) -> Bool
  ) -> Int? {
    guard sought.count <= all.count else { return nil }
    return (0...all.count - sought.count).first { start in
      sought.indices.allSatisfy { isMatch(sought[$0], all[start + $0]) }
    }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      if scalar.properties.isWhitespace { return nil }
      guard 0xFF01...0xFF5E ~= scalar.value else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0)
    }
  }
}
