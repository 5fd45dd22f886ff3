/// A text from a clipboard as lines of fields.
///
/// Spreadsheets part fields by tabs and put quotes around one that holds a line end; a line ends
/// with CR, LF or both. Where there is no tab the blanks part figures, as in text copied from a
/// page.
struct PastedFields: Equatable {
  /// The fields of each line; an empty line at the end is none.
  var lines: [[String]]
  /// Whether tabs part the fields, so that a blank one keeps its place.
  var hasTabs: Bool

  init(_ text: String) {
    hasTabs = text.unicodeScalars.contains("\t")
    lines = Self.split(text)
    while let last = lines.last, last.allSatisfy(\.trimmed.isEmpty) { lines.removeLast() }
    if !hasTabs { lines = lines.map { Self.parted($0[0]) } }
  }

  private static func split(_ text: String) -> [[String]] {
    var lines: [[String]] = [[]]
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while true {
      var field = String.UnicodeScalarView()
      if index < scalars.count, scalars[index] == "\"", let quoted = quoted(scalars, from: index) {
        field = quoted.field
        index = quoted.end
      } else {
        while index < scalars.count, scalars[index] != "\t", !isLineEnd(scalars[index]) {
          field.append(scalars[index])
          index += 1
        }
      }
      lines[lines.count - 1].append(String(field))
      guard index < scalars.count else { return lines }
      if scalars[index] != "\t" {
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
          index += 1
        }
        lines.append([])
      }
      index += 1
    }
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\r" || scalar == "\n" || scalar.value == 0x2028 || scalar.value == 0x2029
      || scalar.value == 0x85
  }

  /// The content of a field in quotes, and where it ends; nil where the quotes are just signs.
  private static func quoted(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (field: String.UnicodeScalarView, end: Int)? {
    var field = String.UnicodeScalarView()
    var index = start + 1
    // A sign that is never closed must not make every field look through the whole text.
    let limit = min(scalars.count, start + rowLengthLimit)
    while index < limit {
      if scalars[index] == "\"" {
        let next = index + 1
        if next < scalars.count, scalars[next] == "\"" {
          field.append("\"")
          index += 2
          continue
        }
        guard next == scalars.count || scalars[next] == "\t" || isLineEnd(scalars[next]) else {
          return nil
        }
        return (field, next)
      }
      field.append(isLineEnd(scalars[index]) ? " " : scalars[index])
      index += 1
    }
    return nil
  }

  /// A line without tabs: figures parted by blanks, behind the words before them.
  private static func parted(_ line: String) -> [String] {
    guard line.utf8.count <= rowLengthLimit, Figure(line) == nil else { return [line] }
    let words = tokens(of: line).map(String.init)
    let figures = words.suffix(while: { Figure($0) != nil })
    guard !figures.isEmpty else { return [line] }
    let label = words.dropLast(figures.count).joined(separator: " ")
    return (label.isEmpty ? [] : [label]) + figures
  }
}

extension Array {
  /// The elements at the end that all fulfil a condition.
  fileprivate func suffix(while isPart: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
