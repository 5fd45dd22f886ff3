import ReportModel

/// Finds the section that a table belongs to by what stands in it, where a source has no titles of
/// sections, as a workbook with a sheet for each table.
struct TableSections {
  private let labels: RowLabels
  private let sectionOfTable: [Int]
  /// The words of headers, headings and labels that one section alone has, and that say enough.
  private let sectionOfWords: [Folded: Int]
  private let headings: Set<Folded>

  init(_ form: Form, _ labels: RowLabels) {
    self.labels = labels
    var sectionOfTable = Array(repeating: 0, count: form.tables.count)
    var sectionOfWords: [Folded: Int] = [:]
    var shared: Set<Folded> = []
    for (number, section) in form.sections.enumerated() {
      guard case .tables(let tables) = section.content else { continue }
      for index in tables {
        sectionOfTable[index] = number
        for words in Self.words(of: form.tables[index]) {
          if sectionOfWords[words, default: number] != number { shared.insert(words) }
          sectionOfWords[words] = number
        }
      }
    }
    self.sectionOfTable = sectionOfTable
    // 其他 may head a column of any table.
    self.sectionOfWords = sectionOfWords.filter { $0.key.count > 2 && !shared.contains($0.key) }
    headings = Set(form.tables.compactMap { $0.heading?.folded })
  }

  private static func words(of table: Table) -> [Folded] {
    var words = [table.heading ?? "", table.corner ?? ""]
    func add(_ heading: Heading) {
      words.append(heading.label)
      heading.children.forEach(add)
    }
    table.columnTree.forEach(add)
    table.rowTree.forEach(add)
    return words.map(\.folded)
  }

  /// The section whose table has this line as a row or as part of its header; nil where none or
  /// several may have it.
  func section(of line: SourceLine) -> Int? {
    guard let fields = line.fields else {
      // A heading over the whole table may have come as a paragraph.
      return headings.contains(line.folded) ? sectionOfWords[line.folded] : nil
    }
    if let shape = line.shape, !shape.label.isEmpty,
      case .row(let target) = labels.match(shape.label, preferring: 0..<0)
    {
      return sectionOfTable[labels.targets[target].table]
    }
    return fields.lazy.compactMap { sectionOfWords[$0.folded] }.first
  }
}
