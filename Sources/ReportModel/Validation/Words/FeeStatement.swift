/// `fee`: a section that must say what was charged for information, also when nothing was.
package struct FeeStatement: WordRule {
  package static let id = "fee"

  private let section: String
  private let words: WordList

  /// The rule for a section; `exceptions` are other fees that contain one of the words.
  package init(section: String, words: [String], except exceptions: [String]) {
    self.section = section
    self.words = WordList(words, except: exceptions)
  }

  func faults(in scan: WordScan, of draft: Draft) -> [WordFault] {
    guard scan.text.section == section, !scan.sentences.isEmpty,
      !words.occurs(in: scan.scalars, 0..<scan.scalars.count)
    else { return [] }
    return [WordFault(scan.wholeOrStart, .feeMissing)]
  }
}

extension WordScan {
  /// The longest text that a finding about something absent quotes.
  private static let quoteLimit = 200

  /// The whole text where it is short, else its beginning: what is not there has no place.
  var wholeOrStart: Range<Int> {
    0..<(text.scalars.count <= Self.quoteLimit ? text.scalars.count : 0)
  }
}
