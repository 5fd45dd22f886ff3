import ReportModel

/// The column labels of the forms, to tell whether a header in a source is the form's.
struct ColumnHeaders {
  /// All labels of one table's header.
  private struct Header {
    /// The labels from left to right, a group before what is below it.
    var labels: [Folded] = []
    var corner: Folded
    /// Whether every column stands on the header's one level.
    var isFlat: Bool
  }

  private let headers: [Header]
  private let corners: Set<Folded>
  /// Column labels of any form, chosen or not.
  private let known: Set<Folded>
  /// All words of the chosen form's headers and groups, to recognise torn pieces of them.
  private let words: Folded

  init(_ form: Form, among forms: [Form]) {
    headers = form.tables.map(ColumnHeaders.header)
    corners = Set(headers.map(\.corner)).subtracting([[]])
    known = Set(forms.flatMap(\.tables).flatMap { ColumnHeaders.header(of: $0).labels })
    var words: Folded = []
    for (table, header) in zip(form.tables, headers) {
      words += (table.heading ?? "").folded + header.corner + header.labels.joined()
      for row in table.rows { words += row.groups.joined().folded + row.label.folded }
    }
    self.words = words
  }

  private static func header(of table: Table) -> Header {
    var header = Header(
      corner: (table.corner ?? "").folded, isFlat: table.columnTree.allSatisfy(\.children.isEmpty))
    func add(_ heading: Heading) {
      header.labels.append(heading.label.folded)
      heading.children.forEach(add)
    }
    table.columnTree.forEach(add)
    return header
  }

  /// Whether the words of a line name columns.
  func isHeader(_ words: [Folded]) -> Bool {
    words.contains { known.contains($0) || corners.contains($0) }
  }

  /// Whether a line holds nothing but words or torn pieces of the form's headers and groups.
  func isStructure(_ line: SourceLine, _ words: [Folded]) -> Bool {
    line.folded[...].isFragment(of: self.words)
      || words.allSatisfy { $0[...].isFragment(of: self.words) }
  }

  /// Whether the header lines above a row name the columns of its table in the form's order.
  func agree(_ lines: [[Folded]], with table: Int) -> Bool {
    let header = headers[table]
    let labels = Set(header.labels)
    return lines.allSatisfy { words in
      guard words.filter(labels.contains).isSubsequence(of: header.labels) else { return false }
      guard header.isFlat else { return true }
      let named = words.first == header.corner ? Array(words.dropFirst()) : words
      guard !named.isEmpty, Array(named.joined()) != Array(header.labels.joined()) else {
        return true
      }
      return named.count == header.labels.count
        && zip(named, header.labels).allSatisfy { isNear($0, to: $1, among: header.labels) }
    }
  }

  private func isNear(_ text: Folded, to label: Folded, among labels: [Folded]) -> Bool {
    guard text != label else { return true }
    guard !known.contains(text), text.count <= 40 else { return false }
    let own = editDistance(text, label)
    return own <= max(1, label.count / 4)
      && labels.allSatisfy { $0 == label || editDistance(text, $0) > own }
  }
}
