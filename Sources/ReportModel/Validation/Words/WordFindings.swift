/// What is wrong with the words of a text.
package enum WordProblem: Equatable, Sendable {
  /// Nothing is written.
  case textMissing
}

/// What the words of one text give to find, whatever the cells hold, in the order of the text.
func wordFindings(in scan: TextScan, of draft: Draft) -> [Finding] { [] }
