/// Gives sheets names that Excel takes: at most 31 letters, no two alike, some signs left out.
struct SheetNames {
  private static let lengthLimit = 31
  private var taken: Set<String> = ["history"]

  mutating func name(_ wished: String) -> String {
    let forbidden = "[]:*?/\\".unicodeScalars
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: harmless(wished).unicodeScalars.filter { !forbidden.contains($0) })
    let plain = trimmed(String(kept))
    let base = plain.isEmpty ? "表" : plain
    var name = shortened(base, to: Self.lengthLimit)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      let ending = "(\(number))"
      name = shortened(base, to: Self.lengthLimit - ending.utf16.count) + ending
    }
    return name
  }

  /// Excel takes no apostrophe at either end.
  private func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace || first == "'" { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || last == "'" { rest.removeLast() }
    return String(rest)
  }

  private func shortened(_ text: String, to limit: Int) -> String {
    var short = ""
    for character in text {
      guard short.utf16.count + String(character).utf16.count <= limit else { break }
      short.append(character)
    }
    return trimmed(short)
  }
}
