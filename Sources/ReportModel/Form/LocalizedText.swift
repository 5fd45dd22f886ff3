/// A short text of a form in both languages of the program.
package struct LocalizedText: Equatable, Sendable {
  package var chinese: String
  /// The English text; where a form gives none, the Chinese one.
  package var english: String

  package init(_ chinese: String, english: String? = nil) {
    self.chinese = chinese
    self.english = english ?? chinese
  }
}
