package import ReportModel

/// What the words of a register mean in a form.
package struct RegisterWords: Sendable {
  /// What became of a request.
  package enum Outcome: Hashable, Sendable {
    /// It belongs into the row with this index.
    case row(Int)
    /// Nothing yet.
    case open
  }

  private var applicants: [Folded: Set<Int>] = [:]
  private var outcomes: [Folded: Set<Outcome>] = [:]

  /// The words that a form knows: the labels of its table, with the groups around them or without,
  /// and the words that it lists.
  ///
  /// - Precondition: the definition is that of the form.
  package init(_ definition: RegisterDefinition, of form: Form) {
    let table = form.tables[definition.table]
    for meaning in definition.applicants {
      for key in Self.keys(of: meaning, as: table.columns[meaning.line]) {
        applicants[key, default: []].insert(meaning.line)
      }
    }
    for meaning in definition.outcomes {
      for key in Self.keys(of: meaning, as: table.rows[meaning.line]) {
        outcomes[key, default: []].insert(.row(meaning.line))
      }
    }
    let openLabel = table.rows[definition.rows.openAfter].label
    for key in definition.open.map(\.folded) + [openLabel.folded, openLabel.unnumbered.folded] {
      outcomes[key, default: []].insert(.open)
    }
  }

  /// Gives a kind of applicant one more word, whatever that meant before.
  package mutating func add(_ word: String, forApplicant column: Int) {
    applicants[word.folded] = [column]
  }

  /// Gives an outcome one more word, whatever that meant before.
  package mutating func add(_ word: String, for outcome: Outcome) {
    outcomes[word.folded] = [outcome]
  }

  /// The column of a kind of applicant; nil for a word that is not known or means several.
  package func applicant(_ word: String) -> Int? {
    Self.only(applicants[word.folded]) ?? Self.only(applicants[word.unnumbered.folded])
  }

  /// What a word says of the outcome; nil for a word that is not known or means several.
  package func outcome(_ word: String) -> Outcome? {
    Self.only(outcomes[word.folded]) ?? Self.only(outcomes[word.unnumbered.folded])
  }

  private static func only<Meaning>(_ meanings: Set<Meaning>?) -> Meaning? {
    guard let meanings, meanings.count == 1 else { return nil }
    return meanings.first
  }

  /// Everything that a line may be called.
  private static func keys(of meaning: RegisterDefinition.Meaning, as line: Line) -> Set<Folded> {
    let labels = [line.label, line.short ?? ""]
    let plain = labels.map(\.unnumbered)
    let bare = plain.map { String($0.prefix { !"（(".contains($0) }) }
    let names = Set((labels + plain + bare + meaning.words).map(\.folded)).subtracting([[]])
    let group = line.groups.last ?? ""
    let groups = [group.folded, group.unnumbered.folded]
    return names.union(names.flatMap { name in groups.map { $0 + name } })
  }
}

extension StringProtocol {
  /// The text without the number before it, such as （三）or ①.
  var unnumbered: String {
    let text = trimmed
    var rest = text.unicodeScalars[...]
    guard let first = rest.first else { return text }
    if first.isNumberSign { return String(rest.dropFirst()).trimmed }
    let isBracketed = first.narrowed == "("
    if isBracketed { rest.removeFirst() }
    let number = rest.prefix {
      $0.narrowed.isASCIIDigit || Unicode.Scalar.numerals.contains($0)
    }
    guard 1...3 ~= number.count else { return text }
    rest = rest.dropFirst(number.count)
    guard let end = rest.first?.narrowed else { return text }
    guard (isBracketed ? ")" : "、.,".unicodeScalars.first { $0 == end }) == end else { return text }
    return String(rest.dropFirst()).trimmed
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a whole number with its brackets or point, such as ①, ㈠ and ⒈.
  fileprivate var isNumberSign: Bool {
    0x3220...0x3229 ~= value || 0x2488...0x2490 ~= value || 0x2460...0x2468 ~= value
  }
}
