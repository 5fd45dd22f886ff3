/// A text as its paragraphs, so that an edit costs one paragraph and not the whole text.
///
/// There is always at least one paragraph, and none contains a line feed. Other line ends are left
/// as they are, so that a file comes back byte for byte; whoever takes text from outside brings
/// them into one form first, with `Prose.init(foreign:)`.
package struct Prose: Equatable, Sendable {
  package private(set) var paragraphs: [String]

  /// Splits a text at its line feeds.
  package init(_ text: String) {
    paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// Splits a text at whatever ends a line anywhere: CR LF, CR, LF, U+2028 and their like.
  package init(foreign text: String) {
    paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  /// The paragraphs joined by `\n`, as a draft file keeps them.
  package var text: String { paragraphs.joined(separator: "\n") }

  package var isEmpty: Bool { paragraphs.count == 1 && paragraphs[0].isEmpty }

  /// How many characters there are besides line ends.
  package var characterCount: Int { paragraphs.reduce(0) { $0 + $1.count } }

  /// Puts other paragraphs in place of some.
  ///
  /// - Precondition: the range lies within the paragraphs, and at least one paragraph stays.
  package mutating func replace(_ range: Range<Int>, with replacement: [String]) {
    paragraphs.replaceSubrange(range, with: replacement)
    precondition(!paragraphs.isEmpty, "A text has at least one paragraph.")
  }
}
