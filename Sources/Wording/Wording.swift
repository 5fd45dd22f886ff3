/// A language of the program's own sentences; the form itself is always Chinese.
package enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language as a page of HTML names it, after BCP 47.
  package var tag: String { self == .chinese ? "zh-CN" : "en" }

  /// The language that a locale name or a setting asks for: `zh*` and `en*`, nil for others.
  package init?(name: String) {
    let folded = name.lowercased()
    if folded.hasPrefix("zh") {
      self = .chinese
    } else if folded.hasPrefix("en") {
      self = .english
    } else {
      return nil
    }
  }
}

/// Every sentence that a person reads, in both languages.
///
/// The other targets say what happened as data; only this one makes sentences of it.
package struct Wording: Equatable, Sendable {
  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  /// A number with what is counted, in English: `1 error`, `2 errors`.
  func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The text in this language.
  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }
}
