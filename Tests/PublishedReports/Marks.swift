/// What a careful reader marked in texts, beside what the validator found there.
package struct Tally: Equatable, Sendable, CustomStringConvertible {
  /// How many places the reader marked.
  package var marked = 0
  /// How many of them were found.
  package var found = 0
  /// How many findings the reader does not share.
  package var unshared = 0
  /// Each difference, as a line.
  package var differences: [String] = []

  package init() {}

  /// Adds what was found in one text: how many findings of each rule, and how many marks.
  package mutating func compare(
    _ findings: [String: Int], with marks: [String: Int], of name: String
  ) {
    for rule in Set(findings.keys).union(marks.keys).sorted() {
      let (count, expected) = (findings[rule] ?? 0, marks[rule] ?? 0)
      marked += expected
      found += min(count, expected)
      unshared += max(0, count - expected)
      if count != expected { differences.append("\(name) \(rule): \(count), not \(expected)") }
    }
  }

  /// Whether nine of ten marks were found, and at most one finding of twenty is not shared.
  package var isGoodEnough: Bool {
    found * 10 >= marked * 9 && unshared * 20 <= found + unshared
  }

  package var description: String {
    "\(found) of \(marked) found, \(unshared) unshared\n" + differences.joined(separator: "\n")
  }
}
